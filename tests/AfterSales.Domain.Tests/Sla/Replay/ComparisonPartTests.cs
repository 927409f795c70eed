using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla.Replay;

/// <summary>What a comparison counts as moved, in which order it shows it, and what its parts refuse.</summary>
public class ComparisonPartTests
{
    private static readonly long[] NoPairs = new long[64];

    /// <summary>Four hours for everybody.</summary>
    private static readonly SlaPolicy Before = Policy("before", general: 4, important: 4, urgent: 4);

    /// <summary>An hour more for general requests, three less for important and one less for urgent ones.</summary>
    private static readonly SlaPolicy After = Policy("after", general: 5, important: 1, urgent: 3);

    [Fact]
    public void A_due_that_moves_without_changing_the_outcome_is_moved_only()
    {
        SlaHistory quick = Replied("T1", Severity.Urgent, "Tue 2026-03-31 10:00", "Tue 2026-03-31 10:20");

        ComparisonTally earlier = Before.CompareWith(After, [quick], PastTickets.Plan);
        ComparisonTally later = After.CompareWith(Before, [quick], PastTickets.Plan);

        Assert.Equal(Duration.FromHours(-1), Assert.Single(earlier.Moved).Moved);
        Assert.Equal(Duration.FromHours(1), Assert.Single(later.Moved).Moved);
        Assert.Equal((1, 0), Row(earlier) is var row ? (row.MovedEarlier, row.MovedLater) : default);
        Assert.Equal((0, 1), Row(later) is var other ? (other.MovedEarlier, other.MovedLater) : default);
        Assert.Empty(earlier.NewlyMet.Concat(earlier.NewlyMissed));
        Assert.Equal("T1: reply due 2026-03-31T06:00:00Z → 2026-03-31T05:00:00Z, " + $"{earlier.Moved[0].Before.State} → {earlier.Moved[0].After.State}", earlier.Moved[0].ToString());
    }

    [Fact]
    public void A_due_that_stays_is_neither_moved_earlier_nor_later()
    {
        ComparisonTally tally = Before.CompareWith(Before, [Replied("T1", Severity.Urgent, "Tue 2026-03-31 10:00", "Tue 2026-03-31 16:00")], PastTickets.Plan);

        Assert.Equal((0, 0), (Row(tally).MovedEarlier, Row(tally).MovedLater));
        Assert.Equal(1, Row(tally).Both(CycleOutcome.Missed, CycleOutcome.Missed));
        Assert.Empty(tally.Moved);
        Assert.Equal($"1 tickets\n{Row(tally)}", tally.ToString());
        Assert.Equal($"reply: {Row(tally).Before.Attainment} → {Row(tally).After.Attainment}, {Row(tally).Difference}", Row(tally).ToString());
    }

    [Fact]
    public void The_largest_moves_stand_first_whichever_way_they_go()
    {
        SlaHistory[] tickets =
        [
            Replied("T5", Severity.General, "Tue 2026-03-31 08:00", "Tue 2026-03-31 08:10"),
            Replied("T4", Severity.Important, "Tue 2026-03-31 09:00", "Tue 2026-03-31 09:10"),
            Replied("T3", Severity.Urgent, "Tue 2026-03-31 10:00", "Tue 2026-03-31 10:10"),
            Replied("T2", Severity.Urgent, "Tue 2026-03-31 12:00", "Tue 2026-03-31 12:10"),
            Replied("T2", Severity.General, "Tue 2026-03-31 11:00", "Tue 2026-03-31 11:10"),
        ];

        ComparisonTally tally = Before.CompareWith(After, tickets, PastTickets.Plan);

        Assert.Equal(
            ["T4 -3 09:00", "T2 1 11:00", "T2 -1 12:00", "T3 -1 10:00", "T5 1 08:00"],
            tally.Moved.Select(one => FormattableString.Invariant($"{one.OpenedBy} {one.Moved!.Value.TotalHours} {World.Text(one.Before.Start, World.Shanghai)[15..20]}")));
        Assert.Equal(["T4", "T2"], Before.CompareWith(After, tickets, PastTickets.Plan.Keeping(2)).Moved.Select(one => one.OpenedBy.Value));
    }

