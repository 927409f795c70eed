using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;
using NodaTime;
using static AfterSales.Domain.Tests.Kpis.KpiWorld;

namespace AfterSales.Domain.Tests.Kpis;

/// <summary>What people argue about, KPI by KPI: reopened, merged, cancelled, still open and test tickets.</summary>
public class DisputedPointsTests
{
    private static readonly KpiTicket Open = Opened("Mon 2026-03-02 09:00");
    private static readonly KpiTicket Solved = Open.Resolved(On("Mon 2026-03-02 12:00")).Closed(On("Tue 2026-03-03 09:00"), TicketOutcome.Solved);
    private static readonly KpiTicket Reopened = Open.Resolved(On("Mon 2026-03-02 12:00")).Reopened(byCustomer: true);
    private static readonly KpiTicket SolvedAgain = Reopened.Resolved(On("Wed 2026-04-01 12:00"));
    private static readonly KpiTicket Merged = Open.Started(On("Mon 2026-03-02 09:30")).Closed(On("Mon 2026-03-02 10:00"), TicketOutcome.Merged);
    private static readonly KpiTicket Converted = Open.Closed(On("Mon 2026-03-02 10:00"), TicketOutcome.Converted);
    private static readonly KpiTicket CancelledAtOnce = Open.Closed(On("Mon 2026-03-02 10:00"), TicketOutcome.Withdrawn);
    private static readonly KpiTicket CancelledLate = Open.Started(On("Mon 2026-03-02 09:30")).Closed(On("Mon 2026-03-02 10:00"), TicketOutcome.Withdrawn);

    private static readonly KpiTicket[] OfEachFate = [Open, Solved, Reopened, SolvedAgain, Merged, Converted, CancelledAtOnce, CancelledLate, Solved.AsTest(), Solved.AsSpam()];

