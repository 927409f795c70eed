using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>What a file calls its tickets, found by the event that opened them.</summary>
internal sealed class TicketNames
{
    private readonly Dictionary<EventId, string> _names = [];

    /// <summary>Takes the names of the histories that a walk kept.</summary>
    internal TicketNames(ReplayRun run)
    {
        foreach ((string ticket, SlaHistory history) in run.Kept!)
        {
            _names.TryAdd(history.Events[0].Id, ticket);
        }
    }

    internal string Of(EventId openedBy) => _names.GetValueOrDefault(openedBy, openedBy.Value);
}
