namespace AfterSales.Domain.Statistics;

/// <summary>Count, mean and spread of numbers, gathered one by one in constant memory.</summary>
/// <remarks>
/// Sums and sums of squares are exact (<see cref="ExactSum"/>), so the figures do not depend on the order, and parts of any split merge to the figures of the
/// whole, bit for bit. This type is mutable and not thread-safe; use one per thread and merge.
/// </remarks>
public sealed class MeanAccumulator
{
    /// <summary>The largest size of a number.</summary>
    public const double MaximumSize = 1e90;

    private readonly ExactSum _sum;
    private readonly ExactSum _squares;

    /// <summary>Makes an empty accumulator.</summary>
    public MeanAccumulator()
    {
        _sum = new ExactSum();
        _squares = new ExactSum();
    }

    private MeanAccumulator(MeanSnapshot snapshot)
    {
        Count = snapshot.Count;
        Minimum = snapshot.Minimum;
        Maximum = snapshot.Maximum;
        _sum = ExactSum.From(snapshot.SumParts);
        _squares = ExactSum.From(snapshot.SquareParts);
    }

    /// <summary>Gets how many numbers were added.</summary>
    public long Count { get; private set; }

    /// <summary>Gets the sum, rounded once; 0 for none.</summary>
    public double Sum => _sum.Value;

    /// <summary>Gets the smallest number, or null for none.</summary>
    public double? Minimum { get; private set; }

    /// <summary>Gets the largest number, or null for none.</summary>
    public double? Maximum { get; private set; }

    /// <summary>Gets the mean, or null for none; never outside the smallest and the largest number.</summary>
    public double? Mean => Count == 0 ? null : Math.Max(Minimum!.Value, Math.Min(Maximum!.Value, _sum.Value / Count));

    /// <summary>Gets the sample variance (divided by n − 1), or null for fewer than two numbers; never negative.</summary>
    public double? Variance => Count < 2 ? null : SquareDeviations() / (Count - 1);

    /// <summary>Gets the sample standard deviation, or null for fewer than two numbers.</summary>
    public double? StandardDeviation => Variance is { } variance ? Math.Sqrt(variance) : null;

    /// <summary>Gets the standard error of the mean, or null for fewer than two numbers.</summary>
    public double? StandardError => Variance is { } variance ? Math.Sqrt(variance / Count) : null;

    /// <summary>Makes an accumulator that goes on where a snapshot was taken.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>An accumulator with the same figures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="snapshot"/> is null.</exception>
    public static MeanAccumulator From(MeanSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return new MeanAccumulator(snapshot);
    }

    /// <summary>Adds a number.</summary>
    /// <param name="value">At most <see cref="MaximumSize"/> in size.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN, infinite or larger.</exception>
    /// <exception cref="OverflowException">There are 2⁶³ − 1 numbers already; nothing is added.</exception>
    public void Add(double value)
    {
        if (!(Math.Abs(value) <= MaximumSize))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Allowed are numbers of at most 1e90 in size.");
        }

        Count++;
        _sum.Add(value);
        _squares.AddProduct(value, value);
        Include(value, value);
    }

    /// <summary>Adds all that another accumulator has; the other one stays as it is.</summary>
    /// <param name="other">The other accumulator.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="OverflowException">There would be more than 2⁶³ − 1 numbers; nothing is added.</exception>
    public void Merge(MeanAccumulator other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Count == 0)
        {
            return;
        }

        Count += other.Count;
        _sum.Merge(other._sum);
        _squares.Merge(other._squares);
        Include(other.Minimum!.Value, other.Maximum!.Value);
    }

    /// <summary>Returns all that is needed to go on later.</summary>
    /// <returns>The snapshot.</returns>
    public MeanSnapshot ToSnapshot() => new(Count, Minimum, Maximum, _sum.Parts, _squares.Parts);

    /// <summary>Returns the mean with its interval, mean ± z standard errors.</summary>
    /// <param name="unit">What the numbers mean.</param>
    /// <param name="level">The confidence.</param>
    /// <returns>The figure; without an interval for one number, and no figure for none.</returns>
    /// <remarks>For fewer than about 30 numbers this is too narrow; the package Satisfaction has Student's t.</remarks>
    public Figure ToFigure(FigureUnit unit, ConfidenceLevel level)
    {
        if (Mean is not { } mean)
        {
            return Figure.None(NoFigure.NothingCounted, unit, 0);
        }

        return StandardError is { } error
            ? Figure.Of(mean, unit, Count, new ConfidenceInterval(mean - (level.Z * error), mean + (level.Z * error), level, IntervalMethod.Normal))
            : Figure.Of(mean, unit, Count);
    }

    /// <summary>Returns mean, spread and count.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => Mean is not { } mean
        ? NoFigure.NothingCounted.ToString()
        : FormattableString.Invariant($"mean {mean:0.######}, standard deviation {StandardDeviation ?? 0:0.######}, n = {Count}");

    private void Include(double minimum, double maximum)
    {
        Minimum = Minimum is { } low ? Math.Min(low, minimum) : minimum;
        Maximum = Maximum is { } high ? Math.Max(high, maximum) : maximum;
    }

    // (n·Σx² − (Σx)²) / n in exact arithmetic until the last rounding: nothing cancels.
    private double SquareDeviations()
    {
        ExactSum numerator = new();
        foreach (double part in _squares.Parts)
        {
            numerator.AddProduct(Count, part);
        }

        IReadOnlyList<double> sum = _sum.Parts;
        foreach (double first in sum)
        {
            foreach (double second in sum)
            {
                numerator.AddProduct(-first, second);
            }
        }

        return Math.Max(0, numerator.Value / Count);
    }
}