    [Fact]
    public void Of_one_ticket_the_objectives_stand_by_name()
    {
        SlaPolicy Two(int hours) => new("two", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [Reply("b", hours, hours, hours), Reply("a", hours, hours, hours)]);

        ComparisonTally tally = Two(2).CompareWith(Two(3), [Replied("T1", Severity.Urgent, "Tue 2026-03-31 10:00", "Tue 2026-03-31 10:20")], PastTickets.Plan);

        Assert.Equal(["a", "b"], tally.Moved.Select(one => one.Before.Objective.Name));
    }

    [Fact]
    public void Merging_keeps_what_is_newly_missed_newly_met_and_moved_of_both()
    {
        SlaHistory[] tickets =
        [
            Replied("T1", Severity.Important, "Tue 2026-03-31 10:00", "Tue 2026-03-31 12:00"), Replied("T2", Severity.Important, "Tue 2026-03-31 11:00", "Tue 2026-03-31 13:00"),
            Replied("T3", Severity.General, "Tue 2026-03-31 10:00", "Tue 2026-03-31 14:30"), Replied("T4", Severity.General, "Tue 2026-03-31 11:00", "Tue 2026-03-31 15:30"),
        ];
        ComparisonTally tally = Before.CompareWith(After, [tickets[0], tickets[2]], PastTickets.Plan);

        tally.Merge(Before.CompareWith(After, [tickets[1], tickets[3]], PastTickets.Plan));

        Assert.Equal(["T1", "T2"], tally.NewlyMissed.Select(one => one.OpenedBy.Value));
        Assert.Equal(["T3", "T4"], tally.NewlyMet.Select(one => one.OpenedBy.Value));
        Assert.Equal(["T1", "T2", "T3", "T4"], tally.Moved.Select(one => one.OpenedBy.Value));
        Assert.Equal((4, 2, 2), (tally.Tickets, Row(tally).NewlyMissed, Row(tally).NewlyMet));
        Assert.Equal((2, 2), (Row(tally).MovedEarlier, Row(tally).MovedLater));
        Assert.Equal(ComparisonTests.Everything(tally), ComparisonTests.Everything(ComparisonTally.From(Before, After, PastTickets.Plan, tally.ToSnapshot())));
    }

    [Fact]
    public void A_ticket_that_does_not_count_changes_neither_side()
    {
        SlaHistory ticket = Replied("T1", Severity.Important, "Tue 2026-03-31 10:00", "Tue 2026-03-31 12:00");

        ComparisonTally tally = Before.CompareWith(After, [ticket.AsTest()], PastTickets.Plan);

        Assert.Equal((0, 1, 1), (tally.Tickets, tally.Before.TestTickets, tally.After.TestTickets));
        Assert.Empty(tally.Moved);
    }

    [Fact]
    public void An_outcome_that_there_is_not_is_refused_on_either_side()
    {
        ComparisonRow row = Row(Before.StartComparison(After, PastTickets.Plan));

        Assert.Equal(0, row.Both(CycleOutcome.NotCovered, CycleOutcome.Met) + row.Both(CycleOutcome.Met, CycleOutcome.NotCovered));
        Assert.Throws<ArgumentOutOfRangeException>("before", () => row.Both(CycleOutcome.NotCovered + 1, CycleOutcome.Met));
        Assert.Throws<ArgumentOutOfRangeException>("before", () => row.Both((CycleOutcome)(-1), CycleOutcome.Met));
        Assert.Throws<ArgumentOutOfRangeException>("after", () => row.Both(CycleOutcome.Met, CycleOutcome.NotCovered + 1));
        Assert.Throws<ArgumentOutOfRangeException>("after", () => row.Both(CycleOutcome.Met, (CycleOutcome)(-1)));
    }

    [Fact]
    public void Only_a_comparison_of_the_same_two_policies_can_be_merged()
    {
        ComparisonTally tally = Before.StartComparison(After, PastTickets.Plan);

        Assert.Throws<ArgumentNullException>("other", () => tally.Merge(null!));
        Assert.Throws<ArgumentException>("other", () => tally.Merge(Before.StartComparison(Before, PastTickets.Plan)));
        Assert.Throws<ArgumentException>("other", () => tally.Merge(After.StartComparison(After, PastTickets.Plan)));
        Assert.Throws<ArgumentException>("other", () => tally.Merge(tally));
        Assert.Throws<ArgumentNullException>("other", () => Before.StartComparison(null!, PastTickets.Plan));
        Assert.Throws<ArgumentNullException>("plan", () => Before.StartComparison(After, null!));
    }

