using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>The one pause rule: which parts of waits hold a deadline, and what they do to it.</summary>
internal static class HeldSpans
{
    /// <summary>
    /// Unites the waits of each reason, cuts them where that reason's cap is used up (measured in <paramref name="unit"/>, at the earliest such instant),
    /// clips what remains to [<paramref name="start"/>, ∞) and unites it.
    /// </summary>
    internal static List<(Instant Start, Instant End)> Of(ReadOnlySpan<WaitSpan> waits, Instant start, TimeUnit unit, HoldTrace? trace)
    {
        List<(Instant Start, Instant End)> spans = [];
        List<(Instant Start, Instant End)> ofReason = [];
        for (int i = 0; i < waits.Length; i++)
        {
            if (IsFirstOfReason(waits, i))
            {
                int before = spans.Count;
                Collect(waits, i, ofReason);
                AddUpToCap(Unite(ofReason), waits[i].Pause.Cap, unit, spans);
                for (int s = before; trace is not null && s < spans.Count; s++)
                {
                    trace.WithinCaps.Add(new WaitSpan(waits[i].Pause, spans[s].Start, spans[s].End));
                }
            }
        }

        return Unite(Clip(spans, start));
    }

    /// <summary>
    /// Takes the waits in order: [p, q) counts if p ≤ the due as it then stands, and moves it to the later of q and the due plus the wait as measured
    /// in <paramref name="unit"/>. So a due never lies inside a wait that counts.
    /// </summary>
    internal static RuleOutcome Hold(Instant due, Instant start, TimeUnit unit, in RuleFacts facts)
    {
        if (facts.Waits.IsEmpty)
        {
            return RuleOutcome.At(NotBefore(due, facts.Floor));
        }

        Instant? heldUntil = null;
        Instant? lastHold = null;
        foreach ((Instant from, Instant to) in Of(facts.Waits, start, unit, facts.Trace))
        {
            if (facts.Floor is { } floor && floor <= from)
            {
                due = Instant.Max(due, floor);
            }

            if (from > due || from > facts.Now)
            {
                continue;
            }

            Instant end = Instant.Min(to, facts.Now);
            facts.Trace?.Counted.Add((from, end));
            if (to > facts.Now || to == Instant.MaxValue)
            {
                heldUntil = to;
            }

            if (end == Instant.MaxValue)
            {
                break;
            }

            if (unit.Add(due, unit.Measure(from, end)) is not { } moved)
            {
                return RuleOutcome.Unset(UnsetReason.BeyondHorizon);
            }

            due = Instant.Max(moved, end);
            lastHold = end;
        }

        return new RuleOutcome(DueResult.Set(NotBefore(due, facts.Floor)), heldUntil, lastHold);
    }

    private static Instant NotBefore(Instant due, Instant? floor) => floor is { } bound && bound > due ? bound : due;

    private static bool IsFirstOfReason(ReadOnlySpan<WaitSpan> waits, int index)
    {
        for (int i = 0; i < index; i++)
        {
            if (waits[i].Pause.HasReasonOf(waits[index].Pause))
            {
                return false;
            }
        }

        return true;
    }

    private static void Collect(ReadOnlySpan<WaitSpan> waits, int first, List<(Instant Start, Instant End)> into)
    {
        into.Clear();
        for (int i = first; i < waits.Length; i++)
        {
            if (waits[i].Pause.HasReasonOf(waits[first].Pause))
            {
                into.Add((waits[i].Start, waits[i].End));
            }
        }
    }

    /// <summary>Spans that overlap or touch as one, in order; the list itself is changed.</summary>
    internal static List<(Instant Start, Instant End)> Unite(List<(Instant Start, Instant End)> spans)
    {
        if (spans.Count < 2)
        {
            return spans;
        }

        spans.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        int last = 0;
        for (int i = 1; i < spans.Count; i++)
        {
            if (spans[i].Start <= spans[last].End)
            {
                spans[last] = (spans[last].Start, Instant.Max(spans[last].End, spans[i].End));
            }
            else
            {
                spans[++last] = spans[i];
            }
        }

        spans.RemoveRange(last + 1, spans.Count - last - 1);
        return spans;
    }

    private static void AddUpToCap(List<(Instant Start, Instant End)> united, Duration? cap, TimeUnit unit, List<(Instant Start, Instant End)> into)
    {
        if (cap is not { } left)
        {
            into.AddRange(united);
            return;
        }

        foreach ((Instant from, Instant to) in united)
        {
            if (unit.Add(from, left) is { } usedUp && usedUp < to)
            {
                into.Add((from, usedUp));
                return;
            }

            into.Add((from, to));
            left -= unit.Measure(from, to);
            if (left <= Duration.Zero)
            {
                return;
            }
        }
    }

    private static List<(Instant Start, Instant End)> Clip(List<(Instant Start, Instant End)> spans, Instant start)
    {
        for (int i = spans.Count - 1; i >= 0; i--)
        {
            if (spans[i].End <= start)
            {
                spans.RemoveAt(i);
            }
            else if (spans[i].Start < start)
            {
                spans[i] = (start, spans[i].End);
            }
        }

        return spans;
    }
}
