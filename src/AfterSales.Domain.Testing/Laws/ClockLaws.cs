using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>What is true of the clocks of every policy.</summary>
internal static class ClockLaws
{
    internal static string? IncrementalIsBatch(TrackedHistory one)
    {
        SlaTracker tracker = one.Policy.StartTracking();
        IReadOnlyList<SlaEvent> events = one.History.Events;
        for (int i = 0; i < events.Count; i++)
        {
            tracker.Apply(events[i]);
            Instant asOf = i + 1 < events.Count ? Instant.Min(events[i].At + SlaPictures.Later, events[i + 1].At) : events[i].At + SlaPictures.Later;

            // All at once looks at every event through asOf, so compare only where the next one lies after it.
            if (i + 1 == events.Count || events[i + 1].At > asOf)
            {
                string all = SlaPictures.Of(one.Policy.Track(one.History, asOf));
                string steps = SlaPictures.Of(tracker.Report(asOf));
                if (!string.Equals(all, steps, StringComparison.Ordinal))
                {
                    return $"as of {asOf}\nall at once:    {all}\nevent by event: {steps}";
                }
            }
        }

        return null;
    }

    internal static string? NothingUnbreaches(TrackedHistory one)
    {
        if (HasAmendments(one))
        {
            return null;
        }

        Dictionary<(string, EventId), Instant> breached = [];
        foreach (SlaReport report in SlaPictures.Film(one))
        {
            Dictionary<(string, EventId), ClockState> states = SlaPictures.Cycles(report).ToDictionary(SlaPictures.Key, cycle => cycle.State);
            foreach (KeyValuePair<(string, EventId), Instant> before in breached)
            {
                if (!states.TryGetValue(before.Key, out ClockState? state) || state is not BreachedState still || still.Due != before.Value)
                {
                    return $"{before.Key} was late for {before.Value}, and as of {report.AsOf} it is {state}";
                }
            }

            foreach (KeyValuePair<(string, EventId), ClockState> now in states)
            {
                if (now.Value is BreachedState breach)
                {
                    breached[now.Key] = breach.Due;
                }
            }
        }

        return null;
    }

    /// <summary>Whoever is paused may at the next look be late only by a due that lies at or after this look.</summary>
    internal static string? NothingBreachesInAWait(TrackedHistory one)
    {
        Dictionary<(string, EventId), Instant> pausedAt = [];
        foreach (SlaReport report in SlaPictures.Film(one))
        {
            foreach (SlaCycle cycle in SlaPictures.Cycles(report))
            {
                (string, EventId) key = SlaPictures.Key(cycle);
                if (cycle.State is BreachedState breach && pausedAt.TryGetValue(key, out Instant at) && breach.Due < at)
                {
                    return $"{key} is late for {breach.Due}, though it was paused at {at}";
                }

                if (cycle.State is PausedState)
                {
                    pausedAt[key] = report.AsOf;
                }
            }
        }

        return null;
    }

    internal static string? WhatIsLeftNeverGrows(TrackedHistory one)
    {
        if (HasAmendments(one) || one.Policy.Calendars.Any(published => published.PublishedAt > one.History.Events[0].At))
        {
            return null;
        }

        IReadOnlyList<SlaEvent> events = one.History.Events;
        for (int i = 0; i < events.Count; i++)
        {
            Instant end = i + 1 < events.Count ? events[i + 1].At - Duration.Epsilon : events[i].At + Duration.FromDays(3);
            if (end < events[i].At || HasOpenWait(events.Take(i + 1)))
            {
                continue;
            }

            IEnumerable<SlaCycle> early = SlaPictures.Cycles(one.Policy.Track(one.History, events[i].At));
            foreach ((SlaCycle before, SlaCycle after) in early.Zip(SlaPictures.Cycles(one.Policy.Track(one.History, end)), (before, after) => (before, after)))
            {
                if (after.Left > before.Left || after.UntilDue > before.UntilDue)
                {
                    return $"{after}: left grew from {before.Left} to {after.Left}, until due from {before.UntilDue} to {after.UntilDue}, between {events[i].At} and {end}";
                }
            }
        }

        return null;
    }

