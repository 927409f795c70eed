namespace AfterSales.Domain.Cli.Mapping;

/// <summary>A column whose changes are what happened, and the column of the time when they did.</summary>
/// <param name="At">The column of the row's own time.</param>
/// <param name="Meaning">The states; a row in another state is not used and reported.</param>
/// <param name="Unexpected">Changes that should not be; they are used and reported.</param>
/// <param name="Sequence">A column of whole numbers that should not fall; rows where it does are used and reported. Null when there is none.</param>
internal sealed record StateColumn(string At, ValueColumn<StateMeaning> Meaning, IReadOnlyList<(string From, string To)> Unexpected, string? Sequence);
