using AfterSales.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Sla;

/// <summary>A due that moves because a newer calendar was published.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class MovedDue
{
    internal MovedDue(SlaHistory history, SlaCycle cycle, Instant before, Instant after, IReadOnlyList<CalendarSpan> why)
    {
        History = history;
        Cycle = cycle;
        Before = before;
        After = after;
        Why = why;
    }

    /// <summary>Gets the ticket.</summary>
    public SlaHistory History { get; }

    /// <summary>Gets the objective's name.</summary>
    public string Objective => Cycle.Objective.Name;

    /// <summary>Gets the cycle as it stood before.</summary>
    public SlaCycle Cycle { get; }

    /// <summary>Gets the due before.</summary>
    public Instant Before { get; }

    /// <summary>Gets the due after; never before the publication.</summary>
    public Instant After { get; }

    /// <summary>Gets the times between the start and the later due that opened or closed, each as it is now, with the reason.</summary>
    public IReadOnlyList<CalendarSpan> Why { get; }

    /// <summary>Returns objective, both dues and the changes.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{Objective}: {InstantPattern.ExtendedIso.Format(Before)} → {InstantPattern.ExtendedIso.Format(After)} ({string.Join("; ", Why)})";
}
