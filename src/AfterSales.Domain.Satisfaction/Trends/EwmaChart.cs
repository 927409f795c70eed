namespace AfterSales.Domain.Satisfaction;

/// <summary>An exponentially weighted moving average: it sees small shifts that last sooner than a chart of single periods.</summary>
/// <remarks>NIST/SEMATECH e-Handbook 6.3.2.4; S. W. Roberts, Technometrics 1 (1959) 239–250. Equality is by reference. This type is immutable.</remarks>
public sealed class EwmaChart : IFormattable
{
    private EwmaChart(double target, double lower, double upper, IReadOnlyList<ControlPoint> points) =>
        (Target, LowerLimit, UpperLimit, Points) = (target, lower, upper, points);

    /// <summary>Gets the value that is expected.</summary>
    public double Target { get; }

    /// <summary>Gets the lower limit after many periods.</summary>
    public double LowerLimit { get; }

    /// <summary>Gets the upper limit after many periods.</summary>
    public double UpperLimit { get; }

    /// <summary>Gets the average after each period with the limits of that period, which widen from the first one to those after many.</summary>
    public IReadOnlyList<ControlPoint> Points { get; }

    /// <summary>Makes a chart with limits of three standard deviations.</summary>
    /// <param name="periods">The value of each period, by its name, in order; at most 1e90 in size.</param>
    /// <param name="target">The value that is expected; at most 1e90 in size.</param>
    /// <param name="standardDeviation">How much single periods vary by chance; positive.</param>
    /// <param name="weight">The weight of the newest period, above 0, up to 1: usually 0.2 to 0.3.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="periods"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its bounds.</exception>
    public static EwmaChart Of(IEnumerable<KeyValuePair<string, double>> periods, double target, double standardDeviation, double weight)
    {
        ArgumentNullException.ThrowIfNull(periods);
        Statistics.Finite.ThrowIfLarger(target, Statistics.MeanAccumulator.MaximumSize, nameof(target));
        Statistics.Finite.ThrowIfNotPositive(standardDeviation, nameof(standardDeviation));
        Statistics.Finite.ThrowIfLarger(standardDeviation, Statistics.MeanAccumulator.MaximumSize, nameof(standardDeviation));
        if (weight is not (> 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "Allowed are numbers above 0 and up to 1.");
        }

        double half = 3 * standardDeviation * Math.Sqrt(weight / (2 - weight));
        double average = target;
        double kept = 1;
        List<ControlPoint> points = [];
        foreach (KeyValuePair<string, double> period in periods)
        {
            Statistics.Finite.ThrowIfLarger(period.Value, Statistics.MeanAccumulator.MaximumSize, nameof(periods));
            average = (weight * period.Value) + ((1 - weight) * average);
            kept *= (1 - weight) * (1 - weight);
            double now = half * Math.Sqrt(1 - kept);
            points.Add(new ControlPoint(period.Key, average, target - now, target + now));
        }

        return new EwmaChart(target, target - half, target + half, points);
    }

    /// <summary>Returns target, limits and how many periods are signals.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the same in a language.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        int signals = Points.Count(point => point.IsSignal);
        return FormattableString.Invariant(chinese
            ? (FormattableString)$"目标 {Target:0.####}，控制限 {LowerLimit:0.####}…{UpperLimit:0.####}，{Points.Count} 个周期，{signals} 个超限"
            : $"target {Target:0.####}, limits {LowerLimit:0.####}…{UpperLimit:0.####}, {Points.Count} periods, {signals} signals");
    }
}
