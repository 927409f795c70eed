using AfterSales.Domain.Json;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tests.Sla;
using AfterSales.Domain.Tests.Sla.Replay;

namespace AfterSales.Domain.Tests.Json;

/// <summary>Tallies of replays and comparisons as documents.</summary>
public class ReplayTallyDocumentTests
{
    private static readonly SlaPolicy Policy = RapidResponse.Policy;
    private static readonly ReplayPlan Plan = PastTickets.Plan.Keeping(3);

    [Fact]
    public void Saving_and_loading_a_replay_anywhere_changes_nothing() => SavedAnywhere.ChangesNothing(
        PastTickets.Some, 4, () => Policy.StartReplay(Plan), (tally, ticket) => tally.Add(ticket),
        tally => ReplayTallyDocument.Write(tally.ToSnapshot()), ReplayTallyDocument.Read, snapshot => ReplayTally.From(Policy, Plan, snapshot),
        tally => $"{ReplayTests.Everything(tally)}\n{ReplayTallyDocument.Write(tally.ToSnapshot())}");

    [Fact]
    public void Saving_and_loading_a_comparison_anywhere_changes_nothing() => SavedAnywhere.ChangesNothing(
        PastTickets.Some, 8, () => Policy.StartComparison(ComparisonTests.Stricter, Plan), (tally, ticket) => tally.Add(ticket),
        tally => ComparisonTallyDocument.Write(tally.ToSnapshot()), ComparisonTallyDocument.Read, snapshot => ComparisonTally.From(Policy, ComparisonTests.Stricter, Plan, snapshot),
        tally => $"{ComparisonTests.Everything(tally)}\n{ComparisonTallyDocument.Write(tally.ToSnapshot())}");

    [Fact]
    public void Parts_that_were_replayed_elsewhere_are_loaded_and_merged() => Law.HoldsOnFewer(PastTickets.Some, 8, tickets =>
    {
        string[] sent = [.. tickets.Chunk(3).Select(part => ReplayTallyDocument.Write(Policy.Replay(part, Plan).ToSnapshot()))];
        ReplayTally whole = Policy.StartReplay(Plan);
        foreach (string document in sent.Reverse())
        {
            whole.Merge(ReplayTally.From(Policy, Plan, ReplayTallyDocument.Read(document).Value));
        }

        Assert.Equal(ReplayTests.Everything(Policy.Replay(tickets, Plan)), ReplayTests.Everything(whole));
    });

    [Fact]
    public void A_replay_reads_as_it_is_meant()
    {
        ReplaySnapshot tally = ReplayTallyDocument.Read("""
            { "format": "replay-tally/1", "tickets": 3, "testTickets": 1, "ignoredEvents": 2,
              "counts": [ { "breakdown": "target", "key": "mail and chat", "objective": "reply", "met": 2, "missed": 1 }, { "breakdown": "by region", "objective": "reply", "not-covered": 1 } ],
              "worstMisses": [ { "objective": "reply", "startedBy": "r", "history": { "events": [ { "id": "o", "at": "2026-03-30T10:00:00+08:00", "opened": { "kind": "repair" } } ] } } ],
              "lateness": { "least": 7200, "most": 7200, "values": "7200" } }
            """).Value;

        Assert.Equal((3, 1, 0, 2), (tally.Tickets, tally.TestTickets, tally.NotYetOpened, tally.IgnoredEvents));
        Assert.Equal(
            [new ReplayCount(ReplayCount.ByTarget, "mail and chat", "reply", [2, 1, 0, 0, 0, 0, 0, 0]), new ReplayCount("by region", "", "reply", [0, 0, 0, 0, 0, 0, 0, 1])],
            tally.Counts);
        Assert.Equal("o: reply, started by r", Assert.Single(tally.WorstMisses).ToString());
        Assert.Equal(World.At("Mon 2026-03-30 10:00", World.Shanghai), tally.WorstMisses[0].History.Events[0].At);
        Assert.Equal(7200, tally.Lateness.Maximum);
    }

    [Fact]
    public void A_comparison_reads_as_it_is_meant()
    {
        ComparisonSnapshot tally = ComparisonTallyDocument.Read("""
            { "format": "comparison-tally/1", "before": { "tickets": 1 }, "after": { "tickets": 1 },
              "objectives": [ { "objective": "reply", "movedEarlier": 4, "outcomes": [ { "before": "met", "after": "missed", "count": 3 }, { "before": "not-covered", "after": "met", "count": 1 } ] } ] }
            """).Value;

        OutcomePairs reply = Assert.Single(tally.Pairs);
        Assert.Equal(("reply", 4, 0), (reply.Objective, reply.MovedEarlier, reply.MovedLater));
        Assert.Equal([(1, 3L), (56, 1L)], reply.Counts.Select((count, pair) => (pair, count)).Where(one => one.count > 0));
        Assert.Equal((1, 1, 0), (tally.Before.Tickets, tally.After.Tickets, tally.Moved.Count));
    }

    [Fact]
    public void Every_problem_is_told_with_its_place()
    {
        Assert.Equal(
            [
                "$ missing-member", "$.testTickets bad-value", "$.counts[0] missing-member", "$.counts[0].met bad-value", "$.counts[0].lost unknown-member", "$.counts[1] refused",
                "$.worstMisses[0] missing-member", "$.worstMisses[0].startedBy bad-value", "$.worstMisses[0].history.events bad-value", "$.lateness.most wrong-type",
            ],
            Told(ReplayTallyDocument.Read("""
                { "format": "replay-tally/1", "testTickets": -1,
                  "counts": [ { "breakdown": "target", "met": -1, "lost": 2 }, { "breakdown": "target", "objective": "reply", "met": 1000000000001 } ],
                  "worstMisses": [ { "startedBy": "", "history": { "events": [] } } ],
                  "lateness": { "most": "long" } }
                """).Findings));
        Assert.Equal(
            [
                "$ missing-member", "$.before missing-member", "$.objectives[0].outcomes[0].before bad-value", "$.objectives[0].outcomes[0].count bad-value", "$.objectives[1] refused", "$.moved wrong-type",
            ],
            Told(ComparisonTallyDocument.Read("""
                { "format": "comparison-tally/1", "before": {},
                  "objectives": [ { "objective": "reply", "outcomes": [ { "before": "late", "after": "met", "count": -3 } ] },
                    { "objective": "reply", "outcomes": [ { "before": "met", "after": "met", "count": 3 }, { "before": "met", "after": "met", "count": 4 } ] } ],
                  "moved": 1 }
                """).Findings));
    }

    private static IEnumerable<string> Told(IEnumerable<DocumentFinding> findings) => findings.Select(finding => $"{finding.Path} {finding.Code}");
}
