using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Kpis;

/// <summary>A KPI of a period or slice: numerator, denominator, what was left out and why. The ratio is derived; 0 of 0 is no data.</summary>
/// <remarks>Values of disjoint slices add by their counts; ratios are never averaged. Immutable and thread-safe.</remarks>
public sealed class KpiValue : IFormattable
{
    private readonly long[] _counts;

    internal KpiValue(Kpi? kpi, PercentileGoal? goal, string? clock, KpiPeriod? period, long[] counts)
    {
        (Kpi, Goal, Clock, Period, _counts) = (kpi, goal, clock, period, counts);
        List<KeyValuePair<KpiExclusion, long>> exclusions = [];
        for (int i = 2; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                exclusions.Add(new KeyValuePair<KpiExclusion, long>((KpiExclusion)(i - 2), counts[i]));
            }
        }

        Exclusions = exclusions.AsReadOnly();
    }

    /// <summary>Gets the KPI; null for the value of a percentile goal.</summary>
    public Kpi? Kpi { get; }

    /// <summary>Gets the percentile goal; null for the value of a KPI.</summary>
    public PercentileGoal? Goal { get; }

    /// <summary>Gets the name of the objective whose clocks were counted; null for KPIs without clocks and where the plan names none.</summary>
    public string? Clock { get; }

    /// <summary>Gets the period; null for all periods together.</summary>
    public KpiPeriod? Period { get; }

    /// <summary>Gets the cohort.</summary>
    public KpiCohort Cohort => Kpi?.Cohort ?? Goal!.Measure.Cohort;

    /// <summary>Gets the numerator.</summary>
    public long Numerator => _counts[0];

    /// <summary>Gets the denominator.</summary>
    public long Denominator => _counts[0] + _counts[1];

    /// <summary>Gets what is in neither, by reason, in the order of <see cref="KpiExclusion"/>; reasons without any are left out.</summary>
    public IReadOnlyList<KeyValuePair<KpiExclusion, long>> Exclusions { get; }

    /// <summary>Gets how many are in neither.</summary>
    public long LeftOut => _counts.Sum() - Denominator;

    /// <summary>Gets the share with its Wilson interval; no figure for 0 of 0.</summary>
    public Share Share => new(Numerator, Denominator);

    /// <summary>Gets a value indicating whether results may still turn, because a window or a clock is open.</summary>
    public bool IsProvisional => this[KpiExclusion.WindowOpen] + this[KpiExclusion.Pending] > 0;

    /// <summary>Gets how many were left out for a reason.</summary>
    /// <param name="why">The reason.</param>
    /// <returns>The number; zero or more.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="why"/> is not one of the enumeration.</exception>
    public long this[KpiExclusion why] => why is >= KpiExclusion.Test and <= KpiExclusion.AnswerLeftOut
        ? _counts[KpiMark.LeftOut(why).Index]
        : throw new ArgumentOutOfRangeException(nameof(why), why, "Allowed are the values from Test to AnswerLeftOut.");

    /// <summary>Judges the value of a percentile goal by its interval.</summary>
    /// <returns>Kept, missed or undecided; unknown for 0 of 0.</returns>
    /// <exception cref="InvalidOperationException">This is not the value of a percentile goal; judge <see cref="Share"/> by a goal of its own.</exception>
    public GoalVerdict Judge() => Goal is { } goal
        ? goal.Goal.Judge(Share)
        : throw new InvalidOperationException("This KPI has no goal; new ShareGoal(…).Judge(value.Share) judges it by one.");

    /// <summary>Compares this period with a later one: did the improvement work (R28)?</summary>
    /// <param name="after">The value of the same KPI and clock after the improvement.</param>
    /// <returns>The difference at 95 %, with its interval and whether it is significant.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="after"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="after"/> is of another KPI, goal or clock.</exception>
    public ShareDifference CompareWith(KpiValue after)
    {
        ArgumentNullException.ThrowIfNull(after);
        return ReferenceEquals(Kpi, after.Kpi) && Equals(Goal, after.Goal) && string.Equals(Clock, after.Clock, StringComparison.Ordinal)
            ? new ShareDifference(Share, after.Share)
            : throw new ArgumentException($"Only values of one KPI and one clock are compared; this is of {Title(null)}, the other of {after.Title(null)}.", nameof(after));
    }

    /// <summary>Adds the counts of a disjoint slice or period.</summary>
    /// <param name="other">The value of the same KPI and clock.</param>
    /// <returns>The value of both together, of the same period when both are, else of none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="other"/> is of another KPI, goal or clock.</exception>
    public KpiValue Add(KpiValue other)
    {
        _ = CompareWith(other);
        return new KpiValue(Kpi, Goal, Clock, Period == other.Period ? Period : null, [.. _counts.Zip(other._counts, (mine, theirs) => mine + theirs)]);
    }

    /// <summary>Returns name, period, share with its interval, and how many were left out, in English.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns name, period, share with its interval, and how many were left out.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool isChinese = TextLanguage.IsChinese(format);
        string leftOut = LeftOut == 0 ? "" : FormattableString.Invariant($"{(isChinese ? "；未计入" : "; left out ")}{LeftOut}");
        string period = Period is { } known ? $" {known}" : "";
        return $"{Title(format)}{period}{(isChinese ? "：" : ": ")}{Share.ToString(format, null)}{leftOut}";
    }

    internal bool CountsAs(KpiValue other) => _counts.SequenceEqual(other._counts);

    internal string Title(string? format) => Kpi is { } kpi ? kpi.ToString(format, null) : Goal!.Name;
}
