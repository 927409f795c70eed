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
            else if ((amendment.Replacement is OpenedEvent) != (one is OpenedEvent))
            {
                ignored.Add(new IgnoredEvent(amendment, IgnoredReason.OpeningAmended, objective: null));
                resolved.Add(one);
            }
            else if (amendment.Replacement is { } replacement)
            {
                resolved.Add(replacement);
            }
        }

        return InOrder(resolved, ignored);
    }

    /// <summary>From the last amendment to the first, since a later one may take an earlier one back; of two of one event the later holds.</summary>
    private static Dictionary<EventId, AmendedEvent> ActiveAmendments(IReadOnlyList<SlaEvent> events, List<IgnoredEvent> ignored)
    {
        Dictionary<EventId, int> places = [];
        for (int i = 0; i < events.Count; i++)
        {
            places[events[i].Id] = i;
        }

        Dictionary<EventId, AmendedEvent> active = [];
        for (int i = events.Count - 1; i >= 0; i--)
        {
            if (events[i] is not AmendedEvent amendment || active.ContainsKey(amendment.Id))
            {
                continue;
            }

            if (places.TryGetValue(amendment.AmendedId, out int place) && place < i)
            {
                active.TryAdd(amendment.AmendedId, amendment);
            }
            else
            {
                ignored.Add(new IgnoredEvent(amendment, IgnoredReason.NothingToAmend, objective: null));
            }
        }

        return active;
    }

    private static List<SlaEvent> InOrder(List<SlaEvent> events, List<IgnoredEvent> ignored)
    {
        SlaEvent opened = events.First(one => one is OpenedEvent);
        ignored.AddRange(events.Where(one => one.At < opened.At).Select(one => new IgnoredEvent(one, IgnoredReason.BeforeOpening, objective: null)));
        return [opened, .. events.Where(one => one.At >= opened.At && one is not OpenedEvent).OrderBy(one => one.At)];
    }
}
