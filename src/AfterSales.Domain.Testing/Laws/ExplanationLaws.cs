using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>What is true of every explanation.</summary>
internal static class ExplanationLaws
{
    internal static string? SpansAreGapless(TrackedHistory one)
    {
        foreach (Explanation why in Explanations(one))
        {
            Instant at = why.Cycle.Start;
            foreach (ExplainedSpan span in why.Spans)
            {
                if (span.Start != at || span.End <= span.Start)
                {
                    return $"a span from {span.Start} to {span.End} follows one that ended at {at}:\n{why}";
                }

                at = span.End;
            }

            if (at != why.Cycle.Due!.Value.At)
            {
                return $"the spans end at {at} and the due is {why.Cycle.Due}:\n{why}";
            }
        }

        return null;
    }

    internal static string? CountedIsTheAllowance(TrackedHistory one)
    {
        foreach (Explanation why in Explanations(one).Where(why => why.Cycle is { Allowance: not null, NotBefore: null, FirstStop: null } && why.Segments.Count == 1))
        {
            Duration counted = why.Spans.Where(span => span.Kind == SpanKind.Counted).Aggregate(Duration.Zero, (sum, span) => sum + span.Duration);
            if (counted != why.Cycle.Allowance)
            {
                return $"{counted} counted of {why.Cycle.Allowance}:\n{why}";
            }
        }

        return null;
    }

    private static IEnumerable<Explanation> Explanations(TrackedHistory one) => SlaPictures.Cycles(one.Track())
        .Where(cycle => cycle.Due is { IsSet: true })
        .Select(cycle => cycle.Explain(one.Policy.Calendars.Count > 0 ? one.Policy.Calendars[0].Calendar.Zone : DateTimeZone.Utc));
}
