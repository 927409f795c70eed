using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>The parts a policy is made of: what each refuses, when two are the same, how they read.</summary>
public class PolicyPartTests
{
    private static readonly Instant NewYear = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly Target Hour = new("one hour", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(1)));
    private static readonly Objective Visit = new("visit", Signal.TaskReceived, Signal.Arrived, [Hour]);
    private static readonly Pause Customer = Pause.On(WaitReason.Customer);

    /// <summary>Each changes one part of the objective, and none the same as another.</summary>
    private static readonly Func<Objective>[] Changed =
    [
        () => Visit,
        () => new Objective("call", Signal.TaskReceived, Signal.Arrived, [Hour]),
        () => new Objective("visit", Signal.Received, Signal.Arrived, [Hour]),
        () => new Objective("visit", [Signal.Received, Signal.TaskReceived], [Signal.Arrived], [Hour]),
        () => new Objective("visit", Signal.TaskReceived, Signal.Resolved, [Hour]),
        () => new Objective("visit", [Signal.TaskReceived], [Signal.Resolved, Signal.Arrived], [Hour]),
        () => new Objective("visit", Signal.TaskReceived, Signal.Arrived, [Hour.On(CalendarChoice.OfSite)]),
        () => new Objective("visit", Signal.TaskReceived, Signal.Arrived, [Hour, Target.Exempt("rest", RequestCondition.Any, "why not")]),
        () => Visit.For(RequestCondition.Channel(Channel.Phone)),
        () => Visit.For(Party.Internal),
        () => Visit.For(Party.Supplier),
        () => Visit.Within("case"),
        () => Visit.PausedBy(Customer),
        () => Visit.PausedBy(Customer.UpTo(Duration.FromHours(2))),
        () => Visit.WithAlarms(Alarm.AtDue()),
        () => Visit.WithAlarms(Alarm.AtPercent(80)),
        () => Visit.CancelledOn(Signal.Merged),
        () => Visit.EndedOn(Signal.Merged),
        () => Visit.Repeating(),
        () => Visit.FromSecondCycle(),
        () => Visit.OnReclassify(ReclassifyMode.Restart),
        () => Visit.OnReclassify(ReclassifyMode.Proportional),
        () => Visit.OnReopen(ReopenMode.Resume),
        () => Visit.OnReopen(ReopenMode.NewCycle),
    ];

    private static readonly Func<Target>[] ChangedTargets =
    [
        () => new("one hour", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(1))),
        () => new("1 h", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(1))),
        () => new("one hour", RequestCondition.Channel(Channel.Chat), DeadlineRule.Elapsed(Duration.FromHours(1))),
        () => new("one hour", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(2))),
        () => Hour.On(CalendarChoice.OfCustomer),
        () => Target.Exempt("one hour", RequestCondition.Any, "by appointment"),
        () => Target.Exempt("one hour", RequestCondition.Any, "by contract"),
    ];

    private static readonly Func<Alarm>[] ChangedAlarms =
    [
        () => Alarm.AtPercent(80).Named("warn"),
        () => Alarm.AtPercent(81).Named("warn"),
        () => Alarm.AtPercent(80).Named("warn again"),
        () => Alarm.AtPercent(80).Named("warn").Tell(Role.Agent),
        () => Alarm.AtPercent(80).Named("warn").Tell(Role.Agent, Role.Manager),
        () => Alarm.AtPercent(80).Named("warn").Tell(Role.Manager, Role.Agent),
        () => Alarm.BeforeDue(Duration.FromHours(1)).Named("warn"),
        () => Alarm.BeforeDue(Duration.FromHours(2)).Named("warn"),
        () => Alarm.AfterDue(Duration.FromHours(1)).Named("warn"),
        () => Alarm.AtDue().Named("warn"),
        () => Alarm.WhenCapUsedUp().Named("warn"),
    ];

    private static readonly Func<CalendarChoice>[] ChangedChoices =
    [
        () => CalendarChoice.AlwaysOpen,
        () => CalendarChoice.OfSite,
        () => CalendarChoice.OfCustomer,
        () => CalendarChoice.Named("desk"),
        () => CalendarChoice.Named("Desk"),
        () => CalendarChoice.Intersection(CalendarChoice.Named("desk"), CalendarChoice.OfSite),
        () => CalendarChoice.Intersection(CalendarChoice.OfSite, CalendarChoice.Named("desk")),
        () => CalendarChoice.Intersection(CalendarChoice.Named("desk"), CalendarChoice.OfCustomer),
    ];

    [Fact]
    public void Objectives_are_the_same_when_every_part_is() => AssertDistinct(Changed);

    [Fact]
    public void Targets_are_the_same_when_every_part_is() => AssertDistinct(ChangedTargets);

    [Fact]
    public void Alarms_are_the_same_when_every_part_is() => AssertDistinct(ChangedAlarms);

    [Fact]
    public void Choices_of_a_calendar_are_the_same_when_every_part_is() => AssertDistinct(ChangedChoices);

    [Fact]
    public void Signals_of_an_objective_are_a_set()
    {
        Objective told = new("visit", [Signal.Arrived, Signal.Resolved, Signal.Arrived], [Signal.Merged], [Hour]);
        Objective turned = new("visit", [Signal.Resolved, Signal.Arrived], [Signal.Merged], [Hour]);

        Assert.Equal([Signal.Arrived, Signal.Resolved], told.StartsOn);
        Assert.Equal(told, turned);
        Assert.Equal(told.GetHashCode(), turned.GetHashCode());
        Assert.Equal("visit: arrived or resolved → merged; one hour: any request → 1 h on the clock, always open", told.ToString().Replace($"{RequestCondition.Any}", "any request", StringComparison.Ordinal));
    }

    [Fact]
    public void An_objective_has_a_name_signals_and_targets()
    {
        Assert.Equal("targets", Assert.Throws<ArgumentNullException>(() => new Objective("visit", Signal.TaskReceived, Signal.Arrived, null!)).ParamName);
        Assert.Equal("targets", Assert.Throws<ArgumentNullException>(() => new Objective("visit", Signal.TaskReceived, Signal.Arrived, [Hour, null!])).ParamName);
        Assert.Equal("startsOn", Assert.Throws<ArgumentNullException>(() => new Objective("visit", null!, [Signal.Arrived], [Hour])).ParamName);
        Assert.Equal("stopsOn", Assert.Throws<ArgumentNullException>(() => new Objective("visit", [Signal.Arrived], null!, [Hour])).ParamName);
        Assert.Equal("startsOn", Assert.Throws<ArgumentException>(() => new Objective("visit", [], [Signal.Arrived], [Hour])).ParamName);
        Assert.Equal("stopsOn", Assert.Throws<ArgumentException>(() => new Objective("visit", [Signal.Arrived], [], [Hour])).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => new Objective(" ", Signal.TaskReceived, Signal.Arrived, [Hour])).ParamName);
        Assert.Throws<InvalidOperationException>(() => new Objective("visit", default(Signal), Signal.Arrived, [Hour]));
        ArgumentException none = Assert.Throws<ArgumentException>(() => new Objective("visit", Signal.TaskReceived, Signal.Arrived, []));
        Assert.Contains("Target.Exempt", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_of_an_objective_have_names_that_stand_once()
    {
        Assert.Contains("target \"one hour\" stands twice", Refused(() => new Objective("visit", Signal.TaskReceived, Signal.Arrived, [Hour, Hour.On(CalendarChoice.OfSite)])), StringComparison.Ordinal);
        Assert.Contains("wait reason \"customer\" stands twice", Refused(() => Visit.PausedBy(Customer, Customer.UpTo(Duration.FromHours(1)))), StringComparison.Ordinal);
        Assert.Contains("alarm level \"due\" stands twice", Refused(() => Visit.WithAlarms(Alarm.AtDue(), Alarm.AtPercent(50).Named("due"))), StringComparison.Ordinal);
    }

    [Fact]
    public void An_objective_holds_256_parts_of_a_kind_and_not_one_more()
    {
        static Target[] Targets(int count) => [.. Enumerable.Range(1, count).Select(i => new Target($"t{i}", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(i))))];
        static Alarm[] Alarms(int count) => [.. Enumerable.Range(1, count).Select(i => Alarm.AfterDue(Duration.FromMinutes(i)))];
        static Pause[] Pauses(int count) => [.. Enumerable.Range(1, count).Select(i => Pause.On(WaitReason.Named($"w{i}", ResponsibleParty.Supplier)))];

        Assert.Equal(256, new Objective("visit", Signal.TaskReceived, Signal.Arrived, Targets(256)).Targets.Count);
        Assert.Equal((256, 256), (Visit.WithAlarms(Alarms(256)).Alarms.Count, Visit.PausedBy(Pauses(256)).Pauses.Count));
        Assert.Contains("257; at most 256", Refused(() => new Objective("visit", Signal.TaskReceived, Signal.Arrived, Targets(257))), StringComparison.Ordinal);
        Assert.Contains("257; at most 256", Refused(() => Visit.WithAlarms(Alarms(257))), StringComparison.Ordinal);
        Assert.Contains("257; at most 256", Refused(() => Visit.PausedBy(Pauses(257))), StringComparison.Ordinal);
    }

    [Fact]
    public void A_party_or_a_mode_that_there_is_not_is_refused_with_those_that_there_are()
    {
        Assert.Contains("Customer, Internal and Supplier", Assert.Throws<ArgumentOutOfRangeException>("party", () => Visit.For(Party.Supplier + 1)).Message, StringComparison.Ordinal);
        Assert.Contains("KeepStart, Restart and Proportional", Assert.Throws<ArgumentOutOfRangeException>("mode", () => Visit.OnReclassify(ReclassifyMode.Proportional + 1)).Message, StringComparison.Ordinal);
        Assert.Contains("Ignore, Resume and NewCycle", Assert.Throws<ArgumentOutOfRangeException>("mode", () => Visit.OnReopen(ReopenMode.NewCycle + 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("party", () => Visit.For((Party)(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("mode", () => Visit.OnReclassify((ReclassifyMode)(-1)));
        Assert.Throws<ArgumentOutOfRangeException>("mode", () => Visit.OnReopen((ReopenMode)(-1)));
        Assert.Equal((Party.Supplier, ReclassifyMode.Proportional, ReopenMode.NewCycle),
            Visit.For(Party.Supplier).OnReclassify(ReclassifyMode.Proportional).OnReopen(ReopenMode.NewCycle) is var all ? (all.Party, all.ReclassifyMode, all.ReopenMode) : default);
    }

    [Fact]
    public void What_is_added_to_an_objective_is_not_null()
    {
        Assert.Equal("condition", Assert.Throws<ArgumentNullException>(() => Visit.For(null!)).ParamName);
        Assert.Equal("objectiveName", Assert.Throws<ArgumentException>(() => Visit.Within(" ")).ParamName);
        Assert.Equal("pauses", Assert.Throws<ArgumentNullException>(() => Visit.PausedBy((IEnumerable<Pause>)null!)).ParamName);
        Assert.Equal("alarms", Assert.Throws<ArgumentNullException>(() => Visit.WithAlarms(Alarm.AtDue(), null!)).ParamName);
        Assert.Equal("signals", Assert.Throws<ArgumentNullException>(() => Visit.CancelledOn((IEnumerable<Signal>)null!)).ParamName);
        Assert.Equal("signals", Assert.Throws<ArgumentNullException>(() => Visit.EndedOn((IEnumerable<Signal>)null!)).ParamName);
        Assert.Throws<InvalidOperationException>(() => Visit.EndedOn(default(Signal)));
    }

    [Fact]
    public void A_target_has_a_rule_or_a_reason_for_none()
    {
        Target exempt = Target.Exempt("rest", RequestCondition.Any, "by appointment");

        Assert.Equal($"rest: {RequestCondition.Any} → exempt (by appointment)", exempt.ToString());
        Assert.Equal($"one hour: {RequestCondition.Any} → 1 h on the clock, the site's calendar", Hour.On(CalendarChoice.OfSite).ToString());
        Assert.Equal(("by appointment", CalendarChoice.OfSite, null), (exempt.On(CalendarChoice.OfSite).ExemptReason, exempt.On(CalendarChoice.OfSite).Calendar, exempt.Rule));
        Assert.Equal("rule", Assert.Throws<ArgumentNullException>(() => new Target("a", RequestCondition.Any, null!)).ParamName);
        Assert.Equal("when", Assert.Throws<ArgumentNullException>(() => new Target("a", null!, DeadlineRule.Elapsed(Duration.FromHours(1)))).ParamName);
        Assert.Equal("when", Assert.Throws<ArgumentNullException>(() => Target.Exempt("a", null!, "why")).ParamName);
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => Target.Exempt("", RequestCondition.Any, "why")).ParamName);
        Assert.Equal("reason", Assert.Throws<ArgumentException>(() => Target.Exempt("a", RequestCondition.Any, " ")).ParamName);
        Assert.Equal("calendar", Assert.Throws<ArgumentNullException>(() => Hour.On(null!)).ParamName);
    }

    [Fact]
    public void Alarms_lie_strictly_between_start_and_due_or_a_time_from_it()
    {
        Assert.Equal(["1 %", "99 %", "0.000000001 s before due", "due", "1 h after due", "pause cap"],
            new[] { Alarm.AtPercent(1), Alarm.AtPercent(99), Alarm.BeforeDue(Duration.Epsilon), Alarm.AtDue(), Alarm.AfterDue(Duration.FromHours(1)), Alarm.WhenCapUsedUp() }.Select(alarm => alarm.ToString()));
        Assert.Equal("percent", Assert.Throws<ArgumentOutOfRangeException>(() => Alarm.AtPercent(0)).ParamName);
        Assert.Equal("percent", Assert.Throws<ArgumentOutOfRangeException>(() => Alarm.AtPercent(100)).ParamName);
        Assert.Equal("time", Assert.Throws<ArgumentOutOfRangeException>(() => Alarm.BeforeDue(Duration.Zero)).ParamName);
        Assert.Equal("time", Assert.Throws<ArgumentOutOfRangeException>(() => Alarm.AfterDue(Duration.Zero)).ParamName);
    }

    [Fact]
    public void An_alarm_tells_roles_under_its_name()
    {
        Assert.Equal("soon: agent, manager", Alarm.AtPercent(75).Tell(Role.Agent, Role.Manager).Named("soon").ToString());
        Assert.Equal((AlarmKind.Percent, 75, Duration.Zero), (Alarm.AtPercent(75).Named("soon").Kind, Alarm.AtPercent(75).Named("soon").Percent, Alarm.AtPercent(75).Offset));
        Assert.Equal("roles", Assert.Throws<ArgumentNullException>(() => Alarm.AtDue().Tell((IEnumerable<Role>)null!)).ParamName);
        Assert.Throws<InvalidOperationException>(() => Alarm.AtDue().Tell(Role.Agent, default));
        Assert.Equal("level", Assert.Throws<ArgumentException>(() => Alarm.AtDue().Named("\t")).ParamName);
    }

    [Fact]
    public void Up_to_eight_calendars_are_intersected()
    {
        CalendarChoice eight = Enumerable.Range(2, 7).Aggregate((CalendarChoice)CalendarChoice.Named("c1"), (inner, i) => CalendarChoice.Intersection(CalendarChoice.Named($"c{i}"), inner));

        Assert.Equal("c8 within c7 within c6 within c5 within c4 within c3 within c2 within c1", eight.ToString());
        ArgumentException refused = Assert.Throws<ArgumentException>(() => CalendarChoice.Intersection(eight, CalendarChoice.OfSite));
        Assert.Equal("right", refused.ParamName);
        Assert.Contains("At most 8", refused.Message, StringComparison.Ordinal);
        Assert.Equal("left", Assert.Throws<ArgumentNullException>(() => CalendarChoice.Intersection(null!, eight)).ParamName);
        Assert.Equal("right", Assert.Throws<ArgumentNullException>(() => CalendarChoice.Intersection(eight, null!)).ParamName);
        Assert.Equal("calendarName", Assert.Throws<ArgumentException>(() => CalendarChoice.Named(" ")).ParamName);
    }

    [Fact]
    public void A_policy_has_a_name_a_version_and_objectives_that_fit_together()
    {
        static Objective[] Many(int count) => [.. Enumerable.Range(1, count).Select(i => new Objective($"o{i}", Signal.Received, Signal.Reply, [Hour]))];

        Assert.Equal("many v1: 256 objectives", new SlaPolicy("many", 1, NewYear, Many(256)).ToString());
        Assert.Contains("257 objectives; at most 256", Refused(() => new SlaPolicy("many", 1, NewYear, Many(257))), StringComparison.Ordinal);
        Assert.Contains("two objectives \"visit\"", Refused(() => new SlaPolicy("two", 1, NewYear, [Visit, Visit.For(Party.Internal)])), StringComparison.Ordinal);
        Assert.Contains("within \"case\"", Refused(() => new SlaPolicy("inner", 1, NewYear, [Visit.Within("case")])), StringComparison.Ordinal);
        Assert.Equal("case", new SlaPolicy("inner", 1, NewYear, [Visit.Within("case"), new Objective("case", Signal.Received, Signal.Resolved, [Hour])]).Objectives[0].WithinObjective);
        Assert.Equal("name", Assert.Throws<ArgumentException>(() => new SlaPolicy(" ", 1, NewYear, [Visit])).ParamName);
        Assert.Equal("version", Assert.Throws<ArgumentOutOfRangeException>(() => new SlaPolicy("p", 0, NewYear, [Visit])).ParamName);
        Assert.Equal("objectives", Assert.Throws<ArgumentNullException>(() => new SlaPolicy("p", 1, NewYear, null!)).ParamName);
        Assert.Equal("objectives", Assert.Throws<ArgumentNullException>(() => new SlaPolicy("p", 1, NewYear, [Visit, null!])).ParamName);
    }

    [Fact]
    public void A_policy_knows_each_calendar_by_its_name_once()
    {
        BusinessCalendar desk = BusinessCalendar.Weekly("desk", World.Shanghai, World.OfficeHours);
        SlaPolicy policy = new SlaPolicy("p", 1, NewYear, [Visit]).With(desk, World.Workshop);

        Assert.Equal(["desk", "workshop"], policy.Calendars.Select(one => one.ToString()));
        Assert.Contains("WithPublished", Refused(() => policy.With(desk.WithVersion(2))), StringComparison.Ordinal);
        Assert.Equal("calendars", Assert.Throws<ArgumentNullException>(() => policy.With((IEnumerable<BusinessCalendar>)null!)).ParamName);
        Assert.Equal("calendars", Assert.Throws<ArgumentNullException>(() => policy.With(World.NightDesk, null!)).ParamName);
        Assert.Equal("desk, published 2026-03-31T02:00:00Z", policy.WithPublished(desk.WithVersion(2), Instant.FromUtc(2026, 3, 31, 2, 0)).Calendars[2].ToString());
    }

    private static string Refused(Func<object> make) => Assert.Throws<ArgumentException>(make).Message;

    private static void AssertDistinct<T>(Func<T>[] made)
        where T : notnull
    {
        for (int i = 0; i < made.Length; i++)
        {
            T left = made[i]();
            for (int j = 0; j < made.Length; j++)
            {
                Assert.Equal((i, j, i == j), (i, j, left.Equals(made[j]())));
            }

            Assert.Equal(left.GetHashCode(), made[i]().GetHashCode());
        }
    }
}
