using AfterSales.Domain.Json;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.HostSamples;

/// <summary>A table of tickets and a table of events, as a database would hold them: JSON documents beside a key and a version. Safe for use by several threads.</summary>
internal sealed class TicketStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Version, string Document)> _tickets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _events = new(StringComparer.Ordinal);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gets a task that ends with the next change.</summary>
    public Task NextChange
    {
        get
        {
            lock (_lock)
            {
                return _changed.Task;
            }
        }
    }

    public IReadOnlyList<string> Ids
    {
        get
        {
            lock (_lock)
            {
                return [.. _tickets.Keys];
            }
        }
    }

    /// <summary>Keeps a ticket and what just happened to it, in one transaction; false when somebody else was faster.</summary>
    public bool TrySave(Ticket ticket, TicketEvent happened)
    {
        string id = ticket.Id.Value;
        lock (_lock)
        {
            int version = _tickets.TryGetValue(id, out (int Version, string Document) row) ? row.Version : 0;
            if (version != ticket.Version - 1)
            {
                return false;
            }

            _tickets[id] = (ticket.Version, TicketDocument.Write(ticket));
            _events.TryAdd(id, []);
            _events[id].Add(TicketEventDocument.Write(happened));
            _changed.SetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return true;
        }
    }

    public Ticket? Find(string id)
    {
        lock (_lock)
        {
            return _tickets.TryGetValue(id, out (int Version, string Document) row)
                ? Ticket.From(TicketDocument.Read(row.Document).Value, Lifecycles.Repair)
                : null;
        }
    }

    /// <summary>Returns what happened to a ticket, as SLA clocks see it.</summary>
    public SlaHistory HistoryOf(string id)
    {
        lock (_lock)
        {
            return SlaProjection.Standard.HistoryOf(Lifecycles.Repair, [.. _events[id].Select(row => TicketEventDocument.Read(row).Value)]);
        }
    }
}