    [Fact]
    public void A_comparison_that_cannot_be_merged_changes_nothing()
    {
        SlaHistory ticket = Replied("T1", Severity.Important, "Tue 2026-03-31 10:00", "Tue 2026-03-31 12:00");
        ComparisonTally tally = Before.CompareWith(After, [ticket], PastTickets.Plan);
        string told = ComparisonTests.Everything(tally);

        Assert.Throws<ArgumentException>("other", () => tally.Merge(Before.CompareWith(Before, [ticket], PastTickets.Plan)));
        Assert.Throws<ArgumentException>("other", () => tally.Merge(After.CompareWith(After, [ticket], PastTickets.Plan)));

        Assert.Equal(told, ComparisonTests.Everything(tally));
    }

    [Fact]
    public void Of_a_clock_that_repeats_each_cycle_is_compared_with_the_one_that_the_same_event_started()
    {
        SlaPolicy Repeating(int hours) => new("chat", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [Reply("reply", hours, hours, hours).Repeating()]);
        SlaHistory ticket = new(
        [
            .. Replied("T1", Severity.Urgent, "Tue 2026-03-31 10:00", "Tue 2026-03-31 10:20").Events,
            SlaEvent.Signalled(new EventId("again"), World.At("Tue 2026-03-31 12:00", World.Shanghai), Signal.Received), SlaEvent.Signalled(new EventId("answered"), World.At("Tue 2026-03-31 12:10", World.Shanghai), Signal.Reply),
        ]);

        ComparisonTally tally = Repeating(2).CompareWith(Repeating(3), [ticket], PastTickets.Plan);

        Assert.Equal([("10:00", 1.0), ("12:00", 1.0)], tally.Moved.Select(one => (World.Text(one.After.Start, World.Shanghai)[15..20], one.Moved!.Value.TotalHours)));
        Assert.Equal((0, 2, 0, 0), (Row(tally).MovedEarlier, Row(tally).MovedLater, Row(tally).OnlyBefore, Row(tally).OnlyAfter));
    }

    [Fact]
    public void A_cycle_that_only_one_of_the_policies_starts_is_counted_on_its_side()
    {
        SlaPolicy byTask = new("task", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [new Objective("reply", Signal.TaskReceived, Signal.Reply, [FourHours])]);
        SlaHistory ticket = Replied("T1", Severity.Urgent, "Tue 2026-03-31 10:00", "Tue 2026-03-31 10:20");

        Assert.Equal((1, 0), Row(Before.CompareWith(byTask, [ticket], PastTickets.Plan)) is var row ? (row.OnlyBefore, row.OnlyAfter) : default);
        Assert.Equal((0, 1), Row(byTask.CompareWith(Before, [ticket], PastTickets.Plan)) is var other ? (other.OnlyBefore, other.OnlyAfter) : default);
    }

    [Fact]
    public void A_promise_that_another_signal_keeps_is_newly_missed_or_met_though_its_due_stays()
    {
        // Due at 14:00 either way: answered at 10:20, resolved at 15:00.
        SlaPolicy byResolution = new("resolved", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [new Objective("reply", Signal.Received, Signal.Resolved, [FourHours])]);
        SlaHistory ticket = new(
        [
            .. Replied("T1", Severity.Urgent, "Tue 2026-03-31 10:00", "Tue 2026-03-31 10:20").Events,
            SlaEvent.Signalled(new EventId("done"), World.At("Tue 2026-03-31 15:00", World.Shanghai), Signal.Resolved),
        ]);

        ComparisonTally stricter = Before.CompareWith(byResolution, [ticket], PastTickets.Plan);
        ComparisonTally milder = byResolution.CompareWith(Before, [ticket], PastTickets.Plan);

        Assert.Equal((1, 0, 0), (stricter.NewlyMissed.Count, stricter.NewlyMet.Count, stricter.Moved.Count));
        Assert.Equal((0, 1, 0), (milder.NewlyMissed.Count, milder.NewlyMet.Count, milder.Moved.Count));
    }