    internal static string? UnknownSignalsChangeNothing(TrackedHistory one)
    {
        HashSet<Signal> known = [Signal.Reopened, .. one.Policy.Objectives.SelectMany(o => o.StartsOn.Concat(o.StopsOn).Concat(o.CancelsOn).Concat(o.EndsOn))];
        SlaEvent[] relevant = [.. one.History.Events.Where(happened => happened is not SignalEvent signal || known.Contains(signal.Signal))];
        string without = SlaPictures.Of(one.Policy.Track(new SlaHistory(relevant), one.AsOf));
        string with = SlaPictures.Of(one.Track());
        return HasAmendments(one) || string.Equals(without, with, StringComparison.Ordinal) ? null : $"with them    {with}\nwithout them {without}";
    }

    internal static string? ObjectivesAreIndependent(TrackedHistory one)
    {
        SlaReport whole = one.Track();
        foreach (Objective objective in one.Policy.Objectives.Where(objective => objective.WithinObjective is null))
        {
            SlaPolicy alone = one.Policy.Calendars.Aggregate(
                new SlaPolicy(one.Policy.Name, one.Policy.Version, one.Policy.EffectiveFrom, [objective]),
                (made, published) => published.PublishedAt == Instant.MinValue ? made.With(published.Calendar) : made.WithPublished(published.Calendar, published.PublishedAt));
            string part = SlaPictures.Of(alone.Track(one.History, one.AsOf)[objective.Name]);
            string of = SlaPictures.Of(whole[objective.Name]);
            if (!string.Equals(part, of, StringComparison.Ordinal))
            {
                return $"among others {of}\nalone        {part}";
            }
        }

        return null;
    }

    /// <summary>Cycles and their alarms are told apart by the event that started them.</summary>
    internal static string? AnEventStartsOneCycle(TrackedHistory one) => SlaPictures.Cycles(one.Track()).GroupBy(SlaPictures.Key).FirstOrDefault(same => same.Count() > 1) is { } several
        ? $"{several.Key} names {string.Join(" and ", several)}"
        : null;

    /// <summary>Not of objectives that resume: a reopening opens the cycle again.</summary>
    internal static string? FinishedCyclesStay(TrackedHistory one)
    {
        if (HasAmendments(one))
        {
            return null;
        }

        Dictionary<(string, EventId), string> finished = [];
        foreach (SlaReport report in SlaPictures.Film(one))
        {
            foreach (SlaCycle cycle in SlaPictures.Cycles(report).Where(cycle =>
                         cycle.Objective.ReopenMode != ReopenMode.Resume && cycle.State is MetState or EndedState or BreachedState { At: not null }))
            {
                string now = cycle.ToString();
                if (finished.TryGetValue(SlaPictures.Key(cycle), out string? before) && !string.Equals(before, now, StringComparison.Ordinal))
                {
                    return $"it was {before}, and as of {report.AsOf} it is {now}";
                }

                finished[SlaPictures.Key(cycle)] = now;
            }
        }

        return null;
    }

    internal static string? DuesNeverMoveBeforeTheEvent(TrackedHistory one)
    {
        foreach (SlaEvent happened in one.History.Events.Where(happened => happened is not AmendedEvent))
        {
            Dictionary<(string, EventId), Instant> before = Dues(one.Policy.Track(one.History, happened.At - Duration.Epsilon));
            foreach (KeyValuePair<(string, EventId), Instant> due in Dues(one.Policy.Track(one.History, happened.At)))
            {
                if (before.TryGetValue(due.Key, out Instant old) && due.Value != old && due.Value < happened.At)
                {
                    return $"{due.Key}: {happened} moved the due from {old} to {due.Value}";
                }
            }
        }

        return null;
    }

    private static bool HasAmendments(TrackedHistory one) => one.History.Events.Any(happened => happened is AmendedEvent);

    private static bool HasOpenWait(IEnumerable<SlaEvent> events)
    {
        HashSet<string> open = new(StringComparer.Ordinal);
        foreach (SlaEvent happened in events)
        {
            _ = happened switch
            {
                WaitBegunEvent begun => open.Add(begun.WaitId),
                WaitEndedEvent ended => open.Remove(ended.WaitId),
                _ => false,
            };
        }

        return open.Count > 0;
    }

    private static Dictionary<(string, EventId), Instant> Dues(SlaReport report) => SlaPictures.Cycles(report)
        .Where(cycle => cycle.FinishedAt is null && cycle.Due is { IsSet: true })
        .ToDictionary(SlaPictures.Key, cycle => cycle.Due!.Value.At);
}
