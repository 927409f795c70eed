namespace AfterSales.Domain.Cli.Mapping;

/// <summary>A column of a closed set of values and what each of them means.</summary>
internal sealed record ValueColumn<T>(string Column, IReadOnlyDictionary<string, T> Values);
