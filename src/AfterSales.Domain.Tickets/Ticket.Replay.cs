namespace AfterSales.Domain.Tickets;

/// <content>How a ticket comes back from its events.</content>
public sealed partial class Ticket
{
    /// <summary>Builds a ticket from its whole history; law: the events that <c>Open</c> and <c>Apply</c> gave, replayed, give the ticket.</summary>
    /// <remarks>Every rule of the table is asked again, so that an event that was changed, left out, doubled or put elsewhere is found.</remarks>
    /// <param name="id">The ticket's identifier.</param>
    /// <param name="lifecycle">The table by which it lived.</param>
    /// <param name="events">All events, in the order of their versions.</param>
    /// <returns>The ticket; or the place of the first event that does not fit, and why.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lifecycle"/> or <paramref name="events"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is the default value.</exception>
    public static ReplayResult Replay(TicketId id, Lifecycle lifecycle, IEnumerable<TicketEvent> events)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        ArgumentNullException.ThrowIfNull(events);
        if (id.IsDefault)
        {
            throw new ArgumentException("A ticket needs an identifier; the default value identifies none.", nameof(id));
        }

        Ticket? ticket = null;
        int index = 0;
        foreach (TicketEvent? happened in events)
        {
            Refusal? refusal = Flaw(happened, index + 1, lifecycle, ticket);
            if (refusal is null)
            {
                ticket = ticket is null
                    ? Begin(id, lifecycle, happened)
                    : ticket.Step(happened.Action, happened.At, happened.RecordedAt, happened.By, happened.ActionId, out refusal);
            }

            // The row that fits decides where the event leads; a stored target that differs was not written by this table.
            if (refusal is null && !string.Equals(ticket!.State.Name, happened!.To, StringComparison.Ordinal))
            {
                refusal = RefusalReasons.WrongState(ticket.LastEvent.From, ticket.State.Name, happened);
            }

            if (refusal is not null)
            {
                return new RefusedReplay(index, refusal.Reason);
            }

            index++;
        }

        return ticket is null ? new RefusedReplay(0, RefusalReasons.NoOpening.Reason) : new ReplayedTicket(ticket);
    }

    private static Refusal? Flaw(TicketEvent? happened, int version, Lifecycle lifecycle, Ticket? before)
    {
        if (happened is null || IsIncomplete(happened.By) || (before is not null && happened.ActionId.IsDefault))
        {
            return RefusalReasons.DefaultValue;
        }

        if (happened.Version != version)
        {
            return RefusalReasons.WrongVersion(version, happened.Version);
        }

        if (lifecycle.FindState(happened.To) is null)
        {
            return RefusalReasons.UnknownState(happened.To);
        }

        if (before is null)
        {
            return happened.Trigger != Trigger.Open || happened.Action.Request is null ? RefusalReasons.NoOpening
                : happened.From.Length > 0 ? RefusalReasons.WrongState("", lifecycle.Initial.State.Name, happened)
                : happened.RecordedAt < happened.At ? RefusalReasons.NotYetHappened(happened.RecordedAt)
                : null;
        }

        return !string.Equals(happened.From, before.State.Name, StringComparison.Ordinal) ? RefusalReasons.WrongState(before.State.Name, happened.To, happened)
            : before.Find(happened.ActionId) is { } earlier ? RefusalReasons.ActionIdReused(earlier)
            : null;
    }
}
