using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Makes the explanation of a cycle from what the clock computed it from.</summary>
internal static class Explainer
{
    internal static Explanation Explain(SlaPolicy policy, SlaCycle cycle, DateTimeZone zone)
    {
        CycleState state = cycle.Underlying;
        if (!cycle.IsCovered || cycle.Due is not { IsSet: true } due)
        {
            return new Explanation(policy, cycle, zone, RejectedOf(state), [], null);
        }

        List<ExplainedSegment> segments = [];
        foreach (CycleSegment earlier in state.Extra?.EarlierSegments ?? [])
        {
            DeadlineRule rule = earlier.Target.Rule!.Taken(state.Start, earlier.Calendar);
            segments.Add(new ExplainedSegment(
                earlier.Start, earlier.End, earlier.Target, earlier.Calendar, rule.Allowance, earlier.Used,
                SpansOf(CycleJudge.TraceOf(state, earlier, cycle.TrackedWaits), UnitOf(rule, earlier.Calendar).IsClock ? null : earlier.Calendar, earlier.Start, earlier.End)));
        }

        Instant start = segments.Count == 0 ? state.Start : state.Extra!.Segment!.Value.Start;
        DeadlineRule deciding = Deciding(cycle, cycle.Taken);
        segments.Add(new ExplainedSegment(
            start, due.At, state.Target!, state.Calendar!, cycle.Allowance, state.Extra?.Segment?.Allowance ?? cycle.Allowance,
            SpansOf(HoldsOf(cycle, deciding, due.At), UnitOf(deciding, state.Calendar!).IsClock ? null : state.Calendar, start, due.At)));
        return new Explanation(policy, cycle, zone, RejectedOf(state), segments, CycleJudge.DueWithoutFloor(state, cycle.End, cycle.TrackedWaits));
    }

    /// <summary>What a leaf counts waits in: clock time for elapsed rules (and an appointment's grace on the clock), open time for all others.</summary>
    private static TimeUnit UnitOf(DeadlineRule leaf, BusinessCalendar calendar) =>
        leaf is ElapsedRule or AppointmentRule { GraceInOpenTime: false } ? TimeUnit.Clock : TimeUnit.OpenTimeOf(calendar);

    private static List<RejectedTarget> RejectedOf(CycleState state)
    {
        List<RejectedTarget> rejected = [];
        if (state.Request is not { } request)
        {
            return rejected;
        }

        foreach (Target target in state.Objective.Targets)
        {
            if (target.When.FirstFailure(request) is not { } failed)
            {
                break;
            }

            rejected.Add(new RejectedTarget(target, failed));
        }

        return rejected;
    }

    /// <summary>The leaf whose due is the composite's: with the same due of two, the first.</summary>
    private static DeadlineRule Deciding(SlaCycle cycle, DeadlineRule rule)
    {
        IReadOnlyList<DeadlineRule>? parts = rule switch { EarliestRule earliest => earliest.Parts, LatestRule latest => latest.Parts, _ => null };
        if (parts is null)
        {
            return rule;
        }

        CycleState state = cycle.Underlying;
        RuleFacts facts = CycleJudge.Facts(state, cycle.End, cycle.TrackedWaits);
        DueResult wanted = rule.Evaluate(state.Start, state.Calendar!, facts).Due;
        DeadlineRule deciding = parts.First(part => part.Evaluate(state.Start, state.Calendar!, facts).Due == wanted);
        return Deciding(cycle, deciding.Taken(state.Start, state.Calendar!));
    }

    /// <summary>What held the due: the waits that counted in the part that decides, and after its own due those that held another part, and by it the whole.</summary>
    private static HoldTrace HoldsOf(SlaCycle cycle, DeadlineRule deciding, Instant due)
    {
        CycleState state = cycle.Underlying;
        HoldTrace trace = CycleJudge.TraceOf(state, deciding, cycle.End, cycle.TrackedWaits);
        DueResult own = deciding.Evaluate(state.Start, state.Calendar!, CycleJudge.Facts(state, cycle.End, cycle.TrackedWaits)).Due;
        if (cycle.Taken is EarliestRule or LatestRule && own.At < due)
        {
            HoldTrace whole = CycleJudge.TraceOf(state, cycle.Taken, cycle.End, cycle.TrackedWaits);
            trace.WithinCaps.AddRange(whole.WithinCaps);
            trace.Counted.AddRange(whole.Counted.Where(span => span.End > own.At).Select(span => (Instant.Max(span.Start, own.At), span.End)));
        }

        return trace;
    }

    private static List<ExplainedSpan> SpansOf(HoldTrace holds, BusinessCalendar? calendar, Instant from, Instant to)
    {
        List<ExplainedSpan> spans = [];
        Instant at = from;
        foreach ((Instant start, Instant end) in holds.United())
        {
            Instant holdStart = Instant.Max(start, at);
            Instant holdEnd = Instant.Min(end, to);
            if (holdStart >= holdEnd)
            {
                continue;
            }

            AddOpenAndClosed(spans, calendar, at, holdStart);
            AddPaused(spans, holds.WithinCaps, holdStart, holdEnd);
            at = holdEnd;
        }

        AddOpenAndClosed(spans, calendar, at, to);
        return spans;
    }

    /// <summary>Cuts a hold where another wait begins, ends or has used up its cap, so that each span names exactly what was waited for.</summary>
    private static void AddPaused(List<ExplainedSpan> spans, List<WaitSpan> waits, Instant from, Instant to)
    {
        Instant[] cuts = [.. waits.SelectMany(wait => new[] { wait.Start, wait.End }).Where(at => from < at && at < to).Append(to).Distinct().OrderBy(at => at)];
        foreach (Instant cut in cuts)
        {
            WaitReason[] reasons = [.. waits.Where(wait => wait.Start <= from && wait.End > from).Select(wait => wait.Pause.Reason).Distinct()];
            spans.Add(new ExplainedSpan(from, cut, SpanKind.Paused, opening: null, reasons));
            from = cut;
        }
    }

    private static void AddOpenAndClosed(List<ExplainedSpan> spans, BusinessCalendar? calendar, Instant from, Instant to)
    {
        if (from >= to)
        {
            return;
        }

        if (calendar is null)
        {
            spans.Add(new ExplainedSpan(from, to, SpanKind.Counted, opening: null, []));
            return;
        }

        foreach (CalendarSpan span in calendar.Describe(from, to))
        {
            spans.Add(new ExplainedSpan(span.Start, span.End, span.IsOpen ? SpanKind.Counted : SpanKind.Closed, span.Reason, []));
        }
    }
}
