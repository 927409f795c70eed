using System.Globalization;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Tests.Generators;

/// <summary>Rules, waits, policies and histories; times on whole minutes over two weeks of March and April 2026 in nine zones, with clock changes in New York and Havana.</summary>
internal static class SlaGenerators
{
    public static readonly Instant Begin = World.At("Wed 2026-03-04 00:00", World.NewYork);

    private static readonly BusinessCalendar[] AllCalendars =
    [
        World.ServiceHours, World.Workshop, World.NightDesk,
        InZone("sao-paulo", "America/Sao_Paulo"), InZone("apia", "Pacific/Apia"), InZone("lord-howe", "Australia/Lord_Howe"),
        InZone("kathmandu", "Asia/Kathmandu"), InZone("casablanca", "Africa/Casablanca"), InZone("havana", "America/Havana"),
    ];

    public static Gen<BusinessCalendar> OneCalendar => Gen.Elements(AllCalendars);

    public static Gen<Instant> Instants => from minute in Gen.Choose(0, 14 * 24 * 60) select Begin + Duration.FromMinutes(minute);

    public static Gen<Duration> Amounts => from minutes in Gen.OneOf(Gen.Choose(1, 300), Gen.Choose(1, 4000)) select Duration.FromMinutes(minutes);

    public static Gen<LocalTime> Times => from minute in Gen.Choose(0, (24 * 60) - 1) select LocalTime.FromSecondsSinceMidnight(minute * 60);

    public static Gen<DeadlineRule> DurationRules => from open in Gen.Elements(true, false)
                                                     from amount in Amounts
                                                     select open ? (DeadlineRule)DeadlineRule.OpenTime(amount) : DeadlineRule.Elapsed(amount);

    public static Gen<DeadlineRule> DatedRules => Gen.OneOf(
        from at in Times select (DeadlineRule)DeadlineRule.NextTime(at),
        from days in Gen.Choose(1, 4) select (DeadlineRule)DeadlineRule.WorkingDay(days),
        from days in Gen.Choose(1, 4) from at in Times select (DeadlineRule)DeadlineRule.WorkingDay(days, at));

    public static Gen<DeadlineRule> Leaves => Gen.OneOf(DurationRules, DatedRules);

    /// <summary>Gets every case but the appointment, composed to a depth of two.</summary>
    public static Gen<DeadlineRule> Rules => Gen.OneOf(
        Leaves,
        from then in Leaves from otherwise in Leaves select (DeadlineRule)DeadlineRule.IfOpen(then, otherwise),
        from left in Leaves from right in Leaves select (DeadlineRule)DeadlineRule.Earliest(left, right),
        from left in Leaves from right in Leaves select (DeadlineRule)DeadlineRule.Latest(left, right));

    /// <summary>Gets waits for two reasons, of which only the first may have a cap, within ten days of a start.</summary>
    public static Gen<WaitCase[]> WaitsAfter(Instant start) =>
        from cap in Gen.OneOf(Gen.Constant<Duration?>(null), from amount in Amounts select (Duration?)amount)
        from count in Gen.Choose(0, 4)
        from waits in Gen.ArrayOf(
            from capped in Gen.Elements(true, false)
            from begin in Gen.Choose(0, 3000)
            from length in Gen.Choose(1, 1500)
            select new WaitCase(PauseOf(capped, cap), start + Duration.FromMinutes(begin), start + Duration.FromMinutes(begin + length)),
            count)
        select waits;

    public static DueFacts Facts(IEnumerable<WaitCase> waits) => waits.Aggregate(DueFacts.None, (facts, wait) => facts.Paused(wait.Pause, wait.Start, wait.End));

