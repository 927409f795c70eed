using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <summary>Reads from a history of signals and waits what KPIs need to know, as of a cut-off.</summary>
internal sealed class KpiHistoryReader
{
    // What the customer or a machine does is no work.
    private static readonly HashSet<Signal> NoWork =
    [
        Signal.Received, Signal.ReceivedOutbound, Signal.CallMissed, Signal.CustomerMessage, Signal.AutomaticReply, Signal.Merged, Signal.Converted, Signal.Split, Signal.Cancelled,
    ];

    private readonly SlaEvent[] _events;
    private readonly Instant _asOf;
    private readonly HashSet<string> _waits = new(StringComparer.Ordinal);
    private KpiTicket _ticket;
    private Instant _waitsSince;

    internal KpiHistoryReader(TicketId id, SlaHistory history, Instant asOf)
    {
        SlaHistory amended = history.AsAmended();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(amended.Events[0].At, asOf, nameof(asOf));
        _events = [.. amended.Events.Where(one => one.At <= asOf)];
        _asOf = asOf;
        ServiceRequest request = _events.OfType<ReclassifiedEvent>().LastOrDefault()?.Request ?? amended.Request;
        _ticket = new KpiTicket(id, request, _events[0].At);
        _ticket = history.IsTest ? _ticket.AsTest() : _ticket;
    }

    internal KpiTicket Read()
    {
        foreach (SlaEvent one in _events)
        {
            switch (one)
            {
                case WaitBegunEvent { Reason.Party: ResponsibleParty.Customer } begun when _ticket.ResolvedAt is null:
                    _waitsSince = _waits.Count == 0 ? one.At : _waitsSince;
                    _waits.Add(begun.WaitId);
                    break;
                case WaitEndedEvent ended when _waits.Remove(ended.WaitId) && _waits.Count == 0:
                    _ticket = _ticket.WaitedForCustomer(one.At - _waitsSince);
                    break;
                case SignalEvent signal:
                    Read(signal.Signal, one.At);
                    break;
            }
        }

        return _waits.Count > 0 ? _ticket.WaitedForCustomer(_asOf - _waitsSince) : _ticket;
    }

    private void Read(Signal signal, Instant at)
    {
        _ticket = NoWork.Contains(signal) ? _ticket : _ticket.Started(at);
        if (signal == Signal.Reply || signal == Signal.PickedUp || signal == Signal.CalledBack)
        {
            _ticket = _ticket.Replied(at);
        }
        else if (signal == Signal.Arrived)
        {
            _ticket = _ticket.Visited();
        }
        else if (signal == Signal.VisitFailed && _ticket.FailedVisits < _ticket.Visits)
        {
            _ticket = _ticket.VisitFailed();
        }
        else if (signal == Signal.Resolved)
        {
            EndWaits(at);
            _ticket = _ticket.Resolved(at);
        }
        else if (signal == Signal.Reopened)
        {
            _ticket = _ticket.ResolvedAt is null ? _ticket.TakenUpAgain() : _ticket.Reopened(byCustomer: true);
        }
        else if (OutcomeOf(signal) is { } outcome)
        {
            EndWaits(at);
            _ticket = _ticket.Closed(at, outcome);
        }
    }

    private static TicketOutcome? OutcomeOf(Signal signal) =>
        signal == Signal.Confirmed ? TicketOutcome.Solved
        : signal == Signal.Merged ? TicketOutcome.Merged
        : signal == Signal.Converted ? TicketOutcome.Converted
        : signal == Signal.Cancelled ? TicketOutcome.Withdrawn
        : null;

    /// <summary>A wait that goes on after the solution is no part of the time to it.</summary>
    private void EndWaits(Instant at)
    {
        if (_waits.Count > 0)
        {
            _ticket = _ticket.WaitedForCustomer(at - _waitsSince);
            _waits.Clear();
        }
    }
}
