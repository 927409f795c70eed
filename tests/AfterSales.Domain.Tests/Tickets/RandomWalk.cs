using System.Globalization;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>Acts on tickets of one lifecycle as somebody picks numbers: mostly what is possible, often what is not, and at every pace.</summary>
internal sealed class RandomWalk
{
    public static readonly Role[] Roles =
        [Role.Customer, Role.Agent, Role.Technician, Role.Supervisor, Role.Manager, Role.Leadership, Role.Warehouse, Role.Finance, Role.Quality, Role.System];

    private static readonly PersonId[] People = [new("A"), new("B"), new("C")];

    private static readonly Trigger[] Endings = [Trigger.Cancel, Trigger.Merge, Trigger.Withdraw, Trigger.Convert, Trigger.SelfServe];

    private readonly Func<int, int> _pick;
    private readonly Lifecycle _lifecycle;
    private int _tickets;
    private int _actions;

    /// <summary>Begins a walk.</summary>
    /// <param name="lifecycle">The table; its terms are changed so that every transition is near.</param>
    /// <param name="pick">Picks a number from 0 to below a bound; 0 is the plainest choice.</param>
    public RandomWalk(Lifecycle lifecycle, Func<int, int> pick)
    {
        _lifecycle = lifecycle.With(lifecycle.Terms.ApprovingRemediesAbove(1000).GivingUpAfter(1).RaisedAfterReopening(1));
        _pick = pick;
        Now = Instant.FromUtc(2026, 1, 1, 0, 0);
        Ticket = Open();
        Events = [Ticket.LastEvent];
    }

    public static RandomWalk Seeded(Lifecycle lifecycle, int seed) => new(lifecycle, new Random(seed).Next);

    public Ticket Ticket { get; private set; }

    /// <summary>Gets the whole history of the present ticket.</summary>
    public List<TicketEvent> Events { get; private set; }

    public Instant Now { get; private set; }

    /// <summary>Gets what was tried last, and by whom.</summary>
    public (TicketAction Action, Actor By) Tried { get; private set; }

    public int Accepted { get; private set; }

    /// <summary>Tries one action; a new ticket follows one that is closed and has refused something.</summary>
    public (Ticket Before, TransitionResult Result) Step()
    {
        if (Ticket.IsClosed && _pick(2) == 1)
        {
            Ticket = Open();
            Events = [Ticket.LastEvent];
        }

        Now += _pick(12) switch
        {
            9 => Duration.FromDays(1),
            10 => _pick(5) == 4 ? Duration.FromHours(-30) : Duration.FromHours(-1),
            11 => Duration.FromDays(8),
            _ => Duration.FromMinutes(1 + _pick(299)),
        };
        Now = Instant.Max(Now, Ticket.OpenedAt);
        Ticket before = Ticket;
        (Actor by, Trigger trigger) = Choice();
        Tried = (SomeAction(trigger), by);
        TransitionResult result = Ticket.Apply(Tried.Action, Now, by, NewId());
        if (result is AcceptedTransition accepted)
        {
            Accepted++;
            (Ticket, TicketEvent happened) = accepted;
            Events.Add(happened);
        }

        return (before, result);
    }

    public Actor Someone() => Someone(Roles[_pick(Roles.Length)]);

    /// <summary>Actions of a trigger with all that it may need, so that one of them is accepted if any can be.</summary>
    public static IEnumerable<TicketAction> Candidates(Ticket ticket, Trigger trigger, Instant at)
    {
        ServiceRequest known = ticket.Request.WithSeverity(Severity.General).WithWarranty(WarrantyStatus.OutOfWarranty).WithFeedbackClass(FeedbackClass.Quality);
        TicketAction full = TicketAction.Of(trigger)
            .WithAssignee(People[0]).WithTeam(new TeamId("X")).WithReason("because").WithRequest(known).WithTime(at + Duration.FromDays(5)).WithAmount(10)
            .WithPerson(People[1]);
        foreach (TicketAction withLink in new[] { full.WithLink(new TicketLink(LinkKind.ConvertedTo, new TicketId("other"))), full.WithLink(new TicketLink(LinkKind.MergedInto, new TicketId("other"))) })
        {
            foreach (PersonId person in People)
            {
                yield return withLink.WithAssignee(person);
            }

            foreach (Func<ReturnLine, int> left in new Func<ReturnLine, int>[] { line => line.Bought - line.Approved, line => line.Approved - line.Received, line => line.Received - line.Settled })
            {
                LineQuantity[] all = [.. ticket.Lines.Where(line => left(line) > 0).Select(line => new LineQuantity(line.Line, left(line)))];
                if (all.Length > 0)
                {
                    yield return withLink.WithLines(all);
                    yield return withLink.WithLines([new LineQuantity(all[0].Line, 1)]);
                }
            }
        }
    }