    /// <summary>Gets policies of three objectives (one that runs once, one that repeats, one of a team) over generated rules, modes, pauses and calendars.</summary>
    public static Gen<SlaPolicy> Policies =>
        from once in Objectives("once", [Signal.Received], [Signal.Resolved])
        from many in Objectives("many", [Signal.Received, Signal.CustomerMessage], [Signal.Reply])
        from chain in Objectives("chain", [Signal.TaskReceived, Signal.ProgressTold], [Signal.ProgressTold])
        select new SlaPolicy("generated", 1, Begin, [once, many.Repeating().EndedOn(Signal.Resolved), chain.Repeating().EndedOn(Signal.Resolved).CancelledOn(Signal.Cancelled)])
            .With(AllCalendars);

    /// <summary>Gets histories of up to sixteen events with waits, reclassifications, reopenings and appointments; several may fall on one instant.</summary>
    public static Arbitrary<HistoryCase> Histories => Arb.From(
        from opened in Gen.Choose(0, 2 * 24 * 60)
        from severity in Gen.Elements(Severity.General, Severity.Important, Severity.Urgent)
        from count in Gen.Choose(1, 16)
        from steps in Gen.ArrayOf(Steps, count)
        select new HistoryCase(opened, severity, steps),
        Shrink);

    public static Arbitrary<(SlaPolicy Policy, HistoryCase History)> Tracked => Arb.From(
        from policy in Policies
        from history in Histories.Generator
        select (policy, history),
        pair => Shrink(pair.history).Select(history => (pair.policy, history)));

    public static ServiceRequest Request(Severity severity) => new ServiceRequest(RequestKind.Repair).WithChannel(Channel.Email).WithSeverity(severity);

    private static BusinessCalendar InZone(string name, string zone) => BusinessCalendar.Weekly(name, DateTimeZoneProviders.Tzdb[zone], World.IrregularWeek);

    private static Gen<Step> Steps =>
        from kind in Gen.Frequency(
            (6, Gen.Elements(Kinds.Received, Kinds.TaskReceived, Kinds.Message, Kinds.Reply, Kinds.Told)),
            (2, Gen.Elements(Kinds.Resolved, Kinds.Reopened)),
            (1, Gen.Constant(Kinds.Cancelled)),
            (4, Gen.Elements(Kinds.WaitBegun, Kinds.WaitEnded)),
            (2, Gen.Constant(Kinds.Reclassified)),
            (1, Gen.Constant(Kinds.Appointment)),
            (1, Gen.Constant(Kinds.Irrelevant)))
        from gap in Gen.Frequency((1, Gen.Constant(0)), (4, Gen.Choose(0, 90)), (2, Gen.Choose(0, 2000)))
        from detail in Gen.Choose(0, 5)
        select new Step(kind, gap, detail);

    private static Gen<Objective> Objectives(string name, Signal[] starts, Signal[] stops) =>
        from mild in Targets("mild", RequestCondition.Any)
        from urgent in Targets("urgent", RequestCondition.Severity(Severity.Urgent))
        from important in Gen.OneOf(Targets("important", RequestCondition.Severity(Severity.Important)), Gen.Constant(Target.Exempt("important", RequestCondition.Severity(Severity.Important), "generated")))
        from scope in Gen.Frequency((3, Gen.Constant(RequestCondition.Any)), (1, Gen.Constant(!RequestCondition.Severity(Severity.General))))
        from reclassify in Gen.Elements(ReclassifyMode.KeepStart, ReclassifyMode.Restart, ReclassifyMode.Proportional)
        from reopen in Gen.Elements(ReopenMode.Ignore, ReopenMode.Resume, ReopenMode.NewCycle)
        from cap in Gen.OneOf(Gen.Constant<Duration?>(null), from amount in Amounts select (Duration?)amount)
        from pauses in Gen.Choose(0, 2)
        select new Objective(name, starts, stops, [urgent, important, mild])
            .For(scope)
            .OnReclassify(reclassify)
            .OnReopen(reopen)
            .PausedBy(new[] { PauseOf(capped: true, cap), PauseOf(capped: false, cap) }.Take(pauses))
            .WithAlarms(Alarm.AtPercent(50), Alarm.BeforeDue(Duration.FromMinutes(10)), Alarm.AtDue(), Alarm.AfterDue(Duration.FromMinutes(30)), Alarm.WhenCapUsedUp());

