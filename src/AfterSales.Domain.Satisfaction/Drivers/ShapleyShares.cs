using MathNet.Numerics.LinearAlgebra;

namespace AfterSales.Domain.Satisfaction;

/// <summary>R² of every subset of predictors, and each predictor's mean gain over all orders of entry.</summary>
internal static class ShapleyShares
{
    /// <summary>R² by subset, the bits of the index saying which predictors are in.</summary>
    internal static double[] ExplainedBySubset(Matrix<double> within, Vector<double> with)
    {
        int k = with.Count;
        double[] explained = new double[1 << k];
        for (int subset = 1; subset < explained.Length; subset++)
        {
            int[] members = [.. Enumerable.Range(0, k).Where(i => (subset & (1 << i)) != 0)];
            Matrix<double> part = Matrix<double>.Build.Dense(members.Length, members.Length, (i, j) => within[members[i], members[j]]);
            Vector<double> right = Vector<double>.Build.Dense(members.Length, i => with[members[i]]);
            explained[subset] = right.DotProduct(part.Cholesky().Solve(right));
        }

        return explained;
    }

    internal static double[] Of(double[] explained, int k)
    {
        // The weight of a subset of size s without the predictor: s!(k − 1 − s)!/k!.
        double[] weights = new double[k];
        weights[0] = 1.0 / k;
        for (int s = 1; s < k; s++)
        {
            weights[s] = weights[s - 1] * s / (k - s);
        }

        double[] shares = new double[k];
        for (int subset = 0; subset < explained.Length; subset++)
        {
            double weight = weights[Math.Min(k - 1, Bits(subset))];
            for (int i = 0; i < k; i++)
            {
                int bit = 1 << i;
                if ((subset & bit) == 0)
                {
                    shares[i] += weight * (explained[subset | bit] - explained[subset]);
                }
            }
        }

        // R² never falls when a predictor is added; only rounding can make a share negative.
        return [.. shares.Select(share => Math.Max(0, share))];
    }

    private static int Bits(int value)
    {
        int bits = 0;
        for (int rest = value; rest != 0; rest &= rest - 1)
        {
            bits++;
        }

        return bits;
    }
}
