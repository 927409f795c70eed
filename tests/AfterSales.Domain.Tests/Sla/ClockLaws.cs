using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using NodaTime;
using static AfterSales.Domain.Testing.SlaGenerators;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>The laws of clocks, each over generated policies and histories with waits, reclassifications and reopenings.</summary>
public class ClockLaws
{
    private static readonly Duration Later = Duration.FromMinutes(37);

    [Fact]
    public void Tracking_event_by_event_gives_the_same_as_tracking_all() => Law.Holds(Tracked, one =>
    {
        SlaTracker tracker = one.Policy.StartTracking();
        IReadOnlyList<SlaEvent> events = one.History.Events;
        for (int i = 0; i < events.Count; i++)
        {
            tracker.Apply(events[i]);
            Instant asOf = i + 1 < events.Count ? Instant.Min(events[i].At + Later, events[i + 1].At) : events[i].At + Later;
            if (i + 1 < events.Count && events[i + 1].At == asOf)
            {
                // Batch looks at all events through asOf, so compare only where the next one lies after it.
                continue;
            }

            Assert.Equal(Picture(one.Policy.Track(one.History, asOf)), Picture(tracker.Report(asOf)));
        }
    });

    [Fact]
    public void Time_and_later_events_never_unbreach() => Law.Holds(Tracked, one =>
    {
        Dictionary<(string, EventId), Instant> breached = [];
        foreach (SlaReport report in Film(one.Policy, one))
        {
            Dictionary<(string, EventId), ClockState> states = States(report);
            foreach (((string, EventId) key, Instant due) in breached)
            {
                Assert.Equal(due, Assert.IsType<BreachedState>(states[key]).Due);
            }

            foreach (((string, EventId) key, ClockState state) in states)
            {
                if (state is BreachedState breach)
                {
                    breached[key] = breach.Due;
                }
            }
        }
    });

    [Fact]
    public void Nothing_breaches_inside_a_wait_that_counts() => Law.Holds(Tracked, one =>
    {
        // Whoever is paused may at the next look be late only by a due that lies at or after this look.
        Dictionary<(string, EventId), Instant> pausedAt = [];
        foreach (SlaReport report in Film(one.Policy, one))
        {
            foreach (((string, EventId) key, ClockState state) in States(report))
            {
                if (state is BreachedState breach && pausedAt.TryGetValue(key, out Instant at))
                {
                    Assert.True(breach.Due >= at, $"{key} breached at {breach.Due}, though it was paused at {at}");
                }

                if (state is PausedState)
                {
                    pausedAt[key] = report.AsOf;
                }
            }
        }
    });

    [Fact]
    public void Between_two_events_while_nobody_waits_what_is_left_never_grows() => Law.Holds(Tracked, one =>
    {
        SlaHistory history = one.History;
        IReadOnlyList<SlaEvent> events = one.History.Events;
        for (int i = 0; i < events.Count; i++)
        {
            Instant end = i + 1 < events.Count ? events[i + 1].At - Duration.Epsilon : events[i].At + Duration.FromDays(3);
            if (end < events[i].At || HasOpenWait(events.Take(i + 1)))
            {
                continue;
            }

            SlaReport early = one.Policy.Track(history, events[i].At);
            SlaReport late = one.Policy.Track(history, end);
            foreach ((SlaCycle before, SlaCycle after) in Cycles(early).Zip(Cycles(late)))
            {
                Assert.True(after.Left is null || after.Left <= before.Left, $"{after}: left grew from {before.Left} to {after.Left}");
                Assert.True(after.UntilDue is null || after.UntilDue <= before.UntilDue, $"{after}: until due grew from {before.UntilDue} to {after.UntilDue}");
            }
        }
    });

    [Fact]
    public void Irrelevant_events_change_nothing() => Law.Holds(Tracked, one =>
    {
        SlaEvent[] relevant = [.. one.History.Events.Where(happened => happened is not SignalEvent { Signal.Name: "coffee" })];
        Instant asOf = one.End + Later;
        return Picture(one.Policy.Track(new SlaHistory(relevant), asOf)) == Picture(one.Policy.Track(one.History, asOf));
    });

    [Fact]
    public void Objectives_are_independent() => Law.Holds(Tracked, one =>
    {
        Instant asOf = one.End + Later;
        string whole = Picture(one.Policy.Track(one.History, asOf));
        string parts = string.Join("\n", one.Policy.Objectives.Select(objective =>
            Picture(new SlaPolicy("one", 1, one.Policy.EffectiveFrom, [objective]).With(one.Policy.Calendars.Select(calendar => calendar.Calendar)).Track(one.History, asOf))));
        return whole == parts;
    });

    [Fact]
    public void Appending_events_keeps_finished_cycles() => Law.Holds(Tracked, one =>
    {
        SlaPolicy policy = new SlaPolicy("kept", 1, one.Policy.EffectiveFrom, one.Policy.Objectives.Select(objective =>
            objective.ReopenMode == ReopenMode.Resume ? objective.OnReopen(ReopenMode.NewCycle) : objective)).With(one.Policy.Calendars.Select(calendar => calendar.Calendar));
        Dictionary<(string, EventId), string> finished = [];
        foreach (SlaReport report in Film(policy, one))
        {
            foreach (SlaCycle cycle in Cycles(report).Where(cycle => cycle.State is MetState or EndedState or BreachedState { At: not null }))
            {
                (string, EventId) key = (cycle.Objective.Name, cycle.StartedBy);
                string picture = cycle.ToString();
                Assert.Equal(finished.TryGetValue(key, out string? before) ? before : picture, picture);
                finished[key] = picture;
            }
        }
    });

