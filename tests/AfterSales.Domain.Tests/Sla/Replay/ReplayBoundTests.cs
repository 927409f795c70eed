using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla.Replay;

/// <summary>The edges of a replay: when a ticket counts, hours before 1970, the order of misses, what its parts refuse.</summary>
public class ReplayBoundTests
{
    private static readonly long[] Nothing = new long[8];

    private static readonly SlaPolicy OneMinute = new(
        "clock", 1, Instant.FromUtc(1960, 1, 1, 0, 0), [new Objective("reply", Signal.Received, Signal.Reply, [new Target("all", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromMinutes(1)))])]);

    [Fact]
    public void A_ticket_that_is_opened_at_the_instant_of_the_replay_counts_and_a_nanosecond_later_it_does_not()
    {
        ReplayTally tally = OneMinute.Replay([Received("T1", PastTickets.Seen), Received("T2", PastTickets.Seen + Duration.Epsilon), Received("T3", PastTickets.Seen).AsTest()], PastTickets.Plan);

        Assert.Equal((1, 1, 1), (tally.Tickets, tally.NotYetOpened, tally.TestTickets));
        Assert.Equal($"1 tickets\n{Assert.Single(tally.ByObjective)}", tally.ToString());
    }

    [Fact]
    public void Hours_before_1970_are_hours_like_all_others()
    {
        // Due a minute after these, in UTC: the last and the first hour of a day on both sides of 1970.
        Instant[] starts =
        [
            World.At("Tue 1969-12-30 23:58", DateTimeZone.Utc), World.At("Tue 1969-12-30 23:59", DateTimeZone.Utc), World.At("Wed 1969-12-31 22:58:30", DateTimeZone.Utc),
            World.At("Wed 1969-12-31 22:59", DateTimeZone.Utc), World.At("Wed 1969-12-31 23:58:59", DateTimeZone.Utc), World.At("Wed 1969-12-31 23:59", DateTimeZone.Utc), World.At("Thu 1970-01-01 00:59", DateTimeZone.Utc),
        ];
        ReplayPlan plan = ReplayPlan.AsOf(PastTickets.Seen);

        ReplayTally tally = OneMinute.Replay(starts.Select((at, i) => Received($"T{i}", at)), plan);

        Assert.Equal(
            ["1969-12-30 23", "1969-12-31 0", "1969-12-31 22", "1969-12-31 23 2", "1970-01-01 0", "1970-01-01 1"],
            tally.ByHour.Select(one => FormattableString.Invariant($"{one.Date:uuuu-MM-dd} {one.Hour}{(one.Missed == 1 ? "" : $" {one.Missed}")}")));
        Assert.Equal(["1969-12 5", "1970-01 2"], tally.ByMonth.Select(one => $"{one.Key} {one.Row.Total}"));
        Assert.Equal(
            ["Tuesday 23", "Wednesday 0", "Wednesday 22", "Wednesday 23", "Thursday 0", "Thursday 1"], tally.ByHourOfWeek.Select(one => FormattableString.Invariant($"{one.Day} {one.Hour}")));
        Assert.Equal(ReplayTests.Everything(tally), ReplayTests.Everything(ReplayTally.From(OneMinute, plan, tally.ToSnapshot())));
    }

    [Fact]
    public void What_no_target_covers_survives_a_snapshot()
    {
        SlaPolicy policy = new("urgent", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [new Objective("reply", Signal.Received, Signal.Reply, [new Target("urgent", RequestCondition.Severity(Severity.Urgent), DeadlineRule.Elapsed(Duration.FromHours(1)))])]);
        ReplayTally tally = policy.Replay([Received("T1", World.At("Tue 2026-03-31 10:00", World.Shanghai))], PastTickets.Plan);

        AttainmentRow row = Assert.Single(ReplayTally.From(policy, PastTickets.Plan, tally.ToSnapshot()).ByTarget);

        Assert.Equal(("", 1L), (row.Target, row[CycleOutcome.NotCovered]));
    }

    [Fact]
    public void A_slice_says_its_value_or_that_there_is_none()
    {
        SlaHistory pudong = Received("T1", World.At("Tue 2026-03-31 10:00", World.Shanghai), RapidResponse.Mail.WithRegion("Pudong"));
        SlaHistory nowhere = Received("T2", World.At("Tue 2026-03-31 10:00", World.Shanghai));

        IReadOnlyList<AttainmentSlice> slices = OneMinute.Replay([pudong, nowhere], PastTickets.Plan).By(RequestDimension.Region);

        Assert.Equal([$"reply in (not given): {slices[0].Attainment}", $"reply in Pudong: {slices[1].Attainment}"], slices.Select(one => one.ToString()));
    }

    [Fact]
    public void A_ticket_counts_under_the_request_as_it_was_amended_by_the_instant_of_the_replay()
    {
        Story story = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Mail.WithRegion("Pudong")).Signal("Tue 2026-03-31 10:00", Signal.Received)
            .Reclassified("Tue 2026-03-31 10:00:30", RapidResponse.Mail.WithRegion("Baoshan")).TakenBack("Tue 2026-03-31 11:00", "e3", "another ticket's");
        story.Add(SlaEvent.Amended(story.NextId, PastTickets.Seen, new EventId("e1"), SlaEvent.Opened(new EventId("e1b"), World.At("Tue 2026-03-31 10:00", World.Shanghai), RapidResponse.Mail.WithRegion("Hongkou")), "misheard"));

        string Region(Instant seen) => Assert.Single(OneMinute.Replay([story.History], ReplayPlan.AsOf(seen).By(RequestDimension.Region)).By(RequestDimension.Region)).Key;

        Assert.Equal("Baoshan", Region(World.At("Tue 2026-03-31 10:59", World.Shanghai)));
        Assert.Equal("Pudong", Region(PastTickets.Seen - Duration.Epsilon));
        Assert.Equal("Hongkou", Region(PastTickets.Seen));
    }

    [Fact]
    public void Hours_are_those_of_the_wall_clock_on_both_sides_of_a_clock_change()
    {
        // In Berlin clocks go forward on Sun 2026-03-29: noon in UTC is 13:00 before it and 14:00 after it.
        Instant[] starts = [Instant.FromUtc(2026, 3, 28, 12, 0), Instant.FromUtc(2026, 3, 29, 12, 0), Instant.FromUtc(2026, 3, 28, 13, 0), Instant.FromUtc(2026, 3, 29, 13, 0)];

        ReplayTally tally = OneMinute.Replay(starts.Select((at, i) => Received($"T{i}", at)), ReplayPlan.AsOf(PastTickets.Seen).In(World.Berlin));

        Assert.Equal([(28, 13), (28, 14), (29, 14), (29, 15)], tally.ByHour.Select(one => (one.Date.Day, one.Hour)));
    }

    [Fact]
    public void A_clock_for_which_nothing_is_due_yet_is_undated_and_not_open()
    {
        SlaPolicy agreed = new("visits", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [new Objective("visit", Signal.Received, Signal.Arrived, [new Target("as agreed", RequestCondition.Any, DeadlineRule.Appointment(Duration.Zero))])]);

        AttainmentRow row = Assert.Single(agreed.Replay([Received("T1", World.At("Tue 2026-03-31 10:00", World.Shanghai))], PastTickets.Plan).ByTarget);

        Assert.Equal((1L, 0L), (row[CycleOutcome.Undated], row[CycleOutcome.Open]));
    }

    [Fact]
    public void A_clock_that_stops_before_anything_was_due_has_ended_and_is_not_met()
    {
        SlaPolicy agreed = new("replies", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [new Objective("reply", Signal.Received, Signal.Reply, [new Target("as agreed", RequestCondition.Any, DeadlineRule.Appointment(Duration.Zero))])]);

        AttainmentRow row = Assert.Single(agreed.Replay([Replied("T1", "Tue 2026-03-31 10:00", "Tue 2026-03-31 11:00")], PastTickets.Plan).ByTarget);

        Assert.Equal((1L, 0L), (row[CycleOutcome.Ended], row[CycleOutcome.Met]));
    }

    [Fact]
    public void The_values_of_a_dimension_stand_in_a_snapshot_in_the_order_of_their_names()
    {
        Instant at = World.At("Tue 2026-03-31 10:00", World.Shanghai);
        ReplaySnapshot snapshot = OneMinute.Replay([Received("T1", at, RapidResponse.Mail.WithRegion("Pudong")), Received("T2", at, RapidResponse.Mail.WithRegion("Hongkou"))], PastTickets.Plan).ToSnapshot();

        Assert.Equal(["Hongkou", "Pudong"], snapshot.Counts.Select(count => count.Key).Where(key => key is "Hongkou" or "Pudong"));
    }

    [Fact]
    public void A_snapshot_that_keeps_a_cycle_of_another_clock_is_refused()
    {
        SlaHistory history = Received("T1", World.At("Tue 2026-03-31 10:00", World.Shanghai));
        ReplaySnapshot snapshot = new([], [new CycleReference(history, "visit", new EventId("received"))], new QuantileAccumulator().ToSnapshot());

        Assert.Contains("has no cycle of \"visit\"", Assert.Throws<ArgumentException>(() => ReplayTally.From(OneMinute, PastTickets.Plan, snapshot)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Misses_stand_by_lateness_then_ticket_then_objective_then_start()
    {
        Target[] hour = [new Target("all", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(1)))];
        SlaPolicy policy = new("two", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [new Objective("b", Signal.Received, Signal.Reply, hour), new Objective("a", Signal.Received, Signal.Reply, hour)]);
        SlaHistory[] tickets =
        [
            Replied("T2", "Tue 2026-03-31 10:00", "Tue 2026-03-31 13:00"),
            Replied("T1", "Tue 2026-03-31 12:00", "Tue 2026-03-31 15:00"),
            Replied("T1", "Tue 2026-03-31 09:00", "Tue 2026-03-31 12:00"),
            Replied("T9", "Tue 2026-03-31 16:00", "Tue 2026-03-31 20:00"),
        ];

        ReplayTally tally = policy.Replay(tickets, PastTickets.Plan);

        Assert.Equal(
            ["T9 a 16:00", "T9 b 16:00", "T1 a 09:00", "T1 a 12:00", "T1 b 09:00", "T1 b 12:00", "T2 a 10:00", "T2 b 10:00"],
            tally.WorstMisses.Select(one => $"{one.OpenedBy} {one.Cycle.Objective.Name} {World.Text(one.Cycle.Start, World.Shanghai)[15..20]}"));
        Assert.Equal($"T9: {tally.WorstMisses[0].Cycle}", tally.WorstMisses[0].ToString());
        Assert.Empty(policy.Replay(tickets, PastTickets.Plan.Keeping(0)).WorstMisses);
        Assert.Equal(["T9", "T9", "T1"], policy.Replay(tickets, PastTickets.Plan.Keeping(3)).WorstMisses.Select(one => one.OpenedBy.Value));
    }

    [Fact]
    public void Of_equally_late_ones_that_with_the_first_identifier_is_kept_whichever_came_first()
    {
        SlaHistory[] tickets = [Replied("T2", "Tue 2026-03-31 10:00", "Tue 2026-03-31 13:00"), Replied("T1", "Tue 2026-03-31 12:00", "Tue 2026-03-31 15:00"), Replied("T3", "Tue 2026-03-31 12:00", "Tue 2026-03-31 15:00")];

        Assert.Equal("T1", Assert.Single(OneMinute.Replay(tickets, PastTickets.Plan.Keeping(1)).WorstMisses).OpenedBy.Value);
        Assert.Equal("T1", Assert.Single(OneMinute.Replay(tickets.Reverse(), PastTickets.Plan.Keeping(1)).WorstMisses).OpenedBy.Value);
    }

    [Fact]
    public void What_is_still_open_is_counted_but_in_no_hour_of_an_attainment()
    {
        ReplayTally tally = OneMinute.Replay([Received("T1", PastTickets.Seen)], PastTickets.Plan);

        Assert.Equal(1, Assert.Single(tally.ByTarget)[CycleOutcome.Open]);
        Assert.Equal(1, Assert.Single(tally.ByMonth).Row.Total);
        Assert.Empty(tally.ByHour);
        Assert.Empty(tally.ByDate);
        Assert.Empty(tally.ByHourOfWeek);
    }

    [Fact]
    public void Values_stand_in_the_order_of_their_dimension_and_names_by_their_letters()
    {
        (Channel Channel, string Region)[] requests = [(Channel.Chat, "Pudong"), (Channel.Phone, "Hongkou"), (Channel.Email, "Baoshan")];

        ReplayTally tally = OneMinute.Replay(
            requests.Select((one, i) => Received($"T{i}", World.At("Tue 2026-03-31 10:00", World.Shanghai), RapidResponse.Mail.WithChannel(one.Channel).WithRegion(one.Region))), PastTickets.Plan);

        Assert.Equal(["phone", "email", "chat"], tally.By(RequestDimension.Channel).Select(one => one.Key));
        Assert.Equal(["Baoshan", "Hongkou", "Pudong"], tally.By(RequestDimension.Region).Select(one => one.Key));
    }

    [Fact]
    public void Only_a_tally_with_an_equal_plan_can_be_merged()
    {
        ReplayPlan plan = PastTickets.Plan;
        ReplayTally tally = OneMinute.StartReplay(plan);

        foreach (ReplayPlan other in new[] { plan.In(DateTimeZone.Utc), plan.By(RequestDimension.Severity), plan.Keeping(19), ReplayPlan.AsOf(PastTickets.Seen - Duration.Epsilon).In(World.Shanghai).By(plan.Dimensions) })
        {
            Assert.Throws<ArgumentException>("other", () => tally.Merge(OneMinute.StartReplay(other)));
        }

        Assert.Throws<ArgumentNullException>("other", () => tally.Merge(null!));
        tally.Merge(OneMinute.Replay([Received("T1", PastTickets.Seen)], ReplayPlan.AsOf(PastTickets.Seen).In(World.Shanghai).By(plan.Dimensions)));
        Assert.Equal(1, tally.Tickets);
    }

    [Fact]
    public void A_plan_keeps_what_it_is_not_told_to_change_and_refuses_what_cannot_be()
    {
        ReplayPlan plan = ReplayPlan.AsOf(PastTickets.Seen).In(World.Berlin).By(RequestDimension.Region, RequestDimension.Region).Keeping(ReplayPlan.MaximumKept);

        Assert.Equal((PastTickets.Seen, World.Berlin, ReplayPlan.MaximumKept), (plan.SeenFrom, plan.Zone, plan.Kept));
        Assert.Equal([RequestDimension.Region], plan.Dimensions);
        Assert.Equal(0, plan.Keeping(0).Kept);
        Assert.Throws<ArgumentNullException>("zone", () => plan.In(null!));
        Assert.Throws<ArgumentNullException>("dimensions", () => plan.By(null!));
        Assert.Throws<ArgumentNullException>("dimensions", () => plan.By(RequestDimension.Region, null!));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => plan.Keeping(ReplayPlan.MaximumKept + 1));
        Assert.Throws<ArgumentNullException>("dimension", () => OneMinute.StartReplay(plan).By(null!));
        Assert.Contains("no dimension", Assert.Throws<ArgumentException>(() => OneMinute.StartReplay(ReplayPlan.AsOf(PastTickets.Seen)).By(RequestDimension.Kind)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_count_has_eight_numbers_from_zero_to_a_million_millions()
    {
        long[] most = [.. Enumerable.Repeat(ReplayCount.MaximumCount, 8)];

        Assert.Equal(most, new ReplayCount("target", "", "reply", most).Outcomes);
        Assert.Throws<ArgumentNullException>("key", () => new ReplayCount("target", null!, "reply", Nothing));
        Assert.Throws<ArgumentException>("breakdown", () => new ReplayCount(" ", "all", "reply", Nothing));
        Assert.Throws<ArgumentException>("objective", () => new ReplayCount("target", "all", "", Nothing));
        Assert.Throws<ArgumentNullException>("outcomes", () => new ReplayCount("target", "all", "reply", null!));
        Assert.Throws<ArgumentException>("outcomes", () => new ReplayCount("target", "all", "reply", new long[9]));
        Assert.Throws<ArgumentOutOfRangeException>("outcomes", () => new ReplayCount("target", "all", "reply", [0, 0, 0, 0, 0, 0, 0, ReplayCount.MaximumCount + 1]));
        Assert.Throws<ArgumentOutOfRangeException>("outcomes", () => new ReplayCount("target", "all", "reply", [0, 0, 0, 0, 0, 0, 0, -1]));
    }

    [Fact]
    public void Counts_are_equal_when_every_part_is()
    {
        ReplayCount count = new("target", "all", "reply", [3, 1, 0, 0, 0, 0, 0, 0]);
        ReplayCount[] others =
        [
            new("hour", "all", "reply", [3, 1, 0, 0, 0, 0, 0, 0]), new("target", "All", "reply", [3, 1, 0, 0, 0, 0, 0, 0]),
            new("target", "all", "pickup", [3, 1, 0, 0, 0, 0, 0, 0]), new("target", "all", "reply", [3, 1, 0, 0, 0, 0, 0, 1]),
        ];
        ReplayCount same = new("target", "all", "reply", [3, 1, 0, 0, 0, 0, 0, 0]);

        Assert.True(count.Equals((object)same));
        Assert.Equal(count.GetHashCode(), same.GetHashCode());
        Assert.All(others, other => Assert.False(count.Equals(other)));
        Assert.All(others[..3], other => Assert.NotEqual(count.GetHashCode(), other.GetHashCode()));
        Assert.False(count.Equals(null));
        Assert.False(count.Equals((object)"target"));
        Assert.Equal("target all: reply 3, 1, 0, 0, 0, 0, 0, 0", count.ToString());
    }

    [Fact]
    public void A_snapshot_refuses_what_is_missing_or_negative()
    {
        QuantileSnapshot none = new QuantileAccumulator().ToSnapshot();
        ReplaySnapshot snapshot = new([], [], none);

        Assert.Throws<ArgumentNullException>("counts", () => new ReplaySnapshot(null!, [], none));
        Assert.Throws<ArgumentNullException>("worstMisses", () => new ReplaySnapshot([], null!, none));
        Assert.Throws<ArgumentNullException>("lateness", () => new ReplaySnapshot([], [], null!));
        Assert.Throws<ArgumentNullException>(() => new ReplaySnapshot([null!], [], none));
        Assert.Throws<ArgumentNullException>(() => new ReplaySnapshot([], [null!], none));
        Assert.Throws<ArgumentOutOfRangeException>("tickets", () => snapshot.OfTickets(-1, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("testTickets", () => snapshot.OfTickets(0, -1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("notYetOpened", () => snapshot.OfTickets(0, 0, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("ignoredEvents", () => snapshot.OfTickets(0, 0, 0, -1));
        const long most = ReplayCount.MaximumCount;
        Assert.Equal((most, most, most, most), snapshot.OfTickets(most, most, most, most) is var full ? (full.Tickets, full.TestTickets, full.NotYetOpened, full.IgnoredEvents) : default);
        Assert.Throws<ArgumentOutOfRangeException>("tickets", () => snapshot.OfTickets(most + 1, 0, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("testTickets", () => snapshot.OfTickets(0, most + 1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("notYetOpened", () => snapshot.OfTickets(0, 0, most + 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("ignoredEvents", () => snapshot.OfTickets(0, 0, 0, most + 1));
        ReplayTally loaded = ReplayTally.From(OneMinute, PastTickets.Plan, snapshot.OfTickets(4, 3, 2, 1));
        Assert.Equal((4, 3, 2, 1), (loaded.Tickets, loaded.TestTickets, loaded.NotYetOpened, loaded.IgnoredEvents));
        Assert.Throws<ArgumentNullException>("policy", () => ReplayTally.From(null!, PastTickets.Plan, snapshot));
        Assert.Throws<ArgumentNullException>("plan", () => ReplayTally.From(OneMinute, null!, snapshot));
        Assert.Throws<ArgumentNullException>("snapshot", () => ReplayTally.From(OneMinute, PastTickets.Plan, null!));
    }

    [Fact]
    public void An_hour_takes_as_many_cycles_as_an_int_holds()
    {
        ReplayCount Hour(long met) => new(ReplayCount.ByHour, "2026-03-31T09", "reply", [met, 0, 0, 0, 0, 0, 0, 0]);
        ReplaySnapshot Of(params ReplayCount[] counts) => new(counts, [], new QuantileAccumulator().ToSnapshot());

        Assert.Equal(int.MaxValue, Assert.Single(ReplayTally.From(OneMinute, PastTickets.Plan, Of(Hour(int.MaxValue - 1), Hour(1))).ByHour).Met);
        Assert.Throws<ArgumentException>("outcomes", () => ReplayTally.From(OneMinute, PastTickets.Plan, Of(Hour(int.MaxValue), Hour(1))));
    }

    [Fact]
    public void A_reference_names_ticket_clock_and_start()
    {
        SlaHistory history = Received("T1", PastTickets.Seen);

        Assert.Equal("T1: reply, started by r", new CycleReference(history, "reply", new EventId("r")).ToString());
        Assert.Throws<ArgumentNullException>("history", () => new CycleReference(null!, "reply", new EventId("r")));
        Assert.Throws<ArgumentException>("objective", () => new CycleReference(history, " ", new EventId("r")));
    }

    private static SlaHistory Received(string id, Instant at) => Received(id, at, RapidResponse.Mail);

    private static SlaHistory Received(string id, Instant at, ServiceRequest request) =>
        new([SlaEvent.Opened(new EventId(id), at, request), SlaEvent.Signalled(new EventId("r"), at, Signal.Received)]);

    private static SlaHistory Replied(string id, string received, string replied) =>
        new(Received(id, World.At(received, World.Shanghai)).Events.Append(SlaEvent.Signalled(new EventId("a"), World.At(replied, World.Shanghai), Signal.Reply)));
}
