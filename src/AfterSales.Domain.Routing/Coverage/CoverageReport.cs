namespace AfterSales.Domain.Routing;

/// <summary>Which needs of a plan nobody covers when, and how much of the asked time is covered (R27).</summary>
/// <remarks>
/// Somebody covers a need while he works (hours, leave), has the skill at its level, serves the region and speaks the language. A provider's people cover only while their
/// contract is valid and they are not suspended. Load and capacity are not looked at: coverage asks whether anybody is there, not whether there are enough. Immutable.
/// </remarks>
public sealed class CoverageReport
{
    private readonly CoverageGap[] _gaps;

    private CoverageReport(CoverageGap[] gaps, Duration asked, Duration missing)
    {
        _gaps = gaps;
        Asked = asked;
        Covered = asked - missing;
    }

    /// <summary>Gets the gaps, by need in the plan's order and then by time; those that touch are one.</summary>
    public IReadOnlyList<CoverageGap> Gaps => Array.AsReadOnly(_gaps);

    /// <summary>Gets the time to be covered, added up over all needs.</summary>
    public Duration Asked { get; }

    /// <summary>Gets the time of it that is covered.</summary>
    public Duration Covered { get; }

    /// <summary>Gets the covered share of the asked time, from 0 to 1; null when nothing was asked.</summary>
    public double? Share => Asked == Duration.Zero ? null : Covered / Asked;

    /// <summary>Returns share and gaps, as in "96.4 % covered, 3 gaps".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Share is { } share
        ? FormattableString.Invariant($"{share * 100:0.0} % covered, {_gaps.Length} {(_gaps.Length == 1 ? "gap" : "gaps")}")
        : "nothing was asked";

    internal static CoverageReport Of(CoveragePlan plan, Technician[] technicians)
    {
        if (Array.IndexOf(technicians, null) >= 0)
        {
            throw new ArgumentNullException(nameof(technicians), "One of the technicians is null.");
        }

        Interval[] asked = [.. plan.Hours.OpenPeriods(plan.Window.Start, plan.Window.End)];
        (Technician Technician, Interval[] Periods)[] present = [.. technicians.Select(one => (one, PeriodsOf(one, plan.Window)))];
        List<CoverageGap> gaps = [];
        Duration missing = Duration.Zero;
        IReadOnlyList<CoverageNeed> needs = plan.Needs;
        foreach (CoverageNeed need in needs)
        {
            Interval[] covered = [.. present.Where(one => need.IsMetBy(one.Technician)).SelectMany(one => one.Periods).OrderBy(period => period.Start)];
            foreach (Interval gap in Uncovered(asked, covered))
            {
                gaps.Add(new CoverageGap(need, gap));
                missing += gap.Duration;
            }
        }

        Duration once = asked.Aggregate(Duration.Zero, (sum, period) => sum + period.Duration);
        return new CoverageReport([.. gaps], once * needs.Count, missing);
    }

    private static Interval[] PeriodsOf(Technician technician, Interval window)
    {
        IEnumerable<Interval> periods = technician.Hours.OpenPeriods(window.Start, window.End);
        if (technician.Provider is { } provider)
        {
            if (provider.Standing == ProviderStanding.Suspended)
            {
                return [];
            }

            periods = periods.SelectMany(period => Common(period, provider.Contract));
        }

        foreach (Interval leave in technician.Leave)
        {
            Interval away = leave;
            periods = periods.SelectMany(period => Without(period, away));
        }

        return [.. periods];
    }

    private static IEnumerable<Interval> Common(Interval period, Interval other)
    {
        Instant start = other.HasStart ? Instant.Max(period.Start, other.Start) : period.Start;
        Instant end = other.HasEnd ? Instant.Min(period.End, other.End) : period.End;
        return start < end ? [new Interval(start, end)] : [];
    }

    private static IEnumerable<Interval> Without(Interval period, Interval away)
    {
        if (away.HasStart && period.Start < away.Start)
        {
            yield return new Interval(period.Start, Instant.Min(period.End, away.Start));
        }

        if (away.HasEnd && away.End < period.End)
        {
            yield return new Interval(Instant.Max(period.Start, away.End), period.End);
        }
    }

    /// <summary>What of the asked periods none of the others covers; both in order of their starts, the others may overlap.</summary>
    private static IEnumerable<Interval> Uncovered(Interval[] asked, Interval[] covered)
    {
        int next = 0;
        Instant reached = Instant.MinValue;
        foreach (Interval period in asked)
        {
            Instant from = Instant.Max(period.Start, reached);
            while (next < covered.Length && covered[next].Start < period.End)
            {
                if (covered[next].Start > from)
                {
                    yield return new Interval(from, covered[next].Start);
                }

                reached = Instant.Max(reached, covered[next].End);
                from = Instant.Max(from, covered[next].End);
                next++;
            }

            if (from < period.End)
            {
                yield return new Interval(from, period.End);
            }
        }
    }
}
