using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>A p-chart: the share of each period with limits that chance keeps within, so that not every month's wiggle is explained (R28).</summary>
/// <remarks>NIST/SEMATECH e-Handbook 6.3.3.2. Equality is by reference. This type is immutable.</remarks>
public sealed class ShareControlChart : IFormattable
{
    private ShareControlChart(Share total, IReadOnlyList<ControlPoint> points) => (Total, Points) = (total, points);

    /// <summary>Gets all periods together; its share is the centre line.</summary>
    public Share Total { get; }

    /// <summary>Gets the periods in order; their values are shares from 0 to 1.</summary>
    public IReadOnlyList<ControlPoint> Points { get; }

    /// <summary>Gets why there is no chart, or null when there is one.</summary>
    public NoFigure? Missing => Total.Missing;

    /// <summary>Makes a chart with limits of three standard errors.</summary>
    /// <param name="periods">The share of each period, by its name, in order.</param>
    /// <returns>The chart.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="periods"/> is null.</exception>
    public static ShareControlChart Of(IEnumerable<KeyValuePair<string, Share>> periods)
    {
        ArgumentNullException.ThrowIfNull(periods);
        KeyValuePair<string, Share>[] all = [.. periods];
        Share total = Share.Sum(all.Select(period => period.Value));
        double centre = total.Value ?? 0;
        return new ShareControlChart(total, [.. all.Select(period =>
        {
            (double lower, double upper) = period.Value.Count == 0 ? (0, 1) : Limits(centre, period.Value.Count, 3);
            return new ControlPoint(period.Key, period.Value.Value, lower, upper);
        })]);
    }

    /// <summary>Returns the limits of one period.</summary>
    /// <param name="centre">The share over all periods, from 0 to 1.</param>
    /// <param name="count">How many were counted in the period; positive.</param>
    /// <param name="standardErrors">How far the limits lie from the centre; positive: usually 3.</param>
    /// <returns>The limits, cut at 0 and 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside its bounds.</exception>
    public static (double Lower, double Upper) Limits(double centre, long count, double standardErrors)
    {
        Finite.ThrowIfNotFraction(centre, nameof(centre));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Finite.ThrowIfNotPositive(standardErrors, nameof(standardErrors));
        double half = standardErrors * Math.Sqrt(centre * (1 - centre) / count);
        return (Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    /// <summary>Returns the centre and how many periods are signals.</summary>
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
        return Missing is { } missing ? missing.ToString(format, formatProvider)
            : FormattableString.Invariant(chinese
                ? (FormattableString)$"中心线 {100 * Total.Value:0.#} %（n = {Total.Count}），{Points.Count} 个周期，{signals} 个超限"
                : $"centre {100 * Total.Value:0.#} % (n = {Total.Count}), {Points.Count} periods, {signals} signals");
    }
}
