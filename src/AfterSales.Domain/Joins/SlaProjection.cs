using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain;

/// <summary>Turns a ticket's events into the history that SLA clocks are computed from: the join of Tickets and Sla.</summary>
/// <remarks>
/// A table of which trigger sends which signal, and four things that follow from the states alone: entering a resolved state, or a closed one that solves or settles the
/// matter, is <c>resolved</c>; leaving a resolved state for work is <c>reopened</c>; closing as merged, converted or withdrawn is <c>merged</c>, <c>converted</c> or
/// <c>cancelled</c>; a state that waits begins a wait, and leaving it ends the wait. A change of the request reclassifies. A <c>reply</c> is a person's: of the system's
/// acting it becomes <c>automatic-reply</c>, and of the customer's nothing. This type is immutable and thread-safe.
/// </remarks>
public sealed class SlaProjection
{
    /// <summary>The request's attribute that says who turned to whom: "direction".</summary>
    public const string DirectionAttribute = "direction";

    /// <summary>The value of <see cref="DirectionAttribute"/> for tickets that the company opened, so that nobody waits for a first answer: "outbound".</summary>
    public const string Outbound = "outbound";

    private readonly SignalRule[] _rules;

    private SlaProjection(IEnumerable<SignalRule> rules) => _rules = [.. rules];

    /// <summary>Gets the projection of the built-in lifecycles.</summary>
    public static SlaProjection Standard { get; } = new(
    [
        new SignalRule(Trigger.Dispatch, Signal.TaskReceived),
        new SignalRule(Trigger.Arrive, Signal.Arrived),
        new SignalRule(Trigger.VisitFailed, Signal.VisitFailed),
        new SignalRule(Trigger.Transfer, Signal.HandedOver),
        new SignalRule(Trigger.Transfer, Signal.HandedToSupport),
        new SignalRule(Trigger.Outsource, Signal.HandedOver),
        new SignalRule(Trigger.Acknowledge, Signal.Reply),
        new SignalRule(Trigger.AskCustomer, Signal.Reply),
        new SignalRule(Trigger.Answer, Signal.Reply),
        new SignalRule(Trigger.Answer, Signal.SolutionProposed),
        new SignalRule(Trigger.Quote, Signal.Reply),
        new SignalRule(Trigger.Quote, Signal.SolutionProposed),
        new SignalRule(Trigger.Approve, "communicated", Signal.Reply),
        new SignalRule(Trigger.Approve, "communicated", Signal.SolutionProposed),
        new SignalRule(Trigger.AgreeVisit, Signal.Reply),
        new SignalRule(Trigger.AgreeVisit, Signal.VisitAgreed),
        new SignalRule(Trigger.ReportProgress, Signal.ProgressReported),
        new SignalRule(Trigger.TellProgress, Signal.Reply),
        new SignalRule(Trigger.TellProgress, Signal.ProgressTold),
        new SignalRule(Trigger.Reply, Signal.CustomerMessage),
        new SignalRule(Trigger.Confirm, Signal.Confirmed),
        new SignalRule(Trigger.AcceptWork, Signal.Confirmed),
        new SignalRule(Trigger.Accept, "resolved", Signal.Confirmed),
    ]);

    /// <summary>Gets the table, in the order in which its signals are sent.</summary>
    public IReadOnlyList<SignalRule> Rules => Array.AsReadOnly(_rules);

