using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>A share of weighted answers, gathered one by one, with an interval from the effective number of answers (Σw)²/Σw².</summary>
/// <remarks>
/// Sums are exact, so parts of any split merge to the whole bit for bit. L. Kish, Survey Sampling (1965). This type is mutable and not thread-safe; use one per thread and merge.
/// </remarks>
public sealed class WeightedShareAccumulator : IFormattable
{
    internal const double SmallestWeight = 1e-12;

    private readonly ExactSum _weights;
    private readonly ExactSum _squares;
    private readonly ExactSum _successes;

    /// <summary>Makes an empty accumulator.</summary>
    public WeightedShareAccumulator() => (_weights, _squares, _successes) = (new ExactSum(), new ExactSum(), new ExactSum());

    private WeightedShareAccumulator(WeightedShareSnapshot snapshot)
    {
        Count = snapshot.Count;
        (_weights, _squares, _successes) = (ExactSum.From(snapshot.WeightParts), ExactSum.From(snapshot.SquareParts), ExactSum.From(snapshot.SuccessParts));
    }

    /// <summary>Gets how many answers were added, also those without weight.</summary>
    public long Count { get; private set; }

    /// <summary>Gets the sum of the weights.</summary>
    public double TotalWeight => _weights.Value;

    /// <summary>Gets how many unweighted answers would be as informative, (Σw)²/Σw²; 0 without weight.</summary>
    public double EffectiveCount => _squares.Value > 0 ? _weights.Value * _weights.Value / _squares.Value : 0;

    /// <summary>Gets the design effect n·Σw²/(Σw)², at least 1: by how much weighting widens the variance; null without weight.</summary>
    public double? DesignEffect => EffectiveCount > 0 ? Count / EffectiveCount : null;

    /// <summary>Gets the weighted share, or null without weight.</summary>
    public double? Value => _weights.Value > 0 ? Math.Max(0, Math.Min(1, _successes.Value / _weights.Value)) : null;

    /// <summary>Makes an accumulator that goes on where a snapshot was taken.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>An accumulator with the same figures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    public static WeightedShareAccumulator From(WeightedShareSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new WeightedShareAccumulator(snapshot);
    }

    /// <summary>Returns all that is needed to go on later.</summary>
    /// <returns>The snapshot.</returns>
    public WeightedShareSnapshot ToSnapshot() => new(Count, _weights.Parts, _squares.Parts, _successes.Parts);

    /// <summary>Adds an answer.</summary>
    /// <param name="isSuccess">Whether it is one of them.</param>
    /// <param name="weight">How many customers it stands for; 0, or from 1e-12 to 1e12.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> lies outside its bounds.</exception>
    public void Add(bool isSuccess, double weight)
    {
        if (weight is not (0 or (>= SmallestWeight and <= 1e12)))
        {
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "Allowed are 0 and numbers from 1e-12 to 1e12.");
        }

        Count++;
        _weights.Add(weight);
        _squares.Add(weight * weight);
        if (isSuccess)
        {
            _successes.Add(weight);
        }
    }

    /// <summary>Adds all that another accumulator has; the other one stays as it is.</summary>
    /// <param name="other">The other accumulator.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public void Merge(WeightedShareAccumulator other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Count += other.Count;
        _weights.Merge(other._weights);
        _squares.Merge(other._squares);
        _successes.Merge(other._successes);
    }

    /// <summary>Returns the weighted share with Wilson's interval for the effective number of answers.</summary>
    /// <param name="level">The confidence.</param>
    /// <returns>The figure, or why there is none: nothing was counted, or all weights are zero.</returns>
    public Figure ToFigure(ConfidenceLevel level) => Value is { } share
        ? Figure.Of(share, FigureUnit.Share, Count, ConfidenceInterval.Wilson(share, EffectiveCount, level))
        : Figure.None(Count == 0 ? NoFigure.NothingCounted : NoFigure.NoWeight, FigureUnit.Share, Count);

    /// <summary>Returns the share with its 95 % interval and the effective number of answers.</summary>
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
        string figure = ToFigure(ConfidenceLevel.Percent95).ToString(format, formatProvider);
        return FormattableString.Invariant(chinese ? (FormattableString)$"{figure}，有效 n = {EffectiveCount:0.#}" : $"{figure}, effective n = {EffectiveCount:0.#}");
    }
}
