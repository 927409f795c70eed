using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

internal static class StudentT
{
    /// <summary>The two-sided quantile; from a million degrees of freedom on that of the normal distribution, which differs by less than 3·10⁻⁶.</summary>
    internal static double Quantile(ConfidenceLevel level, double degreesOfFreedom) => degreesOfFreedom >= 1_000_000
        ? level.Z
        : -MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, degreesOfFreedom, level.Alpha / 2);

    /// <summary>The two-sided p-value of a t statistic.</summary>
    internal static double PValue(double t, double degreesOfFreedom) =>
        Math.Min(1, 2 * MathNet.Numerics.Distributions.StudentT.CDF(0, 1, degreesOfFreedom, -Math.Abs(t)));
}
