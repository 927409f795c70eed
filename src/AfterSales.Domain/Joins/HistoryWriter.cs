using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain;

/// <summary>Writes what follows from one event of a ticket, with identifiers made of the event's version.</summary>
internal sealed class HistoryWriter
{
    private readonly List<SlaEvent> _to;
    private readonly TicketEvent _happened;
    private int _written;

    internal HistoryWriter(List<SlaEvent> to, TicketEvent happened)
    {
        _to = to;
        _happened = happened;

        // An event that was reported late may say that it happened before the opening; a history begins with its opening.
        At = to.Count == 0 ? happened.At : Instant.Max(happened.At, to[0].At);
    }

    internal Instant At { get; }

    internal void Opened(ServiceRequest request) => Write(SlaEvent.Opened(NextId(), At, request));

    internal void Reclassified(ServiceRequest request) => Write(SlaEvent.Reclassified(NextId(), At, request));

    internal void AppointmentAgreed(Instant visit) => Write(SlaEvent.AppointmentAgreed(NextId(), At, visit));

    internal void Signalled(Signal signal) => Write(SlaEvent.Signalled(NextId(), At, signal));

    internal void WaitEnded(string waitId, Instant at) => Write(SlaEvent.WaitEnded(NextId(), at, waitId));

    internal string WaitBegun(WaitReason reason)
    {
        EventId id = NextId();
        Write(SlaEvent.WaitBegun(id, At, id.Value, reason));
        return id.Value;
    }

    private EventId NextId()
    {
        _written++;
        return new EventId(FormattableString.Invariant($"ticket-{_happened.Version}{(_written == 1 ? "" : $".{_written}")}"));
    }

    private void Write(SlaEvent happened)
    {
        SlaEvent signed = happened.By(_happened.By);
        _to.Add(_happened.RecordedAt > signed.At ? signed.Recorded(_happened.RecordedAt) : signed);
    }
}
