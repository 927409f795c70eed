using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Why this target, why this instant, and why not sooner: a cycle's due as data, and as sentences in two languages.</summary>
/// <remarks>
/// The spans lie without a gap from start to due: counted + closed + paused = due − start. In a duration rule whose due no reclassification, publication
/// or reopening has moved, the counted spans sum to the allowance (in the rule's unit). Immutable and thread-safe.
/// </remarks>
public sealed class Explanation : IFormattable
{
    internal Explanation(
        SlaPolicy policy,
        SlaCycle cycle,
        DateTimeZone zone,
        IReadOnlyList<RejectedTarget> rejected,
        IReadOnlyList<ExplainedSegment> segments,
        DueResult? withoutNotBefore)
    {
        Policy = policy;
        Cycle = cycle;
        Zone = zone;
        Rejected = rejected;
        Segments = segments;
        DueWithoutNotBefore = withoutNotBefore;
    }

    /// <summary>Gets the policy, with its version.</summary>
    public SlaPolicy Policy { get; }

    /// <summary>Gets the cycle: objective, target, calendar, start event, due and state.</summary>
    public SlaCycle Cycle { get; }

    /// <summary>Gets the zone that sentences give instants in.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Gets the targets above the one that holds (all, when none does), each with the first part of its condition that failed.</summary>
    public IReadOnlyList<RejectedTarget> Rejected { get; }

    /// <summary>Gets the segments from start to due; one, unless proportional reclassifications changed the target. Empty while nothing is due.</summary>
    public IReadOnlyList<ExplainedSegment> Segments { get; }

    /// <summary>Gets the due as it would be if the last event that changed it could move it to before itself; null while nothing is due.</summary>
    public DueResult? DueWithoutNotBefore { get; }

    /// <summary>Gets all spans, without a gap from start to due.</summary>
    public IEnumerable<ExplainedSpan> Spans => Segments.SelectMany(segment => segment.Spans);

    /// <summary>Returns the explanation in English.</summary>
    /// <returns>Sentences, one to a line.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the explanation in a language.</summary>
    /// <param name="format">null, "" or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Not used: numbers and dates are invariant.</param>
    /// <returns>Sentences, one to a line.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => ExplanationText.Of(this, TextLanguage.IsChinese(format));
}
