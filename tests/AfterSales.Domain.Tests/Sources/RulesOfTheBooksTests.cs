using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tests.Sla;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Tests.Sources;

/// <summary>The ready-made rulebooks keep the rules of their sources on deadlines, people and opening hours.</summary>
public class RulesOfTheBooksTests
{
    [Theory]
    [Shows("R04")]
    [InlineData("pickup", "Sat 2026-03-28 03:00", "Sat 2026-03-28 03:01:00")]
    [InlineData("call-back", "Sat 2026-03-28 03:00", "Sat 2026-03-28 03:03:00")]
    public void A_call_is_picked_up_within_a_minute_and_a_missed_one_called_back_within_three(string objective, string from, string due) =>
        Assert.Equal(due, Due(Rulebooks.RapidResponse, objective, "kind=repair,channel=phone", from));

    [Theory]
    [Shows("R05", "R33")]
    [InlineData("email", "Tue 2026-03-31 10:00", "Tue 2026-03-31 11:00:00")]
    [InlineData("email", "Tue 2026-03-31 12:15", "Tue 2026-03-31 14:30:00")]
    [InlineData("chat", "Tue 2026-03-31 17:40", "Wed 2026-04-01 09:40:00")]
    [InlineData("chat", "Tue 2026-03-31 18:10", "Wed 2026-04-01 09:00:00")]
    [InlineData("email", "Tue 2026-03-31 02:00", "Tue 2026-03-31 09:00:00")]
    [InlineData("email", "Sat 2026-02-14 18:30", "Tue 2026-02-24 09:00:00")]
    public void Mail_and_chat_are_answered_in_an_hour_of_working_time_or_by_the_next_nine_o_clock(string channel, string from, string due) =>
        Assert.Equal(due, Due(Rulebooks.RapidResponse, "reply", $"kind=inquiry,channel={channel}", from));

    [Theory]
    [Shows("R06", "R07")]
    [InlineData("urgent", "same-city", "Sat 2026-02-21 03:00:00")]
    [InlineData("urgent", "cross-region", "Sun 2026-02-22 01:00:00")]
    [InlineData("important", "same-city", "Sun 2026-02-22 01:00:00")]
    [InlineData("important", "cross-region", "Mon 2026-02-23 01:00:00")]
    public void On_site_hours_run_from_receiving_the_task_day_and_night_and_on_holidays(string severity, string locality, string due) =>
        Assert.Equal(due, Due(Rulebooks.RapidResponse, "on-site", $"kind=repair,severity={severity},locality={locality}", "Sat 2026-02-21 01:00"));

    [Fact]
    [Shows("R08")]
    public void A_general_visit_is_agreed_within_48_hours_and_made_when_it_was_agreed()
    {
        const string Request = "kind=repair,severity=general,locality=same-city";
        Assert.Equal("Thu 2026-04-02 10:00:00", Due(Rulebooks.RapidResponse, "visit-agreed", Request, "Tue 2026-03-31 10:00"));

        Story story = Opened(Request, "Tue 2026-03-31 10:00").Signal("Tue 2026-03-31 10:00", Signal.TaskReceived).Appointment("Wed 2026-04-01 10:00", "Fri 2026-04-03 14:00");
        Assert.Equal("Fri 2026-04-03 14:15:00", DueText(Tracked(Rulebooks.RapidResponse, story, "Wed 2026-04-01 10:00")["on-site"].Current!));
    }

