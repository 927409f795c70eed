using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Cli.Mapping;

/// <summary>A column that holds the time of a signal.</summary>
internal sealed record SignalColumn(TimeColumn Time, Signal Signal);