    [Fact]
    [Shows("R26", "R27")]
    public void The_solution_rate_counts_what_stands_solved_out_of_all_valid_tickets()
    {
        KpiValue value = Counted(OfEachFate).Value(Kpi.SolutionRate);

        // Solved and solved again; out of these, the open, the reopened and the one withdrawn after work had begun.
        Assert.Equal((2, 5), (value.Numerator, value.Denominator));
        Assert.Equal(
            [(KpiExclusion.Test, 1L), (KpiExclusion.Spam, 1L), (KpiExclusion.MergedAway, 1L), (KpiExclusion.Converted, 1L), (KpiExclusion.CancelledBeforeWork, 1L)],
            value.Exclusions.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal((5, 1, KpiCohort.Created), (value.LeftOut, value[KpiExclusion.Test], value.Cohort));
        Assert.Equal((0, 1), Of(Kpi.SolutionRate, Open.Resolved(On("Mon 2026-03-02 12:00")).Closed(On("Mon 2026-03-02 13:00"), TicketOutcome.NotSolved)));
        Assert.Equal((1, 1), Of(Kpi.SolutionRate, Open.Closed(On("Mon 2026-03-02 13:00"), TicketOutcome.Unconfirmed)));
    }

    [Fact]
    [Shows("R27")]
    public void The_flow_ratio_stands_beside_it_and_mixes_both_cohorts()
    {
        KpiPeriod april = Month(4);
        KpiResults results = Counted(OfEachFate.Append(Opened("Mon 2026-03-30 09:00").Resolved(On("Thu 2026-04-02 09:00"))).Append(Opened("Fri 2026-04-03 09:00")));

        Assert.Equal((1, 2, 2.0), (results.Flow(april).Created, results.Flow(april).Resolved, results.Flow(april).Ratio!.Value));
        Assert.Null(Counted().Flow().Ratio);
        Assert.Equal("2 resolved, 1 created, ratio 2.00", $"{results.Flow(april)}");
    }

    [Fact]
    [Shows("R27")]
    public void A_ticket_resolved_twice_belongs_to_the_month_of_its_last_resolution_but_its_reopening_to_that_of_the_first()
    {
        KpiResults results = Counted(SolvedAgain);

        Assert.Equal((0, 1), Counts(results.Value(Kpi.SolvedRemotely, Month(3)), results.Value(Kpi.SolvedRemotely, Month(4))));
        Assert.Equal((1, 0), Counts(results.Value(Kpi.ReopenRate, Month(3)), results.Value(Kpi.ReopenRate, Month(4))));

        static (long, long) Counts(KpiValue march, KpiValue april) => (march.Denominator, april.Denominator);
    }

    [Fact]
    [Shows("R21", "R27")]
    public void The_reopen_rate_counts_customers_not_supervisors_and_a_ticket_once()
    {
        Assert.Equal((2, 3), Of(Kpi.ReopenRate, OfEachFate));
        Assert.Equal((0, 1), Of(Kpi.ReopenRate, Open.Resolved(On("Mon 2026-03-02 12:00")).Reopened(byCustomer: false)));
        Assert.Equal((1, 1), Of(Kpi.ReopenRate, SolvedAgain.Reopened(byCustomer: true).Resolved(On("Thu 2026-04-02 12:00"))));
    }

    [Fact]
    [Shows("R05", "R27")]
    public void A_response_is_late_when_it_is_overdue_even_if_still_open_and_a_merge_hides_no_breach()
    {
        Instant start = Open.OpenedAt;
        KpiClock Clock(CycleOutcome outcome) => new("reply", start, start + Duration.FromHours(1), outcome);
        KpiClock exempt = new("reply", start, due: null, CycleOutcome.Exempt);
        KpiResults results = Counted(
            Solved.WithClock(Clock(CycleOutcome.Met)),
            Merged.WithClock(Clock(CycleOutcome.Missed)),
            CancelledAtOnce.WithClock(Clock(CycleOutcome.Cancelled)),
            Open.WithClock(Clock(CycleOutcome.Open)),
            Open.WithClock(Clock(CycleOutcome.Missed)),
            Solved.WithClock(exempt),
            Solved.WithClock(Clock(CycleOutcome.Missed)).AsTest());

        KpiValue value = results.Value(Kpi.ResponseOnTime);
        Assert.Equal((1, 3, "reply", true), (value.Numerator, value.Denominator, value.Clock, value.IsProvisional));
        Assert.Equal(
            [(KpiExclusion.Test, 1L), (KpiExclusion.Pending, 1L), (KpiExclusion.ClockCancelled, 1L), (KpiExclusion.Exempt, 1L)],
            value.Exclusions.Select(pair => (pair.Key, pair.Value)));

        // The source's own variant is of all problems: the merged and the cancelled are no problems of their own, the pending is not yet judged.
        KpiValue ofAll = results.Value(Kpi.ResponseOnTimeOfAll);
        Assert.Equal((1, 3), (ofAll.Numerator, ofAll.Denominator));
        Assert.Equal((1, 1, 1), (ofAll[KpiExclusion.MergedAway], ofAll[KpiExclusion.CancelledBeforeWork], ofAll[KpiExclusion.Pending]));
    }

    [Fact]
    [Shows("R27")]
    public void A_clock_counts_in_the_period_of_its_due_and_without_one_in_that_of_its_start()
    {
        KpiTicket late = Opened("Tue 2026-03-31 23:00").WithClock(new KpiClock("resolution", On("Tue 2026-03-31 23:00"), On("Wed 2026-04-01 00:00"), CycleOutcome.Missed));
        Assert.Equal((0, 1), (Counted(late).Value(Kpi.ResolutionOnTime, Month(3)).Denominator, Counted(late).Value(Kpi.ResolutionOnTime, Month(4)).Denominator));

        KpiTicket undated = Opened("Tue 2026-03-31 23:00").WithClock(new KpiClock("resolution", On("Tue 2026-03-31 23:00"), due: null, CycleOutcome.Undated));
        Assert.Equal(1, Counted(undated).Value(Kpi.ResolutionOnTime, Month(3))[KpiExclusion.Undated]);
    }

    [Fact]
    [Shows("R27")]
    public void First_contact_counts_only_when_the_window_has_passed_without_a_reopening_or_a_repeat()
    {
        KpiTicket first = Solved.OnFirstContact();
        Assert.Equal((1, 1), Of(Kpi.FirstContactResolution, first));
        Assert.Equal((0, 1), Of(Kpi.FirstContactResolution, first.Repeated(first.ResolvedAt!.Value + Duration.FromDays(6))));
        Assert.Equal((1, 1), Of(Kpi.FirstContactResolution, first.Repeated(first.ResolvedAt!.Value + Duration.FromDays(7))));
        Assert.Equal((0, 1), Of(Kpi.FirstContactResolution, first.Visited().Repeated(first.ResolvedAt!.Value + Duration.FromDays(29))));
        Assert.Equal((0, 1), Of(Kpi.FirstContactResolution, SolvedAgain.OnFirstContact()));
        Assert.Equal((0, 1), Of(Kpi.FirstContactResolution, Solved));
        Assert.Equal((0, 0), Of(Kpi.FirstContactResolution, Reopened.OnFirstContact(), Open, first.SelfServed()));

        KpiTicket recent = Opened("Tue 2026-06-23 09:00").Resolved(On("Tue 2026-06-23 12:01")).OnFirstContact();
        KpiValue provisional = Counted(recent).Value(Kpi.FirstContactResolution);
        Assert.Equal((0, 1, true), (provisional.Denominator, provisional[KpiExclusion.WindowOpen], provisional.IsProvisional));
        Assert.Equal((1, 1), Of(Kpi.FirstContactResolutionGross, recent));
        Assert.Equal((1, 1), Of(Kpi.FirstContactResolutionGross, first.Repeated(first.ResolvedAt!.Value + Duration.FromDays(1))));
    }

    [Fact]
    [Shows("R27")]
    public void A_first_time_fix_takes_one_visit_and_no_return_in_thirty_days()
    {
        KpiTicket visited = Solved.Visited();
        Assert.Equal((1, 1), Of(Kpi.FirstTimeFix, visited));
        Assert.Equal((0, 1), Of(Kpi.FirstTimeFix, visited.Visited()));
        Assert.Equal((0, 1), Of(Kpi.FirstTimeFix, visited.Repeated(visited.ResolvedAt!.Value + Duration.FromDays(29))));
        Assert.Equal((0, 0), Of(Kpi.FirstTimeFix, Solved, Merged.Visited(), Solved.Visited().AsTest(), Open.Visited()));
    }

    [Fact]
    [Shows("R18", "R27")]
    public void A_repeat_repair_is_one_whose_fault_came_back_within_thirty_days_of_completion()
    {
        Assert.Equal((1, 2), Of(Kpi.RepeatRepair, Solved, Solved.Repeated(Solved.ResolvedAt!.Value + Duration.FromDays(29)), Open, Reopened, CancelledLate, Solved.AsTest()));
        Assert.Equal((0, 1), Of(Kpi.RepeatRepair, Solved.Repeated(Solved.ResolvedAt!.Value + Duration.FromDays(30))));
        Assert.Equal((0, 0), Of(Kpi.RepeatRepair, Opened("Mon 2026-06-01 09:00").Resolved(On("Mon 2026-06-01 12:00")), Opened("Mon 2026-03-02 09:00", Complaint).Resolved(On("Mon 2026-03-02 12:00"))));
    }

    [Fact]
    [Shows("R20", "R27")]
    public void A_complaint_is_closed_by_its_due_by_agreement_or_by_a_final_decision()
    {
        KpiTicket received = Opened("Mon 2026-03-02 09:00", Complaint);
        KpiTicket agreed = received.Closed(On("Wed 2026-03-04 09:00"), TicketOutcome.Solved);
        KpiTicket decided = received.Closed(On("Wed 2026-03-04 09:00"), TicketOutcome.NotSolved);
        KpiTicket merged = received.Closed(On("Mon 2026-03-02 10:00"), TicketOutcome.Merged);
        KpiTicket[] all = [received, agreed, decided, merged, agreed.AsTest(), Solved];

        Assert.Equal((2, 3), Of(Kpi.ComplaintClosure, all));
        Assert.Equal((1, 3), Of(Kpi.ComplaintAccepted, all));
        Assert.Equal((1, 3), Of(Kpi.ComplaintFinalDecision, all));

        KpiPlan byDue = new KpiPlan(AsOf, World.Shanghai).ClosingComplaintsBy("closure");
        KpiTicket WithClock(KpiTicket ticket, CycleOutcome outcome) => ticket.WithClock(new KpiClock("closure", ticket.OpenedAt, ticket.OpenedAt + Duration.FromDays(2), outcome));
        KpiValue value = Tally(byDue, [WithClock(agreed, CycleOutcome.Met), WithClock(decided, CycleOutcome.Missed), WithClock(received, CycleOutcome.Open), received]).Everything().Value(Kpi.ComplaintClosure);
        Assert.Equal((1, 2, 1, 1, "closure"), (value.Numerator, value.Denominator, value[KpiExclusion.Pending], value[KpiExclusion.NotCovered], value.Clock));
    }

    [Fact]
    [Shows("R20", "R27")]
    public void A_complaint_whose_clock_was_missed_once_is_not_closed_in_time_in_whatever_order_its_clocks_are_told()
    {
        KpiPlan byDue = new KpiPlan(AsOf, World.Shanghai).ClosingComplaintsBy("closure");
        KpiTicket received = Opened("Mon 2026-03-02 09:00", Complaint);

        Assert.Equal((0, 2, 0, 0), Counts(CycleOutcome.Ended, CycleOutcome.Missed));
        Assert.Equal((0, 2, 0, 0), Counts(CycleOutcome.Open, CycleOutcome.Missed));
        Assert.Equal((0, 0, 2, 0), Counts(CycleOutcome.Cancelled, CycleOutcome.Open));
        Assert.Equal((0, 0, 0, 2), Counts(CycleOutcome.Met, CycleOutcome.Cancelled));

        (long, long, long, long) Counts(CycleOutcome one, CycleOutcome other)
        {
            KpiTicket[] tickets = [With(one, other), With(other, one)];
            KpiValue value = Tally(byDue, tickets).Everything().Value(Kpi.ComplaintClosure);
            return (value.Numerator, value.Denominator, value[KpiExclusion.Pending], value[KpiExclusion.ClockCancelled]);
        }

        KpiTicket With(params CycleOutcome[] outcomes) =>
            outcomes.Aggregate(received, (ticket, outcome) => ticket.WithClock(new KpiClock("closure", ticket.OpenedAt, ticket.OpenedAt + Duration.FromDays(2), outcome)));
    }

    [Fact]
    [Shows("R27", "R31")]
    public void Shares_solved_remotely_and_by_self_service_count_what_ended_there()
    {
        KpiTicket selfServed = Open.SelfServed().Closed(On("Mon 2026-03-02 09:05"), TicketOutcome.Unconfirmed);
        Assert.Equal((1, 2), Of(Kpi.SolvedRemotely, Solved, Solved.Visited(), Open, Reopened, Merged));
        Assert.Equal((1, 3), Of(Kpi.SelfService, selfServed, Solved, Open, Merged, selfServed.AsTest()));
    }

    [Fact]
    [Shows("R23", "R26", "R27")]
    public void Satisfaction_is_of_answers_that_count_by_when_the_ticket_was_resolved()
    {
        KpiTicket asked = Solved.Surveyed();
        KpiTicket[] all =
        [
            asked.Answered(isSatisfied: true), asked.Answered(isSatisfied: true), asked.Answered(isSatisfied: false), asked.Answered(isSatisfied: null), asked, Solved,
            Open, Reopened.Surveyed().Answered(isSatisfied: false), Merged.Surveyed().Answered(isSatisfied: true), CancelledAtOnce.Surveyed(), asked.Answered(isSatisfied: false).AsTest(),
        ];
        KpiValue satisfied = Counted(all).Value(Kpi.Satisfaction);
        KpiValue returned = Counted(all).Value(Kpi.SurveyReturn);

        // Open, reopened, merged and withdrawn tickets have no result that could satisfy; a reopened one counts again when it is resolved again.
        Assert.Equal((2, 3), (satisfied.Numerator, satisfied.Denominator));
        Assert.Equal(
            [(KpiExclusion.Test, 1L), (KpiExclusion.SurveyNotSent, 1L), (KpiExclusion.SurveyNotReturned, 1L), (KpiExclusion.AnswerLeftOut, 1L)],
            satisfied.Exclusions.Select(pair => (pair.Key, pair.Value)));
        Assert.Equal((4, 5, 1), (returned.Numerator, returned.Denominator, returned[KpiExclusion.SurveyNotSent]));
        Assert.Equal((5, 6), Of(Kpi.SurveyCoverage, all));
        Assert.Equal((1, 1), Of(Kpi.Satisfaction, SolvedAgain.Answered(isSatisfied: true)));
        Assert.Equal((0, 1), (Counted(SolvedAgain.Answered(true)).Value(Kpi.Satisfaction, Month(3)).Denominator, Counted(SolvedAgain.Answered(true)).Value(Kpi.Satisfaction, Month(4)).Denominator));
        Assert.Equal(KpiSurvey.Satisfied, asked.Answered(isSatisfied: true).Surveyed().Survey);
    }

    [Fact]
    [Shows("R10")]
    public void Ninety_percent_within_a_quarter_of_an_hour_is_kept_missed_or_undecided()
    {
        KpiTicket quick = Open.Replied(Open.OpenedAt + Duration.FromMinutes(15));
        KpiTicket slow = Open.Replied(Open.OpenedAt + Duration.FromMinutes(15) + Duration.FromNanoseconds(1L));
        KpiTicket justOpened = Opened("Tue 2026-06-30 11:46");

        KpiValue value = Counted(quick, slow, Open, justOpened, quick.AsTest()).Value(QuarterHour);
        Assert.Equal((1, 3, 1, 1), (value.Numerator, value.Denominator, value[KpiExclusion.Pending], value[KpiExclusion.Test]));
        Assert.Equal(GoalVerdict.Missed, value.Judge());
        Assert.Equal(GoalVerdict.Kept, Counted(Enumerable.Repeat(quick, 100)).Value(QuarterHour, Month(3)).Judge());
        Assert.Equal(GoalVerdict.Undecided, Counted(Enumerable.Repeat(quick, 10)).Value(QuarterHour).Judge());
        Assert.Equal(GoalVerdict.Unknown, Counted().Value(QuarterHour).Judge());
        Assert.Throws<InvalidOperationException>(() => Counted().Value(Kpi.SolutionRate).Judge());
    }

    [Fact]
    [Shows("R27")]
    public void Times_have_median_ninetieth_percentile_and_exact_mean_less_customer_waits_where_asked()
    {
        KpiTicket[] tickets = [.. Enumerable.Range(1, 11).Select(hour => Open.WaitedForCustomer(Duration.FromMinutes(30)).Touched(Duration.FromMinutes(hour)).Resolved(Open.OpenedAt + Duration.FromHours(hour)))];
        KpiResults results = Counted([.. tickets, Open, Reopened, Solved.AsTest(), Merged]);

        KpiDurations resolution = results.Durations(KpiMeasure.ResolutionTime);
        Assert.Equal((11, Duration.FromHours(6), Duration.FromHours(10), Duration.FromHours(6), true), (resolution.Count, resolution.Median!.Value, resolution.Percentile90!.Value, resolution.Mean!.Value, resolution.IsExact));
        Assert.Equal("resolution time: median 6:00:00, p90 10:00:00, mean 6:00:00, n = 11", $"{resolution}");
        Assert.Equal(Duration.FromHours(5.5), results.Durations(KpiMeasure.CompanyTime).Mean);
        Assert.Equal(Duration.FromMinutes(6), results.Durations(KpiMeasure.HandlingTime).Median);
        Assert.Equal(11, results.Durations(KpiMeasure.RepairCycle, Month(3)).Count);
        Assert.Equal("response time: no data", $"{results.Durations(KpiMeasure.ResponseTime)}");
    }

    [Fact]
    public void The_mean_of_long_times_is_exact_to_the_nanosecond()
    {
        Duration time = Duration.FromDays(200) + Duration.FromNanoseconds(1L);
        KpiTicket old = Opened("Mon 2025-03-03 09:00");

        Assert.Equal(time, Counted(old.Resolved(old.OpenedAt + time), old.Resolved(old.OpenedAt + time)).Durations(KpiMeasure.ResolutionTime).Mean);
    }

    [Fact]
    [Shows("R27")]
    public void The_backlog_is_what_is_unresolved_by_age_tests_and_merged_left_out()
    {
        KpiTally tally = Tally(Plan, [.. OfEachFate, Opened("Tue 2026-06-30 11:00"), Opened("Mon 2026-06-29 12:00"), Opened("Wed 2026-07-01 09:00"), Opened("Tue 2026-06-23 12:00", Repair.WithRegion("minhang"))]);

        Assert.Equal([1, 1, 0, 1, 2], tally.Everything().Backlog().Counts);
        Assert.Equal((5, 1, 1), (tally.Everything().Backlog().Total, tally.Of(KpiDimension.Region, "minhang").Backlog().Total, tally.NotYetOpened));
        Assert.Equal("5 open: 1 under 1 d, 1 under 3 d, 0 under 7 d, 1 under 30 d, 2 older", $"{tally.Everything().Backlog()}");
    }

    [Fact]
    [Shows("R28")]
    public void An_improvement_is_verified_by_the_interval_of_the_difference()
    {
        KpiTicket after = Opened("Thu 2026-04-02 09:00");
        KpiResults results = Counted([
            .. Enumerable.Repeat(Solved, 60), .. Enumerable.Repeat(Open, 40),
            .. Enumerable.Repeat(after.Resolved(On("Thu 2026-04-02 12:00")), 85), .. Enumerable.Repeat(after, 15)]);

        ShareDifference difference = results.Value(Kpi.SolutionRate, Month(3)).CompareWith(results.Value(Kpi.SolutionRate, Month(4)));
        Assert.Equal((0.25, true, ChangeVerdict.Higher), (Math.Round(difference.Value!.Value, 12), difference.IsSignificant, difference.Verdict));
        Assert.Contains("solution rate", Assert.Throws<ArgumentException>(() => results.Value(Kpi.SolutionRate).CompareWith(results.Value(Kpi.ReopenRate))).Message, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("R27")]
    public void Nothing_of_nothing_is_no_data_and_a_value_says_what_it_is()
    {
        Assert.Null(Counted().Value(Kpi.SolutionRate).Share.Value);
        Assert.Equal("solution rate 2026-03: 40.0 % (95 % Wilson 11.8–76.9, n = 5); left out 5", $"{Counted(OfEachFate).Value(Kpi.SolutionRate, Month(3))}");
        Assert.StartsWith("问题解决率 2026-03：40.0 %", $"{Counted(OfEachFate).Value(Kpi.SolutionRate, Month(3)):zh}", StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => $"{Counted().Value(Kpi.SolutionRate):fr}");
        Assert.Equal(Kpi.All.Count, Kpi.All.Select(kpi => $"{kpi.Code}").Distinct().Count());
        Assert.All(Kpi.All, kpi => Assert.Same(kpi, Kpi.Find(kpi.Code)));
        Assert.Null(Kpi.Find("unknown"));
    }

    [Fact]
    public void A_question_that_the_tally_cannot_answer_is_refused()
    {
        KpiTally tally = Tally(Plan, OfEachFate);
        KpiPeriod week = KpiPeriod.Containing(KpiPeriodKind.Week, new LocalDate(2026, 3, 2), World.Shanghai);
        KpiPeriod elsewhere = KpiPeriod.Containing(KpiPeriodKind.Month, new LocalDate(2026, 3, 2), World.Berlin);

        Assert.Contains("2026-W10", Assert.Throws<ArgumentException>(() => tally.Everything().Value(Kpi.SolutionRate, week)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => tally.Everything().Flow(elsewhere));
        Assert.Contains("it counts by region, severity", Assert.Throws<ArgumentException>(() => tally.Of(KpiDimension.Team, "a")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => tally.Merge(tally));
        Assert.Throws<ArgumentException>(() => tally.Merge(new KpiTally(new KpiPlan(AsOf, World.Shanghai))));
        Assert.Throws<ArgumentException>(() => Plan.By(KpiDimension.Region, KpiDimension.Region));
        Assert.Throws<ArgumentException>(() => Plan.DividingBacklogAt(Duration.FromDays(2), Duration.FromDays(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Plan.RepeatingWithin(Duration.Zero, Duration.FromDays(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Open.Resolved(On("Mon 2026-03-02 08:59")));
        Assert.Throws<ArgumentOutOfRangeException>(() => Open.Closed(On("Mon 2026-03-02 10:00"), TicketOutcome.Open));
        Assert.Throws<InvalidOperationException>(() => Open.Reopened(byCustomer: true));
        Assert.Throws<InvalidOperationException>(() => Open.VisitFailed());
        Assert.Throws<InvalidOperationException>(() => Open.HandledBy(default));
        Assert.Throws<InvalidOperationException>(() => Open.OfTeam(default));
        Assert.Throws<InvalidOperationException>(() => Open.GivenTo(default));
        Assert.Throws<InvalidOperationException>(() => Open.Repeating(default));
        Assert.Throws<ArgumentException>(() => new KpiClock("reply", AsOf, due: null, CycleOutcome.Met));
    }

    [Fact]
    [Shows("R28")]
    public void Weeks_are_kept_as_weeks()
    {
        KpiTally tally = Tally(Plan.Every(KpiPeriodKind.Week), OfEachFate);
        Assert.Equal(["2026-W10", "2026-W14"], tally.Periods.Select(period => $"{period}"));
        Assert.Equal(5, tally.Everything().Value(Kpi.SolutionRate, tally.Periods[0]).Denominator);
        Assert.Throws<ArgumentException>(() => tally.Everything().Value(Kpi.SolutionRate, Month(3)));
    }

    [Fact]
    [Shows("R18", "R27")]
    public void A_repair_that_comes_back_is_found_by_its_link_or_by_customer_product_and_problem()
    {
        ServiceRequest pump = Repair.WithCustomer(new PersonId("C")).WithProduct("PUMP-0815").WithProblem("leaks");
        KpiTicket first = Ticket("A", "Mon 2026-03-02 09:00", pump).Resolved(On("Tue 2026-03-03 09:00"));
        KpiTicket again = Ticket("B", "Mon 2026-03-09 09:00", pump).Resolved(On("Mon 2026-03-09 12:00"));
        KpiTicket other = Ticket("C", "Mon 2026-03-09 09:00", pump.WithProblem("hums"));
        KpiTicket linked = Ticket("D", "Thu 2026-03-05 09:00", Repair).Repeating(first.Id);
        KpiTicket test = Ticket("E", "Wed 2026-03-04 09:00", pump).AsTest();

        Assert.Equal([On("Mon 2026-03-09 09:00"), null, null, null], RepeatFinder.Mark([first, again, other, test]).Select(ticket => ticket.RepeatedAt));
        Assert.Equal(On("Thu 2026-03-05 09:00"), RepeatFinder.Mark([again, linked, first])[2].RepeatedAt);

        // A log by the day opens and resolves at midnight: tickets of one day are no repeats of each other, and hide none.
        KpiTicket[] ofTheDay = [.. Enumerable.Range(0, 4).Select(i => Ticket($"M{i}", "Mon 2026-03-02 00:00", pump).Resolved(On("Mon 2026-03-02 00:00")))];
        Assert.All(RepeatFinder.Mark([.. ofTheDay, again]).Take(4), ticket => Assert.Equal(again.OpenedAt, ticket.RepeatedAt));
        Assert.All(RepeatFinder.Mark(ofTheDay), ticket => Assert.Null(ticket.RepeatedAt));

        static KpiTicket Ticket(string id, string at, ServiceRequest request) => new(new TicketId(id), request, On(at));
    }

    private static (long Numerator, long Denominator) Of(Kpi kpi, params IEnumerable<KpiTicket> tickets)
    {
        KpiValue value = Counted(tickets).Value(kpi);
        return (value.Numerator, value.Denominator);
    }
}
