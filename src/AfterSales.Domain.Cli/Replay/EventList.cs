using System.Globalization;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>The events of one ticket as they are found, each called by the line it stands on: "4711.2" is the ticket's second event and stands on line 4711.</summary>
internal sealed class EventList
{
    private readonly List<SlaEvent> _events = [];
    private int _made;
    private int _waits;

    internal void Clear()
    {
        _events.Clear();
        _made = 0;
        _waits = 0;
    }

    internal void Open(long line, Instant at, ServiceRequest request, Signal signal)
    {
        _events.Add(SlaEvent.Opened(IdOf(line), at, request));
        _events.Add(SlaEvent.Signalled(IdOf(line), at, signal));
    }

    internal void Signal(long line, Instant at, Signal signal) => _events.Add(SlaEvent.Signalled(IdOf(line), at, signal));

    internal void Reclassify(long line, Instant at, ServiceRequest request) => _events.Add(SlaEvent.Reclassified(IdOf(line), at, request));

    internal void Agree(long line, Instant at, Instant appointment) => _events.Add(SlaEvent.AppointmentAgreed(IdOf(line), at, appointment));

    /// <returns>The name by which the wait is ended.</returns>
    internal string BeginWait(long line, Instant at, WaitReason reason)
    {
        string wait = "wait-" + (++_waits).ToString(CultureInfo.InvariantCulture);
        _events.Add(SlaEvent.WaitBegun(IdOf(line), at, wait, reason));
        return wait;
    }

    internal void EndWait(long line, Instant at, string wait) => _events.Add(SlaEvent.WaitEnded(IdOf(line), at, wait));

    /// <summary>The history, sorted; events that cannot be part of it are remarked.</summary>
    internal SlaHistory? ToHistory(string ticket, RowCounts remarks)
    {
        NormalisedLog log = EventLog.Normalise(_events.OrderBy(one => one.At));
        foreach (LogNote note in log.Notes)
        {
            RowReason reason = note.Code switch
            {
                LogNoteCode.BeforeOpening => new("before-opening", "an event before the ticket was opened; left out", "事件早于工单创建；未计入"),
                LogNoteCode.EmptyWait => new("empty-wait", "a wait that ends in the instant in which it begins; left out", "等待在开始的同一时刻结束；未计入"),
                _ => new("event-log", note.Text, note.Text),
            };
            remarks.Add(reason, ticket, LineOf(note.EventId));
        }

        return log.History;
    }

    private static long LineOf(EventId? id) => id is { Value: var text } ? long.Parse(text.AsSpan(0, text.IndexOf('.', StringComparison.Ordinal)), CultureInfo.InvariantCulture) : 0;

    private EventId IdOf(long line) => new(string.Create(CultureInfo.InvariantCulture, $"{line}.{++_made}"));
}
