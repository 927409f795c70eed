using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <summary>Counts one ticket or clock in the period of an instant.</summary>
internal delegate void KpiCount(Instant at, KpiMark mark);
