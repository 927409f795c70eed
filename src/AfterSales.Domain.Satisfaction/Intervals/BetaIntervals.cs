using AfterSales.Domain.Statistics;
using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace AfterSales.Domain.Satisfaction;

/// <summary>Intervals of a share that need the beta distribution: Jeffreys, Clopper–Pearson and mid-P. Wilson's, the default, is on <see cref="Share"/> itself.</summary>
/// <remarks>
/// All contain the estimate and are nested with confidence; no success gives a lower end of exactly 0, no failure an upper end of exactly 1. Accurate to about
/// 10⁻⁹ up to a million observations. This type is thread-safe: it holds no state.
/// </remarks>
public static class BetaIntervals
{
    /// <summary>Jeffreys' interval: the middle of Beta(k + ½, n − k + ½).</summary>
    /// <param name="share">The share.</param>
    /// <param name="level">The confidence.</param>
    /// <returns>The interval, or null when nothing was counted.</returns>
    /// <remarks>L. D. Brown, T. T. Cai, A. DasGupta, Statistical Science 16 (2001) 101–133.</remarks>
    public static ConfidenceInterval? Jeffreys(Share share, ConfidenceLevel level) => Of(
        share,
        level,
        IntervalMethod.Jeffreys,
        p => SpecialFunctions.BetaRegularized(share.Successes + 0.5, share.Failures + 0.5, p),
        p => SpecialFunctions.BetaRegularized(share.Successes + 0.5, share.Failures + 0.5, p));

    /// <summary>Clopper and Pearson's exact interval: it never misses more often than stated, and so is wide.</summary>
    /// <param name="share">The share.</param>
    /// <param name="level">The confidence.</param>
    /// <returns>The interval, or null when nothing was counted.</returns>
    /// <remarks>C. J. Clopper, E. S. Pearson, Biometrika 26 (1934) 404–413.</remarks>
    public static ConfidenceInterval? ClopperPearson(Share share, ConfidenceLevel level) => Of(
        share, level, IntervalMethod.ClopperPearson, p => AtLeast(share.Successes, share.Count, p), p => AtLeast(share.Successes + 1, share.Count, p));

    /// <summary>The exact interval with half the probability of the observed count in each tail: exact on average rather than at worst.</summary>
    /// <param name="share">The share.</param>
    /// <param name="level">The confidence.</param>
    /// <returns>The interval, or null when nothing was counted.</returns>
    /// <remarks>Method 6 of R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872.</remarks>
    public static ConfidenceInterval? MidP(Share share, ConfidenceLevel level)
    {
        double Tail(double p) => (AtLeast(share.Successes, share.Count, p) + AtLeast(share.Successes + 1, share.Count, p)) / 2;
        return Of(share, level, IntervalMethod.MidP, Tail, Tail);
    }

    // P(X ≥ k) for n trials.
    private static double AtLeast(long k, long n, double p) => k <= 0 ? 1 : k > n ? 0 : SpecialFunctions.BetaRegularized(k, n - k + 1.0, p);

    // Both tails rise from 0 to 1 in p; the ends are where they pass α/2 and 1 − α/2.
    private static ConfidenceInterval? Of(Share share, ConfidenceLevel level, IntervalMethod method, Func<double, double> lowerTail, Func<double, double> upperTail)
    {
        if (share.Value is not { } estimate)
        {
            return null;
        }

        double lower = share.Successes == 0 ? 0 : Brent.FindRoot(p => lowerTail(p) - (level.Alpha / 2), 0, 1, 1e-14, 500);
        double upper = share.Failures == 0 ? 1 : Brent.FindRoot(p => upperTail(p) - (1 - (level.Alpha / 2)), 0, 1, 1e-14, 500);
        return new ConfidenceInterval(Math.Max(0, Math.Min(lower, estimate)), Math.Min(1, Math.Max(upper, estimate)), level, method);
    }
}
