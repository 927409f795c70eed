using System.Globalization;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;
using static AfterSales.Domain.Tests.Sla.Verification.Verified;

namespace AfterSales.Domain.Tests.Sla.Verification;

/// <summary>For each kind of finding a policy that has the fault, with its exact counterexample, and the nearest one that has none.</summary>
public class FindingPairTests
{
    private static readonly Target All = For("all", RequestCondition.Any, OpenHours(4));
    private static readonly Objective Other = new("other", Signal.Received, Signal.Resolved, [All]);

    /// <summary>What differs between the two is one number, one name or one line.</summary>
    private static Dictionary<FindingCode, Pair> Pairs => new()
    {
        [FindingCode.RequestSpaceTooLarge] = new(Attributes(20), Attributes(19), "reply"),
        [FindingCode.RequestNotCovered] = new(
            Policy(Reply(For("urgent", Urgent, OpenHours(1)))), Policy(Reply(For("urgent", Urgent, OpenHours(1)), For("else", RequestCondition.Any, OpenHours(1)))),
            "reply", "general from Mon 00:00"),
        [FindingCode.UnknownCalendar] = new(On("ofice"), On("office"), "reply / all", "any from Mon 00:00"),
        [FindingCode.TargetNeverReached] = new(
            Policy(Reply(For("all", RequestCondition.Any, OpenHours(1)), For("urgent", Urgent, OpenHours(1)))),
            Policy(Reply(For("urgent", Urgent, OpenHours(1)), For("all", RequestCondition.Any, OpenHours(1)))), "reply / urgent", "urgent from Mon 00:00"),
        [FindingCode.LaterWhenMoreDemanding] = new(
            Policy(Reply(For("urgent", Urgent, OpenHours(1)), For("milder", RequestCondition.Any, Next(17))).OnReclassify(ReclassifyMode.Restart)),
            Policy(Reply(For("urgent", Urgent, DeadlineRule.Earliest(OpenHours(1), Next(17))), For("milder", RequestCondition.Any, Next(17))).OnReclassify(ReclassifyMode.Restart)),
            "reply / urgent", "urgent from Mon 16:10, due Mon 17:10", "general from Mon 16:10, due Mon 17:00"),
        [FindingCode.NonMonotoneCutOff] = new(
            ElseBy(new LocalTime(9, 59)), ElseBy(new LocalTime(10, 0)), "reply / all", "any from Mon 17:59:59, due Tue 09:59:59", "any from Mon 18:00:01, due Tue 09:59"),
        [FindingCode.NoOpenTimeBeforeDue] = new(
            NextDayBy(new LocalTime(9, 0)), NextDayBy(new LocalTime(9, 1)), "reply / all", "any from Mon 18:00, due Tue 09:00"),
        [FindingCode.AlarmNotBeforeDue] = new(
            AtNightBy(new LocalTime(5, 59)).Accepting(FindingCode.NoOpenTimeBeforeDue, "reply", "what is due at once has no time at all"), AtNightBy(new LocalTime(6, 0)),
            "reply / all", "any from Mon 05:59, due Mon 05:59"),
        [FindingCode.AlarmAtStart] = new(
            Policy(Reply(All).WithAlarms(Alarm.BeforeDue(Duration.FromHours(4)))), Policy(Reply(All).WithAlarms(Alarm.BeforeDue(Duration.FromMinutes(239)))),
            "reply / all", "any from Mon 00:00, due Mon 13:00"),
        [FindingCode.AlarmLevelsOutOfOrder] = new(
            Policy(Reply(All).WithAlarms(Alarm.AtDue(), Alarm.AtPercent(80))), Policy(Reply(All).WithAlarms(Alarm.AtPercent(80), Alarm.AtDue())),
            "reply / all", "any from Mon 00:00, due Mon 13:00"),
        [FindingCode.NeverStops] = new(Policy(Reply(All)), Policy(Reply(All).CancelledOn(Signal.Resolved)), "reply", "any from Mon 00:00") { Emitted = [Signal.Received, Signal.Resolved] },
        [FindingCode.PausedByItsStop] = new(
            Policy(Reply(All).PausedBy(Pause.On(WaitReason.Named("reply", ResponsibleParty.Customer)))), Policy(Reply(All).PausedBy(Pause.On(WaitReason.Named("answer", ResponsibleParty.Customer)))),
            "reply", "any from Mon 00:00, waiting for reply"),
        [FindingCode.PausedForOwnReason] = new(
            Policy(Reply(All).PausedBy(Pause.On(WaitReason.Parts))), Policy(Reply(All).PausedBy(Pause.On(WaitReason.Customer))), "reply", "any from Mon 00:00, waiting for parts"),
        [FindingCode.DoesNotFitWithin] = new(
            DeskWithin(OpenHours(8), Duration.FromHours(8) + Duration.Epsilon), DeskWithin(OpenHours(8), Duration.FromHours(8)),
            "desk / desk", "any from Mon 00:00, due Mon 17:00:00.000000001", "any from Mon 00:00, due Mon 17:00"),
        [FindingCode.ProportionalWithoutAllowance] = new(
            Shared(DeadlineRule.IfOpen(OpenHours(2), otherwise: Next(11))), Shared(DeadlineRule.IfOpen(OpenHours(2), otherwise: OpenHours(2))),
            "reply / else", "general from Mon 00:00, due Mon 11:00"),
        [FindingCode.BreachOnReclassify] = new(
            Policy(Reply(new Target("urgent", Urgent, Hours(2)), new Target("else", RequestCondition.Any, Hours(24)))),
            Policy(Reply(new Target("urgent", Urgent, Hours(2)), new Target("else", RequestCondition.Any, Hours(24))).OnReclassify(ReclassifyMode.Restart)),
            "reply / urgent", "general from Mon 00:00, due Tue 00:00, urgent at Mon 02:10"),
        [FindingCode.CalendarNeverOpen] = new(OpenOn("Mo off"), OpenOn("Mo 09:00-09:01"), "rare", "any from Mon 00:00"),
        [FindingCode.HolidaysNotKnown] = new(KnownThrough(new LocalDate(2027, 6, 1)), KnownThrough(new LocalDate(2027, 6, 2)), "office", "any from Tue 14:10, due Wed 09:10"),
        [FindingCode.AcceptedButNotFound] = new(Policy(Reply(All)).Accepting(FindingCode.NonMonotoneCutOff, "reply", "as it was"), Policy(Reply(All)), "reply"),
    };

