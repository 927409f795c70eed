using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Instants as nanoseconds since the Unix epoch: what curves are drawn in. From 1900 to 2100 they fit with room to spare.</summary>
internal static class NanosecondTime
{
    internal static long Of(Instant instant) => (instant - NodaConstants.UnixEpoch).ToInt64Nanoseconds();

    internal static Instant Instant(long nanoseconds) => NodaConstants.UnixEpoch.PlusNanoseconds(nanoseconds);
}
