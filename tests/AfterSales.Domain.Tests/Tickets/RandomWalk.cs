using System.Globalization;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>Acts at random on tickets of one lifecycle: mostly what is possible, often what is not, and at every pace.</summary>
internal sealed class RandomWalk
{
    public static readonly Role[] Roles =
        [Role.Customer, Role.Agent, Role.Technician, Role.Supervisor, Role.Manager, Role.Leadership, Role.Warehouse, Role.Finance, Role.Quality, Role.System];

    private static readonly PersonId[] People = [new("A"), new("B"), new("C")];

    private static readonly Trigger[] Endings = [Trigger.Cancel, Trigger.Merge, Trigger.Withdraw, Trigger.Convert, Trigger.SelfServe];

    private readonly Random _random;
    private readonly Lifecycle _lifecycle;
    private int _tickets;
    private int _actions;

    public RandomWalk(Lifecycle lifecycle, int seed)
    {
        _lifecycle = lifecycle.With(lifecycle.Terms.ApprovingRemediesAbove(1000).GivingUpAfter(1).RaisedAfterReopening(1));
        _random = new Random(seed);
        Now = Instant.FromUtc(2026, 1, 1, 0, 0);
        Ticket = Open();
        Events = [Ticket.LastEvent];
    }

    public Ticket Ticket { get; private set; }

    /// <summary>Gets the whole history of the present ticket.</summary>
    public List<TicketEvent> Events { get; private set; }

    public Instant Now { get; private set; }

    public int Accepted { get; private set; }

    /// <summary>Tries one action; a new ticket follows one that is closed and has refused something.</summary>
    public (Ticket Before, TransitionResult Result) Step()
    {
        if (Ticket.IsClosed && _random.Next(2) == 0)
        {
            Ticket = Open();
            Events = [Ticket.LastEvent];
        }

        Now += _random.Next(12) switch
        {
            0 => Duration.FromDays(8),
            1 => Duration.FromHours(-1),
            2 => _random.Next(5) == 0 ? Duration.FromHours(-30) : Duration.FromDays(1),
            _ => Duration.FromMinutes(_random.Next(1, 300)),
        };
        Now = Instant.Max(Now, Ticket.OpenedAt);
        Ticket before = Ticket;
        (Actor by, Trigger trigger) = Choice();
        TransitionResult result = Ticket.Apply(SomeAction(trigger), Now, by, NewId());
        if (result is AcceptedTransition accepted)
        {
            Accepted++;
            (Ticket, TicketEvent happened) = accepted;
            Events.Add(happened);
        }

        return (before, result);
    }

    public Actor Someone() => Someone(Roles[_random.Next(Roles.Length)]);

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

    private Actor Someone(Role role) => new(role == Role.System ? Actor.System.Person : People[_random.Next(People.Length)], role);

    /// <summary>Mostly somebody who may do something that is possible; else anybody and anything.</summary>
    private (Actor By, Trigger Trigger) Choice()
    {
        Trigger[] known = [.. _lifecycle.Triggers];
        IReadOnlyList<PermittedAction> permitted = Ticket.Permitted(Now);
        if (permitted.Count == 0 || _random.Next(6) == 0)
        {
            return (Someone(), known[_random.Next(known.Length)]);
        }

        PermittedAction action = permitted[_random.Next(permitted.Count)];

        // Endings that every state offers would cut most walks short.
        if (_random.Next(8) > 0 && Endings.Contains(action.Trigger))
        {
            action = permitted[_random.Next(permitted.Count)];
        }

        Actor by = Someone(action.Roles[_random.Next(action.Roles.Count)]);
        bool isOwnTask = by.Role == Role.Technician && Ticket.Assignee is not null && _random.Next(10) > 0;
        return (isOwnTask ? new Actor(Ticket.Assignee!.Value, Role.Technician) : by, action.Trigger);
    }

    private TicketAction SomeAction(Trigger trigger)
    {
        ServiceRequest request = Ticket.Request
            .WithSeverity((Severity)_random.Next(4)).WithWarranty((WarrantyStatus)_random.Next(3)).WithFeedbackClass((FeedbackClass)_random.Next(4));
        TicketAction action = TicketAction.Of(trigger).WithReason("because").WithRequest(request).WithTime(Now + Duration.FromHours(_random.Next(200)))
            .WithAssignee(People[_random.Next(People.Length)]).WithTeam(new TeamId("X")).WithAmount(_random.Next(4) == 0 ? 1001 : 1000)
            .WithLink(new TicketLink(trigger == Trigger.Merge ? LinkKind.MergedInto : LinkKind.ConvertedTo, new TicketId("other")));
        action = _random.Next(3) == 0 ? action.WithPerson(People[_random.Next(People.Length)]) : action;
        return Ticket.Lines.Count == 0 ? action : action.WithLines(SomeLines());
    }

    private IEnumerable<LineQuantity> SomeLines()
    {
        bool everything = _random.Next(2) == 0;
        foreach (ReturnLine line in Ticket.Lines)
        {
            int quantity = everything && line.Received > line.Settled ? line.Received - line.Settled : _random.Next(1, 4);
            if (everything || _random.Next(2) == 0)
            {
                yield return new LineQuantity(line.Line, quantity, _random.Next(0, 40));
            }
        }
    }

    private Ticket Open()
    {
        ServiceRequest request = new ServiceRequest(RequestKind.Unknown).WithWarranty((WarrantyStatus)_random.Next(3)).WithSeverity((Severity)_random.Next(4));
        TicketId id = new(string.Create(CultureInfo.InvariantCulture, $"W-{++_tickets}"));
        return Ticket.Open(id, request, _lifecycle, Now, Someone(), [new LineQuantity("1", 5, 100), new LineQuantity("2", 2, 30)]);
    }

    private ActionId NewId() => new(string.Create(CultureInfo.InvariantCulture, $"{++_actions}"));
}
