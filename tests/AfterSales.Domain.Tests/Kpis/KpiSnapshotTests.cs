using AfterSales.Domain.Json;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using FsCheck.Fluent;
using NodaTime;
using static AfterSales.Domain.Tests.Kpis.KpiWorld;

namespace AfterSales.Domain.Tests.Kpis;

/// <summary>A tally goes to a snapshot or a document and back: saving and loading anywhere changes nothing.</summary>
public class KpiSnapshotTests
{
    [Fact]
    public void Saving_and_loading_anywhere_changes_nothing() => Law.HoldsOnFewer(
        from tickets in ManyTickets
        from at in Gen.Choose(0, 60)
        select (tickets, at),
        10,
        one =>
        {
            KpiTally saved = Tally(Plan, one.tickets.Take(one.at));
            KpiTally loaded = KpiTally.From(SamePlan(), saved.ToSnapshot());
            KpiTally read = KpiTally.From(SamePlan(), KpiTallyDocument.Read(KpiTallyDocument.Write(saved)).Value);
            foreach (KpiTicket ticket in one.tickets.Skip(one.at))
            {
                loaded.Add(ticket);
                read.Add(ticket);
            }

            string whole = Everything(Tally(Plan, one.tickets));
            Assert.Equal(whole, Everything(loaded));
            Assert.Equal(whole, Everything(read));
            Assert.Equal(KpiTallyDocument.Write(loaded), KpiTallyDocument.Write(read));
        });

    [Fact]
    public void A_tally_goes_into_a_stream_as_into_a_text_and_its_view_shows_what_a_copy_keeps() => Law.HoldsOnFewer(ManyTickets, 10, tickets =>
    {
        KpiTally tally = Tally(Plan, tickets);
        KpiTallySnapshot copy = tally.ToSnapshot();
        KpiTallySnapshot view = tally.AsSnapshot();
        using MemoryStream stream = new();
        KpiTallyDocument.Write(tally, stream);
        string document = KpiTallyDocument.Write(copy);

        Assert.Equal(document, KpiTallyDocument.Write(view));
        Assert.Equal(document, System.Text.Encoding.UTF8.GetString(stream.ToArray()));
        Assert.Equal(copy.Cells.Count, view.Cells.Count);
        Assert.All(copy.Cells.Select((cell, i) => (cell, i)), one => Assert.Equal((one.cell.First, one.cell.Dimension, one.cell.Value), (view.Cells[one.i].First, view.Cells[one.i].Dimension, view.Cells[one.i].Value)));

        // A copy does not change when the tally goes on.
        tally.Add(Opened("Mon 2026-03-02 09:00"));
        Assert.Equal(document, KpiTallyDocument.Write(copy));
        Assert.NotEqual(document, KpiTallyDocument.Write(tally));
    });

    [Fact]
    public void Parts_that_were_counted_elsewhere_are_loaded_and_merged() => Law.HoldsOnFewer(ManyTickets, 10, tickets =>
    {
        string[] sent = [.. tickets.Chunk(9).Select(part => KpiTallyDocument.Write(Tally(SamePlan(), part)))];
        KpiTally whole = new(Plan);
        foreach (string document in sent.Reverse())
        {
            whole.Merge(KpiTally.From(SamePlan(), KpiTallyDocument.Read(document).Value));
        }

        Assert.Equal(Everything(Tally(Plan, tickets)), Everything(whole));
    });

    [Fact]
    public void More_seconds_than_are_kept_apart_come_back_as_the_same_buckets()
    {
        KpiTicket open = Opened("Mon 2026-03-02 09:00");
        KpiTally many = Tally(new KpiPlan(AsOf, World.Shanghai), Enumerable.Range(1, 10_050).Select(i => open.Resolved(open.OpenedAt + Duration.FromSeconds(i * 7) + Duration.FromNanoseconds((long)i))));
        KpiTally read = KpiTally.From(new KpiPlan(AsOf, World.Shanghai), KpiTallyDocument.Read(KpiTallyDocument.Write(many)).Value);

        KpiDurations times = read.Everything().Durations(KpiMeasure.ResolutionTime);
        Assert.False(times.IsExact);
        Assert.Equal($"{many.Everything().Durations(KpiMeasure.ResolutionTime)}", $"{times}");
        Assert.Equal(many.Everything().Durations(KpiMeasure.ResolutionTime).Mean, times.Mean);
    }