    /// <summary>Returns the projection with one more rule, for a host's own triggers and signals.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The changed copy; the same when the rule is there already.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    public SlaProjection With(SignalRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return _rules.Contains(rule) ? this : new SlaProjection([.. _rules, rule]);
    }

    /// <summary>Returns the projection without a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public SlaProjection Without(SignalRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return _rules.Contains(rule)
            ? new SlaProjection(_rules.Where(one => !one.Equals(rule)))
            : throw new ArgumentException($"There is no rule \"{rule}\"; there are: {string.Join(", ", (IEnumerable<SignalRule>)_rules)}.", nameof(rule));
    }

    /// <summary>Makes the history of a ticket.</summary>
    /// <param name="lifecycle">The ticket's lifecycle.</param>
    /// <param name="events">All its events in their order, from the opening on.</param>
    /// <returns>
    /// The history, sorted by when things happened. Identifiers are "ticket-" and the event's version, with ".2", ".3" where an event has several consequences. An event
    /// that was reported late stands where it happened.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument or an event is null.</exception>
    /// <exception cref="ArgumentException">The events are not those of one ticket of this lifecycle from its opening on; the message names the offender.</exception>
    public SlaHistory HistoryOf(Lifecycle lifecycle, IEnumerable<TicketEvent> events) => HistoryOf(lifecycle, events, []);

    /// <summary>Makes the history of a ticket together with what happened outside it: calls that were missed, picked up or called back, messages.</summary>
    /// <param name="lifecycle">The ticket's lifecycle.</param>
    /// <param name="events">All its events in their order, from the opening on.</param>
    /// <param name="others">Events of the switchboard and the like, in any order, none before the ticket's opening; their identifiers do not begin with "ticket-".</param>
    /// <returns>The history; at the same instant the ticket's own events come first.</returns>
    /// <exception cref="ArgumentNullException">An argument or an event is null.</exception>
    /// <exception cref="ArgumentException">As for the other overload; or another event lies before the opening, opens, or has an identifier that stands twice.</exception>
    public SlaHistory HistoryOf(Lifecycle lifecycle, IEnumerable<TicketEvent> events, IEnumerable<SlaEvent> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        List<SlaEvent> all = [];
        Instant waitingSince = Instant.MinValue;
        string? waiting = null;
        foreach (TicketStep step in TicketStep.Of(lifecycle, events))
        {
            HistoryWriter writer = new(all, step.Happened);
            if (waiting is not null && step.EntersState)
            {
                writer.WaitEnded(waiting, Instant.Max(waitingSince, step.Happened.At));
                waiting = null;
            }

            Write(step, writer);
            if (step.EntersState && step.To.Wait is { } reason)
            {
                waiting = writer.WaitBegun(reason);
                waitingSince = writer.At;
            }
        }

        foreach (SlaEvent other in others)
        {
            ArgumentNullException.ThrowIfNull(other, nameof(others));
            all.Add(other);
        }

        return new SlaHistory(all.OrderBy(one => one.At));
    }

    /// <summary>The signals of a step, in the order of the table, then those that follow from the states.</summary>
    internal IEnumerable<Signal> SignalsOf(TicketStep step)
    {
        foreach (SignalRule rule in _rules)
        {
            if (rule.Holds(step.Happened) && AsHeard(rule.Signal, step.Happened.By.Role) is { } heard)
            {
                yield return heard;
            }
        }

        if (step.Resolves)
        {
            yield return Signal.Resolved;
        }

        if (step.TakesUpAgain)
        {
            yield return Signal.Reopened;
        }

        if (OfClosing(step.To.Outcome) is { } closing)
        {
            yield return closing;
        }
    }

    private static Signal? AsHeard(Signal signal, Role by) =>
        signal != Signal.Reply ? signal
        : by == Role.System ? Signal.AutomaticReply
        : by == Role.Customer ? null
        : signal;

    private static Signal? OfClosing(TicketOutcome outcome) => outcome switch
    {
        TicketOutcome.Merged => Signal.Merged,
        TicketOutcome.Converted => Signal.Converted,
        TicketOutcome.Withdrawn => Signal.Cancelled,
        _ => null,
    };

    private void Write(TicketStep step, HistoryWriter writer)
    {
        if (step.IsOpening)
        {
            writer.Opened(step.Request);
            writer.Signalled(string.Equals(step.Request.Attribute(DirectionAttribute), Outbound, StringComparison.Ordinal) ? Signal.ReceivedOutbound : Signal.Received);
        }
        else if (step.Effects.Any(effect => effect is TransitionEffect.Reclassify or TransitionEffect.RaiseSeverity))
        {
            writer.Reclassified(step.Request);
        }

        if (step.Effects.Any(effect => effect is TransitionEffect.SetVisit or TransitionEffect.FailVisit) && step.Happened.Action.Time is { } visit)
        {
            writer.AppointmentAgreed(visit);
        }

        foreach (Signal signal in SignalsOf(step))
        {
            writer.Signalled(signal);
        }
    }
}
