namespace AfterSales.Domain.Cli.Replay;

/// <summary>One row of a ticket file: the line it begins on and the cells of the columns that the mapping names; a missing value is null.</summary>
internal readonly record struct LogRow(long Line, string?[] Cells);
