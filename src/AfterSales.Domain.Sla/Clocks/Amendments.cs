namespace AfterSales.Domain.Sla;

/// <summary>Makes the history that clocks judge: each amended event replaced or taken back.</summary>
internal static class Amendments
{
    /// <summary>The events without amendments, with what they put in place, sorted by instant; what could not be amended goes to <paramref name="ignored"/>.</summary>
    internal static List<SlaEvent> Resolve(IReadOnlyList<SlaEvent> events, List<IgnoredEvent> ignored)
    {
        Dictionary<EventId, AmendedEvent> amendments = ActiveAmendments(events, ignored);
        List<SlaEvent> resolved = [];
        foreach (SlaEvent one in events)
        {
            if (one is AmendedEvent)
            {
                continue;
            }

            if (!amendments.TryGetValue(one.Id, out AmendedEvent? amendment))
            {
                resolved.Add(one);
            }
            else if (one is OpenedEvent && amendment.Replacement is not OpenedEvent)
            {
                ignored.Add(new IgnoredEvent(amendment, IgnoredReason.OpeningAmended, objective: null));
                resolved.Add(one);
            }
            else if (amendment.Replacement is { } replacement)
            {
                resolved.Add(replacement);
            }
        }

        return InOrder(resolved);
    }

    /// <summary>From the last amendment to the first, since a later one may take an earlier one back.</summary>
    private static Dictionary<EventId, AmendedEvent> ActiveAmendments(IReadOnlyList<SlaEvent> events, List<IgnoredEvent> ignored)
    {
        HashSet<EventId> known = [.. events.Select(one => one.Id)];
        Dictionary<EventId, AmendedEvent> active = [];
        for (int i = events.Count - 1; i >= 0; i--)
        {
            if (events[i] is not AmendedEvent amendment || active.ContainsKey(amendment.Id))
            {
                continue;
            }

            if (!known.Contains(amendment.AmendedId))
            {
                ignored.Add(new IgnoredEvent(amendment, IgnoredReason.NothingToAmend, objective: null));
            }
            else
            {
                active.TryAdd(amendment.AmendedId, amendment);
            }
        }

        return active;
    }

    private static List<SlaEvent> InOrder(List<SlaEvent> events)
    {
        List<SlaEvent> sorted = [.. events.OrderBy(one => one.At)];
        int opening = sorted.FindIndex(one => one is OpenedEvent);
        SlaEvent opened = sorted[opening];
        sorted.RemoveAt(opening);
        sorted.RemoveAll(one => one.At < opened.At);
        sorted.Insert(0, opened);
        return sorted;
    }
}
