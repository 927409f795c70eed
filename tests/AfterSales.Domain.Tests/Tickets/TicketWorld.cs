using System.Globalization;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>People and instants of the walked cases. Everything happens in Shanghai; instants are written with their weekday.</summary>
internal static class TicketWorld
{
    public static readonly Actor Customer = new(new PersonId("Ms Chen"), Role.Customer);
    public static readonly Actor Agent = new(new PersonId("Lin"), Role.Agent);
    public static readonly Actor Technician = new(new PersonId("Wang"), Role.Technician);
    public static readonly Actor OtherTechnician = new(new PersonId("Zhao"), Role.Technician);
    public static readonly Actor Supervisor = new(new PersonId("Sun"), Role.Supervisor);
    public static readonly Actor Manager = new(new PersonId("Ma"), Role.Manager);
    public static readonly Actor Leadership = new(new PersonId("Director Hu"), Role.Leadership);
    public static readonly Actor Warehouse = new(new PersonId("Gao"), Role.Warehouse);
    public static readonly Actor Finance = new(new PersonId("Qian"), Role.Finance);
    public static readonly Actor Quality = new(new PersonId("Zhou"), Role.Quality);

    public static readonly ServiceRequest LeakingPump = new ServiceRequest(RequestKind.Repair)
        .WithChannel(Channel.Phone).WithCustomer(Customer.Person).WithProduct("PUMP-0815").WithProblem("leaks");

    public static readonly ServiceRequest UrgentUnderWarranty = LeakingPump.WithSeverity(Severity.Urgent).WithWarranty(WarrantyStatus.InWarranty);

    public static readonly ServiceRequest ImportantOutOfWarranty = LeakingPump.WithSeverity(Severity.Important).WithWarranty(WarrantyStatus.OutOfWarranty);

    private static readonly LocalDateTimePattern Written = LocalDateTimePattern.Create("ddd uuuu'-'MM'-'dd HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>An instant in Shanghai; a weekday that does not fit the date is an error of the test.</summary>
    public static Instant At(string written) =>
        Written.Parse(written).GetValueOrThrow().InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant();

    public static TicketAction Do(Trigger trigger) => TicketAction.Of(trigger);
}

/// <summary>A ticket that is walked step by step, with its whole history, so that each case also checks the laws of replay and snapshot.</summary>
internal sealed class WalkedCase
{
    private readonly List<TicketEvent> _events = [];

    public WalkedCase(Ticket opened)
    {
        Ticket = opened;
        _events.Add(opened.LastEvent);
    }

    public Ticket Ticket { get; private set; }

    public IReadOnlyList<TicketEvent> Events => _events;

    /// <summary>Does an action that must be accepted.</summary>
    public WalkedCase Then(string at, Actor by, TicketAction action)
    {
        TransitionResult result = Try(at, by, action);
        Assert.True(result is AcceptedTransition, result.ToString());
        (Ticket next, TicketEvent happened) = (AcceptedTransition)result;
        Ticket = next;
        _events.Add(happened);
        CheckLaws();
        return this;
    }

    public WalkedCase Then(string at, Actor by, Trigger trigger) => Then(at, by, TicketAction.Of(trigger));

    /// <summary>Does an action that must be refused.</summary>
    public RefusedTransition Refuses(string at, Actor by, TicketAction action)
    {
        TransitionResult result = Try(at, by, action);
        RefusedTransition refused = Assert.IsType<RefusedTransition>(result);
        Assert.Same(Ticket, refused.Ticket);
        return refused;
    }

    public RefusedTransition Refuses(string at, Actor by, Trigger trigger) => Refuses(at, by, TicketAction.Of(trigger));

    public void IsIn(string state) => Assert.Equal(state, Ticket.State.Name);

    private TransitionResult Try(string at, Actor by, TicketAction action) =>
        Ticket.Apply(action, TicketWorld.At(at), by, new ActionId(string.Create(CultureInfo.InvariantCulture, $"action-{Ticket.Version}")));

    private void CheckLaws()
    {
        Assert.Equal(Ticket, Assert.IsType<ReplayedTicket>(Ticket.Replay(Ticket.Id, Ticket.Lifecycle, _events)).Ticket);
        Assert.Equal(Ticket, Ticket.From(Ticket.ToSnapshot(), Ticket.Lifecycle));
        Assert.Equal(_events.Count, Ticket.Version);
    }
}
