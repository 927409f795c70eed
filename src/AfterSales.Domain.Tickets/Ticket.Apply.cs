using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Tickets;

/// <content>How a ticket goes on.</content>
public sealed partial class Ticket
{
    /// <summary>Does an action that is known as soon as it happens.</summary>
    /// <param name="action">What to do.</param>
    /// <param name="at">When it happens; up to the terms' late-report window before the last event.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="actionId">The host's id of this attempt. One of the last 16 accepted ids with the same action is answered with the same event again.</param>
    /// <returns>The ticket after it and the event; or why it is refused. This ticket does not change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="by"/>, its person or role, or <paramref name="actionId"/> is the default value.</exception>
    public TransitionResult Apply(TicketAction action, Instant at, Actor by, ActionId actionId) =>
        Apply(action, at, by, actionId, expectedVersion: null, Instant.Max(at, LastEvent.RecordedAt));

    /// <summary>Does an action if the ticket still has the version that the actor saw: optimistic concurrency.</summary>
    /// <param name="action">What to do.</param>
    /// <param name="at">When it happens; up to the terms' late-report window before the last event.</param>
    /// <param name="by">Who does it.</param>
    /// <param name="actionId">The host's id of this attempt; recognised before the version is compared, so that a repetition is no conflict.</param>
    /// <param name="expectedVersion">The version that the actor saw.</param>
    /// <returns>The ticket after it and the event; or why it is refused: <see cref="RefusalCode.StaleVersion"/> when it has another version by now.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="by"/>, its person or role, or <paramref name="actionId"/> is the default value.</exception>
    public TransitionResult Apply(TicketAction action, Instant at, Actor by, ActionId actionId, int expectedVersion) =>
        Apply(action, at, by, actionId, expectedVersion, Instant.Max(at, LastEvent.RecordedAt));

    /// <summary>Does an action that became known later than it happened: an engineer's phone was offline.</summary>
    /// <param name="action">What to do.</param>
    /// <param name="at">When it happened; up to the terms' late-report window before the last event.</param>
    /// <param name="by">Who did it.</param>
    /// <param name="actionId">The host's id of this attempt; recognised before the version is compared, so that a repetition is no conflict.</param>
    /// <param name="expectedVersion">The version that the actor saw; null for any.</param>
    /// <param name="recordedAt">When it became known: not before it happened, and not before the last event became known.</param>
    /// <returns>The ticket after it and the event; or why it is refused. This ticket does not change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="by"/>, its person or role, or <paramref name="actionId"/> is the default value.</exception>
    public TransitionResult Apply(TicketAction action, Instant at, Actor by, ActionId actionId, int? expectedVersion, Instant recordedAt)
    {
        ArgumentNullException.ThrowIfNull(action);
        CheckActor(by);
        if (actionId.IsDefault)
        {
            throw new ArgumentException("An action needs an id, so that it can be repeated safely; the default value identifies none.", nameof(actionId));
        }

        if (Find(actionId) is { } earlier)
        {
            return earlier.Action.Equals(action) && earlier.By == by
                ? new AcceptedTransition(this, earlier)
                : Refused(action, at, RefusalReasons.ActionIdReused(earlier));
        }

        if (expectedVersion is { } expected && expected != Version)
        {
            return Refused(action, at, RefusalReasons.Stale(expected, Version));
        }

        return Step(action, at, recordedAt, by, actionId, out Refusal? refusal) is { } next
            ? new AcceptedTransition(next, repeated: null)
            : Refused(action, at, refusal!);
    }

    /// <summary>Lists what can be done at an instant, by whichever role: guards that look at the actor or the details are not asked.</summary>
    /// <param name="at">When.</param>
    /// <returns>The actions, each trigger once, in the order of the table; empty when closed.</returns>
    public IReadOnlyList<PermittedAction> Permitted(Instant at) => Permitted(by: null, at);

    /// <summary>Lists what somebody can do at an instant: exactly the triggers for which there is an action that <c>Apply</c> accepts.</summary>
    /// <param name="by">Who.</param>
    /// <param name="at">When.</param>
    /// <returns>The actions, each trigger once, in the order of the table; empty when closed. For <see cref="Actor.System"/>: what the system has to do now.</returns>
    /// <exception cref="ArgumentException"><paramref name="by"/>, its person or role is the default value.</exception>
    public IReadOnlyList<PermittedAction> Permitted(Actor by, Instant at)
    {
        CheckActor(by);
        return Permitted((Actor?)by, at);
    }

    private PermittedAction[] Permitted(Actor? by, Instant at) => IsClosed || TimeRefusal(at, Instant.Max(at, LastEvent.RecordedAt)) is not null
        ? []
        : [.. _node.Edges
            .Where(edge => IsPossible(edge, by, at))
            .GroupBy(edge => edge.Trigger)
            .Select(group => new PermittedAction(group.Key, [.. group.Select(edge => edge.Transition)]))];

