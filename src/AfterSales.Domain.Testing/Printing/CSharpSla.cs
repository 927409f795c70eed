using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;
using static AfterSales.Domain.Testing.CSharpValues;

namespace AfterSales.Domain.Testing;

/// <summary>Policies and histories as C# expressions.</summary>
internal static class CSharpSla
{
    internal static string Of(SlaPolicy policy) => string.Concat(
        [
            $"new SlaPolicy({Text(policy.Name)}, {CSharpValues.Of(policy.Version)}, {CSharpValues.Of(policy.EffectiveFrom)}, {Array1("Objective", policy.Objectives, Of)})",
            .. policy.Calendars.Select(one => one.PublishedAt == Instant.MinValue
                ? $"\n.With({Array1("BusinessCalendar", [one.Calendar], CSharpCalendars.Of)})"
                : $"\n.WithPublished({CSharpCalendars.Of(one.Calendar)}, {CSharpValues.Of(one.PublishedAt)})"),
            .. policy.Accepted.Select(one => $"\n.Accepting(FindingCode.{one.Code}, {Text(one.Where)}, {Text(one.Reason)})"),
        ]);

    internal static string Of(SlaHistory history) => $"new SlaHistory({Array1("SlaEvent", history.Events, Of)}){(history.IsTest ? ".AsTest()" : "")}";

    internal static string Of(DeadlineRule rule) => rule switch
    {
        ElapsedRule elapsed => $"DeadlineRule.Elapsed({CSharpValues.Of(elapsed.Amount)})",
        OpenTimeRule open => $"DeadlineRule.OpenTime({CSharpValues.Of(open.Amount)})",
        WorkingDayRule { At: { } at } day => $"DeadlineRule.WorkingDay({CSharpValues.Of(day.Days)}, {CSharpValues.Of(at)})",
        WorkingDayRule day => $"DeadlineRule.WorkingDay({CSharpValues.Of(day.Days)})",
        NextTimeRule next => $"DeadlineRule.NextTime({CSharpValues.Of(next.At)})",
        AppointmentRule appointment => $"DeadlineRule.Appointment{(appointment.GraceInOpenTime ? "InOpenTime" : "")}({CSharpValues.Of(appointment.Grace)})",
        IfOpenRule either => $"DeadlineRule.IfOpen({Of(either.Then)}, {Of(either.Otherwise)})",
        EarliestRule earliest => $"DeadlineRule.Earliest({Array1("DeadlineRule", earliest.Parts, Of)})",
        LatestRule latest => $"DeadlineRule.Latest({Array1("DeadlineRule", latest.Parts, Of)})",
        _ => throw new ArgumentException($"A rule of a kind that is not known: {rule}.", nameof(rule)),
    };

    private static string Of(Objective objective) => string.Concat(
        $"new Objective({Text(objective.Name)}, {Signals(objective.StartsOn)}, {Signals(objective.StopsOn)}, {Array1("Target", objective.Targets, Of)})",
        objective.AppliesTo is AnyCondition ? "" : $"\n    .For({CSharpRequests.Of(objective.AppliesTo)})",
        objective.Party == Party.Customer ? "" : $"\n    .For(Party.{objective.Party})",
        objective.WithinObjective is { } outer ? $"\n    .Within({Text(outer)})" : "",
        objective.SkipsFirstCycle ? "\n    .FromSecondCycle()" : objective.Repetition == Repetition.EachStart ? "\n    .Repeating()" : "",
        objective.CancelsOn.Count == 0 ? "" : $"\n    .CancelledOn({Signals(objective.CancelsOn)})",
        objective.EndsOn.Count == 0 ? "" : $"\n    .EndedOn({Signals(objective.EndsOn)})",
        objective.ReclassifyMode == ReclassifyMode.KeepStart ? "" : $"\n    .OnReclassify(ReclassifyMode.{objective.ReclassifyMode})",
        objective.ReopenMode == ReopenMode.Ignore ? "" : $"\n    .OnReopen(ReopenMode.{objective.ReopenMode})",
        objective.Pauses.Count == 0 ? "" : $"\n    .PausedBy({Indented(Array1("Pause", objective.Pauses, Of)).TrimStart()})",
        objective.Alarms.Count == 0 ? "" : $"\n    .WithAlarms({Indented(Array1("Alarm", objective.Alarms, Of)).TrimStart()})");

