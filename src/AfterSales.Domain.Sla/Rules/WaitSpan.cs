using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>A wait for a reason that pauses, half-open; one that goes on ends at <see cref="Instant.MaxValue"/>.</summary>
internal readonly struct WaitSpan
{
    internal WaitSpan(Pause pause, Instant start, Instant end)
    {
        Pause = pause;
        Start = start;
        End = end;
    }

    internal Pause Pause { get; }

    internal Instant Start { get; }

    internal Instant End { get; }
}
