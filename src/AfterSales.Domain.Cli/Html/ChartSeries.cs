using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Cli.Html;

/// <summary>Shares by period in one colour; periods by names that sort.</summary>
internal sealed record ChartSeries(string Colour, IReadOnlyList<(string Label, Share Share)> Points);
