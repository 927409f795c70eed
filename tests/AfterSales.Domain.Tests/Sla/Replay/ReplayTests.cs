using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using NodaTime.Calendars;

namespace AfterSales.Domain.Tests.Sla.Replay;

public class ReplayTests
{
    private static readonly SlaPolicy Policy = RapidResponse.Policy;

    [Fact]
    public void A_replay_counts_what_the_clocks_of_each_ticket_say() => Law.HoldsOnFewer(PastTickets.Some, 2, tickets =>
    {
        AttainmentTally slow = new();
        foreach (SlaHistory ticket in tickets.Where(one => one.Events[0].At <= PastTickets.Seen))
        {
            slow.Add(Policy.Track(ticket, PastTickets.Seen));
        }

        ReplayTally fast = Policy.Replay(tickets, PastTickets.Plan);

        Assert.Equal(slow.Tickets, fast.Tickets);
        Assert.Equal(tickets.Length, fast.Tickets + fast.TestTickets + fast.NotYetOpened);
        Assert.Equal(slow.Rows.Select(Counts).Order(StringComparer.Ordinal), fast.ByTarget.Select(Counts).Order(StringComparer.Ordinal));
    });

    [Fact]
    public void Any_split_of_a_log_merges_to_the_whole()
    {
        Gen<(SlaHistory[] Tickets, int[] Parts)> cases =
            from tickets in PastTickets.Some
            from parts in Gen.ArrayOf(Gen.Choose(0, 2), tickets.Length)
            select (tickets, parts);
        Law.HoldsOnFewer(cases, 2, one =>
        {
            ReplayPlan plan = PastTickets.Plan.Keeping(3);
            ReplayTally merged = Policy.StartReplay(plan);
            for (int part = 0; part < 3; part++)
            {
                merged.Merge(Policy.Replay(one.Tickets.Where((_, i) => one.Parts[i] == part), plan));
            }

            Assert.Equal(Everything(Policy.Replay(one.Tickets, plan)), Everything(merged));
        });
    }

    [Fact]
    public void Saving_and_loading_anywhere_changes_nothing()
    {
        Gen<(SlaHistory[] Tickets, int Cut)> cases =
            from tickets in PastTickets.Some
            from cut in Gen.Choose(0, tickets.Length)
            select (tickets, cut);
        Law.HoldsOnFewer(cases, 4, one =>
        {
            ReplayPlan plan = PastTickets.Plan.Keeping(3);
            ReplayTally saved = Policy.Replay(one.Tickets[..one.Cut], plan);

            ReplayTally loaded = ReplayTally.From(Policy, plan, saved.ToSnapshot());

            Assert.Equal(Everything(saved), Everything(loaded));
            loaded.Merge(Policy.Replay(one.Tickets[one.Cut..], plan));
            Assert.Equal(Everything(Policy.Replay(one.Tickets, plan)), Everything(loaded));
        });
    }

