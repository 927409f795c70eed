using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>A case that shows a finding: a request, when its clock starts and when it is due; ready to be put into <see cref="SlaPolicy.Track"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FindingExample
{
    internal FindingExample(Objective objective, Target? target, ServiceRequest request, Instant start, Instant? due)
    {
        Objective = objective.Name;
        Target = target?.Name;
        Request = request;
        Start = start;
        Due = due;
        History = HistoryOf(objective, request, start, then: null);
    }

    internal FindingExample(Objective objective, Target target, ServiceRequest request, Instant start, WaitReason waitsFor)
        : this(objective, target, request, start, due: null)
    {
        WaitsFor = waitsFor;
        History = HistoryOf(objective, request, start, SlaEvent.WaitBegun(new EventId("wait"), start, "wait", waitsFor));
    }

    internal FindingExample(Objective objective, Target target, ServiceRequest request, Instant start, Instant due, Instant changedAt, ServiceRequest changedTo)
        : this(objective, target, request, start, due)
    {
        ChangedAt = changedAt;
        ChangedTo = changedTo;
        History = HistoryOf(objective, request, start, SlaEvent.Reclassified(new EventId("reclassified"), changedAt, changedTo));
    }

    /// <summary>Gets the objective's name.</summary>
    public string Objective { get; }

    /// <summary>Gets the name of the target that holds for the request; null when none does.</summary>
    public string? Target { get; }

    /// <summary>Gets the request.</summary>
    public ServiceRequest Request { get; }

    /// <summary>Gets when the clock starts.</summary>
    public Instant Start { get; }

    /// <summary>Gets when it is due when nothing pauses it; null when the finding is not about a deadline.</summary>
    public Instant? Due { get; }

    /// <summary>Gets when the request is reclassified; null for all findings but <see cref="FindingCode.BreachOnReclassify"/>.</summary>
    public Instant? ChangedAt { get; }

    /// <summary>Gets the request as it is from <see cref="ChangedAt"/> on; null without it.</summary>
    public ServiceRequest? ChangedTo { get; }

    /// <summary>Gets what is waited for from the start on; null for all findings but those about pauses.</summary>
    public WaitReason? WaitsFor { get; }

    /// <summary>Gets the events that bring it about: the opening, the start signal, and the reclassification or the wait if there is one.</summary>
    public SlaHistory History { get; }

    /// <summary>Returns request, start and due.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"({Request}) from {Start}{(Due is { } due ? $", due {due}" : "")}{(ChangedAt is { } at ? $", at {at} ({ChangedTo})" : "")}{(WaitsFor is { } reason ? $", waiting for {reason}" : "")}";

    private static SlaHistory HistoryOf(Objective objective, ServiceRequest request, Instant start, SlaEvent? then)
    {
        Signal begins = objective.StartsOn[0];
        List<SlaEvent> events = [SlaEvent.Opened(new EventId("opened"), start, request), SlaEvent.Signalled(new EventId("start"), start, begins)];
        if (objective.SkipsFirstCycle)
        {
            events.Add(SlaEvent.Signalled(new EventId("stop"), start, objective.StopsOn[0]));
            events.Add(SlaEvent.Signalled(new EventId("start-again"), start, begins));
        }

        if (then is not null)
        {
            events.Add(then);
        }

        return new SlaHistory(events);
    }
}
