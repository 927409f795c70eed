using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Finds alarms that do not warn, and levels that fire in another order than they stand.</summary>
/// <remarks>
/// In a duration rule the order of alarms is that of their parts of the allowance, whatever the start. In all others it depends only on the clock time from
/// start to due: a share grows with it, and so does what lies before a fixed time to the due, but only from that time on. So the longest decides, and the
/// lengths next to each such time.
/// </remarks>
internal static class AlarmCheck
{
    internal static void Run(VerificationRun run, ObjectiveCases cases)
    {
        Alarm[] alarms = [.. cases.Objective.Alarms.Where(alarm => alarm.Kind != AlarmKind.CapUsedUp)];
        for (int i = 0; i < cases.Objective.Targets.Count && alarms.Length > 0; i++)
        {
            if (cases.Objective.Targets[i].Rule is not null && cases.FirstOf(i) is { } request)
            {
                Check(run, cases.Objective, cases.Objective.Targets[i], request, alarms);
            }
        }
    }

    private static void Check(VerificationRun run, Objective objective, Target target, ServiceRequest request, Alarm[] alarms)
    {
        List<(FindingExample Example, DateTimeZone Zone, Instant?[] Planned)> cases = [];
        foreach ((SweepWindow window, BusinessCalendar calendar, ServiceRequest one) in run.CalendarsOf(target, request))
        {
            foreach (long start in Deciding(target.Rule!, window.Curves, calendar, alarms))
            {
                Instant at = NanosecondTime.Instant(start);
                CycleState cycle = new(objective, SlaEvent.Signalled(new EventId("start"), at, objective.StartsOn[0]));
                cycle.Cover(Coverage.Of(objective, one, run.Policy.Book, at));
                FindingExample example = new(objective, target, one, at, target.Rule!.Due(at, calendar).At);
                cases.Add((example, run.ZoneOf(target, calendar), Array.ConvertAll(alarms, alarm => AlarmPlan.Of(cycle, alarm, Instant.MaxValue, null))));
            }
        }

        for (int i = 0; i < alarms.Length; i++)
        {
            FindNoWarning(run, objective, target, alarms, i, cases);
            for (int j = i + 1; j < alarms.Length; j++)
            {
                FindDisorder(run, objective, target, alarms, i, j, cases);
            }
        }
    }

    private static void FindNoWarning(
        VerificationRun run, Objective objective, Target target, Alarm[] alarms, int i, List<(FindingExample Example, DateTimeZone Zone, Instant?[] Planned)> cases)
    {
        string level = alarms[i].Level;
        if (alarms[i].Kind is not (AlarmKind.Percent or AlarmKind.BeforeDue) || cases.Count == 0)
        {
            return;
        }

        if (cases.Find(one => one.Planned[i] >= one.Example.Due) is { Example: { } late, Zone: { } zone })
        {
            run.Add(FindingCode.AlarmNotBeforeDue, FindingLevel.Warning, FindingPlace.Of(objective, target), [late], chinese =>
            {
                MomentWords words = new(zone, chinese, late.Start, late.Due!.Value);
                return chinese
                    ? $"{words.Of(late.Start)} {StartCheck.Began(objective, true)}时，提醒“{level}”与期限 {words.Of(late.Due.Value)} 同时触发"
                    : $"{StartCheck.Began(objective, false)} {words.Of(late.Start)}, the alarm \"{level}\" fires at the due itself, {words.Of(late.Due.Value)}";
            });
        }
        else if (cases.TrueForAll(one => one.Planned[i] <= one.Example.Start))
        {
            FindingExample example = cases[0].Example;
            run.Add(FindingCode.AlarmAtStart, FindingLevel.Warning, FindingPlace.Of(objective, target), [example], chinese => chinese
                ? $"提醒“{level}”总在开始时立即触发：该时限留出的时间不足 {DurationText.Of(alarms[i].Offset, true)}"
                : $"the alarm \"{level}\" always fires at the start: the target leaves no more than {DurationText.Of(alarms[i].Offset, false)}");
        }
    }

    private static void FindDisorder(
        VerificationRun run, Objective objective, Target target, Alarm[] alarms, int i, int j,
        List<(FindingExample Example, DateTimeZone Zone, Instant?[] Planned)> cases)
    {
        if (cases.Find(one => one.Planned[i] > one.Planned[j]) is not { Example: { } example, Zone: { } zone, Planned: { } planned })
        {
            return;
        }

        run.Add(FindingCode.AlarmLevelsOutOfOrder, FindingLevel.Warning, FindingPlace.Of(objective, target), [example], chinese =>
        {
            MomentWords words = new(zone, chinese, example.Start, planned[i]!.Value, planned[j]!.Value);
            return chinese
                ? $"{words.Of(example.Start)} {StartCheck.Began(objective, true)}时，排在前面的提醒“{alarms[i].Level}”（{words.Of(planned[i]!.Value)}）晚于“{alarms[j].Level}”（{words.Of(planned[j]!.Value)}）"
                : $"{StartCheck.Began(objective, false)} {words.Of(example.Start)}, the alarm \"{alarms[i].Level}\" fires {words.Of(planned[i]!.Value)}, after \"{alarms[j].Level}\", which stands below it and fires {words.Of(planned[j]!.Value)}";
        });
    }

    /// <summary>A start of each duration rule that is taken; among the others that with the longest time to the due, and those with the times next to each alarm's.</summary>
    private static IEnumerable<long> Deciding(DeadlineRule rule, RuleCurves curves, BusinessCalendar calendar, Alarm[] alarms)
    {
        HashSet<DeadlineRule> seen = [];
        List<(long Start, long Length)> others = [];
        long[] offsets = [.. alarms.Where(alarm => alarm.Kind == AlarmKind.BeforeDue).Select(alarm => Duration.Min(alarm.Offset, RuleCurves.Longest).ToInt64Nanoseconds())];
        foreach (DuePiece piece in curves.PiecesByBranch(rule, calendar).Where(piece => piece.IsSet))
        {
            DeadlineRule taken = rule.Taken(NanosecondTime.Instant(piece.From), calendar);
            if (taken.Allowance is null)
            {
                others.AddRange(Lengths(piece, offsets));
            }
            else if (seen.Add(taken))
            {
                yield return StartChoice.Roundest(piece.From, piece.To);
            }
        }

        if (others.Count == 0)
        {
            yield break;
        }

        others.Sort(static (left, right) => (left.Length, left.Start).CompareTo((right.Length, right.Start)));
        yield return others.Find(one => one.Length == others[others.Count - 1].Length).Start;
        yield return others[0].Start;
        foreach (long offset in offsets)
        {
            int above = others.FindIndex(one => one.Length >= offset);
            if (above >= 0)
            {
                yield return others[above].Start;
            }

            if (above != 0)
            {
                yield return others[(above < 0 ? others.Count : above) - 1].Start;
            }
        }
    }

    /// <summary>The longest and the shortest time to the due on a piece, and an alarm's time where it occurs.</summary>
    private static IEnumerable<(long Start, long Length)> Lengths(DuePiece piece, long[] offsets)
    {
        yield return (piece.From, piece.At(piece.From) - piece.From);
        yield return (piece.To - 1, piece.At(piece.To - 1) - (piece.To - 1));
        foreach (long offset in piece.Kind == DuePieceKind.Fixed ? offsets : [])
        {
            if (piece.Value - offset is var start && start > piece.From && start < piece.To - 1)
            {
                yield return (start, offset);
            }
        }
    }
}
