namespace AfterSales.Domain.Sla;

/// <summary>Makes a history of a raw log of events.</summary>
public static class EventLog
{
    /// <summary>
    /// Sorts a raw log by instant (equal instants keep its order), removes events whose identifier stood before, drops waits that end in the instant in
    /// which they began, and reports what it did. Normalising a normalised log changes nothing.
    /// </summary>
    /// <param name="events">The events in any order.</param>
    /// <returns>The history, or none when no event opens the ticket, and the notes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> or one of them is null.</exception>
    public static NormalisedLog Normalise(IEnumerable<SlaEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        List<LogNote> notes = [];
        List<SlaEvent> sorted = Sorted(Distinct(events, notes), notes);
        DropEmptyWaits(sorted, notes);
        int opening = sorted.FindIndex(one => one is OpenedEvent);
        if (opening < 0)
        {
            notes.Add(new LogNote(LogNoteCode.NeverOpened, sorted.Count == 0 ? default(EventId?) : sorted[0].Id, "No event opens the ticket, so it has no history."));
            return new NormalisedLog(null, notes);
        }

        for (int i = sorted.Count - 1; i > opening; i--)
        {
            if (sorted[i] is OpenedEvent)
            {
                notes.Add(new LogNote(LogNoteCode.OpenedTwice, sorted[i].Id, "Opens the ticket a second time; the first opening counts."));
                sorted.RemoveAt(i);
            }
        }

        for (int i = opening - 1; i >= 0; i--)
        {
            if (sorted[i].At < sorted[opening].At)
            {
                notes.Add(new LogNote(LogNoteCode.BeforeOpening, sorted[i].Id, $"Lies at {sorted[i].At}, before the opening at {sorted[opening].At}; left out."));
                sorted.RemoveAt(i);
                opening--;
            }
        }

        SlaEvent opened = sorted[opening];
        sorted.RemoveAt(opening);
        sorted.Insert(0, opened);
        return new NormalisedLog(new SlaHistory(sorted), notes);
    }

    private static List<SlaEvent> Distinct(IEnumerable<SlaEvent> events, List<LogNote> notes)
    {
        HashSet<EventId> seen = [];
        List<SlaEvent> distinct = [];
        foreach (SlaEvent one in events)
        {
            ArgumentNullException.ThrowIfNull(one, nameof(events));
            if (seen.Add(one.Id))
            {
                distinct.Add(one);
            }
            else
            {
                notes.Add(new LogNote(LogNoteCode.Duplicate, one.Id, "An earlier event has this identifier; the first counts."));
            }
        }

        return distinct;
    }

    private static List<SlaEvent> Sorted(List<SlaEvent> events, List<LogNote> notes)
    {
        for (int i = 1; i < events.Count; i++)
        {
            if (events[i].At < events[i - 1].At)
            {
                notes.Add(new LogNote(LogNoteCode.OutOfOrder, events[i].Id, $"Lies at {events[i].At}, before the event that stood above it at {events[i - 1].At}; sorted in."));
            }
        }

        return [.. events.OrderBy(one => one.At)];
    }

    /// <summary>A wait is paired as clocks do it: a begin of one that goes on already begins nothing.</summary>
    private static void DropEmptyWaits(List<SlaEvent> events, List<LogNote> notes)
    {
        Dictionary<string, WaitBegunEvent> open = new(StringComparer.Ordinal);
        HashSet<SlaEvent> empty = [];
        foreach (SlaEvent one in events)
        {
            if (one is WaitBegunEvent begun)
            {
                open.TryAdd(begun.WaitId, begun);
            }
            else if (one is WaitEndedEvent ended && open.TryGetValue(ended.WaitId, out WaitBegunEvent? first))
            {
                open.Remove(ended.WaitId);
                if (first.At == ended.At)
                {
                    notes.Add(new LogNote(LogNoteCode.EmptyWait, first.Id, $"The wait {ended.WaitId} ends in the instant in which it began; dropped."));
                    empty.Add(first);
                    empty.Add(ended);
                }
            }
        }

        events.RemoveAll(empty.Contains);
    }
}