    private Actor Someone(Role role) => new(role == Role.System ? Actor.System.Person : People[_pick(People.Length)], role);

    /// <summary>Mostly somebody who may do something that is possible; else anybody and anything.</summary>
    private (Actor By, Trigger Trigger) Choice()
    {
        Trigger[] known = [.. _lifecycle.Triggers];
        IReadOnlyList<PermittedAction> permitted = Ticket.Permitted(Now);
        if (permitted.Count == 0 || _pick(6) == 5)
        {
            return (Someone(), known[_pick(known.Length)]);
        }

        PermittedAction action = permitted[_pick(permitted.Count)];

        // Endings that every state offers would cut most walks short.
        PermittedAction[] goingOn = [.. permitted.Where(one => !Endings.Contains(one.Trigger))];
        if (goingOn.Length > 0 && Endings.Contains(action.Trigger) && _pick(4) < 3)
        {
            action = goingOn[_pick(goingOn.Length)];
        }

        Actor by = Someone(action.Roles[_pick(action.Roles.Count)]);
        bool isOwnTask = by.Role == Role.Technician && Ticket.Assignee is not null && _pick(10) < 9;
        return (isOwnTask ? new Actor(Ticket.Assignee!.Value, Role.Technician) : by, action.Trigger);
    }

    private TicketAction SomeAction(Trigger trigger)
    {
        ServiceRequest request = Ticket.Request
            .WithSeverity((Severity)_pick(4)).WithWarranty((WarrantyStatus)_pick(3)).WithFeedbackClass((FeedbackClass)_pick(4));
        TicketAction action = TicketAction.Of(trigger).WithReason("because").WithRequest(request).WithTime(Now + Duration.FromHours(_pick(200)))
            .WithAssignee(People[_pick(People.Length)]).WithTeam(new TeamId("X")).WithAmount(_pick(4) == 3 ? 1001 : 1000)
            .WithLink(new TicketLink(trigger == Trigger.Merge ? LinkKind.MergedInto : LinkKind.ConvertedTo, new TicketId("other")));
        action = _pick(3) == 2 ? action.WithPerson(People[_pick(People.Length)]) : action;
        return Ticket.Lines.Count == 0 ? action : action.WithLines(SomeLines());
    }

    private IEnumerable<LineQuantity> SomeLines()
    {
        bool everything = _pick(2) == 0;
        foreach (ReturnLine line in Ticket.Lines)
        {
            int quantity = everything && line.Received > line.Settled ? line.Received - line.Settled : 1 + _pick(3);
            if (everything || _pick(2) == 0)
            {
                yield return new LineQuantity(line.Line, quantity, _pick(40));
            }
        }
    }

    private Ticket Open()
    {
        ServiceRequest request = new ServiceRequest(RequestKind.Unknown).WithWarranty((WarrantyStatus)_pick(3)).WithSeverity((Severity)_pick(4));
        TicketId id = new(string.Create(CultureInfo.InvariantCulture, $"W-{++_tickets}"));
        return Ticket.Open(id, request, _lifecycle, Now, Someone(), [new LineQuantity("1", 5, 100), new LineQuantity("2", 2, 30)]);
    }

    private ActionId NewId() => new(string.Create(CultureInfo.InvariantCulture, $"{++_actions}"));
}