    [Fact]
    [Shows("R13", "R35")]
    public void Technician_and_centre_have_a_clock_each_that_repeats_until_it_is_solved()
    {
        Story story = Opened("kind=repair,severity=urgent,locality=same-city", "Tue 2026-03-31 10:00")
            .Signal("Tue 2026-03-31 10:00", Signal.TaskReceived)
            .Signal("Tue 2026-03-31 11:30", Signal.ProgressReported)
            .Signal("Tue 2026-03-31 13:00", Signal.ProgressTold);
        SlaReport report = Tracked(Rulebooks.RapidResponse, story, "Tue 2026-03-31 13:10");
        Assert.Equal(["Tue 2026-03-31 12:00:00", "Tue 2026-03-31 13:30:00"], report["progress-report"].Cycles.Select(DueText));
        Assert.Equal(["Tue 2026-03-31 14:00:00", "Tue 2026-03-31 17:00:00"], report["progress-told"].Cycles.Select(DueText));

        SlaReport solved = Tracked(Rulebooks.RapidResponse, story.Signal("Tue 2026-03-31 13:20", Signal.Resolved), "Wed 2026-04-01 13:20");
        Assert.All(["progress-report", "progress-told"], name => Assert.IsType<EndedState>(solved[name].Current!.State));
        Assert.Equal(Party.Internal, solved["progress-report"].Objective.Party);

        Story slow = Opened("kind=repair,severity=general", "Fri 2026-02-13 15:00").Signal("Fri 2026-02-13 15:00", Signal.TaskReceived);
        SlaReport general = Tracked(Rulebooks.HomeAppliance, slow, "Fri 2026-02-13 15:00");
        Assert.Equal(("Sat 2026-02-14 12:00:00", "Sat 2026-02-14 18:00:00"), (DueText(general["progress-report"].Current!), DueText(general["progress-told"].Current!)));
    }

    [Fact]
    [Shows("R02", "R14")]
    public void The_class_of_a_problem_decides_who_goes()
    {
        Assert.Equal("general: one of Junior", Staffed(new ProblemAssessment(EffectOnUse.Minor)));
        Assert.Equal("important: one of Mid/Senior guided by Supervisor", Staffed(new ProblemAssessment(EffectOnUse.MainFunctionImpaired)));
        Assert.Equal("urgent: a team; tell leadership", Staffed(new ProblemAssessment(EffectOnUse.Unusable)));
        Assert.Equal("urgent: a team; tell leadership", Staffed(new ProblemAssessment(EffectOnUse.Minor).WithSafetyHazard()));

        static string Staffed(ProblemAssessment assessment)
        {
            ServiceRequest classed = Triage.Standard.Decide(assessment).ApplyTo(new ServiceRequest(RequestKind.Repair));
            return $"{RequestDimension.Severity.ValueOf(classed)}: " + Rulebooks.RapidResponse.Routing!.StaffingOf(classed.Severity) switch
            {
                SingleStaffing one => $"one of {string.Join("/", one.Grades)}"
                    + (one.GuideGrades.Count == 0 ? "" : $" guided by {string.Join("/", one.GuideGrades)}"),
                StaffingPattern team => $"a team; tell {string.Join(", ", team.Tell)}",
            };
        }
    }

    [Theory]
    [Shows("R03", "R06", "R12")]
    [InlineData("priority=1,locality=same-city", "Sat 2026-03-28 12:00:00", null)]
    [InlineData("priority=1,locality=cross-region", "Sun 2026-03-29 10:00:00", null)]
    [InlineData("priority=2,locality=same-city", null, "Mon 2026-03-30 10:00:00")]
    [InlineData("priority=4", null, "Mon 2026-03-30 10:00:00")]
    [InlineData("severity=urgent", null, "Mon 2026-03-30 10:00:00")]
    public void Priority_1_is_visited_in_hours_and_all_others_closed_in_two_days(string request, string? visit, string? closing)
    {
        Assert.Equal(visit, Due(Rulebooks.FourPriorities, "major-failure", $"kind=repair,{request}", "Sat 2026-03-28 10:00"));
        Assert.Equal(closing, Due(Rulebooks.FourPriorities, "closing", $"kind=repair,{request}", "Sat 2026-03-28 10:00"));
    }

