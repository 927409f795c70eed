using System.Globalization;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>Makes a walk of numbers: mostly what is possible, often what is not, and at every pace. Zero is the plainest choice.</summary>
internal sealed class WalkMaker
{
    internal const int NumbersPerStep = 20;

    private static readonly Role[] Roles =
        [Role.Customer, Role.Agent, Role.Technician, Role.Supervisor, Role.Manager, Role.Leadership, Role.Warehouse, Role.Finance, Role.Quality, Role.System];

    private static readonly PersonId[] People = [new("A"), new("B"), new("C")];
    private static readonly Trigger[] Endings = [Trigger.Cancel, Trigger.Merge, Trigger.Withdraw, Trigger.Convert, Trigger.SelfServe];

    private readonly Lifecycle _lifecycle;
    private readonly string[] _texts;
    private int[] _numbers = [];
    private int _next;

    private WalkMaker(Lifecycle lifecycle)
    {
        _lifecycle = lifecycle;
        _texts = [.. lifecycle.Transitions.SelectMany(row => row.Needs).Where(detail => !ActionDetail.WellKnown.Contains(detail)).Select(detail => detail.Name).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Makes a walk; the first numbers open the ticket, the others are a step each.</summary>
    internal static TicketWalk Of(Lifecycle lifecycle, int[][] numbers)
    {
        WalkMaker maker = new(lifecycle) { _numbers = numbers[0] };
        Instant now = Instant.FromUtc(2026, 1, 1, 0, 0);
        ServiceRequest request = new ServiceRequest(RequestKind.Unknown).WithWarranty((WarrantyStatus)maker.Pick(3)).WithSeverity((Severity)maker.Pick(4));
        Ticket opened = Ticket.Open(new TicketId("W-1"), request, lifecycle, now, maker.Somebody(maker.One(Roles)), [new LineQuantity("1", 5, 100), new LineQuantity("2", 2, 30)]);
        Ticket ticket = opened;
        List<WalkAttempt> attempts = [];
        foreach (int[] step in numbers.Skip(1))
        {
            (maker._numbers, maker._next) = (step, 0);
            now = Instant.Max(opened.OpenedAt, now + maker.Pace());
            (Actor by, Trigger trigger) = maker.Choice(ticket, now);
            WalkAttempt attempt = new(maker.Action(ticket, trigger, now), now, by, new ActionId((attempts.Count + 1).ToString(CultureInfo.InvariantCulture)));
            attempts.Add(attempt);
            ticket = attempt.On(ticket) is AcceptedTransition accepted ? accepted.Ticket : ticket;
        }

        return new TicketWalk(opened, attempts);
    }

    private int Pick(int bound) => _next < _numbers.Length ? _numbers[_next++] % bound : 0;

    private T One<T>(IReadOnlyList<T> values) => values[Pick(values.Count)];

    private Actor Somebody(Role role) => new(role == Role.System ? Actor.System.Person : One(People), role);

    private Duration Pace() => Pick(12) switch
    {
        9 => Duration.FromDays(1),
        10 => Pick(5) == 4 ? Duration.FromHours(-30) : Duration.FromHours(-1),
        11 => Duration.FromDays(8),
        _ => Duration.FromMinutes(1 + Pick(299)),
    };

    /// <summary>Mostly somebody who may do something that is possible; else anybody and anything. Endings that every state offers would cut most walks short.</summary>
    private (Actor By, Trigger Trigger) Choice(Ticket ticket, Instant now)
    {
        IReadOnlyList<PermittedAction> permitted = ticket.Permitted(now);
        if (permitted.Count == 0 || Pick(6) == 5)
        {
            return (Somebody(One(Roles)), _lifecycle.Triggers.Count == 0 ? Trigger.Close : One(_lifecycle.Triggers));
        }

        PermittedAction action = One(permitted);
        action = Endings.Contains(action.Trigger) && Pick(8) < 7 ? One(permitted) : action;
        Role role = action.Roles.Count == 0 ? One(Roles) : One(action.Roles);
        return (role == Role.Technician && ticket.Assignee is { } assignee && Pick(10) < 9 ? new Actor(assignee, role) : Somebody(role), action.Trigger);
    }

    /// <summary>With every detail that the trigger may need.</summary>
    private TicketAction Action(Ticket ticket, Trigger trigger, Instant now)
    {
        ServiceRequest request = ticket.Request.WithSeverity((Severity)Pick(4)).WithWarranty((WarrantyStatus)Pick(3)).WithFeedbackClass((FeedbackClass)Pick(4));
        TicketAction action = TicketAction.Of(trigger).WithReason("because").WithRequest(request).WithTime(now + Duration.FromHours(Pick(200)))
            .WithAssignee(One(People)).WithTeam(new TeamId("X")).WithAmount(Pick(4) == 3 ? 1001 : 1000)
            .WithLink(new TicketLink(trigger == Trigger.Merge ? LinkKind.MergedInto : LinkKind.ConvertedTo, new TicketId("other")));
        action = Pick(3) == 2 ? action.WithPerson(One(People)) : action;
        action = _texts.Aggregate(action, (made, name) => made.With(name, "text"));
        bool everything = Pick(2) == 0;
        LineQuantity[] lines =
        [
            .. ticket.Lines.Where(_ => everything || Pick(2) == 0)
                .Select(line => new LineQuantity(line.Line, everything && line.Received > line.Settled ? line.Received - line.Settled : 1 + Pick(3), Pick(40))),
        ];
        return lines.Length == 0 ? action : action.WithLines(lines);
    }
}