    public static TheoryData<FindingCode> Codes => [.. Enum.GetValues<FindingCode>().Where(code => code != FindingCode.EffectiveHole)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_fault_is_found_with_its_counterexample_and_its_neighbour_is_clean(FindingCode code)
    {
        Pair pair = Assert.Contains(code, (IReadOnlyDictionary<FindingCode, Pair>)Pairs);

        Finding finding = Only(pair);

        Assert.Equal(code, finding.Code);
        Assert.Equal(pair.Place, finding.Place.ToString());
        Assert.Equal(pair.Cases, finding.Examples.Select(Words));
        Assert.Empty(pair.Clean.Verify(pair.Scope).Select(one => $"{one}"));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_counterexample_shows_the_fault_in_the_clocks(FindingCode code)
    {
        Pair pair = Pairs[code];

        Counterexample.IsShownBy(pair.Faulty, Only(pair), pair.Emitted);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void It_is_said_in_both_languages(FindingCode code)
    {
        Finding finding = Only(Pairs[code]);

        Assert.StartsWith($"{finding.Place}: ", $"{finding}", StringComparison.Ordinal);
        Assert.StartsWith($"{finding.Place}：", $"{finding:zh}", StringComparison.Ordinal);
        Assert.Matches("\\p{IsCJKUnifiedIdeographs}", $"{finding:zh}");
        Assert.DoesNotMatch("\\p{IsCJKUnifiedIdeographs}", $"{finding}");
    }

    [Fact]
    public void A_hole_between_versions_is_found_with_a_ticket_that_nobody_measures()
    {
        PolicyHistory history = new([Version(1, Reply(All), Other), Version(2, Other), Version(3, Reply(All), Other)]);

        Finding finding = Assert.Single(history.Verify());

        Assert.Equal((FindingCode.EffectiveHole, "reply", 2), (finding.Code, finding.Place.ToString(), finding.PolicyVersion));
        FindingExample example = Assert.Single(finding.Examples);
        Assert.Equal("any from Wed 00:00", Words(example));
        Assert.Equal(["other"], history.Track(example.History, example.Start).Select(one => one.Cycle.Objective.Name));
        Assert.Empty(new PolicyHistory([Version(1, Reply(All), Other), Version(2, Reply(All), Other), Version(3, Reply(All), Other)]).Verify());
    }

    private static Finding Only(Pair pair) => Assert.Single(pair.Faulty.Verify(pair.Scope), finding => !finding.IsAccepted);

    private static SlaPolicy Version(int number, params Objective[] objectives) => new SlaPolicy("small", number, Start + Duration.FromDays(number), objectives).With(Office);

    private static SlaPolicy Attributes(int count)
    {
        RequestCondition all = RequestCondition.All(Enumerable.Range(0, count).Select(i => RequestCondition.Attribute("a" + i.ToString(CultureInfo.InvariantCulture), "yes")));
        return Policy(Reply(For("all of them", all, OpenHours(1)), For("else", RequestCondition.Any, OpenHours(1))));
    }

    private static SlaPolicy On(string calendar) => Policy(Reply(new Target("all", RequestCondition.Any, OpenHours(1)).On(CalendarChoice.Named(calendar))));

    private static SlaPolicy ElseBy(LocalTime at) => Policy(Reply(For("all", RequestCondition.Any, DeadlineRule.IfOpen(OpenHours(1), otherwise: DeadlineRule.NextTime(at)))));

    private static SlaPolicy NextDayBy(LocalTime at) => Policy(Reply(For("all", RequestCondition.Any, DeadlineRule.WorkingDay(1, at))));

    /// <summary>A night shift begun on Sunday counts as Sunday until it ends on Monday at 06:00: by then Monday's 05:59 has gone, but not its 06:00.</summary>
    private static SlaPolicy AtNightBy(LocalTime at) => new SlaPolicy("small", 1, Start, [Reply(For("all", RequestCondition.Any, DeadlineRule.WorkingDay(1, at))).WithAlarms(Alarm.AtPercent(80))])
        .With(BusinessCalendar.Weekly("office", World.Shanghai, WeeklyHours.Parse("Mo-Su 22:00-06:00")));

    private static SlaPolicy DeskWithin(DeadlineRule promise, Duration desk) => Policy(
        Reply(For("promised", RequestCondition.Any, promise)),
        new Objective("desk", Signal.Received, Signal.HandedOver, [For("desk", RequestCondition.Any, DeadlineRule.OpenTime(desk))]).For(Party.Internal).Within("reply"));

    private static SlaPolicy Shared(DeadlineRule rule) =>
        Policy(Reply(For("urgent", Urgent, OpenHours(1)), For("else", RequestCondition.Any, rule)).OnReclassify(ReclassifyMode.Proportional));

    private static SlaPolicy OpenOn(string hours) => Policy(Reply(new Target("all", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromMinutes(1))).On(CalendarChoice.Named("rare"))))
        .With(BusinessCalendar.Weekly("rare", World.Shanghai, WeeklyHours.Parse(hours)));

    /// <summary>Deadlines of the year that is looked at run to Wed 2027-06-02 13:00.</summary>
    private static SlaPolicy KnownThrough(LocalDate last) =>
        new SlaPolicy("small", 1, Start, [Reply(All)]).With(Office.With(new HolidaySet("holidays", []).KnownBetween(new LocalDate(2026, 1, 1), last)));

    private static string Words(FindingExample example)
    {
        string due = example.Due is { } at ? $", due {Moment(at)}" : "";
        string then = example is { ChangedAt: { } changedAt, ChangedTo: { } changed } ? $", {Words(changed)} at {Moment(changedAt)}" : "";
        return $"{Words(example.Request)} from {Moment(example.Start)}{due}{then}{(example.WaitsFor is { } reason ? $", waiting for {reason}" : "")}";
    }

    private static string Words(ServiceRequest request) => request.Severity switch
    {
        Severity.Urgent => "urgent",
        Severity.General => "general",
        _ => "any",
    };

    private static string Moment(Instant at)
    {
        ZonedDateTime local = at.InZone(World.Shanghai);
        return local.ToString(local.TimeOfDay == new LocalTime(local.Hour, local.Minute) ? "ddd HH':'mm" : "ddd HH':'mm':'ss.FFFFFFFFF", CultureInfo.InvariantCulture);
    }

    private sealed record Pair(SlaPolicy Faulty, SlaPolicy Clean, string Place, params string[] Cases)
    {
        public IReadOnlyList<Signal>? Emitted { get; init; }

        public VerificationScope Scope => Emitted is null ? VerificationScope.Everything : VerificationScope.Everything.Emitting(Emitted);
    }
}
