namespace AfterSales.Domain.Cli.Mapping;

/// <summary>Where the properties of the request come from.</summary>
internal sealed record RequestMapping(IReadOnlyList<DimensionSource> Dimensions, string? SiteCalendarColumn, string? CustomerCalendarColumn)
{
    internal static RequestMapping Nothing { get; } = new([], null, null);
}