    [Fact]
    public void A_snapshot_of_another_plan_or_that_is_no_tallys_is_refused_with_what_is_allowed()
    {
        KpiTallySnapshot Good() => Tally(Plan, [Opened("Mon 2026-03-02 09:00").Resolved(On("Mon 2026-03-02 12:00"))]).ToSnapshot();
        Refused("the plan \"as of 2026-06-30T04:00:00Z", snapshot => { }, new KpiPlan(AsOf, World.Shanghai));
        Refused("format 2; allowed is 1", snapshot => snapshot.Format = 2);
        Refused("-1 tickets; allowed are counts from 0", snapshot => snapshot.Tickets = -1);
        Refused("allowed is the first date of a Month, here 2026-03-01", snapshot => snapshot.Cells[0].First = new LocalDate(2026, 3, 2));
        Refused("two cells of 2026-03-01", snapshot => snapshot.Cells = [snapshot.Cells[0], snapshot.Cells[0]]);
        Refused("the dimension \"colour\"; allowed are region, severity", snapshot => snapshot.Cells[0].Dimension = "colour");
        Refused("the value \"x\"", snapshot => snapshot.Cells[0].Value = "x");
        Refused("counts of \"unheard-of\"", snapshot => snapshot.Cells[0].Counts = [new("unheard-of", [1])]);
        Refused("-4 solution-rate", snapshot => snapshot.Cells[0].Counts = [new("solution-rate", [-4])]);
        Refused("allowed are at most 17", snapshot => snapshot.Cells[0].Counts = [new("solution-rate", new long[18])]);
        Refused("times of \"resolution-time\" without any", snapshot => snapshot.Cells[0].Times = [new KpiTimeSnapshot { Measure = "resolution-time" }]);
        Refused("times of \"age\"", snapshot => snapshot.Cells[0].Times = [new KpiTimeSnapshot { Measure = "age" }]);
        Refused("a limit of 5 distinct seconds", snapshot => snapshot.Cells[0].Times = [new KpiTimeSnapshot { Measure = "resolution-time", Seconds = new QuantileSnapshot(5, true, 1, 1, [new(1, 1)]) }]);
        Refused("1000000000000001 resolved; allowed are counts from 0 to 1000000000000000", snapshot => snapshot.Cells[0].Resolved = 1_000_000_000_000_001);
        Refused("\"resolution-time\" from -1 to -1 seconds", snapshot => snapshot.Cells[0].Times = [Time(new DurationTotal(0, 1), new QuantileSnapshot(10_000, true, -1, -1, [new(-1, 1)]))]);
        Refused("\"resolution-time\" from 1 to 9223372036854775807 seconds", snapshot => snapshot.Cells[0].Times = [Time(new DurationTotal(0, 1), new QuantileSnapshot(10_000, true, 1, long.MaxValue, [new(1, 1), new(long.MaxValue, 1)]))]);
        Refused("a total of 24000000000 h", snapshot => snapshot.Cells[0].Times = [Time(new DurationTotal(1_000_000_000, 0), new QuantileSnapshot(10_000, true, 1, 1, [new(1, 1)]))]);
        Refused("a total of 0 h", snapshot => snapshot.Cells[0].Times = [Time(default, new QuantileSnapshot(10_000, true, 1, 1, [new(1, 1)]))]);
        Refused("no list of cells", snapshot => snapshot.Cells = null!);
        Refused("no list of backlogs", snapshot => snapshot.Backlogs = null!);
        Refused("no cell", snapshot => snapshot.Cells = [null!]);
        Refused("no list of counts", snapshot => snapshot.Cells[0].Counts = null!);
        Refused("no list of times", snapshot => snapshot.Cells[0].Times = null!);
        Refused("no counts of \"solution-rate\"", snapshot => snapshot.Cells[0].Counts = [new("solution-rate", null!)]);
        Refused("found no times", snapshot => snapshot.Cells[0].Times = [null!]);
        Refused("no counts of a backlog", snapshot => snapshot.Backlogs = [new KpiBacklogSnapshot { Counts = null! }]);
        Refused("a backlog of 1 buckets; allowed are 5", snapshot => snapshot.Backlogs = [new KpiBacklogSnapshot { Counts = [1] }]);
        Refused("two backlogs", snapshot => snapshot.Backlogs = [new KpiBacklogSnapshot { Counts = new long[5] }, new KpiBacklogSnapshot { Counts = new long[5] }]);

        static KpiTimeSnapshot Time(DurationTotal total, QuantileSnapshot seconds) => new() { Measure = "resolution-time", Total = total, Seconds = seconds };

        void Refused(string found, Action<KpiTallySnapshot> spoil, KpiPlan? plan = null)
        {
            KpiTallySnapshot snapshot = Good();
            spoil(snapshot);
            Assert.Contains(found, Assert.Throws<ArgumentException>(() => KpiTally.From(plan ?? Plan, snapshot)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_document_reads_as_it_is_meant()
    {
        KpiTallySnapshot tally = KpiTallyDocument.Read("""
            { "format": "kpi-tally/1", "plan": "p", "tickets": 3, "cells": [
                { "first": "2026-03-01", "dimension": "region", "value": "", "created": 3, "counts": { "solution-rate": [1, 2] },
                  "times": [ { "measure": "response-time", "nanoseconds": 7, "least": 60, "most": 95, "seconds": "60 30*2 5" } ] } ],
              "backlogs": [ { "counts": [0, 1] } ] }
            """).Value;

        Assert.Equal(("p", 3, 0), (tally.Plan, tally.Tickets, tally.NotYetOpened));
        KpiCellSnapshot cell = Assert.Single(tally.Cells);
        Assert.Equal((new LocalDate(2026, 3, 1), "region", "", 3, 0), (cell.First, cell.Dimension, cell.Value, cell.Created, cell.Resolved));
        Assert.Equal(("solution-rate", 2), (cell.Counts[0].Key, cell.Counts[0].Value[1]));
        Assert.Equal([new(60, 1), new(90, 2), new(95, 1)], cell.Times[0].Seconds!.Counts);
        Assert.Equal((new DurationTotal(0, 7), true), (cell.Times[0].Total, cell.Times[0].Seconds!.IsExact));
        Assert.Equal([0, 1], tally.Backlogs[0].Counts);
    }

    [Fact]
    public void Every_problem_of_a_document_is_told_with_its_place()
    {
        IReadOnlyList<DocumentFinding> findings = KpiTallyDocument.Read("""
            { "format": "kpi-tally/1", "tickets": -1, "cells": [
                { "first": "March", "counts": [1], "created": 1.5 },
                { "first": "2026-03-01", "counts": { "solution-rate": [], "reopen-rate": ["1"] },
                  "times": [ { "measure": "response-time", "least": 60, "most": 90, "seconds": "60 0" }, { "measure": "x", "least": 60, "most": 50, "seconds": "60" }, { "measure": "x", "seconds": "1;2" } ] } ],
              "backlogs": [ { "buckets": [0, 1] } ] }
            """).Findings;

        Assert.Equal(
            [
                "$ missing-member", "$.tickets bad-value", "$.cells[0].first bad-value", "$.cells[0].counts wrong-type", "$.cells[0].created bad-value",
                "$.cells[1].counts.solution-rate bad-value", "$.cells[1].counts.reopen-rate[0] wrong-type", "$.cells[1].times[0].seconds bad-value", "$.cells[1].times[1] refused",
                "$.cells[1].times[2] missing-member", "$.cells[1].times[2] missing-member", "$.cells[1].times[2].seconds bad-value", "$.backlogs[0] missing-member", "$.backlogs[0].buckets unknown-member",
            ],
            findings.Select(finding => $"{KeyPath(finding.Path)} {finding.Code}"));

        static string KeyPath(string path) => path.Replace("['", ".", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_longer_than_can_be_is_a_finding()
    {
        DocumentFinding finding = Assert.Single(KpiTallyDocument.Read("""
            { "format": "kpi-tally/1", "plan": "p", "tickets": 1, "cells": [
                { "first": "2026-03-01", "times": [ { "measure": "response-time", "days": 9223372036854775807, "least": 60, "most": 60, "seconds": "60" } ] } ] }
            """).Findings);

        Assert.Equal(("$.cells[0].times[0]", "refused", "it is refused: A total of durations has at most 9·10^17 days"), (finding.Path, finding.Code, finding.Allowed));
    }

    private static KpiPlan SamePlan() => new KpiPlan(AsOf, World.Shanghai)
        .With(QuarterHour).By(KpiDimension.Region, KpiDimension.Severity).ResolvingBy("resolution").RespondingBy("reply");
}
