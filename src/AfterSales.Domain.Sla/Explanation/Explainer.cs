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
                SpansOf(cycle, rule, earlier.Calendar, earlier.Start, earlier.End, earlier.End)));
        }

        Instant start = segments.Count == 0 ? state.Start : state.Extra!.Segment!.Value.Start;
        DeadlineRule deciding = Deciding(cycle, cycle.Taken);
        DueResult byTheRule = CycleJudge.DueWithoutFloor(state, cycle.End, cycle.TrackedWaits);
        segments.Add(new ExplainedSegment(
            start, due.At, state.Target!, state.Calendar!, cycle.Allowance, state.Extra?.Segment?.Allowance ?? cycle.Allowance,
            SpansOf(cycle, deciding, state.Calendar!, start, due.At, byTheRule.IsSet ? byTheRule.At : due.At)));
        return new Explanation(policy, cycle, zone, RejectedOf(state), segments, byTheRule);
    }

    /// <summary>What a leaf counts waits in: clock time for elapsed rules (and an appointment's grace on the clock), open time for all others.</summary>
    internal static TimeUnit UnitOf(DeadlineRule leaf, BusinessCalendar calendar) =>
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
    internal static DeadlineRule Deciding(SlaCycle cycle, DeadlineRule rule)
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

    /// <summary>The spans of a segment; waits that begin after <paramref name="lastHold"/>, the due by the rule alone, do not count.</summary>
    private static List<ExplainedSpan> SpansOf(SlaCycle cycle, DeadlineRule rule, BusinessCalendar calendar, Instant from, Instant to, Instant lastHold)
    {
        WaitSpan[] waits = CycleJudge.WaitsOf(cycle.Underlying, cycle.TrackedWaits);
        TimeUnit unit = UnitOf(rule, calendar);
        bool isOnTheClock = unit.IsClock;
        List<(Instant Start, Instant End)> holds = rule is AppointmentRule ? [] : HeldSpans.Of(waits, from, unit);
        List<ExplainedSpan> spans = [];
        Instant at = from;
        foreach ((Instant start, Instant end) in holds)
        {
            Instant holdEnd = Instant.Min(Instant.Min(end, cycle.End), to);
            if (start >= to || start > lastHold || holdEnd <= Instant.Max(at, start))
            {
                continue;
            }

            AddOpenAndClosed(spans, isOnTheClock ? null : calendar, at, Instant.Max(at, start));
            at = Instant.Max(at, start);
            AddPaused(spans, waits, at, holdEnd);
            at = holdEnd;
        }

        AddOpenAndClosed(spans, isOnTheClock ? null : calendar, at, to);
        return spans;
    }

    /// <summary>Cuts a hold where another wait begins or ends, so that each span names exactly what was waited for.</summary>
    private static void AddPaused(List<ExplainedSpan> spans, WaitSpan[] waits, Instant from, Instant to)
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