    private bool IsPossible(StateNode.Edge edge, Actor? by, Instant at)
    {
        if (by is { } actor && !edge.Allows(actor.Role))
        {
            return false;
        }

        GuardScope known = by is null ? GuardScope.Ticket : GuardScope.Actor;
        GuardContext context = new(this, TicketAction.Of(edge.Trigger), by ?? default, at);
        foreach (Guard guard in edge.Guards)
        {
            if (guard.Scope <= known && !guard.IsMet(context))
            {
                return false;
            }
        }

        return true;
    }

    private TicketEvent? Find(ActionId actionId)
    {
        int left = RememberedEvents;
        return Among(_recent) ?? Among(_older);

        TicketEvent? Among(TicketEvent? newest)
        {
            for (TicketEvent? one = newest; one is not null && left > 0; one = one.Before, left--)
            {
                if (one.ActionId == actionId)
                {
                    return one;
                }
            }

            return null;
        }
    }

    private RefusedTransition Refused(TicketAction action, Instant at, Refusal refusal) =>
        new(this, action, refusal.Reason, refusal.Unmet, refusal.Missing, Permitted(at));

    /// <summary>Finds the row that fits and takes it; the one place where a ticket changes, used by applying and replaying alike.</summary>
    private Ticket? Step(TicketAction action, Instant at, Instant recordedAt, Actor by, ActionId actionId, out Refusal? refusal)
    {
        refusal = IsClosed ? RefusalReasons.Closed : TimeRefusal(at, recordedAt);
        if (refusal is not null || FindEdge(action, at, by, out refusal) is not { } edge)
        {
            return null;
        }

        Ticket next = new(this);
        TicketEvent happened = new(Version + 1, at, recordedAt, by, action, actionId, State.Name, edge.To.State.Name, BeforeVersion(Version + 1));
        next.Enter(edge.To, happened);
        foreach (TransitionEffect effect in edge.Effects)
        {
            if (next.Change(effect, happened) is { } unmet)
            {
                refusal = RefusalReasons.Unmet([unmet]);
                return null;
            }
        }

        return next;
    }

    /// <summary>
    /// What the event of the next version is chained to: sixteen events to a chain, and when one is full, the one before it is let go, so that between 16 and 31 events are held
    /// and none is copied.
    /// </summary>
    private TicketEvent? BeforeVersion(int version) => version % RememberedEvents == 1 ? null : _recent;

    private Refusal? TimeRefusal(Instant at, Instant recordedAt) =>
        LastEvent.At - at > Lifecycle.Terms.LateReports ? RefusalReasons.BeforeLastEvent(LastEvent.At, Lifecycle.Terms.LateReports)
        : recordedAt < at || recordedAt < LastEvent.RecordedAt ? RefusalReasons.NotYetHappened(recordedAt)
        : null;

    private StateNode.Edge? FindEdge(TicketAction action, Instant at, Actor by, out Refusal? refusal)
    {
        refusal = null;
        GuardContext context = new(this, action, by, at);
        foreach (StateNode.Edge edge in _node.Edges)
        {
            if (edge.Trigger == action.Trigger && edge.Allows(by.Role) && edge.HasAll(action) && AllMet(edge, context))
            {
                return edge;
            }
        }

        refusal = WhyNot(context);
        return null;
    }

    private static bool AllMet(StateNode.Edge edge, in GuardContext context)
    {
        foreach (Guard guard in edge.Guards)
        {
            if (!guard.IsMet(context))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Names the first thing that stands against every row: the trigger, the state, the role, a detail, or the fewest guards.</summary>
    private Refusal WhyNot(GuardContext context)
    {
        TicketAction action = context.Action;
        Transition[] rows = [.. _node.Edges.Select(edge => edge.Transition).Where(row => row.Trigger == action.Trigger)];
        if (rows.Length == 0)
        {
            return action.Trigger == Trigger.Open ? RefusalReasons.OpensAgain
                : Lifecycle.Knows(action.Trigger) ? RefusalReasons.NotFromThisState(State)
                : RefusalReasons.UnknownTrigger(Lifecycle, action.Trigger);
        }

        Transition[] allowed = [.. rows.Where(row => row.Allows(context.By.Role))];
        if (allowed.Length == 0)
        {
            return RefusalReasons.WrongRole(context.By.Role, rows.SelectMany(row => row.Roles));
        }

        Transition[] complete = [.. allowed.Where(row => row.Needs.All(action.Has))];
        return complete.Length == 0
            ? RefusalReasons.Missing([.. allowed[0].Needs.Where(detail => !action.Has(detail))])
            : RefusalReasons.Unmet(complete
                .Select(row => row.Guards.Where(guard => !guard.IsMet(context)).Select(guard => guard.Refuse()).ToArray())
                .OrderBy(unmet => unmet.Length)
                .First());
    }
}
