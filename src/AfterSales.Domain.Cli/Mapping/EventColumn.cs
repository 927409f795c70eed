namespace AfterSales.Domain.Cli.Mapping;

/// <summary>A column whose every value is something that happened, and the column of the time when it did.</summary>
internal sealed record EventColumn(string At, ValueColumn<EventMeaning> Meaning);
