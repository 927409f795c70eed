using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>The whole hour that has begun.</summary>
internal static class InstantShrinker
{
    internal static IEnumerable<Instant> Smaller(Instant at)
    {
        long ticks = at.ToUnixTimeTicks();
        long begun = ticks % NodaConstants.TicksPerHour;
        Instant rounded = Instant.FromUnixTimeTicks(ticks - (begun >= 0 ? begun : begun + NodaConstants.TicksPerHour));
        return rounded < at ? [rounded] : [];
    }
}
