using AfterSales.Domain.Json;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tests.Satisfaction;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Tests.Json;

public class SurveyPlanDocumentTests
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private static readonly Gen<SurveyDelay> Delays = Gen.OneOf(
        Gen.Choose(0, 100_000).Select(minutes => SurveyDelay.Elapsed(Duration.FromMinutes(minutes))),
        Gen.Choose(0, 100_000).Select(seconds => SurveyDelay.OpenTime(Duration.FromSeconds(seconds))),
        from days in Gen.Choose(1, 365)
        from second in Gen.Choose(0, 86_399)
        from zone in Gen.Elements("Asia/Shanghai", "Etc/UTC", "Europe/Berlin")
        select SurveyDelay.Days(days, LocalTime.FromSecondsSinceMidnight(days % 2 == 0 ? second : second / 60 * 60), DateTimeZoneProviders.Tzdb[zone]));

    private static readonly Gen<SurveyPlan> Plans =
        from delay in Delays
        from channels in Gen.Elements("wechat", "phone", "e-mail").NonEmptyListOf()
        from rate in Gen.Choose(0, 7)
        from strata in Gen.Elements("gold", "华东", "$comment", "a b").ListOf()
        from pause in Gen.Choose(0, 100)
        from reminders in Gen.Choose(0, 5)
        select Plan(new SurveyPlan(SurveyWorld.AfterRepair, delay, channels).Asking(rate / 7.0), strata, pause, reminders);

    [Fact]
    public void A_plan_that_is_written_and_read_is_equal() => Law.Holds(Plans, plan =>
    {
        DocumentReading<SurveyPlan> reading = SurveyPlanDocument.Read(SurveyPlanDocument.Write(plan));
        Assert.Empty(reading.Findings);
        Assert.Equal(plan, reading.Value);
        Assert.Equal(plan.GetHashCode(), reading.Value.GetHashCode());
    });

    [Fact]
    public void A_plan_reads_as_it_is_meant()
    {
        DocumentReading<SurveyPlan> reading = SurveyPlanDocument.Read("""
            { "format": "survey-plan/1",
              "survey": { "name": "s", "version": 1, "openFor": "P10D", "questions": [ { "name": "easy", "kind": "effort" } ] },
              "delay": { "days": 3, "at": "10:30", "zone": "Asia/Shanghai" }, "channels": ["wechat", "phone"],
              "rate": 0.25, "strata": [ { "name": "gold", "rate": 1 } ], "pause": "P90D", "reminders": ["P3D", "P10D"] }
            """);
        SurveyPlan expected = new SurveyPlan(
            new Survey("s", 1, [SurveyQuestion.Effort("easy")]).OpenForAtMost(Duration.FromDays(10)), SurveyDelay.Days(3, new LocalTime(10, 30), Shanghai), ["wechat", "phone"])
            .Asking(0.25).Asking("gold", 1).AtMostEvery(Duration.FromDays(90)).RemindingAfter([Duration.FromDays(3), Duration.FromDays(10)]);
        Assert.Equal(expected, reading.Value);
        Assert.Equal(new Dictionary<string, double> { ["gold"] = 1 }, reading.Value.Rates);
    }

    [Fact]
    public void Plans_differ_when_a_part_does()
    {
        SurveyPlan plan = new SurveyPlan(SurveyWorld.AfterRepair, SurveyDelay.Elapsed(Duration.FromDays(2)), ["wechat", "phone"]).Asking("gold", 0.5);
        SurveyPlan[] others =
        [
            plan.Asking(0.5), plan.Asking("gold", 1), plan.Asking("silver", 0.5), plan.AtMostEvery(Duration.FromDays(1)), plan.RemindingAfter([Duration.FromDays(1)]),
            new SurveyPlan(SurveyWorld.AfterRepair, plan.Delay, ["phone", "wechat"]).Asking("gold", 0.5),
            new SurveyPlan(SurveyWorld.AfterRepair, SurveyDelay.OpenTime(Duration.FromDays(2)), plan.Channels).Asking("gold", 0.5),
            new SurveyPlan(SurveyWorld.AfterRepair.OpenForAtMost(Duration.FromDays(1)), plan.Delay, plan.Channels).Asking("gold", 0.5),
        ];
        Assert.All(others, other => Assert.NotEqual(plan, other));
        Assert.Equal(others.Length, others.Distinct().Count());
        Assert.Equal(plan, plan.Asking(0.1).Asking(1).Asking("gold", 0.5));
        Assert.False(plan.Equals((object)"plan"));
    }

    [Fact]
    public void Every_problem_is_told_with_its_place()
    {
        IReadOnlyList<DocumentFinding> findings = SurveyPlanDocument.Read("""
            { "format": "survey-plan/1",
              "survey": { "name": "s", "version": 0, "questions": [ { "name": "easy", "kind": "efort" } ], "format": "survey/1" },
              "delay": { "days": 0, "at": "25:00" },
              "channels": [],
              "rate": 1.5,
              "strata": [ { "name": "gold", "rate": 1 }, { "name": "gold", "rate": "half" }, { "rate": 0, "share": 1 } ],
              "pause": "PT0S", "reminders": [3], "remind": [] }
            """).Findings;
        Assert.Equal(
            [
                "$.survey.version bad-value", "$.survey.questions[0].kind bad-value", "$.survey.format unknown-member",
                "$.delay missing-member", "$.delay.days bad-value", "$.delay.at bad-value",
                "$.channels bad-value", "$.rate bad-value",
                "$.strata[1].name duplicate-name", "$.strata[1].rate wrong-type", "$.strata[2] missing-member", "$.strata[2].share unknown-member",
                "$.pause bad-value", "$.reminders[0] wrong-type", "$.remind unknown-member",
            ],
            findings.Select(finding => $"{finding.Path} {finding.Code}"));
    }

    [Theory]
    [InlineData("{}", "$.delay missing-member")]
    [InlineData("""{ "elapsed": "P1D", "days": 3 }""", "$.delay refused")]
    [InlineData("""{ "at": "10:00" }""", "$.delay missing-member")]
    [InlineData("""{ "elapsed": "P1D", "at": "10:00" }""", "$.delay.at unknown-member")]
    [InlineData("""{ "openTime": "-PT1H" }""", "$.delay.openTime bad-value")]
    [InlineData("""{ "days": 3, "at": "10:00", "zone": "Asia/Shanghia" }""", "$.delay.zone bad-value")]
    [InlineData("\"P2D\"", "$.delay wrong-type")]
    public void A_delay_that_cannot_be_is_told_at_its_place(string delay, string expected)
    {
        DocumentFinding finding = Assert.Single(SurveyPlanDocument.Read($$"""
            { "format": "survey-plan/1", "survey": { "name": "s", "version": 1, "questions": [ { "name": "easy", "kind": "effort" } ] }, "channels": ["phone"], "delay": {{delay}} }
            """).Findings);
        Assert.Equal(expected, $"{finding.Path} {finding.Code}");
    }

    [Theory]
    [InlineData("""["P7D", "P3D"]""")]
    [InlineData("""["P3D", "P31D"]""")]
    [InlineData("""["P1D", "P2D", "P3D", "P4D", "P5D", "P6D"]""")]
    public void Reminders_that_do_not_fit_the_survey_are_told_at_their_place(string reminders)
    {
        DocumentFinding finding = Assert.Single(SurveyPlanDocument.Read($$"""
            { "format": "survey-plan/1", "survey": { "name": "s", "version": 1, "questions": [ { "name": "easy", "kind": "effort" } ] },
              "delay": { "elapsed": "P1D" }, "channels": ["phone"], "reminders": {{reminders}} }
            """).Findings);
        Assert.Equal("$.reminders refused", $"{finding.Path} {finding.Code}");
        Assert.Equal("it is refused: Allowed are at most 5 reminders, ascending, after sending and within 30 days", finding.Allowed);
    }

    [Fact]
    public void The_sample_asks_by_the_sample_survey()
    {
        SurveyPlan plan = SurveyPlanDocument.Read(File.ReadAllText(Repository.PathOf("docs", "samples", "survey-plan.json"))).Value;
        Survey survey = SurveyDocument.Read(File.ReadAllText(Repository.PathOf("docs", "samples", "survey.json"))).Value;
        Assert.Equal(survey, plan.Survey);
        Assert.Equal(plan, SurveyPlanDocument.Read(SurveyPlanDocument.Write(plan)).Value);

        // Mon 2026-03-30 15:00 in Shanghai; asked on Wed 2026-04-01 at 10:00.
        InvitationDecision decision = plan.Decide(new SurveyCandidate("T-1", Instant.FromUtc(2026, 3, 30, 7, 0)).Of("key-account"), addOpenTime: null);
        Assert.Equal(Instant.FromUtc(2026, 4, 1, 2, 0), Assert.IsType<PlannedInvitation>(decision).SendAt);
    }

    private static SurveyPlan Plan(SurveyPlan plan, IEnumerable<string> strata, int pause, int reminders)
    {
        SurveyPlan made = strata.Select((name, i) => (name, i)).Aggregate(plan, (one, stratum) => one.Asking(stratum.name, stratum.i % 10 / 9.0));
        made = pause > 0 ? made.AtMostEvery(Duration.FromHours(pause)) : made;
        return reminders > 0 ? made.RemindingAfter(Enumerable.Range(1, reminders).Select(day => Duration.FromDays(day) - Duration.Epsilon)) : made;
    }
}
