using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Tries every start of one target: cut-offs that reward waiting, deadlines without open time, holidays that are not known.</summary>
internal static class StartCheck
{
    internal static void Run(VerificationRun run, ObjectiveCases cases, HashSet<string> unknownHolidays)
    {
        for (int i = 0; i < cases.Objective.Targets.Count; i++)
        {
            Target target = cases.Objective.Targets[i];
            if (target.Rule is { } rule && cases.FirstOf(i) is { } request)
            {
                FindCutOff(run, cases.Objective, target, request);
                if (rule.UsesCalendar)
                {
                    FindNoOpenTime(run, cases.Objective, target, request);
                    FindUnknownHolidays(run, cases.Objective, target, request, unknownHolidays);
                }
            }
        }
    }

    private static void FindCutOff(VerificationRun run, Objective objective, Target target, ServiceRequest request)
    {
        (DateTimeZone Zone, FindingExample Early, FindingExample Late)? found = null;
        foreach ((SweepWindow window, BusinessCalendar calendar, ServiceRequest one) in run.CalendarsOf(target, request))
        {
            DueCurve curve = window.Curves.Of(target.Rule!, calendar);
            if (FirstDrop(curve, calendar) is { } drop)
            {
                bool isOrdinary = StartChoice.IsOrdinary(NanosecondTime.Instant(drop.Early), calendar);
                if (found is null || isOrdinary)
                {
                    found = (run.ZoneOf(target, calendar), Example(objective, target, one, drop.Early, curve), Example(objective, target, one, drop.Late, curve));
                }

                if (isOrdinary)
                {
                    break;
                }
            }
        }

        if (found is var (zone, early, late))
        {
            run.Add(FindingCode.NonMonotoneCutOff, FindingLevel.Warning, FindingPlace.Of(objective, target), [early, late], chinese =>
            {
                MomentWords words = new(zone, chinese, early.Start, early.Due!.Value, late.Start, late.Due!.Value);
                return chinese
                    ? $"{words.Of(early.Start)} {Began(objective, true)}，期限为 {words.Of(early.Due.Value)}；{words.Of(late.Start)} {Began(objective, true)}，期限反而为 {words.Of(late.Due.Value)}"
                    : $"{Began(objective, false)} {words.Of(early.Start)} is due {words.Of(early.Due.Value)}, {Began(objective, false)} {words.Of(late.Start)} is due {words.Of(late.Due.Value)}";
            });
        }
    }

    private static void FindNoOpenTime(VerificationRun run, Objective objective, Target target, ServiceRequest request)
    {
        foreach ((SweepWindow window, BusinessCalendar calendar, ServiceRequest one) in run.CalendarsOf(target, request))
        {
            DueCurve curve = window.Curves.Of(target.Rule!, calendar);
            if (StartChoice.In(DueCurve.After(window.Curves.Openings(calendar), curve, orAt: true), calendar) is { } start)
            {
                FindingExample example = Example(objective, target, one, start, curve);
                DateTimeZone zone = run.ZoneOf(target, calendar);
                run.Add(FindingCode.NoOpenTimeBeforeDue, FindingLevel.Warning, FindingPlace.Of(objective, target), [example], chinese =>
                {
                    MomentWords words = new(zone, chinese, example.Start, example.Due!.Value);
                    return chinese
                        ? $"{words.Of(example.Start)} {Began(objective, true)}，期限为 {words.Of(example.Due.Value)}，其间没有营业时间"
                        : $"{Began(objective, false)} {words.Of(example.Start)} is due {words.Of(example.Due.Value)}, with no open time in between";
                });
                return;
            }
        }
    }

    private static void FindUnknownHolidays(VerificationRun run, Objective objective, Target target, ServiceRequest request, HashSet<string> reported)
    {
        foreach ((SweepWindow window, BusinessCalendar calendar, ServiceRequest one) in run.CalendarsOf(target, request))
        {
            if (calendar.KnownThrough is not { } through || reported.Contains(calendar.Name))
            {
                continue;
            }

            DueCurve curve = window.Curves.Of(target.Rule!, calendar);
            long end = NanosecondTime.Of(calendar.Zone.AtStartOfDay(through.PlusDays(1)).ToInstant());
            DuePiece whole = new(curve.Pieces[0].From, curve.Pieces[curve.Pieces.Count - 1].To, DuePieceKind.Fixed, end);
            if (StartChoice.In(DueCurve.After(curve, DueCurve.Of(whole.From, whole.To, DuePieceKind.Fixed, end), orAt: false), calendar) is { } start)
            {
                reported.Add(calendar.Name);
                FindingExample example = Example(objective, target, one, start, curve);
                run.Add(FindingCode.HolidaysNotKnown, FindingLevel.Warning, FindingPlace.OfCalendar(calendar.Name), [example], chinese =>
                {
                    MomentWords words = new(calendar.Zone, chinese, example.Start, example.Start.Plus(Duration.FromDays(8)));
                    return chinese
                        ? $"节假日只公布到 {through:uuuu-MM-dd}，但 {words.Of(example.Start)} 开始的 {objective.Name} / {target.Name} 期限为 {words.Of(example.Due!.Value)}"
                        : $"holidays are known only through {through:uuuu-MM-dd}, but {objective.Name} / {target.Name} from {words.Of(example.Start)} is due {words.Of(example.Due!.Value)}";
                });
            }
        }
    }

    /// <summary>Where a due drops, between a start before and one after that are as round as the dues allow; the first on an ordinary day.</summary>
    private static (long Early, long Late)? FirstDrop(DueCurve curve, BusinessCalendar calendar)
    {
        (long Early, long Late)? first = null;
        DuePiece? before = null;
        foreach (DuePiece piece in curve.Pieces)
        {
            if (!piece.IsSet)
            {
                continue;
            }

            if (before is { } last && last.At(last.To - 1) > piece.At(piece.From))
            {
                (long Early, long Late) drop = Around(last, piece);
                if (StartChoice.IsOrdinary(NanosecondTime.Instant(drop.Early), calendar))
                {
                    return drop;
                }

                first ??= drop;
            }

            before = piece;
        }

        return first;
    }

    private static (long Early, long Late) Around(in DuePiece before, in DuePiece after)
    {
        foreach (long step in StartChoice.Steps)
        {
            long early = before.To - step;
            foreach (long late in new[] { after.From + step, after.From })
            {
                if (early >= before.From && late < after.To && before.At(early) > after.At(late))
                {
                    return (early, late);
                }
            }
        }

        return (before.To - 1, after.From);
    }

    private static FindingExample Example(Objective objective, Target target, ServiceRequest request, long start, DueCurve curve) =>
        new(objective, target, request, NanosecondTime.Instant(start), NanosecondTime.Instant(curve.PieceAt(start)!.Value.At(start)));

    internal static string Began(Objective objective, bool chinese) => objective.Starts.Contains(Signal.Received)
        ? (chinese ? "收到" : "received")
        : (chinese ? "开始" : "started");
}
