using AfterSales.Domain.Routing;
using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Kpis;

/// <summary>The assessment of a service provider from its KPIs: quality and timeliness, with the hysteresis of the rule (R17).</summary>
/// <remarks>Immutable and thread-safe; compared by reference.</remarks>
public sealed class ProviderReview
{
    private ProviderReview(ServiceProvider before, ServiceProvider after, TeamRatingPart quality, TeamRatingPart timeliness) =>
        (Before, After, Quality, Timeliness) = (before, after, quality, timeliness);

    /// <summary>Gets the provider as it stood.</summary>
    public ServiceProvider Before { get; }

    /// <summary>Gets the provider as the review leaves it; as it stood when <see cref="Missing"/> says why there is no assessment.</summary>
    public ServiceProvider After { get; }

    /// <summary>Gets the points for quality, or why there are none.</summary>
    public TeamRatingPart Quality { get; }

    /// <summary>Gets the points for timeliness, or why there are none.</summary>
    public TeamRatingPart Timeliness { get; }

    /// <summary>Gets why the provider was not assessed; null when it was.</summary>
    public NoFigure? Missing => Quality.Points.Missing ?? Timeliness.Points.Missing;

    /// <summary>Reviews a provider.</summary>
    /// <param name="provider">The provider as it stands.</param>
    /// <param name="rule">When it is suspended and restored.</param>
    /// <param name="quality">A KPI of its work, such as first-time fix or repeat repair: that of <see cref="KpiDimension.Provider"/> with its id.</param>
    /// <param name="timeliness">A KPI of its clocks, such as response on time.</param>
    /// <returns>The review; points are rounded down, as the rule takes whole ones.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ProviderReview Of(ServiceProvider provider, AssessmentRule rule, KpiValue quality, KpiValue timeliness)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(quality);
        ArgumentNullException.ThrowIfNull(timeliness);
        TeamRatingPart good = TeamRatingPart.Of(quality, Math.Max(1, rule.QualityWeight));
        TeamRatingPart timely = TeamRatingPart.Of(timeliness, Math.Max(1, rule.TimelinessWeight));
        ServiceProvider after = good.Points.Value is { } one && timely.Points.Value is { } other ? rule.Assess(provider, Whole(one), Whole(other)) : provider;
        return new ProviderReview(provider, after, good, timely);
    }

    /// <summary>Returns the provider after the review and what it rests on.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => $"{After} ({Quality}; {Timeliness})";

    // 100 × 0.29 is a little less than 29; a review must not lose a point by that.
    private static int Whole(double points) => (int)Math.Floor(points + 1e-9);
}
