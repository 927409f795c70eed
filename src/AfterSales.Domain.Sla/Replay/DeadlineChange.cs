using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Sla;

/// <summary>A cycle whose deadline differs between two policies, or whose outcome does.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class DeadlineChange
{
    internal DeadlineChange(SlaHistory history, SlaCycle before, SlaCycle after)
    {
        History = history;
        Before = before;
        After = after;
        Moved = before.Due is { IsSet: true } old && after.Due is { IsSet: true } changed ? changed.At - old.At : null;
    }

    /// <summary>Gets the event that opened the ticket: the host finds the ticket by it.</summary>
    public EventId OpenedBy => History.Events[0].Id;

    /// <summary>Gets what happened to the ticket.</summary>
    public SlaHistory History { get; }

    /// <summary>Gets the cycle under the first policy.</summary>
    public SlaCycle Before { get; }

    /// <summary>Gets the cycle under the other policy.</summary>
    public SlaCycle After { get; }

    /// <summary>Gets how far the deadline moved, negative when it is earlier now; clock time. Null when one of the two has none.</summary>
    public Duration? Moved { get; }

    private Duration Size => Moved is { } moved ? Duration.Max(moved, -moved) : Duration.Zero;

    /// <summary>Returns the opening event, the objective and both dues.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{OpenedBy}: {Before.Objective.Name} due {Text(Before)} → {Text(After)}, {Before.State} → {After.State}";

    /// <summary>By the size of the move, then by opening event, objective and start: an order in which no two cycles of a log are equal.</summary>
    internal static int LargestFirst(DeadlineChange left, DeadlineChange right)
    {
        int order = right.Size.CompareTo(left.Size);
        order = order != 0 ? order : string.CompareOrdinal(left.OpenedBy.Value, right.OpenedBy.Value);
        order = order != 0 ? order : string.CompareOrdinal(left.Before.Objective.Name, right.Before.Objective.Name);
        return order != 0 ? order : left.Before.Start.CompareTo(right.Before.Start);
    }

    private static string Text(SlaCycle cycle) => cycle.Due is { IsSet: true } due ? InstantPattern.ExtendedIso.Format(due.At) : "never";
}