    [Fact]
    [Shows("R12", "R21")]
    public void A_rejected_solution_counts_on_and_its_time_with_the_customer_does_not()
    {
        Story story = Opened("kind=repair,priority=3", "Tue 2026-03-31 10:00").Signal("Tue 2026-03-31 10:00", Signal.Received)
            .Signal("Wed 2026-04-01 10:00", Signal.Resolved).Signal("Fri 2026-04-03 10:00", Signal.Reopened);
        Assert.Equal("Sat 2026-04-04 10:00:00", DueText(Tracked(Rulebooks.FourPriorities, story, "Fri 2026-04-03 11:00")["closing"].Current!));
    }

    [Theory]
    [Shows("R09")]
    [InlineData("chat", "kind=inquiry,channel=chat", "Sat 2026-03-28 10:00:30")]
    [InlineData("complaint-call", "kind=complaint,channel=phone", "Sat 2026-03-28 10:15:00")]
    [InlineData("complaint-call", "kind=complaint,channel=email", null)]
    public void A_chat_has_thirty_seconds_and_a_complaint_by_phone_fifteen_minutes(string objective, string request, string? due) =>
        Assert.Equal(due, Due(Rulebooks.FourPriorities, objective, request, "Sat 2026-03-28 10:00"));

    [Fact]
    [Shows("R10")]
    public void An_enquiry_is_promised_half_an_hour_and_nine_of_ten_are_answered_in_half_of_it()
    {
        Assert.Equal("Sun 2026-03-29 03:30:00", Due(Rulebooks.OnlineSales, "promise", "kind=inquiry,channel=chat", "Sun 2026-03-29 03:00"));
        Assert.Null(Due(Rulebooks.OnlineSales, "promise", "kind=inquiry,channel=self-service", "Sun 2026-03-29 03:00"));

        PercentileGoal goal = Assert.Single(Rulebooks.OnlineSales.Goals!.Percentiles);
        Assert.Equal((GoalVerdict.Kept, GoalVerdict.Missed), (Judged(goal, quick: 97, slow: 3), Judged(goal, quick: 80, slow: 20)));
    }

    [Fact]
    [Shows("R11", "R16")]
    public void Technical_support_has_an_hour_from_each_handing_over()
    {
        Story story = Opened("kind=inquiry,channel=chat", "Tue 2026-03-31 22:00").Signal("Tue 2026-03-31 22:10", Signal.HandedToSupport)
            .Signal("Tue 2026-03-31 22:50", Signal.SolutionProposed).Signal("Wed 2026-04-01 09:00", Signal.HandedToSupport);
        SlaReport report = Tracked(Rulebooks.OnlineSales, story, "Wed 2026-04-01 09:00");
        Assert.Equal(["Tue 2026-03-31 23:10:00", "Wed 2026-04-01 10:00:00"], report["support"].Cycles.Select(DueText));
        Assert.Equal(Duration.FromMinutes(20), Assert.IsType<MetState>(report["support"].Cycles[0].State).Margin);
    }

    [Theory]
    [Shows("R15")]
    [InlineData("four-priorities", new[] { ScorePart.SkillSurplus, ScorePart.Proximity, ScorePart.Spare, ScorePart.ProductHistory, ScorePart.Language })]
    [InlineData("online-sales", new[] { ScorePart.SkillSurplus, ScorePart.Spare, ScorePart.ProductHistory, ScorePart.Language })]
    [InlineData("home-appliance", new[] { ScorePart.SkillSurplus, ScorePart.Proximity, ScorePart.Spare, ScorePart.ProductHistory, ScorePart.Language })]
    public void Dispatch_weighs_what_the_source_names(string book, ScorePart[] named)
    {
        RoutingPolicy routing = Rulebooks.Find(book)!.Routing!;
        Technician good = Routing.RoutingWorld.Junior("good").WithSkill(Routing.RoutingWorld.Compressor, 5)
            .BasedAt(new GeoPoint(31.23, 121.47), 0).KnowingProduct("chillers", 20).Speaking(SpokenLanguage.Wu);
        Technician plain = Routing.RoutingWorld.Junior("plain").WithSkill(Routing.RoutingWorld.Compressor, 3).BasedAt(new GeoPoint(31.00, 121.47), 0).Carrying(2);
        WorkItem item = Routing.RoutingWorld.Item("W-1", Routing.RoutingWorld.Repair(Severity.General).WithLanguage(SpokenLanguage.Wu).WithProductLine("chillers"))
            .Requiring(Routing.RoutingWorld.Compressor, 3).At(new GeoPoint(31.24, 121.48));

        RoutingDecision decision = routing.Route(item, [plain, good], Routing.RoutingWorld.Monday);

        Assert.Equal("good", Assert.IsType<AssignedDecision>(decision).Technician.Id.Value);
        ScoredPart[] better = Parts(good.Id);
        ScoredPart[] worse = Parts(plain.Id);
        Assert.All(named, part => Assert.True(Points(better, part) > Points(worse, part), $"{part} does not weigh"));

        ScoredPart[] Parts(PersonId person) => [.. Assert.IsType<ScoredVerdict>(decision.Why(person)).Parts];
        static int Points(ScoredPart[] parts, ScorePart part) => parts.Where(one => one.Part == part).Sum(one => one.Points);
    }

