using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using BenchmarkDotNet.Attributes;
using NodaTime;

namespace AfterSales.Domain.Benchmarks.Tickets;

/// <summary>A whole repair, thirteen actions from the triage to the charge; the figures are those of one action.</summary>
[HideColumns("Error", "StdDev", "Median", "RatioSD", "Alloc Ratio", "Gen0", "Gen1", "Gen2")]
public class ApplyBenchmarks
{
    private const int Actions = 13;

    private static readonly Actor Agent = new(new PersonId("agent-1"), Role.Agent);
    private static readonly Actor Technician = new(new PersonId("technician-1"), Role.Technician);
    private static readonly Actor Customer = new(new PersonId("customer-1"), Role.Customer);
    private static readonly ServiceRequest Request = new ServiceRequest(RequestKind.Repair)
        .WithSeverity(Severity.Urgent).WithWarranty(WarrantyStatus.OutOfWarranty);

    private static readonly (TicketAction Action, Actor By)[] Steps =
    [
        (TicketAction.Triage(Request), Agent),
        (TicketAction.Quote(amount: 480), Agent),
        (TicketAction.Of(Trigger.Approve), Customer),
        (TicketAction.Dispatch(to: Technician.Person), Agent),
        (TicketAction.Of(Trigger.Accept), Technician),
        (TicketAction.Of(Trigger.Depart), Technician),
        (TicketAction.Of(Trigger.Arrive), Technician),
        (TicketAction.Of(Trigger.Diagnose), Technician),
        (TicketAction.Of(Trigger.NeedParts), Technician),
        (TicketAction.Of(Trigger.PartsIn), Technician),
        (TicketAction.Of(Trigger.Finish), Technician),
        (TicketAction.Of(Trigger.AcceptWork), Customer),
        (TicketAction.Charge(amount: 480), Agent),
    ];

    private readonly Instant _at = Instant.FromUtc(2026, 3, 27, 9, 50);
    private readonly ActionId[] _ids = [.. Enumerable.Range(0, Actions).Select(i => new ActionId(FormattableString.Invariant($"3f2504e0-4f89-11d3-9a0c-{i:D12}")))];
    private Ticket _opened = null!;
    private Ticket _closed = null!;
    private TicketEvent[] _events = [];

    [GlobalSetup]
    public void SetUp()
    {
        _opened = Ticket.Open(new TicketId("T-4711"), Request, Lifecycles.Repair, _at, Agent);
        List<TicketEvent> events = [_opened.LastEvent];
        _closed = _opened;
        for (int i = 0; i < Actions; i++)
        {
            (_closed, TicketEvent happened) = (AcceptedTransition)_closed.Apply(Steps[i].Action, _at, Steps[i].By, _ids[i]);
            events.Add(happened);
        }

        _events = [.. events];
        if (!_closed.IsClosed || !string.Equals(HandWritten(), _closed.State.Name, StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The case must end closed, by the table and by hand.");
        }
    }

    /// <summary>What one writes without the library: a switch over states and triggers, and a record for each; no roles, no details, no history.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Actions)]
    public string HandWritten()
    {
        HandWrittenTicket ticket = new("registered", 1, _at, null);
        for (int i = 0; i < Actions; i++)
        {
            ticket = ticket.Apply(Steps[i].Action.Trigger.Name, _at, Steps[i].By.Person.Value);
        }

        return ticket.State;
    }

    [Benchmark(OperationsPerInvoke = Actions)]
    public Ticket Apply()
    {
        Ticket ticket = _opened;
        for (int i = 0; i < Actions; i++)
        {
            ticket = ((AcceptedTransition)ticket.Apply(Steps[i].Action, _at, Steps[i].By, _ids[i])).Ticket;
        }

        return ticket;
    }

    [Benchmark]
    public TransitionResult ApplyRepeated() => _closed.Apply(Steps[5].Action, _at, Steps[5].By, _ids[5]);

    [Benchmark]
    public TransitionResult ApplyRefused() => _opened.Apply(Steps[12].Action, _at, Steps[12].By, _ids[12]);

    [Benchmark(OperationsPerInvoke = Actions + 1)]
    public ReplayResult Replay() => Ticket.Replay(_opened.Id, Lifecycles.Repair, _events);
}
