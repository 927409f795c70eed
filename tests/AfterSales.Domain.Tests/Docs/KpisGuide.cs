using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Joins;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Tests.Docs;

public class KpisGuide
{
    private static readonly Instant Asked = Instant.FromUtc(2026, 3, 27, 9, 50);

    [Fact]
    public void A_ticket_is_joined_to_clocks_work_and_survey()
    {
        Lifecycle lifecycle = Lifecycles.Repair;
        IReadOnlyList<TicketEvent> events = UrgentRepairTests.Closed().Events;
        Instant now = Instant.FromUtc(2026, 3, 30, 1, 0);
        SlaPolicy policy = new("repairs", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [Tests.Sla.RapidResponse.OnSite]);
        Ticket ticket = UrgentRepairTests.Closed().Ticket;
        Ticket open = Ticket.Open(new TicketId("T-1"), new ServiceRequest(RequestKind.Repair), lifecycle, Asked, Actor.System);
        Instant queuedAt = Asked;

        SlaHistory history = SlaProjection.Standard.HistoryOf(lifecycle, events);        // what happened, as clocks see it
        SlaReport report = policy.Track(history, asOf: now);

        WorkItem item = WorkItemPlan.Empty
            .Requiring(RequestCondition.ProductLine("pumps"), Skill.Named("pumps"), 3)
            .ItemOf(open, queuedAt);

        SurveyCandidate? candidate = SurveyJoin.CandidateOf(ticket, RequestDimension.Region);   // null while there is nothing to rate

        Assert.IsType<MetState>(report["on-site"].Current!.State);
        Assert.Equal("T-1", item.Id.Value);
        Assert.Equal("T-4711", candidate!.Ticket);
    }

    [Fact]
    public void Kpis_are_counted_by_period_and_slice()
    {
        Lifecycle lifecycle = Lifecycles.Repair;
        IReadOnlyList<TicketEvent> events = UrgentRepairTests.Closed().Events;
        SlaPolicy policy = new("repairs", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [Tests.Sla.RapidResponse.OnSite]);
        SlaReport report = policy.Track(SlaProjection.Standard.HistoryOf(lifecycle, events), asOf: Instant.FromUtc(2026, 6, 30, 0, 0));
        TicketId id = new("T-4711");

        DateTimeZone shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        Instant asOf = Instant.FromUtc(2026, 6, 30, 0, 0);
        PercentileGoal quarterHour = new("answered-in-15-min", KpiMeasure.ResponseTime, Duration.FromMinutes(15), new ShareGoal(0.9));
        KpiPlan plan = new KpiPlan(asOf, shanghai)
            .RespondingBy("on-site")
            .By(KpiDimension.Region, KpiDimension.ProductLine)
            .With(quarterHour);

        KpiTally tally = new(plan);
        tally.Add(KpiTicket.From(id, lifecycle, events, asOf).WithClocks(report));      // one line a ticket

        KpiPeriod march = KpiPeriod.Containing(KpiPeriodKind.Month, new LocalDate(2026, 3, 1), shanghai);
        KpiPeriod firstQuarter = KpiPeriod.Containing(KpiPeriodKind.Quarter, new LocalDate(2026, 3, 1), shanghai);
        KpiValue onTime = tally.Everything().Value(Kpi.ResponseOnTime, march);          // 1 of 1, with its Wilson interval
        KpiValue solved = tally.Of(KpiDimension.Region, "pudong").Value(Kpi.SolutionRate, firstQuarter);
        KpiDurations times = tally.Everything().Durations(KpiMeasure.ResolutionTime);   // median, p90, mean
        GoalVerdict verdict = tally.Everything().Value(quarterHour).Judge();            // kept, missed or undecided

        Assert.Equal((1, 1), (onTime.Numerator, onTime.Denominator));
        Assert.Equal((1, 1), (solved.Numerator, solved.Denominator));
        Assert.Equal("resolution time: median 17:10:00, p90 17:10:00, mean 17:10:00, n = 1", $"{times}");
        Assert.Equal(GoalVerdict.Missed, verdict);
    }

    [Fact]
    public void Partitions_merge_and_an_improvement_is_verified()
    {
        KpiPlan plan = new(Instant.FromUtc(2026, 6, 30, 0, 0), DateTimeZone.Utc);
        KpiTicket march = new(new TicketId("M"), new ServiceRequest(RequestKind.Inquiry), Instant.FromUtc(2026, 3, 2, 0, 0));
        KpiTicket april = new(new TicketId("A"), new ServiceRequest(RequestKind.Inquiry), Instant.FromUtc(2026, 4, 2, 0, 0));
        KpiTicket[][] partitions =
        [
            [.. Enumerable.Repeat(march, 40), .. Enumerable.Repeat(march.Resolved(march.OpenedAt), 60)],
            [.. Enumerable.Repeat(april, 15), .. Enumerable.Repeat(april.Resolved(april.OpenedAt), 85)],
        ];

        KpiTally whole = new(plan);
        foreach (KpiTicket[] partition in partitions)          // on any engine: a tally for each partition …
        {
            KpiTally part = new(plan);
            foreach (KpiTicket ticket in partition)
            {
                part.Add(ticket);
            }

            whole.Merge(part);                                 // … and merge them, in any order
        }

        KpiValue before = whole.Everything().Value(Kpi.SolutionRate, whole.Periods[0]);
        KpiValue after = whole.Everything().Value(Kpi.SolutionRate, whole.Periods[1]);
        ShareDifference difference = before.CompareWith(after);          // +25.0 points, with its interval: significant

        Assert.Equal(ChangeVerdict.Higher, difference.Verdict);
        Assert.Equal((60, 85), (before.Numerator, after.Numerator));
    }
}
