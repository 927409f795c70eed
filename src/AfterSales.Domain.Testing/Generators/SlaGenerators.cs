using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Alarm = AfterSales.Domain.Sla.Alarm;

namespace AfterSales.Domain.Testing;

/// <summary>Random deadline rules, policies and histories; times on whole minutes over some weeks of March and April 2026 in nine zones, with clock changes in New York, Berlin and Havana.</summary>
/// <remarks>The generators hold no state and are safe for use by several threads.</remarks>
public static class SlaGenerators
{
    internal static readonly Instant Begin = Instant.FromUtc(2026, 3, 4, 5, 0);

    private static readonly WeeklyHours IrregularWeek = WeeklyHours.Parse("Mo,We,Fr 09:00-17:00; Tu,Th 10:00-12:00,13:00-16:00; Sa 11:00-14:30");

    private static readonly BusinessCalendar[] AllCalendars =
    [
        InZone("service-hours", "Asia/Shanghai", WeeklyHours.Parse("Mo-Fr 09:00-12:00,13:30-18:00")).With(ChinaHolidays.Through(2026)),
        InZone("workshop", "America/New_York", IrregularWeek)
            .ClosedOn(new LocalDate(2026, 3, 4), "stock-taking")
            .ClosedOn(new LocalDate(2026, 3, 6), new ClockRange(new LocalTime(12, 0), new LocalTime(13, 0)), "staff meeting")
            .OpenOn(new LocalDate(2026, 3, 7), DayHours.Parse("08:00-20:00"), "spring fair")
            .MakeUpDay(new LocalDate(2026, 3, 8), IsoDayOfWeek.Tuesday, "stock-taking"),
        InZone("night-desk", "Europe/Berlin", WeeklyHours.Parse("Mo-Su 22:00-06:00")),
        InZone("sao-paulo", "America/Sao_Paulo", IrregularWeek), InZone("apia", "Pacific/Apia", IrregularWeek), InZone("lord-howe", "Australia/Lord_Howe", IrregularWeek),
        InZone("kathmandu", "Asia/Kathmandu", IrregularWeek), InZone("casablanca", "Africa/Casablanca", IrregularWeek), InZone("havana", "America/Havana", IrregularWeek),
    ];

    /// <summary>Gets deadline rules of every kind, composed to a depth of two, in amounts from a nanosecond to months.</summary>
    public static Gen<DeadlineRule> Rules { get; } = Gen.OneOf(RuleGenerators.Rules, AnyPolicy.Rule(2));

    /// <summary>
    /// Gets policies of three objectives (one that runs once, one that repeats, one of a team) over generated rules, modes, pauses, alarms and calendars, and
    /// now and then one with any part that a policy can have.
    /// </summary>
    public static Gen<SlaPolicy> Policies { get; } = Gen.Frequency((4, ThreeClocks), (1, AnyPolicy.Any));

    /// <summary>Gets histories of up to sixteen events with waits, reclassifications, reopenings and appointments; several may fall on one instant.</summary>
    public static Gen<SlaHistory> Histories { get; } = HistoryAlphabet.Plain.Histories;

    /// <summary>Gets generated policies, each with a history in its own words.</summary>
    public static Gen<TrackedHistory> TrackedHistories { get; } = from policy in ThreeClocks from one in TrackedHistoriesOf(policy) select one;

    /// <summary>The cases of <see cref="TrackedHistories"/>, which shrink.</summary>
    internal static Arbitrary<TrackedHistory> Tracked => AfterSalesArbitraries.TrackedHistory();

    internal static Gen<BusinessCalendar> OneCalendar => Gen.Elements(AllCalendars);

    internal static Gen<Instant> Instants => from minute in Gen.Choose(0, 14 * 24 * 60) select Begin + Duration.FromMinutes(minute);

    /// <summary>The three objectives of the example over generated parts.</summary>
    internal static Gen<SlaPolicy> ThreeClocks =>
        from once in Objectives("once", [Signal.Received], [Signal.Resolved])
        from many in Objectives("many", [Signal.Received, Signal.CustomerMessage], [Signal.Reply])
        from chain in Objectives("chain", [Signal.TaskReceived, Signal.ProgressTold], [Signal.ProgressTold])
        select new SlaPolicy("generated", 1, Begin, [once, many.Repeating().EndedOn(Signal.Resolved), chain.Repeating().EndedOn(Signal.Resolved).CancelledOn(Signal.Cancelled)])
            .With(AllCalendars);

    /// <summary>Makes histories in the words of a policy: the signals and wait reasons that it names and some that it does not, requests that differ in what its conditions look at, opened when it is in force and often close to when a calendar opens or closes.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The generator.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    public static Gen<SlaHistory> HistoriesOf(SlaPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return HistoryAlphabet.Of(policy).Histories;
    }

    /// <summary>Makes histories in the words of a policy, together with it.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The generator.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    public static Gen<TrackedHistory> TrackedHistoriesOf(SlaPolicy policy) => HistoriesOf(policy).Select(history => new TrackedHistory(policy, history));

    private static BusinessCalendar InZone(string name, string zone, WeeklyHours hours) => BusinessCalendar.Weekly(name, DateTimeZoneProviders.Tzdb[zone], hours);

    private static Gen<Objective> Objectives(string name, Signal[] starts, Signal[] stops) =>
        from mild in Targets("mild", RequestCondition.Any)
        from urgent in Targets("urgent", RequestCondition.Severity(Severity.Urgent))
        from important in Gen.OneOf(Targets("important", RequestCondition.Severity(Severity.Important)), Gen.Constant(Target.Exempt("important", RequestCondition.Severity(Severity.Important), "generated")))
        from scope in Gen.Frequency((3, Gen.Constant(RequestCondition.Any)), (1, Gen.Constant(!RequestCondition.Severity(Severity.General))))
        from reclassify in Gen.Elements(ReclassifyMode.KeepStart, ReclassifyMode.Restart, ReclassifyMode.Proportional)
        from reopen in Gen.Elements(ReopenMode.Ignore, ReopenMode.Resume, ReopenMode.NewCycle)
        from cap in RuleGenerators.Caps
        from pauses in Gen.Choose(0, 2)
        select new Objective(name, starts, stops, [urgent, important, mild])
            .For(scope)
            .OnReclassify(reclassify)
            .OnReopen(reopen)
            .PausedBy(new[] { WaitCase.PauseOf(capped: true, cap), WaitCase.PauseOf(capped: false, cap) }.Take(pauses))
            .WithAlarms(Alarm.AtPercent(50), Alarm.BeforeDue(Duration.FromMinutes(10)), Alarm.AtDue(), Alarm.AfterDue(Duration.FromMinutes(30)), Alarm.WhenCapUsedUp());

    private static Gen<Target> Targets(string name, RequestCondition when) =>
        from rule in Gen.Frequency(
            (6, RuleGenerators.Rules),
            (1, from grace in RuleGenerators.Amounts select (DeadlineRule)DeadlineRule.Appointment(grace)),
            (1, from grace in RuleGenerators.Amounts from other in RuleGenerators.Leaves select (DeadlineRule)DeadlineRule.Earliest(DeadlineRule.Appointment(grace), other)))
        from calendar in OneCalendar
        select new Target(name, when, rule).On(CalendarChoice.Named(calendar.Name));
}