    private static Gen<Target> Targets(string name, RequestCondition when) =>
        from rule in Gen.Frequency(
            (6, Rules),
            (1, from grace in Amounts select (DeadlineRule)DeadlineRule.Appointment(grace)),
            (1, from grace in Amounts from other in Leaves select (DeadlineRule)DeadlineRule.Earliest(DeadlineRule.Appointment(grace), other)))
        from calendar in OneCalendar
        select new Target(name, when, rule).On(CalendarChoice.Named(calendar.Name));

    private static Pause PauseOf(bool capped, Duration? cap) =>
        !capped ? Pause.On(WaitReason.Parts) : cap is { } limit ? Pause.On(WaitReason.Customer).UpTo(limit) : Pause.On(WaitReason.Customer);

    private static IEnumerable<HistoryCase> Shrink(HistoryCase history)
    {
        for (int i = 0; i < history.Steps.Length; i++)
        {
            yield return history with { Steps = [.. history.Steps.Take(i), .. history.Steps.Skip(i + 1)] };
        }
    }

    internal enum Kinds
    {
        Received,
        TaskReceived,
        Message,
        Reply,
        Told,
        Resolved,
        Reopened,
        Cancelled,
        WaitBegun,
        WaitEnded,
        Reclassified,
        Appointment,
        Irrelevant,
    }

    internal sealed record WaitCase(Pause Pause, Instant Start, Instant End);

    internal sealed record Step(Kinds Kind, int Gap, int Detail);

    /// <summary>A history as minutes and steps, which shrinks by leaving steps out.</summary>
    internal sealed record HistoryCase(int Opened, Severity Severity, Step[] Steps)
    {
        public SlaHistory History => new(Events);

        public Instant End => Events[^1].At;

        public IReadOnlyList<SlaEvent> Events
        {
            get
            {
                Instant at = Begin + Duration.FromMinutes(Opened);
                List<SlaEvent> events = [SlaEvent.Opened(new EventId("opened"), at, Request(Severity))];
                foreach (Step step in Steps)
                {
                    at += Duration.FromMinutes(step.Gap);
                    events.Add(Event(step, new EventId("e" + events.Count.ToString(CultureInfo.InvariantCulture)), at));
                }

                return events;
            }
        }

        public override string ToString() => string.Join("\n  ", Events.Select(one => one.ToString()));

        private static SlaEvent Event(Step step, EventId id, Instant at) => step.Kind switch
        {
            Kinds.Received => SlaEvent.Signalled(id, at, Signal.Received),
            Kinds.TaskReceived => SlaEvent.Signalled(id, at, Signal.TaskReceived),
            Kinds.Message => SlaEvent.Signalled(id, at, Signal.CustomerMessage),
            Kinds.Reply => SlaEvent.Signalled(id, at, Signal.Reply),
            Kinds.Told => SlaEvent.Signalled(id, at, Signal.ProgressTold),
            Kinds.Resolved => SlaEvent.Signalled(id, at, Signal.Resolved),
            Kinds.Reopened => SlaEvent.Signalled(id, at, Signal.Reopened),
            Kinds.Cancelled => SlaEvent.Signalled(id, at, Signal.Cancelled),
            Kinds.WaitBegun => SlaEvent.WaitBegun(id, at, WaitId(step), step.Detail % 2 == 0 ? WaitReason.Customer : WaitReason.Parts),
            Kinds.WaitEnded => SlaEvent.WaitEnded(id, at, WaitId(step)),
            Kinds.Reclassified => SlaEvent.Reclassified(id, at, Request((Severity)(1 + (step.Detail % 3)))),
            Kinds.Appointment => SlaEvent.AppointmentAgreed(id, at, at + Duration.FromHours(step.Detail * 5)),
            _ => SlaEvent.Signalled(id, at, Signal.Named("coffee")),
        };

        private static string WaitId(Step step) => (step.Detail % 2 == 0 ? "c" : "p") + (step.Detail / 4).ToString(CultureInfo.InvariantCulture);
    }
}
