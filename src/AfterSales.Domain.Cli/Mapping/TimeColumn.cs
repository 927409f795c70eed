namespace AfterSales.Domain.Cli.Mapping;

/// <summary>A column that holds a time; in an event log it is read on the ticket's last row, or on its first.</summary>
internal sealed record TimeColumn(string Column, bool OnLastRow);