    private static string Of(Target target)
    {
        string name = Text(target.Name);
        string when = CSharpRequests.Of(target.When);
        if (target.Rule is not { } rule)
        {
            return $"Target.Exempt({name}, {when}, {Text(target.ExemptReason!)})";
        }

        string made = $"new Target({name}, {when}, {Of(rule)})";
        return target.Calendar is AlwaysOpenCalendar ? made : $"{made}.On({Of(target.Calendar)})";
    }

    private static string Of(CalendarChoice choice) => choice switch
    {
        NamedCalendar named => $"CalendarChoice.Named({Text(named.CalendarName)})",
        SiteCalendar => "CalendarChoice.OfSite",
        CustomerCalendar => "CalendarChoice.OfCustomer",
        IntersectedCalendars both => $"CalendarChoice.Intersection({Of(both.Left)}, {Of(both.Right)})",
        _ => "CalendarChoice.AlwaysOpen",
    };

    private static string Of(Pause pause) => $"Pause.On({CSharpValues.Of(pause.Reason)}){(pause.Cap is { } cap ? $".UpTo({CSharpValues.Of(cap)})" : "")}";

    private static string Of(Alarm alarm)
    {
        (string made, Alarm plain) = alarm.Kind switch
        {
            AlarmKind.Percent => ($"Alarm.AtPercent({CSharpValues.Of(alarm.Percent)})", Alarm.AtPercent(alarm.Percent)),
            AlarmKind.BeforeDue => ($"Alarm.BeforeDue({CSharpValues.Of(alarm.Offset)})", Alarm.BeforeDue(alarm.Offset)),
            AlarmKind.AfterDue => ($"Alarm.AfterDue({CSharpValues.Of(alarm.Offset)})", Alarm.AfterDue(alarm.Offset)),
            AlarmKind.CapUsedUp => ("Alarm.WhenCapUsedUp()", Alarm.WhenCapUsedUp()),
            _ => ("Alarm.AtDue()", Alarm.AtDue()),
        };
        made = alarm.Roles.Count == 0 ? made : $"{made}.Tell({Array1("Role", alarm.Roles, CSharpValues.Of)})";
        return string.Equals(plain.Level, alarm.Level, StringComparison.Ordinal) ? made : $"{made}.Named({Text(alarm.Level)})";
    }

    private static string Signals(IReadOnlyList<Signal> signals) => Array1("Signal", signals, Of);

    private static string Of(Signal signal) => Signal.WellKnown.Contains(signal) ? "Signal." + Pascal(signal.Name) : $"Signal.Named({Text(signal.Name)})";

    private static string Of(SlaEvent one)
    {
        string id = Id(one.Id);
        string at = CSharpValues.Of(one.At);
        string made = one switch
        {
            OpenedEvent opened => $"SlaEvent.Opened({id}, {at}, {CSharpRequests.Of(opened.Request)})",
            SignalEvent signal => $"SlaEvent.Signalled({id}, {at}, {Of(signal.Signal)})",
            WaitBegunEvent wait => $"SlaEvent.WaitBegun({id}, {at}, {Text(wait.WaitId)}, {CSharpValues.Of(wait.Reason)}{(wait.Evidence.Length == 0 ? "" : ", " + Text(wait.Evidence))})",
            WaitEndedEvent wait => $"SlaEvent.WaitEnded({id}, {at}, {Text(wait.WaitId)})",
            ReclassifiedEvent changed => $"SlaEvent.Reclassified({id}, {at}, {CSharpRequests.Of(changed.Request)})",
            AppointmentAgreedEvent agreed => $"SlaEvent.AppointmentAgreed({id}, {at}, {CSharpValues.Of(agreed.Appointment)})",
            AmendedEvent { Replacement: { } replacement } amended => $"SlaEvent.Amended({id}, {at}, {Id(amended.AmendedId)}, {Of(replacement)}, {Text(amended.Reason)})",
            AmendedEvent amended => $"SlaEvent.TakenBack({id}, {at}, {Id(amended.AmendedId)}, {Text(amended.Reason)})",
            _ => throw new ArgumentException($"An event of a kind that is not known: {one}.", nameof(one)),
        };
        made = one.RecordedAt is { } recorded ? $"{made}.Recorded({CSharpValues.Of(recorded)})" : made;
        return one.Actor is { } actor ? $"{made}.By({CSharpValues.Of(actor)})" : made;
    }

    private static string Id(EventId id) => $"new EventId({Text(id.Value)})";
}
