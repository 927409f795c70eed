using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Alarm = AfterSales.Domain.Sla.Alarm;

namespace AfterSales.Domain.Testing;

/// <summary>Policies with every part that a document can hold.</summary>
internal static class AnyPolicy
{
    private static readonly Gen<bool> Coin = ArbMap.Default.GeneratorFor<bool>();

    private static readonly Gen<Duration> Amounts = Gen.OneOf(
        Gen.Choose(1, 200_000).Select(minutes => Duration.FromMinutes(minutes)),
        Gen.Elements(Duration.Epsilon, Duration.FromSeconds(90), Duration.FromDays(400), Duration.FromNanoseconds(1_500_000_001)));

    private static readonly Gen<LocalTime> Times = Gen.Elements(new LocalTime(9, 0), LocalTime.Midnight, new LocalTime(23, 59, 59), LocalTime.MaxValue);

    private static readonly Gen<Signal> Signals = Gen.Elements([.. Signal.WellKnown, Signal.Named("line-busy"), Signal.Named("x-1")]);

    private static readonly Gen<WaitReason> Reasons = Gen.Elements([.. WaitReason.WellKnown, WaitReason.Named("customs", ResponsibleParty.ThirdParty), WaitReason.Named("lunch", ResponsibleParty.Company)]);

    private static readonly Gen<CalendarChoice> PlainChoices = Gen.Elements(CalendarChoice.AlwaysOpen, CalendarChoice.OfSite, CalendarChoice.OfCustomer, CalendarChoice.Named("desk"), CalendarChoice.Named("host"));

    private static readonly Gen<CalendarChoice> Choices = Gen.OneOf(PlainChoices, PlainChoices.Two().Select(two => (CalendarChoice)CalendarChoice.Intersection(two.Item1, two.Item2)));

    private static readonly Gen<Alarm> Alarms =
        from amount in Amounts
        from percent in Gen.Choose(1, 99)
        from alarm in Gen.Elements(Alarm.AtPercent(percent), Alarm.BeforeDue(amount), Alarm.AtDue(), Alarm.AfterDue(amount), Alarm.WhenCapUsedUp())
        from roles in Gen.SubListOf(Role.Technician, Role.Leadership, Role.Named("night-shift"))
        from isNamed in Coin
        select isNamed ? alarm.Tell(roles).Named("level \"one\"") : alarm.Tell(roles);

    internal static Gen<RequestCondition> Condition(int depth) => depth == 0
        ? Gen.Elements(
            RequestCondition.Any,
            RequestCondition.Channel(Channel.Email, Channel.Chat),
            RequestCondition.Severity(Severity.Urgent),
            RequestCondition.Region("浦东", "Pudong"),
            RequestCondition.Attribute("floor", "3"),
            RequestCondition.Given(RequestDimension.Tier),
            RequestCondition.Given(RequestDimension.Attribute("vip")))
        : Gen.OneOf(
            Condition(0),
            Condition(depth - 1).ListOf(3).Select(RequestCondition.All),
            Condition(depth - 1).ListOf(2).Select(RequestCondition.AnyOf),
            Condition(depth - 1).Select(RequestCondition.Not));

    internal static Gen<DeadlineRule> Rule(int depth) => depth == 0
        ? Gen.OneOf(
            Amounts.Select(amount => (DeadlineRule)DeadlineRule.Elapsed(amount)),
            Amounts.Select(amount => (DeadlineRule)DeadlineRule.OpenTime(amount)),
            Amounts.Select(grace => (DeadlineRule)DeadlineRule.Appointment(grace)),
            Amounts.Select(grace => (DeadlineRule)DeadlineRule.AppointmentInOpenTime(grace)),
            Gen.Constant((DeadlineRule)DeadlineRule.Appointment(Duration.Zero)),
            Times.Select(at => (DeadlineRule)DeadlineRule.NextTime(at)),
            Gen.Choose(1, 30).Select(days => (DeadlineRule)DeadlineRule.WorkingDay(days)),
            Gen.Zip(Gen.Choose(1, 30), Times).Select(both => (DeadlineRule)DeadlineRule.WorkingDay(both.Item1, both.Item2)))
        : Gen.OneOf(
            Rule(0),
            Rule(depth - 1).Two().Select(two => (DeadlineRule)DeadlineRule.IfOpen(two.Item1, two.Item2)),
            Rule(depth - 1).ListOf(2).Select(parts => (DeadlineRule)DeadlineRule.Earliest(parts)),
            Rule(depth - 1).ListOf(3).Select(parts => (DeadlineRule)DeadlineRule.Latest(parts)));

    private static readonly Gen<Target> Targets =
        from when in Condition(2)
        from rule in Rule(2)
        from choice in Choices
        from isExempt in Gen.Choose(0, 5)
        select isExempt == 0 ? Target.Exempt("t", when, "不设时限") : new Target("t", when, rule).On(choice);

    private static readonly Gen<Objective> Objectives =
        from starts in Signals.NonEmptyListOf()
        from stops in Signals.NonEmptyListOf()
        from others in Signals.ListOf()
        from target in Targets
        from condition in Condition(1)
        from party in Gen.Elements(Party.Customer, Party.Internal, Party.Supplier)
        from repeat in Gen.Choose(0, 2)
        from reclassify in Gen.Elements(ReclassifyMode.KeepStart, ReclassifyMode.Restart, ReclassifyMode.Proportional)
        from reopen in Gen.Elements(ReopenMode.Ignore, ReopenMode.Resume, ReopenMode.NewCycle)
        from reason in Reasons
        from cap in Amounts
        from pauses in Gen.Choose(0, 2)
        from alarm in Alarms
        from hasAlarm in Coin
        let bare = new Objective("first", starts, stops, [target]).For(condition).For(party).OnReclassify(reclassify).OnReopen(reopen).CancelledOn(others.Take(1)).EndedOn(others.Skip(1))
        let repeating = repeat switch { 0 => bare, 1 => bare.Repeating(), _ => bare.FromSecondCycle() }
        let paused = pauses switch { 0 => repeating, 1 => repeating.PausedBy(Pause.On(reason)), _ => repeating.PausedBy(Pause.On(reason).UpTo(cap)) }
        select hasAlarm ? paused.WithAlarms(alarm) : paused;

    internal static Gen<SlaPolicy> Any { get; } =
        from objective in Objectives
        from calendar in AnyCalendar.Any
        from isPublished in Coin
        from hasCalendar in Coin
        let outer = new Objective("outer", Signal.Received, Signal.Resolved, [new Target("x", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(1)))])
        let policy = new SlaPolicy("策略 \"one\"", 3, Instant.FromUtc(2026, 1, 2, 3, 4, 5), [objective.Within("outer"), outer])
        let desk = calendar.Named("desk")
        from code in Gen.Elements(FindingCode.NonMonotoneCutOff, FindingCode.NoOpenTimeBeforeDue, FindingCode.EffectiveHole)
        from accepts in Coin
        let accepting = accepts ? policy.Accepting(code, "first / t", "the regulation says so") : policy
        let with = hasCalendar ? accepting.With(desk) : accepting
        select isPublished ? with.WithPublished(desk.WithVersion(9), Instant.FromUtc(2026, 5, 1, 0, 0)) : with;
}
