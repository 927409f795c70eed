using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>What is known about the shares of a kind of group before one of them is looked at: a beta distribution, learnt from all groups or stated.</summary>
/// <remarks>
/// Drawing the share of a small group towards it (beta-binomial shrinkage) keeps a technician with 3 of 3 from leading the table. Equality is of both parameters.
/// This type is immutable.
/// </remarks>
public sealed record BetaPrior
{
    private const double GreatestStrength = 1_000_000;

    /// <summary>Makes a prior.</summary>
    /// <param name="alpha">Successes that it is worth; positive and finite.</param>
    /// <param name="beta">Failures that it is worth; positive and finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public BetaPrior(double alpha, double beta)
    {
        Finite.ThrowIfNotPositive(alpha, nameof(alpha));
        Finite.ThrowIfNotPositive(beta, nameof(beta));
        Alpha = alpha;
        Beta = beta;
    }

    /// <summary>Gets how many successes it is worth.</summary>
    public double Alpha { get; }

    /// <summary>Gets how many failures it is worth.</summary>
    public double Beta { get; }

    /// <summary>Gets the mean share.</summary>
    public double Mean => Alpha / (Alpha + Beta);

    /// <summary>Learns the prior from the groups themselves, by the method of moments.</summary>
    /// <param name="groups">The shares of the groups; those that counted nothing are passed over.</param>
    /// <returns>
    /// The prior, or null when it cannot be learnt: fewer than two groups, no group with two observations, or all observations alike. When the groups differ no more than
    /// chance would have it, the prior is worth a million observations and every group is drawn all the way to the mean.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="groups"/> is null.</exception>
    /// <remarks>J. C. Kleinman, JASA 68 (1973) 46–54: the spread between groups beyond the binomial one.</remarks>
    public static BetaPrior? Fit(IEnumerable<Share> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        Share[] counted = [.. groups.Where(group => group.Count > 0)];
        Share total = Share.Sum(counted);
        if (counted.Length < 2 || total.Value is not ({ } mean and > 0 and < 1))
        {
            return null;
        }

        double n = total.Count;
        double weight = counted.Sum(group => (group.Count - 1) * (1 - (group.Count / n)));
        if (weight <= 0)
        {
            return null;
        }

        double spread = counted.Sum(group => group.Count * (group.Value!.Value - mean) * (group.Value.Value - mean)) / (mean * (1 - mean));
        double correlation = (spread - (counted.Length - 1)) / weight;
        double strength = Math.Max(1e-6, Math.Min(GreatestStrength, correlation <= 0 ? GreatestStrength : (1 - Math.Min(1, correlation)) / correlation));
        return new BetaPrior(mean * strength, (1 - mean) * strength);
    }

    /// <summary>Draws a share towards the prior.</summary>
    /// <param name="share">The share of one group; 0 of 0 gives the prior's own mean.</param>
    /// <returns>The posterior mean (k + α)/(n + α + β), between the group's own share and the prior's mean.</returns>
    public double Shrink(Share share) => (share.Successes + Alpha) / (share.Count + Alpha + Beta);

    /// <summary>Returns both parameters.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => FormattableString.Invariant($"Beta({Alpha:0.###}, {Beta:0.###}), mean {Mean:0.###}");
}
