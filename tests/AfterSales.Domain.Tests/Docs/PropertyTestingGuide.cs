using AfterSales.Domain.Calendars;
using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;

namespace AfterSales.Domain.Tests.Docs;

/// <summary>The code of docs/property-testing.md. It runs twice: here, and in a test project of its own that takes the packages from their files (.ci/packages).</summary>
public class PropertyTestingGuide
{
    internal static SlaPolicy OurPolicy { get; } = Policy();

    /// <summary>The promise to customers that the verifier cannot know.</summary>
    internal static Law<TrackedHistory> NothingIsDueAtNight { get; } = OwnLaw();

    private static SlaPolicy Policy()
    {
        BusinessCalendar serviceHours = BusinessCalendar
            .Weekly("service-hours", DateTimeZoneProviders.Tzdb["Asia/Shanghai"], WeeklyHours.Parse("Mo-Fr 09:00-12:00,13:30-18:00"));
        SlaPolicy ourPolicy = new SlaPolicy("our-desk", version: 1, Instant.FromUtc(2026, 1, 4, 16, 0),
        [
            new Objective("reply", Signal.Received, Signal.Reply,
                    [
                        new Target("urgent", RequestCondition.Severity(Severity.Urgent), DeadlineRule.Elapsed(Duration.FromHours(4))),
                        new Target("mail and chat", RequestCondition.Any, DeadlineRule.IfOpen(
                                DeadlineRule.OpenTime(Duration.FromHours(1)),
                                otherwise: DeadlineRule.NextTime(new LocalTime(9, 0))))
                            .On(CalendarChoice.Named("service-hours")),
                    ])
                .PausedBy(Pause.On(WaitReason.Customer).UpTo(Duration.FromDays(7))),
        ]).With(serviceHours);
        return ourPolicy;
    }

    private static Law<TrackedHistory> OwnLaw()
    {
        DateTimeZone shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        Law<TrackedHistory> nothingIsDueAtNight = new("no reply is due between 22:00 and 06:00", one =>
        {
            foreach (SlaCycle cycle in one.Track()["reply"].Cycles)
            {
                if (cycle.Due is { IsSet: true } due && due.At.InZone(shanghai).Hour is >= 22 or < 6)
                {
                    return $"{cycle.Target!.Name} is due {due.At.InZone(shanghai)}";
                }
            }

            return null;
        });
        return nothingIsDueAtNight;
    }

    [Fact]
    public void Laws()
    {
        SlaPolicy ourPolicy = OurPolicy;

        SlaLaws.HoldFor(ourPolicy);

        LawBrokenException found = Assert.Throws<LawBrokenException>(Verify);
        Assert.Contains("Warning NonMonotoneCutOff: reply / mail and chat", found.Message, StringComparison.Ordinal);
        Assert.Throws<LawBrokenException>(() => SlaLaws.HoldFor(ourPolicy, NothingIsDueAtNight));

        void Verify()
        {
            PolicyLaws.NoFindings(ourPolicy);
        }
    }

    [Fact]
    public void Mended()
    {
        BusinessCalendar serviceHours = OurPolicy.Calendars[0].Calendar;
        Law<TrackedHistory> nothingIsDueAtNight = NothingIsDueAtNight;

        SlaPolicy mended = new SlaPolicy("our-desk", version: 2, Instant.FromUtc(2026, 3, 31, 16, 0),
        [
            new Objective("reply", Signal.Received, Signal.Reply,
                    [new Target("everything", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromHours(1))).On(CalendarChoice.Named("service-hours"))])
                .PausedBy(Pause.On(WaitReason.Customer).UpTo(Duration.FromDays(7))),
        ]).With(serviceHours);

        PolicyLaws.NoFindings(mended);
        SlaLaws.HoldFor(mended);
        SlaLaws.HoldFor(mended, nothingIsDueAtNight);
    }

    [Fact]
    public void OtherRules()
    {
        BusinessCalendar serviceHours = OurPolicy.Calendars[0].Calendar;
        RoutingPolicy ourRouting = new RoutingPolicy("field-service", version: 1).Staffing(Severity.Urgent, StaffingPattern.Anyone);
        Survey ourSurvey = new("after-repair", version: 1,
            [SurveyQuestion.Rating("overall", SurveyDimension.Overall, AnswerScale.OneToFive), SurveyQuestion.Recommendation("recommend").Optional()]);

        CalendarLaws.HoldFor(serviceHours);

        LifecycleLaws.NoFindings(Lifecycles.Repair);
        LifecycleLaws.HoldFor(Lifecycles.Repair);

        RoutingLaws.HoldFor(ourRouting);
        SurveyLaws.HoldFor(ourSurvey);
    }

    [Fact]
    public void FsCheckAlone()
    {
        Config config = Config.QuickThrowOnFailure.WithArbitrary([typeof(AfterSalesArbitraries)]);
        Check.One(config, Prop.ForAll((SlaPolicy policy) => SlaPolicyDocument.Read(SlaPolicyDocument.Write(policy)).Succeeded));

        Config failing = config.WithMaxTest(1000);
        Assert.ThrowsAny<Exception>(() => Check.One(failing, Prop.ForAll((SlaPolicy policy) => policy.Objectives.All(objective => objective.Alarms.Count == 0))));
    }

    [Fact]
    public void Runs()
    {
        SlaPolicy ourPolicy = OurPolicy;
        CancellationToken cancellation = CancellationToken.None;

        SlaLaws.HoldFor(ourPolicy, LawRun.Default.WithCases(100).WithSeed(42).CancelledBy(cancellation));
        PolicyLaws.NoFindings(ourPolicy, FindingCode.NonMonotoneCutOff, FindingCode.NoOpenTimeBeforeDue, FindingCode.LaterWhenMoreDemanding, FindingCode.BreachOnReclassify);
    }
}

[Properties(Arbitrary = [typeof(AfterSalesArbitraries)])]
public class OurCalendarProperties
{
    [Property]
    public bool A_deadline_is_never_before_the_start(BusinessCalendar calendar, Instant start, Duration amount) =>
        !calendar.TryAdd(start, amount, out Instant end) || end >= start;

    [Property]
    public bool Our_screen_shows_hours_that_can_be_typed_in_again(WeeklyHours hours) => WeeklyHours.Parse(hours.ToString()).Equals(hours);
}