    [Fact]
    public void No_event_moves_a_due_to_before_itself() => Law.Holds(Tracked, one =>
    {
        SlaHistory history = one.History;
        foreach (SlaEvent happened in one.History.Events)
        {
            Dictionary<(string, EventId), Instant> before = Dues(one.Policy.Track(history, happened.At - Duration.Epsilon));
            foreach (((string, EventId) key, Instant due) in Dues(one.Policy.Track(history, happened.At)))
            {
                Assert.True(!before.TryGetValue(key, out Instant old) || due == old || due >= happened.At, $"{key}: {happened} moved the due from {old} to {due}");
            }
        }
    });

    [Fact]
    public void Over_adjoining_windows_alarms_are_additive_and_each_fires_once() => Law.Holds(Tracked, one =>
    {
        SlaHistory history = one.History;
        Instant end = one.End + Duration.FromDays(2);
        Instant from = one.History.Events[0].At - Duration.FromMinutes(1);
        SlaReport report = one.Policy.Track(history, end);
        IReadOnlyList<PlannedAlarm> whole = report.AlarmsBetween(from, end);
        List<PlannedAlarm> inParts = [];
        for (Instant at = from; at < end; at += Duration.FromMinutes(701))
        {
            inParts.AddRange(report.AlarmsBetween(at, Instant.Min(at + Duration.FromMinutes(701), end)));
        }

        Assert.Equal(whole, inParts);
        Assert.Equal(whole.Count, whole.Distinct().Count());
    });

    [Fact]
    public void A_host_that_polls_at_random_moments_sends_each_alarm_exactly_once_though_events_are_recorded_late() => Law.Holds(Tracked, one =>
    {
        // Every third event becomes known a while after it happened.
        SlaEvent[] events = [.. one.History.Events.Select((happened, i) => i % 3 == 2 ? happened.Recorded(happened.At + Duration.FromMinutes(50 + (i * 11))) : happened)];
        Instant end = events[^1].At + Duration.FromDays(2);
        List<PlannedAlarm> sent = [];
        Instant last = events[0].At - Duration.FromMinutes(1);
        int poll = 0;
        while (last < end)
        {
            Instant now = Instant.Min(last + Duration.FromMinutes(90 + (poll++ * 173 % 700)), end);
            SlaEvent[] known = [.. events.Where(happened => (happened.RecordedAt ?? happened.At) <= now)];
            if (known.Length > 0)
            {
                sent.AddRange(one.Policy.Track(new SlaHistory(known), now).AlarmsBetween(last, now));
            }

            last = now;
        }

        Assert.Equal(one.Policy.Track(new SlaHistory(events), end).AlarmsBetween(events[0].At - Duration.FromMinutes(1), end).Select(Line), sent.Select(Line));
        Assert.Equal(sent.Count, sent.Distinct().Count());
    });

    [Fact]
    public void The_next_alarm_is_the_next_to_fire_when_nothing_more_happens() => Law.Holds(Tracked, one =>
    {
        Instant end = one.End;
        SlaReport now = one.Policy.Track(one.History, end);
        Instant? fired = one.Policy.Track(one.History, end + Duration.FromDays(60)).AlarmsBetween(end, end + Duration.FromDays(60)) is [var first, ..] ? first.At : null;

        Assert.Equal(fired, now.NextAlarm is { } next && next <= end + Duration.FromDays(60) ? next : null);
    });

    /// <summary>The report at each event, half an hour after it and at odd moments in between.</summary>
    private static IEnumerable<SlaReport> Film(SlaPolicy policy, TrackedHistory one)
    {
        SlaHistory history = one.History;
        IEnumerable<Instant> moments = history.Events.SelectMany(happened => new[] { happened.At, happened.At + Later, happened.At + Duration.FromHours(11) })
            .Append(one.End + Duration.FromDays(9)).Distinct().Order();
        return moments.Select(at => policy.Track(history, at));
    }

    private static string Line(PlannedAlarm alarm) => alarm.ToString() + alarm.StartedBy;

    private static bool HasOpenWait(IEnumerable<SlaEvent> events)
    {
        HashSet<string> open = [];
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

    private static IEnumerable<SlaCycle> Cycles(SlaReport report) => report.Objectives.SelectMany(objective => objective.Cycles);

    private static Dictionary<(string, EventId), ClockState> States(SlaReport report) => Cycles(report).ToDictionary(cycle => (cycle.Objective.Name, cycle.StartedBy), cycle => cycle.State);

    private static Dictionary<(string, EventId), Instant> Dues(SlaReport report) => Cycles(report)
        .Where(cycle => cycle.FinishedAt is null && cycle.Due is { IsSet: true })
        .ToDictionary(cycle => (cycle.Objective.Name, cycle.StartedBy), cycle => cycle.Due!.Value.At);

    private static string Picture(SlaReport report) => string.Join("\n", report.Objectives.Select(objective =>
        objective.Objective.Name + ": " + string.Join(" | ", objective.Cycles.Select(cycle => $"{cycle.StartedBy} {cycle} {cycle.Due} {cycle.Left} {cycle.NotBefore} {cycle.FirstStop}"))));
}
