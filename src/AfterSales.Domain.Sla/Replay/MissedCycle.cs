using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>A cycle that was missed, with the ticket's history, so that its deadline can be explained.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class MissedCycle
{
    internal MissedCycle(SlaHistory history, SlaCycle cycle, Duration lateBy)
    {
        History = history;
        Cycle = cycle;
        LateBy = lateBy;
    }

    /// <summary>Gets the event that opened the ticket: the host finds the ticket by it.</summary>
    public EventId OpenedBy => History.Events[0].Id;

    /// <summary>Gets what happened to the ticket.</summary>
    public SlaHistory History { get; }

    /// <summary>Gets the cycle, as seen from the replay's instant.</summary>
    public SlaCycle Cycle { get; }

    /// <summary>Gets how late it was stopped, or is by the replay's instant; clock time, more than zero.</summary>
    public Duration LateBy { get; }

    /// <summary>Returns the opening event and the cycle.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{OpenedBy}: {Cycle}";

    /// <summary>By lateness, then by opening event, objective and start: an order in which no two cycles of a log are equal.</summary>
    internal static int WorstFirst(MissedCycle left, MissedCycle right)
    {
        int order = right.LateBy.CompareTo(left.LateBy);
        order = order != 0 ? order : string.CompareOrdinal(left.OpenedBy.Value, right.OpenedBy.Value);
        order = order != 0 ? order : string.CompareOrdinal(left.Cycle.Objective.Name, right.Cycle.Objective.Name);
        return order != 0 ? order : left.Cycle.Start.CompareTo(right.Cycle.Start);
    }
}
