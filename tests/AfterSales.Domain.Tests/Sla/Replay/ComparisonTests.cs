using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla.Replay;

public class ComparisonTests
{
    private static readonly SlaPolicy Policy = RapidResponse.Policy;

    /// <summary>Replies in half an open hour, on-site visits half as long, no call-back any more, and something new.</summary>
    internal static readonly SlaPolicy Stricter = new SlaPolicy("stricter", 1, Policy.EffectiveFrom,
        [
            RapidResponse.Pickup,
            new Objective("reply", Signal.Received, Signal.Reply, [new Target("mail and chat", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromMinutes(30))).On(CalendarChoice.Named("service-hours"))])
                .For(RequestCondition.Channel(Channel.Email, Channel.Chat)),
            new Objective("on-site", Signal.TaskReceived, Signal.Arrived, [new Target("all", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(12)))]),
            new Objective("closed", Signal.Received, Signal.Resolved, [new Target("all", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromDays(2)))]),
        ]).With(World.ServiceHours);

    [Fact]
    public void A_stricter_policy_turns_a_met_reply_into_a_missed_one()
    {
        SlaHistory mail = ReplayTests.Mail("Mon 2026-03-30 10:00", "Mon 2026-03-30 10:45");

        ComparisonTally tally = Policy.CompareWith(Stricter, [mail], PastTickets.Plan);

        ComparisonRow reply = tally.ByObjective.Single(row => row.Objective == "reply");
        Assert.Equal((1, 0, 1, 0), (reply.NewlyMissed, reply.NewlyMet, reply.MovedEarlier, reply.MovedLater));
        DeadlineChange change = Assert.Single(tally.NewlyMissed);
        Assert.Equal(Duration.FromMinutes(-30), change.Moved);
        Assert.Equal("T1", change.OpenedBy.Value);
        Assert.IsType<MetState>(change.Before.State);
        Assert.IsType<BreachedState>(change.After.State);
    }

    [Fact]
    public void Reversed_it_is_newly_met()
    {
        SlaHistory mail = ReplayTests.Mail("Mon 2026-03-30 10:00", "Mon 2026-03-30 10:45");

        ComparisonTally tally = Stricter.CompareWith(Policy, [mail], PastTickets.Plan);

        Assert.Equal(1, tally.ByObjective.Single(row => row.Objective == "reply").NewlyMet);
        Assert.Single(tally.NewlyMet);
        Assert.Empty(tally.NewlyMissed);
    }

    [Fact]
    public void Objectives_that_only_one_policy_has_are_shown_on_its_side()
    {
        SlaHistory mail = ReplayTests.Mail("Mon 2026-03-30 10:00", "Mon 2026-03-30 10:45");

        ComparisonTally tally = Policy.CompareWith(Stricter, [mail], PastTickets.Plan);

        Assert.Equal(["pickup", "call-back", "reply", "on-site", "agree-visit", "closed"], tally.ByObjective.Select(row => row.Objective));
        Assert.Equal((0, 1), (tally.ByObjective[^1].OnlyBefore, tally.ByObjective[^1].OnlyAfter));
    }

    [Fact]
    public void Each_side_is_the_replay_of_its_policy_and_the_pairs_add_up() => Law.HoldsOnFewer(PastTickets.Some, 4, tickets =>
    {
        ComparisonTally tally = Policy.CompareWith(Stricter, tickets, PastTickets.Plan);

        Assert.Equal(ReplayTests.Everything(Policy.Replay(tickets, PastTickets.Plan)), ReplayTests.Everything(tally.Before));
        Assert.Equal(ReplayTests.Everything(Stricter.Replay(tickets, PastTickets.Plan)), ReplayTests.Everything(tally.After));
        foreach (ComparisonRow row in tally.ByObjective)
        {
            long both = Pairs(row).Sum();
            Assert.Equal(row.Before.Total, both + row.OnlyBefore);
            Assert.Equal(row.After.Total, both + row.OnlyAfter);
            Assert.True(row.MovedEarlier + row.MovedLater <= both);
            Assert.Equal(new ShareDifference(row.Before.Attainment, row.After.Attainment), row.Difference);
        }
    });

    [Fact]
    public void A_policy_compared_with_itself_changes_nothing() => Law.HoldsOnFewer(PastTickets.Some, 4, tickets =>
    {
        ComparisonTally tally = Policy.CompareWith(Policy, tickets, PastTickets.Plan);

        Assert.Empty(tally.Moved);
        Assert.All(tally.ByObjective, row => Assert.Equal((0, 0, 0, 0), (row.NewlyMet, row.NewlyMissed, row.OnlyBefore, row.OnlyAfter)));
    });

    [Fact]
    public void Any_split_of_a_log_merges_to_the_whole()
    {
        Gen<(SlaHistory[] Tickets, int[] Parts)> cases =
            from tickets in PastTickets.Some
            from parts in Gen.ArrayOf(Gen.Choose(0, 2), tickets.Length)
            select (tickets, parts);
        Law.HoldsOnFewer(cases, 4, one =>
        {
            ReplayPlan plan = PastTickets.Plan.Keeping(2);
            ComparisonTally merged = Policy.StartComparison(Stricter, plan);
            for (int part = 0; part < 3; part++)
            {
                merged.Merge(Policy.CompareWith(Stricter, one.Tickets.Where((_, i) => one.Parts[i] == part), plan));
            }

            Assert.Equal(Everything(Policy.CompareWith(Stricter, one.Tickets, plan)), Everything(merged));
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
            ReplayPlan plan = PastTickets.Plan.Keeping(2);
            ComparisonTally saved = Policy.CompareWith(Stricter, one.Tickets[..one.Cut], plan);

            ComparisonTally loaded = ComparisonTally.From(Policy, Stricter, plan, saved.ToSnapshot());

            Assert.Equal(Everything(saved), Everything(loaded));
            loaded.Merge(Policy.CompareWith(Stricter, one.Tickets[one.Cut..], plan));
            Assert.Equal(Everything(Policy.CompareWith(Stricter, one.Tickets, plan)), Everything(loaded));
        });
    }

    [Fact]
    public void Progress_is_told_and_the_work_can_be_cancelled()
    {
        List<long> told = [];
        SlaHistory mail = ReplayTests.Mail("Mon 2026-03-30 10:00", "Mon 2026-03-30 10:45");
        using CancellationTokenSource source = new();

        Policy.CompareWith(Stricter, Enumerable.Repeat(mail, 1500), PastTickets.Plan, new Told(told.Add), source.Token);
        source.Cancel();

        Assert.Equal([1024, 1500], told);
        Assert.Throws<OperationCanceledException>(() => Policy.CompareWith(Stricter, [mail], PastTickets.Plan, progress: null, source.Token));
    }

    [Fact]
    public void What_is_refused_says_what_is_allowed()
    {
        Assert.Throws<ArgumentNullException>(() => Policy.CompareWith(null!, [], PastTickets.Plan));
        Assert.Throws<ArgumentNullException>(() => Policy.CompareWith(Stricter, null!, PastTickets.Plan));
        Assert.Throws<ArgumentException>(() => Policy.StartComparison(Stricter, PastTickets.Plan).Merge(Policy.StartComparison(Policy, PastTickets.Plan)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Policy.StartComparison(Stricter, PastTickets.Plan).ByObjective[0].Both((CycleOutcome)99, CycleOutcome.Met));
        ComparisonSnapshot snapshot = Policy.StartComparison(Stricter, PastTickets.Plan).ToSnapshot();
        ComparisonSnapshot other = new(snapshot.Before, snapshot.After, [new OutcomePairs("answer", Enumerable.Repeat(0L, 64), 0, 0)]);
        Assert.Contains("\"answer\"", Assert.Throws<ArgumentException>(() => ComparisonTally.From(Policy, Stricter, PastTickets.Plan, other)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new OutcomePairs("reply", [1], 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new OutcomePairs("reply", Enumerable.Repeat(0L, 64), -1, 0));
    }

    private static long[] Pairs(ComparisonRow row) =>
        [.. Enum.GetValues<CycleOutcome>().SelectMany(before => Enum.GetValues<CycleOutcome>().Select(after => row.Both(before, after)))];

    internal static string Everything(ComparisonTally tally) => string.Join("\n",
        tally.ByObjective.Select(row => $"{row.Objective} {string.Join(",", Pairs(row))} {row.MovedEarlier} {row.MovedLater}")
            .Concat(tally.NewlyMet.Concat(tally.NewlyMissed).Concat(tally.Moved).Select(one => $"{one}"))
            .Append(ReplayTests.Everything(tally.Before)).Append(ReplayTests.Everything(tally.After)));
}