    [Fact]
    public void A_snapshot_of_something_else_is_refused_with_what_there_is()
    {
        ReplaySnapshot One(string breakdown, string key, string objective) =>
            new([new ReplayCount(breakdown, key, objective, [1, 0, 0, 0, 0, 0, 0, 0])], [], new QuantileAccumulator().ToSnapshot());
        string Refused(ReplaySnapshot snapshot) => Assert.Throws<ArgumentException>(() => ReplayTally.From(Policy, PastTickets.Plan, snapshot)).Message;

        Assert.Contains("no objective \"answer\"", Refused(One(ReplayCount.ByTarget, "all", "answer")), StringComparison.Ordinal);
        Assert.Contains("no target \"all\"", Refused(One(ReplayCount.ByTarget, "all", "reply")), StringComparison.Ordinal);
        Assert.Contains("the plan has target, hour, by severity, by region, by channel", Refused(One("by kind", "repair", "reply")), StringComparison.Ordinal);
        Assert.Contains("2026-03-31T09", Refused(One(ReplayCount.ByHour, "31 March", "reply")), StringComparison.Ordinal);
        SlaHistory met = Mail("Mon 2026-03-30 10:00", "Mon 2026-03-30 10:30");
        ReplaySnapshot Kept(string startedBy) => new([], [new CycleReference(met, "reply", new EventId(startedBy))], new QuantileAccumulator().ToSnapshot());
        Assert.Contains("started by x", Refused(Kept("x")), StringComparison.Ordinal);
        Assert.Contains("was not missed", Refused(Kept("r")), StringComparison.Ordinal);
        ReplayCount Crowded() => new(ReplayCount.ByHour, "2026-03-31T09", "reply", [int.MaxValue, 0, 0, 0, 0, 0, 0, 0]);
        Assert.Contains("at most 2147483647", Refused(new ReplaySnapshot([Crowded(), Crowded()], [], new QuantileAccumulator().ToSnapshot())), StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReplayCount(ReplayCount.ByTarget, "all", "reply", [ReplayCount.MaximumCount + 1, 0, 0, 0, 0, 0, 0, 0]));
        Assert.Throws<ArgumentException>(() => new ReplayCount(ReplayCount.ByTarget, "all", "reply", [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ReplayCount(ReplayCount.ByTarget, "all", "reply", [-1, 0, 0, 0, 0, 0, 0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => One(ReplayCount.ByTarget, "", "reply").OfTickets(-1, 0, 0, 0));
    }

    [Fact]
    public void It_can_be_broken_down_by_every_dimension_of_a_request()
    {
        ReplayPlan plan = PastTickets.Plan.By([.. RequestDimension.WellKnown, RequestDimension.Attribute("site")]);
        SlaHistory[] tickets = [Mail("Mon 2026-03-30 10:00", "Mon 2026-03-30 10:30"), Mail("Mon 2026-03-30 10:00", "Mon 2026-03-30 12:30")];

        ReplayTally tally = Policy.Replay(tickets, plan);

        Assert.All(plan.Dimensions, dimension => Assert.Equal((1, 2), Assert.Single(tally.By(dimension), one => one.Objective == "reply").Attainment is var share ? (share.Successes, share.Count) : default));
    }

    [Fact]
    public void Every_breakdown_adds_up_to_the_objectives() => Law.HoldsOnFewer(PastTickets.Some, 4, tickets =>
    {
        ReplayTally tally = Policy.Replay(tickets, PastTickets.Plan);
        foreach (AttainmentRow row in tally.ByObjective)
        {
            long[] totals = [.. new[] { tally.ByWeek, tally.ByMonth, tally.By(RequestDimension.Severity), tally.By(RequestDimension.Region), tally.By(RequestDimension.Channel) }
                .Select(slices => slices.Where(slice => slice.Objective == row.Objective).Sum(slice => slice.Row.Total))];
            Assert.All(totals, total => Assert.Equal(row.Total, total));
        }

        long judged = tally.ByObjective.Sum(row => row.Attainment.Count);
        Assert.Equal(judged, tally.ByHourOfWeek.Sum(one => one.Met + one.Missed));
        Assert.Equal(judged, tally.ByDate.Sum(one => one.Attainment.Count));
        Assert.Equal(tally.ByDate.Select(one => $"{one}"), tally.ByHour.GroupBy(one => one.Date).Select(day => $"{day.Key:uuuu-MM-dd}: {Share.Sum(day.Select(one => one.Attainment))}"));
        Assert.Equal(
            tally.ByHourOfWeek.Select(one => $"{one}"),
            tally.ByHour.GroupBy(one => (one.Date.DayOfWeek, one.Hour)).OrderBy(hour => hour.Key).Select(hour => FormattableString.Invariant($"{hour.Key.DayOfWeek} {hour.Key.Hour:00}:00: {Share.Sum(hour.Select(one => one.Attainment))}")));
    });

    [Fact]
    public void The_worst_misses_are_those_of_the_whole_list() => Law.HoldsOnFewer(PastTickets.Some, 4, tickets =>
    {
        IReadOnlyList<MissedCycle> all = Policy.Replay(tickets, PastTickets.Plan.Keeping(ReplayPlan.MaximumKept)).WorstMisses;
        IReadOnlyList<MissedCycle> few = Policy.Replay(tickets, PastTickets.Plan.Keeping(2)).WorstMisses;

        Assert.Equal(all.Take(2).Select(one => $"{one}"), few.Select(one => $"{one}"));
        Assert.Equal(all.OrderByDescending(one => one.LateBy).Select(one => one.LateBy), all.Select(one => one.LateBy));
        Assert.All(all, one => Assert.Equal(one.LateBy, Assert.IsType<BreachedState>(one.Cycle.State).LateBy));
    });

    [Fact]
    public void A_cycle_counts_in_the_week_and_month_of_its_due_in_the_plans_zone()
    {
        // Received Fri 2026-03-27 17:30: due Mon 2026-03-30 09:30 in Shanghai, which is the week and, in UTC as well, the month of the due, not of the start.
        SlaHistory late = Mail("Fri 2026-03-27 17:30", "Mon 2026-03-30 10:00");
        SlaHistory atNewYear = Mail("Mon 2026-04-06 23:00", "Tue 2026-04-07 08:00");

        ReplayTally tally = Policy.Replay([late, atNewYear], PastTickets.Plan);

        Assert.Equal(["2026-W14 0/1", "2026-W15 1/1"], tally.ByWeek.Select(Text));
        Assert.Equal(["2026-03 0/1", "2026-04 1/1"], tally.ByMonth.Select(Text));
        HourOfWeekSlice missed = Assert.Single(tally.ByHourOfWeek, one => one.Missed > 0);
        Assert.Equal((IsoDayOfWeek.Monday, 9), (missed.Day, missed.Hour));
    }

    [Fact]
    public void Weeks_are_those_of_ISO_8601_at_the_turn_of_the_year()
    {
        SlaPolicy policy = new("clock", 1, Instant.FromUtc(2000, 1, 1, 0, 0), [new Objective("reply", Signal.Received, Signal.Reply, [new Target("all", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromMinutes(1)))])]);
        LocalDate[] dates = [.. Enumerable.Range(0, 400).Select(i => new LocalDate(2024, 12, 20).PlusDays(i))];
        ReplayTally tally = policy.Replay(
            dates.Select((date, i) => Opened("T" + i, date.AtMidnight().InUtc().ToInstant(), RapidResponse.Mail)), ReplayPlan.AsOf(Instant.FromUtc(2027, 1, 1, 0, 0)));

        IEnumerable<string> expected = dates.GroupBy(date => $"{WeekYearRules.Iso.GetWeekYear(date):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(date):00}").Select(group => $"{group.Key} 0/{group.Count()}");
        Assert.Equal(expected, tally.ByWeek.Select(Text));
    }

    [Fact]
    public void A_miss_carries_what_explains_it()
    {
        SlaHistory late = Mail("Mon 2026-03-30 17:50", "Tue 2026-03-31 11:50");

        MissedCycle miss = Assert.Single(Policy.Replay([late], PastTickets.Plan).WorstMisses);

        Assert.Equal("T1", miss.OpenedBy.Value);
        Assert.Equal(Duration.FromHours(2), miss.LateBy);
        Assert.Equal("mail and chat", miss.Cycle.Target!.Name);
        Assert.Equal(World.At("Tue 2026-03-31 09:50", World.Shanghai), miss.Cycle.Due!.Value.At);
        Assert.Equal(7200, Policy.Replay([late], PastTickets.Plan).Lateness.Maximum);
    }

    [Fact]
    public void A_cycle_without_a_due_counts_in_the_period_of_its_start()
    {
        ServiceRequest general = RapidResponse.Repair(Severity.General, Locality.SameCity);
        SlaHistory exempt = Story.InShanghai().Opened("Tue 2026-03-31 10:00", general).Signal("Tue 2026-03-31 10:00", Signal.TaskReceived).History;

        ReplayTally tally = Policy.Replay([exempt], PastTickets.Plan);

        AttainmentSlice slice = Assert.Single(tally.ByMonth, one => one.Objective == "on-site");
        Assert.Equal(("2026-03", 1L), (slice.Key, slice.Row[CycleOutcome.Exempt]));
    }

    [Fact]
    public void A_dimension_is_read_as_the_request_stood_at_the_cycles_end()
    {
        SlaHistory changed = Story.InShanghai()
            .Opened("Tue 2026-03-31 10:00", RapidResponse.Repair(Severity.Urgent, Locality.SameCity))
            .Signal("Tue 2026-03-31 10:00", Signal.TaskReceived)
            .Reclassified("Tue 2026-03-31 10:30", RapidResponse.Repair(Severity.Important, Locality.SameCity))
            .Signal("Tue 2026-03-31 11:00", Signal.Arrived)
            .Reclassified("Tue 2026-03-31 12:00", RapidResponse.Repair(Severity.General, Locality.SameCity))
            .History;

        ReplayTally tally = Policy.Replay([changed], PastTickets.Plan);

        Assert.Equal("important", Assert.Single(tally.By(RequestDimension.Severity), one => one.Objective == "on-site").Key);
        Assert.Equal("", Assert.Single(tally.By(RequestDimension.Region), one => one.Objective == "on-site").Key);
    }

    [Fact]
    public void Progress_is_told_and_the_work_can_be_cancelled()
    {
        List<long> told = [];
        SlaHistory ticket = Mail("Mon 2026-03-30 10:00", "Mon 2026-03-30 10:30");
        using CancellationTokenSource source = new();

        Policy.Replay(Enumerable.Repeat(ticket, 2500), PastTickets.Plan, new Told(told.Add), source.Token);

        Assert.Equal([1024, 2048, 2500], told);
        Assert.Throws<OperationCanceledException>(() => Policy.Replay(Endless(ticket, source), PastTickets.Plan, progress: null, source.Token));
    }

    [Fact]
    public void What_is_refused_says_what_is_allowed()
    {
        Assert.Throws<ArgumentNullException>(() => Policy.Replay(null!, PastTickets.Plan));
        Assert.Throws<ArgumentNullException>(() => Policy.Replay([], null!));
        Assert.Throws<ArgumentNullException>(() => Policy.StartReplay(PastTickets.Plan).Add(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => PastTickets.Plan.Keeping(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PastTickets.Plan.Keeping(ReplayPlan.MaximumKept + 1));
        Assert.Contains("severity, region, channel", Assert.Throws<ArgumentException>(() => Policy.StartReplay(PastTickets.Plan).By(RequestDimension.Kind)).Message, StringComparison.Ordinal);
        ReplayTally tally = Policy.StartReplay(PastTickets.Plan);
        Assert.Throws<ArgumentException>(() => tally.Merge(tally));
        Assert.Throws<ArgumentException>(() => tally.Merge(Policy.StartReplay(PastTickets.Plan.Keeping(1))));
        Assert.Throws<ArgumentException>(() => tally.Merge(Policy.With().StartReplay(PastTickets.Plan)));
    }

    internal static SlaHistory Mail(string received, string replied) => new(
        [
            SlaEvent.Opened(new EventId("T1"), World.At(received, World.Shanghai), RapidResponse.Mail),
            SlaEvent.Signalled(new EventId("r"), World.At(received, World.Shanghai), Signal.Received),
            SlaEvent.Signalled(new EventId("a"), World.At(replied, World.Shanghai), Signal.Reply),
        ]);

    private static SlaHistory Opened(string id, Instant at, ServiceRequest request) =>
        new([SlaEvent.Opened(new EventId(id), at, request), SlaEvent.Signalled(new EventId("received"), at, Signal.Received)]);

    private static IEnumerable<SlaHistory> Endless(SlaHistory ticket, CancellationTokenSource source)
    {
        for (int i = 0; ; i++)
        {
            if (i == 5000)
            {
                source.Cancel();
            }

            yield return ticket;
        }
    }

    private static string Text(AttainmentSlice slice) => $"{slice.Key} {slice.Attainment.Successes}/{slice.Attainment.Count}";

    private static string Counts(AttainmentRow row) =>
        $"{row.Objective}/{row.Target}: {string.Join(",", Enum.GetValues<CycleOutcome>().Select(outcome => row[outcome]))}";

    internal static string Everything(ReplayTally tally) => string.Join("\n",
        tally.ByTarget.Concat(tally.ByObjective).Select(Counts)
            .Concat(tally.ByWeek.Concat(tally.ByMonth).Concat(tally.Plan.Dimensions.SelectMany(tally.By)).Select(slice => $"{slice.Key} {Counts(slice.Row)}"))
            .Concat(tally.WorstMisses.Select(one => $"{one}"))
            .Concat(tally.ByHourOfWeek.Select(one => $"{one}")).Concat(tally.ByDate.Select(one => $"{one}")).Concat(tally.ByHour.Select(one => $"{one}"))
            .Append($"{tally.Tickets} {tally.TestTickets} {tally.NotYetOpened} {tally.IgnoredEvents}")
            .Append(string.Join(",", tally.Lateness.Counts)));
}