    [Fact]
    [Shows("R17")]
    public void A_provider_under_contract_gets_what_own_people_could_not_take_in_two_hours_and_is_assessed()
    {
        RoutingPolicy routing = Rulebooks.HomeAppliance.Routing!;
        Instant now = Routing.RoutingWorld.Monday;
        ServiceProvider coolfix = Routing.RoutingWorld.Provider("coolfix");
        Technician[] people = [Routing.RoutingWorld.Junior("own").Carrying(4), Routing.RoutingWorld.Junior("partner").OfProvider(coolfix)];

        Assert.Equal(now + Duration.FromHours(2), Assert.IsType<WaitDecision>(routing.Route(Queued(now), people, now)).Until);
        Assert.Equal("W-1: assigned to partner (step providers)", $"{routing.Route(Queued(now - Duration.FromHours(2)), people, now)}");

        // Quality 90 and timeliness 40 are 65 points: suspended, and not restored before 80.
        ServiceProvider suspended = routing.Assessment.Assess(coolfix, quality: 90, timeliness: 40);
        Assert.Equal(ProviderStanding.Suspended, suspended.Standing);
        Assert.Equal(ProviderStanding.Suspended, routing.Assessment.Assess(suspended, 79, 79).Standing);
        Assert.Equal(ProviderStanding.Active, routing.Assessment.Assess(suspended, 80, 80).Standing);

        static WorkItem Queued(Instant at) => Routing.RoutingWorld.QueuedAt("W-1", at).AllowingProviders();
    }

    [Theory]
    [Shows("R35")]
    [InlineData("response", "kind=inquiry,channel=email", "Fri 2026-03-27 17:00", "Mon 2026-03-30 10:00:00")]
    [InlineData("repair", "kind=repair", "Fri 2026-03-27 17:00", "Fri 2026-03-27 21:00:00")]
    [InlineData("completion", "kind=repair", "Fri 2026-02-13 17:00", "Fri 2026-02-27 18:00:00")]
    [InlineData("visit", "kind=repair", "Fri 2026-03-27 17:00", "unset")]
    public void Response_repair_and_completion_have_a_standard_each_and_visits_an_appointment(string objective, string request, string from, string due) =>
        Assert.Equal(due, Due(Rulebooks.HomeAppliance, objective, request, from));

    [Theory]
    [Shows("R03", "R22")]
    [InlineData("priority=1", "Sun 2026-02-15 10:00:00")]
    [InlineData("priority=2", "Wed 2026-02-25 18:00:00")]
    [InlineData("priority=3", "Sat 2026-02-28 18:00:00")]
    [InlineData("kind=complaint", "Sat 2026-02-28 18:00:00")]
    [InlineData("priority=4", "Fri 2026-03-06 18:00:00")]
    public void Feedback_is_answered_and_handled_in_the_time_of_its_priority(string request, string handled)
    {
        string feedback = $"kind=complaint,{request}";
        Assert.Equal("Tue 2026-02-24 18:00:00", Due(Rulebooks.SatisfactionMechanism, "feedback-answered", feedback, "Sat 2026-02-14 10:00"));
        Assert.Equal(handled, Due(Rulebooks.SatisfactionMechanism, "feedback-handled", feedback, "Sat 2026-02-14 10:00"));
    }

