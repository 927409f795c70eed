using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla.Verification.BruteForce;

/// <summary>Small policies on whole minutes: a promise to the customer and one within it, on two calendars with dated entries, in zones whose clocks may change meanwhile.</summary>
/// <remarks>Percentages and times of alarms are such that shares of whole minutes cross times before the due at whole minutes only.</remarks>
internal static class RandomPolicies
{
    /// <summary>Two weeks in which clocks change in Berlin (Sun 2026-03-29) and on Lord Howe (Sun 2026-04-05, by half an hour).</summary>
    public static readonly Instant From = World.At("Mon 2026-03-23 00:00", World.Berlin);

    public static readonly Severity[] Severities = [Severity.General, Severity.Important, Severity.Urgent, Severity.Unknown];
    public static readonly Locality[] Localities = [Locality.CrossRegion, Locality.SameCity, Locality.Unknown];
    public static readonly Priority[] Priorities = [Priority.P4, Priority.P3, Priority.P2, Priority.P1, Priority.Unknown];
    public static readonly Channel[] Channels = [Channel.Phone, Channel.Email];

    private static readonly string[] Zones = ["Europe/Berlin", "Asia/Shanghai", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"];
    private static readonly Signal[] Signals = [Signal.Received, Signal.HandedOver, Signal.Reply, Signal.Resolved, Signal.Confirmed];

    // Office hours with lunch; every night; long and short days; always.
    private static readonly (int Start, int Length)[][][] UsualWeeks =
    [
        [[(540, 180), (810, 270)], [(540, 180), (810, 270)], [(540, 180), (810, 270)], [(540, 180), (810, 270)], [(540, 180), (810, 270)], [], []],
        [[(1320, 480)], [(1320, 480)], [(1320, 480)], [(1320, 480)], [(1320, 480)], [(1320, 480)], [(1320, 480)]],
        [[(540, 480)], [(600, 120), (780, 180)], [(540, 480)], [(600, 120), (780, 180)], [(540, 480)], [(660, 210)], []],
        [[(0, 1440)], [(0, 1440)], [(0, 1440)], [(0, 1440)], [(0, 1440)], [(0, 1440)], [(0, 1440)]],
    ];

    public static Gen<(SlaPolicy Policy, Signal[]? Emitted)> All { get; } =
        from a in Calendar("a")
        from b in Calendar("b")
        from outer in Customers()
        from inner in Inner()
        from accepted in Accepted()
        from emitted in Gen.Frequency((2, Gen.Constant<Signal[]?>(null)), (1, Some(Signals, 0, 4).Select(one => (Signal[]?)one)))
        select (accepted.Aggregate(new SlaPolicy("random", 1, From, [outer, inner]).With(a, b), (policy, one) => policy.Accepting(one.Code, one.Where, "wanted")), emitted);

    private static Gen<BusinessCalendar> Calendar(string name)
    {
        Gen<DatedCase> entry =
            from days in Gen.Choose(-2, 20)
            from kind in Gen.Elements(DatedKind.Closed, DatedKind.ClosedPart, DatedKind.Special, DatedKind.MakeUp)
            from ranges in CalendarGenerators.Ranges(1, 2)
            from worksAs in Gen.Choose(1, 7)
            select new DatedCase(new LocalDate(2026, 3, 23).PlusDays(days), kind, ranges, (IsoDayOfWeek)worksAs);
        return
            from zone in Gen.Elements(Zones)
            from week in Gen.Frequency((5, Gen.Elements(UsualWeeks).Select(usual => (IReadOnlyList<IReadOnlyList<(int Start, int Length)>>)usual)), (3, CalendarGenerators.Weeks),
                (1, Gen.Constant((IReadOnlyList<IReadOnlyList<(int Start, int Length)>>)[[], [], [], [], [], [], []])))
            from count in Gen.Choose(0, 4)
            from entries in entry.ListOf(count)
            from known in Gen.Frequency((2, Gen.Constant<int?>(null)), (1, Gen.Choose(0, 40).Select(days => (int?)days)))
            select Known(
                new CalendarCase
                {
                    Zone = DateTimeZoneProviders.Tzdb[zone],
                    Anchor = new LocalDate(2026, 3, 23),
                    Week = week,
                    Seasons = [],
                    Layers = [[.. entries.DistinctBy(one => one.Date)]],
                }.Calendar.Named(name),
                known);
    }

    private static BusinessCalendar Known(BusinessCalendar calendar, int? days) => days is { } count
        ? calendar.With(new HolidaySet("holidays", []).KnownBetween(new LocalDate(2026, 1, 1), new LocalDate(2026, 3, 23).PlusDays(count)))
        : calendar;

    private static Gen<Objective> Customers() =>
        from start in Gen.Frequency((4, Gen.Constant(Signal.Received)), (1, Gen.Constant(Signal.HandedOver)))
        from stop in Gen.Elements(Signal.Reply, Signal.Resolved, Signal.Confirmed)
        from targets in Targets()
        from made in Dressed(new Objective("outer", start, stop, targets))
        select made;

    private static Gen<Objective> Inner() =>
        from start in Gen.Frequency((4, Gen.Constant(Signal.Received)), (1, Gen.Constant(Signal.HandedOver)))
        from stop in Gen.Elements(Signal.Reply, Signal.Resolved)
        from party in Gen.Elements(Party.Internal, Party.Supplier)
        from isWithin in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        from targets in Targets()
        let bare = new Objective("inner", start, stop, targets).For(party)
        from made in Dressed(isWithin ? bare.Within("outer") : bare)
        select made;

    private static Gen<Objective> Dressed(Objective bare)
    {
        Gen<Pause> pause =
            from reason in Gen.Elements(WaitReason.Customer, WaitReason.Parts, WaitReason.Supplier, WaitReason.Named("reply", ResponsibleParty.Customer))
            from hours in Gen.Choose(0, 4)
            select hours == 0 ? Pause.On(reason) : Pause.On(reason).UpTo(Duration.FromHours(hours));
        return
            from scope in Gen.Frequency((3, Gen.Constant(RequestCondition.Any)), (1, Conditions()))
            from mode in Gen.Elements(ReclassifyMode.KeepStart, ReclassifyMode.Restart, ReclassifyMode.Proportional)
            from pauses in pause.ListOf(2)
            from pauseCount in Gen.Frequency((2, Gen.Constant(0)), (1, Gen.Choose(1, 2)))
            from alarms in Alarms().ListOf(3)
            from alarmCount in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Choose(1, 3)))
            select bare.For(scope).OnReclassify(mode)
                .PausedBy(pauses.Take(pauseCount).DistinctBy(one => one.Reason.Name))
                .WithAlarms(alarms.Take(alarmCount).Select((alarm, i) => alarm.Named($"alarm {i}")));
    }

    private static Gen<Alarm> Alarms()
    {
        Gen<Duration> time = Gen.Choose(1, 150).Select(four => Duration.FromMinutes(4 * four));
        return Gen.Frequency(
            (4, Gen.Elements(20, 50, 75, 80, 90).Select(Alarm.AtPercent)),
            (4, time.Select(Alarm.BeforeDue)),
            (1, Gen.Constant(Alarm.AtDue())),
            (1, time.Select(Alarm.AfterDue)));
    }

    private static Gen<Target[]> Targets() =>
        from count in Gen.Choose(1, 3)
        from conditions in Conditions().ListOf(count)
        from last in Gen.Frequency((4, Gen.Constant(RequestCondition.Any)), (1, Conditions()))
        from rules in Rules(2).ListOf(count + 1)
        from calendars in Choices().ListOf(count + 1)
        from exempt in Gen.Frequency((9, Gen.Constant(-1)), (1, Gen.Choose(0, count)))
        select conditions.Append(last)
            .Select((condition, i) => i == exempt ? Target.Exempt($"t{i}", condition, "none") : new Target($"t{i}", condition, rules[i]).On(calendars[i]))
            .ToArray();

    private static Gen<CalendarChoice> Choices()
    {
        CalendarChoice a = CalendarChoice.Named("a");
        CalendarChoice b = CalendarChoice.Named("b");
        return Gen.Frequency(
            (12, Gen.Constant(a)), (5, Gen.Constant(b)), (2, Gen.Constant(CalendarChoice.AlwaysOpen)), (2, Gen.Constant((CalendarChoice)CalendarChoice.Intersection(a, b))),
            (2, Gen.Constant(CalendarChoice.OfSite)), (1, Gen.Constant((CalendarChoice)CalendarChoice.Named("nowhere"))));
    }

    private static Gen<RequestCondition> Conditions() => Gen.OneOf(
        Gen.Elements(Severities).Select(one => RequestCondition.Severity(one)),
        Gen.Elements(Severities).Select(one => !RequestCondition.Severity(one)),
        Gen.Elements(Localities).Select(one => RequestCondition.Locality(one)),
        Gen.Elements(Priorities).Select(one => RequestCondition.Priority(one)),
        Gen.Constant(RequestCondition.Channel(Channel.Phone)),
        from severity in Gen.Elements(Severities)
        from locality in Gen.Elements(Localities)
        select RequestCondition.Severity(severity) & RequestCondition.Locality(locality));

    /// <summary>Half of the amounts and times are of a few, so that parts of a rule often fall together.</summary>
    private static Gen<DeadlineRule> Rules(int depth)
    {
        Gen<Duration> amount = Gen.OneOf(Gen.Choose(1, 1500).Select(minutes => Duration.FromMinutes(minutes)), Gen.Elements(Duration.FromMinutes(30), Duration.FromHours(1), Duration.FromHours(8)));
        Gen<LocalTime> time = Gen.OneOf(Gen.Choose(0, 1439).Select(LocalTime.FromMinutesSinceMidnight), Gen.Elements(new LocalTime(9, 0), new LocalTime(17, 0)));
        Gen<DeadlineRule> leaf = Gen.Frequency(
            (4, amount.Select(one => (DeadlineRule)DeadlineRule.Elapsed(one))),
            (6, amount.Select(one => (DeadlineRule)DeadlineRule.OpenTime(one))),
            (4, time.Select(one => (DeadlineRule)DeadlineRule.NextTime(one))),
            (3, Gen.Choose(1, 3).Select(days => (DeadlineRule)DeadlineRule.WorkingDay(days))),
            (3, from days in Gen.Choose(1, 3) from at in time select (DeadlineRule)DeadlineRule.WorkingDay(days, at)),
            (1, Gen.Constant((DeadlineRule)DeadlineRule.Appointment(Duration.FromMinutes(15)))));
        if (depth == 0)
        {
            return leaf;
        }

        Gen<DeadlineRule> part = Rules(depth - 1);
        Gen<DeadlineRule[]> parts = from count in Gen.Choose(2, 3) from rules in part.ListOf(count) select rules.ToArray();
        return Gen.Frequency(
            (5, leaf),
            (2, parts.Select(some => (DeadlineRule)DeadlineRule.IfOpen(some[0], some[1]))),
            (1, parts.Select(some => (DeadlineRule)DeadlineRule.Earliest(some))),
            (1, parts.Select(some => (DeadlineRule)DeadlineRule.Latest(some))));
    }

    private static Gen<(FindingCode Code, string Where)[]> Accepted()
    {
        Gen<(FindingCode, string)> one =
            from code in Gen.Elements(FindingCode.NonMonotoneCutOff, FindingCode.AlarmAtStart, FindingCode.BreachOnReclassify, FindingCode.NeverStops, FindingCode.HolidaysNotKnown)
            from place in Gen.Elements("outer", "inner / t0", "a")
            select (code, place);
        return from count in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 2))) from list in one.ListOf(count) select list.ToArray();
    }

    private static Gen<T[]> Some<T>(T[] values, int least, int most) => from count in Gen.Choose(least, most) from all in Gen.Shuffle(values) select all.Take(count).ToArray();
}
