using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Cli.Mapping;

/// <summary>Where one property of the request comes from.</summary>
/// <param name="Dimension">The property.</param>
/// <param name="Column">The column, or null when the value is always the same.</param>
/// <param name="Values">What the column's values mean; null when they are values of the property as they stand.</param>
/// <param name="Otherwise">The value for everything else and the only value without a column; null when everything else is reported and leaves the property unknown.</param>
internal sealed record DimensionSource(RequestDimension Dimension, string? Column, IReadOnlyDictionary<string, string>? Values, string? Otherwise);
