using AfterSales.Domain.Calendars;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla.Verification;

/// <summary>Puts the cases of a finding into the clocks and looks there for the fault that it names.</summary>
internal static class Counterexample
{
    // Longer than any rule of these tests, alarms in the open time of rarely open calendars too.
    private static readonly Duration LongAfter = Duration.FromDays(3000);

    public static void IsShownBy(SlaPolicy policy, Finding finding, IReadOnlyList<Signal>? emitted)
    {
        FindingExample? first = finding.Examples.Count > 0 ? finding.Examples[0] : null;
        switch (finding.Code)
        {
            case FindingCode.RequestNotCovered or FindingCode.UnknownCalendar:
                Assert.IsType<NotCoveredState>(CycleOf(policy, first!).State);
                break;
            case FindingCode.TargetNeverReached when first is not null:
                Assert.True(TargetAt(policy, finding.Place).When.Matches(first.Request));
                Assert.NotEqual(finding.Place.Target, CycleOf(policy, first).Target!.Name);
                break;
            case FindingCode.LaterWhenMoreDemanding or FindingCode.DoesNotFitWithin:
                Assert.Equal(first!.Start, finding.Examples[1].Start);
                Assert.True(DueOf(policy, first) > DueOf(policy, finding.Examples[1]));
                break;
            case FindingCode.NonMonotoneCutOff:
                Assert.True(first!.Start < finding.Examples[1].Start);
                Assert.True(DueOf(policy, first) > DueOf(policy, finding.Examples[1]));
                break;
            case FindingCode.NoOpenTimeBeforeDue:
                Assert.Equal(Duration.Zero, CycleOf(policy, first!).Calendar!.WorkingTimeBetween(first!.Start, DueOf(policy, first)));
                break;
            case FindingCode.AlarmNotBeforeDue:
                Assert.Contains(Fired(policy, first!), alarm => IsWarning(alarm.Alarm) && alarm.At == DueOf(policy, first!));
                break;
            case FindingCode.AlarmAtStart:
                Assert.Contains(Fired(policy, first!), alarm => IsWarning(alarm.Alarm) && alarm.At == first!.Start);
                break;
            case FindingCode.AlarmLevelsOutOfOrder:
                Instant[] times = [.. ObjectiveOf(policy, first!).Alarms.SelectMany(alarm => Fired(policy, first!).Where(one => one.Level == alarm.Level)).Select(one => one.At)];
                Assert.NotEqual(times.Order(), times);
                break;
            case FindingCode.NeverStops when first is not null && CycleOf(policy, first).Target?.Rule is not null:
                Assert.All(emitted!.Except(ObjectiveOf(policy, first).StartsOn), signal => Assert.Null(CycleAfter(policy, first, signal).FinishedAt));
                break;
            case FindingCode.PausedByItsStop or FindingCode.PausedForOwnReason when first is not null && CycleOf(policy, first).Due is { IsSet: true }:
                Assert.IsType<PausedState>(CycleOf(policy, first).State);
                Assert.Contains(ObjectiveOf(policy, first).Pauses, pause => pause.Reason == first.WaitsFor);
                break;
            case FindingCode.ProportionalWithoutAllowance:
                Assert.Null(CycleOf(policy, first!).Allowance);
                break;
            case FindingCode.BreachOnReclassify:
                Instant changed = first!.ChangedAt!.Value;
                Assert.IsNotType<BreachedState>(CycleOf(policy, first, changed - Duration.Epsilon).State);
                Assert.Equal(changed, CycleOf(policy, first, changed).Due!.Value.At);
                Assert.IsType<BreachedState>(CycleOf(policy, first, changed + Duration.Epsilon).State);
                break;
            case FindingCode.CalendarNeverOpen when first is not null:
                Assert.Null(CycleOf(policy, first).Calendar!.NextOpeningOrNow(first.Start));
                break;
            case FindingCode.HolidaysNotKnown:
                BusinessCalendar calendar = CycleOf(policy, first!).Calendar!;
                Assert.True(DueOf(policy, first!) > calendar.Zone.AtStartOfDay(calendar.KnownThrough!.Value.PlusDays(1)).ToInstant());
                break;
            default:
                Assert.True(
                    first is null || finding.Code is FindingCode.NeverStops or FindingCode.PausedByItsStop or FindingCode.PausedForOwnReason, $"{finding.Code} has a case, but nobody puts it into the clocks");
                break;
        }

        Assert.All(finding.Examples.Where(one => one.Due is not null), one => Assert.Equal(one.Due, DueOf(policy, one)));
        Assert.All(finding.Examples.Where(one => one.Target is not null), one => Assert.Equal(one.Target, CycleOf(policy, one).Target?.Name));
    }

    /// <summary>The due that the report shows at the start.</summary>
    private static Instant DueOf(SlaPolicy policy, FindingExample example) => CycleOf(policy, example).Due!.Value.At;

    private static SlaCycle CycleOf(SlaPolicy policy, FindingExample example) => CycleOf(policy, example, example.Start);

    private static SlaCycle CycleOf(SlaPolicy policy, FindingExample example, Instant asOf) => policy.Track(example.History, asOf)[example.Objective].Current!;

    private static SlaCycle CycleAfter(SlaPolicy policy, FindingExample example, Signal signal)
    {
        Instant at = example.Start + Duration.FromMinutes(1);
        SlaHistory history = new(example.History.Events.Append(SlaEvent.Signalled(new EventId("then"), at, signal)));
        return policy.Track(history, at)[example.Objective].Current!;
    }

    private static PlannedAlarm[] Fired(SlaPolicy policy, FindingExample example) =>
        [.. policy.Track(example.History, example.Start + LongAfter).AlarmsBetween(example.Start - Duration.Epsilon, example.Start + LongAfter).Where(alarm => alarm.Objective == example.Objective)];

    private static bool IsWarning(Alarm alarm) => alarm.Kind is AlarmKind.Percent or AlarmKind.BeforeDue;

    private static Objective ObjectiveOf(SlaPolicy policy, FindingExample example) => policy.Objectives.Single(one => one.Name == example.Objective);

    private static Target TargetAt(SlaPolicy policy, FindingPlace place) => policy.Objectives.Single(one => one.Name == place.Objective).Targets.Single(one => one.Name == place.Target);
}
