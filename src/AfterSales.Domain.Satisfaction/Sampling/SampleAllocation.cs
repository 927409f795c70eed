namespace AfterSales.Domain.Satisfaction;

/// <summary>Divides a sample among strata so that it sums exactly (R24).</summary>
/// <remarks>This type is thread-safe: it holds no state.</remarks>
public static class SampleAllocation
{
    /// <summary>Divides in proportion to the strata's sizes, by largest remainders.</summary>
    /// <param name="strata">The strata; no two with the same name.</param>
    /// <param name="size">How many are asked in all; not negative. When there are fewer customers, all are asked.</param>
    /// <returns>One for each stratum, in the order given; the sizes sum to the smaller of <paramref name="size"/> and all customers.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="strata"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">Two strata have the same name.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static IReadOnlyList<StratumAllocation> Proportional(IEnumerable<Stratum> strata, long size) => Divide(strata, size, stratum => stratum.Population);

    /// <summary>Divides in proportion to size × standard deviation, which gives the overall mean the smallest error for the number of answers.</summary>
    /// <param name="strata">The strata; no two with the same name.</param>
    /// <param name="size">How many are asked in all; not negative. When there are fewer customers, all are asked.</param>
    /// <returns>
    /// One for each stratum, in the order given; no stratum gets more than it has, what is left over goes to the others. A stratum without spread gets some only when
    /// nobody else is left.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="strata"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">Two strata have the same name.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    /// <remarks>J. Neyman, Journal of the Royal Statistical Society 97 (1934) 558–625.</remarks>
    public static IReadOnlyList<StratumAllocation> Neyman(IEnumerable<Stratum> strata, long size) =>
        Divide(strata, size, stratum => stratum.Population * stratum.StandardDeviation);

    private static StratumAllocation[] Divide(IEnumerable<Stratum> strata, long size, Func<Stratum, double> weigh)
    {
        ArgumentNullException.ThrowIfNull(strata);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        Stratum[] all = [.. strata];
        foreach (Stratum stratum in all)
        {
            ArgumentNullException.ThrowIfNull(stratum, nameof(strata));
        }

        if (all.Select(stratum => stratum.Name).Distinct(StringComparer.Ordinal).Count() != all.Length)
        {
            throw new ArgumentException("Two strata have the same name; names must differ.", nameof(strata));
        }

        double[] weights = [.. all.Select(weigh)];
        double total = weights.Sum();
        double[] exact = [.. weights.Select(weight => total == 0 ? 0 : size * weight / total)];
        long[] given = new long[all.Length];
        long left = Math.Min(size, all.Sum(stratum => stratum.Population));
        while (left > 0)
        {
            left -= Round(all, weights, given, left);
        }

        return [.. all.Select((stratum, i) => new StratumAllocation(stratum, exact[i], given[i]))];
    }

    /// <summary>Gives what is left once, by largest remainders among strata that are not full; what would overfill one is left for the next round.</summary>
    private static long Round(Stratum[] strata, double[] weights, long[] given, long left)
    {
        int[] open = [.. Enumerable.Range(0, strata.Length).Where(i => given[i] < strata[i].Population && weights[i] > 0)];
        if (open.Length == 0)
        {
            // Only strata without spread are left: they share by size.
            open = [.. Enumerable.Range(0, strata.Length).Where(i => given[i] < strata[i].Population)];
            weights = [.. strata.Select(stratum => (double)stratum.Population)];
        }

        double total = open.Sum(i => weights[i]);
        Dictionary<int, double> exact = open.ToDictionary(i => i, i => left * (weights[i] / total));
        Dictionary<int, long> share = open.ToDictionary(i => i, i => (long)Math.Floor(exact[i]));
        long rest = Math.Max(0, left - share.Values.Sum());
        foreach (int i in open.OrderByDescending(i => exact[i] - share[i]).ThenBy(i => strata[i].Name, StringComparer.Ordinal).Take((int)Math.Min(rest, open.Length)))
        {
            share[i]++;
        }

        long done = 0;
        foreach (int i in open)
        {
            long now = Math.Min(Math.Min(share[i], strata[i].Population - given[i]), left - done);
            given[i] += now;
            done += now;
        }

        return done;
    }
}