    [Fact]
    public void Pairs_are_sixty_four_numbers_from_zero_to_a_million_millions()
    {
        long[] most = [.. Enumerable.Repeat(ReplayCount.MaximumCount, 64)];
        OutcomePairs pairs = new("reply", most, 0, ReplayCount.MaximumCount);

        Assert.Equal(most, pairs.Counts);
        Assert.Equal(("reply", 0L, ReplayCount.MaximumCount), (pairs.Objective, pairs.MovedEarlier, pairs.MovedLater));
        Assert.Throws<ArgumentException>("objective", () => new OutcomePairs(" ", NoPairs, 0, 0));
        Assert.Throws<ArgumentNullException>("counts", () => new OutcomePairs("reply", null!, 0, 0));
        Assert.Throws<ArgumentException>("counts", () => new OutcomePairs("reply", new long[65], 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("counts", () => new OutcomePairs("reply", [.. most[1..], ReplayCount.MaximumCount + 1], 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("counts", () => new OutcomePairs("reply", [.. most[1..], -1], 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>("movedEarlier", () => new OutcomePairs("reply", NoPairs, -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("movedLater", () => new OutcomePairs("reply", NoPairs, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>("movedEarlier", () => new OutcomePairs("reply", NoPairs, ReplayCount.MaximumCount + 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>("movedLater", () => new OutcomePairs("reply", NoPairs, 0, ReplayCount.MaximumCount + 1));
    }

    [Fact]
    public void A_snapshot_refuses_what_is_missing()
    {
        ReplaySnapshot side = new([], [], new QuantileAccumulator().ToSnapshot());
        ComparisonSnapshot snapshot = new(side, side, []);

        Assert.Throws<ArgumentNullException>("before", () => new ComparisonSnapshot(null!, side, []));
        Assert.Throws<ArgumentNullException>("after", () => new ComparisonSnapshot(side, null!, []));
        Assert.Throws<ArgumentNullException>("pairs", () => new ComparisonSnapshot(side, side, null!));
        Assert.Throws<ArgumentNullException>("pairs", () => new ComparisonSnapshot(side, side, [null!]));
        Assert.Throws<ArgumentNullException>("newlyMissed", () => snapshot.Keeping(null!, [], []));
        Assert.Throws<ArgumentNullException>("newlyMet", () => snapshot.Keeping([], null!, []));
        Assert.Throws<ArgumentNullException>("moved", () => snapshot.Keeping([], [], null!));
        Assert.Throws<ArgumentNullException>("newlyMissed", () => snapshot.Keeping([null!], [], []));
        Assert.Throws<ArgumentNullException>("newlyMet", () => snapshot.Keeping([], [null!], []));
        Assert.Throws<ArgumentNullException>("moved", () => snapshot.Keeping([], [], [null!]));
        Assert.Throws<ArgumentNullException>("snapshot", () => ComparisonTally.From(Before, After, PastTickets.Plan, null!));
    }

    private static Target FourHours => new("all", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(4)));

    private static ComparisonRow Row(ComparisonTally tally) => Assert.Single(tally.ByObjective);

    private static SlaPolicy Policy(string name, int general, int important, int urgent) =>
        new(name, 1, Instant.FromUtc(2026, 1, 1, 0, 0), [Reply("reply", general, important, urgent)]);

    private static Objective Reply(string name, int general, int important, int urgent) => new(name, Signal.Received, Signal.Reply,
        [
            new Target("urgent", RequestCondition.Severity(Severity.Urgent), DeadlineRule.Elapsed(Duration.FromHours(urgent))),
            new Target("important", RequestCondition.Severity(Severity.Important), DeadlineRule.Elapsed(Duration.FromHours(important))),
            new Target("else", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(general))),
        ]);

    private static SlaHistory Replied(string id, Severity severity, string received, string replied) => new(
        [
            SlaEvent.Opened(new EventId(id), World.At(received, World.Shanghai), RapidResponse.Mail.WithSeverity(severity)),
            SlaEvent.Signalled(new EventId("r"), World.At(received, World.Shanghai), Signal.Received),
            SlaEvent.Signalled(new EventId("a"), World.At(replied, World.Shanghai), Signal.Reply),
        ]);
}
