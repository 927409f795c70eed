using AfterSales.Domain.Calendars;
using AfterSales.Domain.Json;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Joins;
using AfterSales.Domain.Tests.Kit;
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

        KpiGoals goals = KpiGoals.None
            .With(Kpi.SolutionRate, new ShareGoal(0.95))
            .With(Kpi.ReopenRate, ShareGoal.AtMost(0.05))
            .With(quarterHour);                                                         // or KpiGoalsDocument.Read(…), or that of a rulebook

        KpiPlan planned = plan.With(goals.Percentiles);                                 // times are counted ticket by ticket, so the plan must know them
        GoalVerdict solving = goals.Of(Kpi.SolutionRate)!.Value.Judge(solved.Share);    // kept, missed or undecided

        Assert.Equal((GoalVerdict.Undecided, plan), (solving, planned));
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

    [Fact]
    [Shows("R28")]
    public void A_period_is_closed_and_later_changes_stand_beside_it()
    {
        DateTimeZone shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        KpiPeriod march = KpiPeriod.Containing(KpiPeriodKind.Month, new LocalDate(2026, 3, 1), shanghai);
        KpiPlan plan = new(march.End, shanghai);
        KpiTicket solved = new KpiTicket(new TicketId("A"), new ServiceRequest(RequestKind.Repair), march.Start).Resolved(march.Start);
        KpiTicket open = new(new TicketId("B"), new ServiceRequest(RequestKind.Repair), march.Start);
        KpiTally atEndOfMarch = Counted(plan, solved, open);
        KpiTally inJune = Counted(new KpiPlan(Instant.FromUtc(2026, 6, 30, 0, 0), shanghai), solved, open.Resolved(march.End));
        List<string> report = [];

        KpiFrozenPeriod closed = atEndOfMarch.Close(march);                              // from now on these figures do not change
        string stored = KpiTallyDocument.Write(closed.ToSnapshot());

        KpiFrozenPeriod loaded = KpiFrozenPeriod.From(plan, march, KpiTallyDocument.Read(stored).Value);
        foreach (KpiAdjustment adjustment in loaded.AdjustmentsIn(inJune))               // "solution rate 2026-03: 50.0 % (…); adjusted since by +1 / 0, now 100.0 % (…)"
        {
            report.Add($"{adjustment}");
        }

        Assert.Contains(report, line => line.StartsWith("solution rate 2026-03: 50.0 %", StringComparison.Ordinal) && line.Contains("adjusted since by +1 / 0, now 100.0 %", StringComparison.Ordinal));
    }

    [Fact]
    [Shows("R17", "R26", "R27", "R30")]
    public void Utilisation_cost_repurchase_and_ratings_stand_beside_the_shares()
    {
        BusinessCalendar serviceHours = World.ServiceHours;
        KpiPeriod march = KpiPeriod.Containing(KpiPeriodKind.Month, new LocalDate(2026, 3, 1), serviceHours.Zone);
        KpiPlan plan = new KpiPlan(Instant.FromUtc(2026, 9, 30, 0, 0), serviceHours.Zone).RespondingBy("reply").By(KpiDimension.Team, KpiDimension.Provider);
        PersonId customer = new("C-1");
        KpiTicket[] tickets = [.. Enumerable.Range(0, 3).Select(i => new KpiTicket(new TicketId($"T-{i}"), new ServiceRequest(RequestKind.Repair).WithCustomer(customer), march.Start)
            .OfTeam(new TeamId("east")).GivenTo(new TeamId("coolfix")).Visited().WithClock(new KpiClock("reply", march.Start, march.Start, CycleOutcome.Met)).Closed(march.Start, TicketOutcome.Solved))];
        KpiTally tally = Counted(plan, tickets);
        CustomerPurchase[] purchases = [new CustomerPurchase(customer, march.End)];
        Interval[] leaveAndTraining = [new Interval(march.Start, march.Start + Duration.FromDays(7))];
        ThreeSixtyRating fromAllSides = ThreeSixtyRating.Of(
            "east", Enumerable.Range(0, 3).Select(i => new PeerRating($"p{i}", RaterRole.Peer, 80)), new Dictionary<RaterRole, double> { [RaterRole.Peer] = 1 }, ConfidenceLevel.Percent95);
        ServiceProvider coolFix = new(new TeamId("coolfix"), new Interval(null, null), 10);

        TechnicianUtilisation busy = TechnicianUtilisation.Of(serviceHours, march, leaveAndTraining, work: Duration.FromHours(120), travel: Duration.FromHours(30));
        CostPerTicket cost = new(new ServiceCost("CNY", labour: 600m, parts: 250m, travel: 50m), tally.Everything().Flow(march));
        Repurchase again = Repurchase.Of(tickets, purchases, Duration.FromDays(90), plan.AsOf);

        KpiResults team = tally.Of(KpiDimension.Team, "east");
        TeamRating rating = TeamRating.Of(
            TeamRatingPart.Of(team.Value(Kpi.SolutionRate), weight: 2),
            TeamRatingPart.Of(team.Value(Kpi.ReopenRate), weight: 1),                    // less is better: 100 less the share
            TeamRatingPart.Of(fromAllSides, weight: 1));                                 // a part without a figure is shown, and weighs nothing

        KpiResults provider = tally.Of(KpiDimension.Provider, "coolfix");
        ProviderReview review = ProviderReview.Of(coolFix, AssessmentRule.Default, quality: provider.Value(Kpi.FirstTimeFix), timeliness: provider.Value(Kpi.ResponseOnTime));

        Assert.True(busy.IsWarning);
        Assert.Equal((300m, new Share(1, 1), 95.0), (cost.Value, again.Served, rating.Total.Value));
        Assert.Equal((100, ProviderStanding.Active), (review.After.Assessment, review.After.Standing));
    }

    [Fact]
    public void Partitions_are_counted_elsewhere_and_merged()
    {
        KpiPlan plan = new(Instant.FromUtc(2026, 6, 30, 0, 0), DateTimeZone.Utc);
        KpiTicket ticket = new(new TicketId("M"), new ServiceRequest(RequestKind.Inquiry), Instant.FromUtc(2026, 3, 2, 0, 0));
        KpiTicket[][] partitions = [[ticket, ticket.Resolved(ticket.OpenedAt)], [ticket.Resolved(ticket.OpenedAt)]];

        string[] counted = [.. partitions.Select(partition => KpiTallyDocument.Write(Counted(plan, partition)))];      // each in any process, on any engine

        KpiTally sum = new(plan);
        foreach (string document in counted)                                             // in any order
        {
            sum.Merge(KpiTally.From(plan, KpiTallyDocument.Read(document).Value));
        }

        Assert.Equal(new Share(2, 3), sum.Everything().Value(Kpi.SolutionRate).Share);
    }

    private static KpiTally Counted(KpiPlan plan, params IEnumerable<KpiTicket> tickets)
    {
        KpiTally tally = new(plan);
        foreach (KpiTicket ticket in tickets)
        {
            tally.Add(ticket);
        }

        return tally;
    }
}
