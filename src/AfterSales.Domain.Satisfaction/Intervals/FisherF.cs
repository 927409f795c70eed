using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace AfterSales.Domain.Satisfaction;

/// <summary>
/// Quantiles of the F distribution through those of the beta distribution: MathNet's own search ends at 1,000, and two answers already need more than a million.
/// </summary>
internal static class FisherF
{
    internal static double Quantile(double first, double second, double probability)
    {
        // The side that lies near 0 is searched, where a double has digits to spare.
        if (probability > 0.5)
        {
            double rest = Brent.FindRoot(y => SpecialFunctions.BetaRegularized(second / 2, first / 2, y) - (1 - probability), 0, 1, 1e-15, 500);
            return second * (1 - rest) / (first * rest);
        }

        double part = Brent.FindRoot(x => SpecialFunctions.BetaRegularized(first / 2, second / 2, x) - probability, 0, 1, 1e-15, 500);
        return second * part / (first * (1 - part));
    }
}