    [Fact]
    [Shows("R29", "R36")]
    public void The_call_after_service_falls_on_the_fifth_working_day_whatever_holiday_lies_between()
    {
        // Sat 14 February is worked for the Spring Festival, which closes until Mon 23.
        Assert.Equal("Sat 2026-02-28 18:00:00", Due(Rulebooks.FourPriorities, "call-after-service", "kind=repair", "Sat 2026-02-14 10:00"));
        Assert.Equal("Tue 2026-04-07 18:00:00", Due(Rulebooks.FourPriorities, "call-after-service", "kind=maintenance", "Mon 2026-03-30 10:00"));
        Assert.NotNull(Rulebooks.FourPriorities.FindLifecycle("service-visit"));
    }

    [Fact]
    [Shows("R33")]
    public void The_hotline_has_no_closing_and_gaps_in_its_languages_are_found()
    {
        Interval day = new(World.At("Sun 2026-02-15 00:00", World.Shanghai), World.At("Mon 2026-02-16 00:00", World.Shanghai));
        Assert.Equal(Duration.FromHours(24), Rulebooks.OnlineSales.Calendars.Single().WorkingTimeBetween(day.Start, day.End));
        Assert.Equal(Duration.Zero, Rulebooks.RapidResponse.Calendars.Single().WorkingTimeBetween(day.Start, day.End));

        CoveragePlan plan = new CoveragePlan(day, Rulebooks.OnlineSales.Calendars.Single()).Speaking(SpokenLanguage.Mandarin, SpokenLanguage.English);
        CoverageReport report = RoutingPolicy.Coverage(plan, [new Technician(new PersonId("lin"), Grade.Junior, Routing.RoutingWorld.AlwaysThere).ServingEverywhere().Speaking(SpokenLanguage.Mandarin)]);
        Assert.Equal((0.5, SpokenLanguage.English), (report.Share!.Value, Assert.Single(report.Gaps).Need.Language!.Value));
    }

    private static GoalVerdict Judged(PercentileGoal goal, int quick, int slow)
    {
        Instant opened = World.At("Tue 2026-03-31 10:00", World.Shanghai);
        KpiTally tally = new(new KpiPlan(opened + Duration.FromDays(1), World.Shanghai).With(goal));
        for (int i = 0; i < quick + slow; i++)
        {
            tally.Add(new KpiTicket(new TicketId(FormattableString.Invariant($"Q-{i}")), Request("kind=inquiry"), opened).Replied(opened + Duration.FromMinutes(i < quick ? 15 : 16)));
        }

        return tally.Everything().Value(goal).Judge();
    }

    /// <summary>When an objective's first start signal makes a request due; null when the objective is not for it.</summary>
    private static string? Due(Rulebook book, string objective, string request, string from)
    {
        Signal start = book.Sla.Objectives.Single(one => one.Name == objective).StartsOn[0];
        SlaCycle? cycle = Tracked(book, Opened(request, from).Signal(from, start), from)[objective].Current;
        return cycle is null ? null : DueText(cycle);
    }

    private static string DueText(SlaCycle cycle) => cycle.Due is { IsSet: true, At: var at } ? World.Text(at, World.Shanghai) : "unset";

    private static SlaReport Tracked(Rulebook book, Story story, string asOf) => book.Sla.Track(story.History, World.At(asOf, World.Shanghai));

    private static Story Opened(string request, string at) => Story.InShanghai().Opened(at, Request(request));

    private static ServiceRequest Request(string values) => values.Split(',').Select(value => value.Split('=')).Aggregate(
        new ServiceRequest(RequestKind.Unknown), (request, value) => request.With(RequestDimension.Find(value[0])!, value[1]));
}
