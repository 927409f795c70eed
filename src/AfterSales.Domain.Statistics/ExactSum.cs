namespace AfterSales.Domain.Statistics;

/// <summary>The sum of doubles without rounding error: it does not depend on the order, so parts of any split merge to the sum of the whole, bit for bit.</summary>
/// <remarks>
/// The sum is kept as an expansion of doubles that do not overlap (J. R. Shewchuk, Adaptive precision floating-point arithmetic, 1997) and rounded once,
/// when it is read. Takes a few such parts, whatever the number of summands. This type is mutable and not thread-safe; use one per thread and merge.
/// </remarks>
public sealed class ExactSum
{
    /// <summary>The largest size of a summand, so that no sum of 2⁶³ of them overflows.</summary>
    public const double MaximumSize = 1e280;

    // A product is split without overflow up to here.
    private const double Splitter = 134_217_729;

    private double[] _parts = new double[4];
    private int _count;

    /// <summary>Gets the sum, rounded once to the nearest double.</summary>
    public double Value
    {
        get
        {
            if (_count == 0)
            {
                return 0;
            }

            int i = _count - 1;
            double high = _parts[i];
            double low = 0;
            while (i > 0)
            {
                double x = high;
                double y = _parts[--i];
                high = x + y;
                low = y - (high - x);
                if (low != 0)
                {
                    break;
                }
            }

            // Half an ulp is broken by the sign of what lies below it, as in Python's fsum.
            if (i > 0 && ((low < 0 && _parts[i - 1] < 0) || (low > 0 && _parts[i - 1] > 0)))
            {
                double twice = low * 2;
                double rounded = high + twice;
                if (rounded - high == twice)
                {
                    high = rounded;
                }
            }

            return high;
        }
    }

    /// <summary>Gets doubles that add up to the sum exactly, for storage; <see cref="From"/> makes the sum of them.</summary>
    public IReadOnlyList<double> Parts => [.. _parts.AsSpan(0, _count)];

    /// <summary>Adds a number.</summary>
    /// <param name="value">At most <see cref="MaximumSize"/> in size.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is NaN, infinite or larger.</exception>
    public void Add(double value)
    {
        if (!(Math.Abs(value) <= MaximumSize))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "Allowed are numbers of at most 1e280 in size.");
        }

        AddChecked(value);
    }

    /// <summary>Adds all that another sum has; the other one stays as it is.</summary>
    /// <param name="other">The other sum.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public void Merge(ExactSum other)
    {
        ArgumentNullException.ThrowIfNull(other);
        double[] parts = other._parts;
        int count = other._count;
        if (ReferenceEquals(this, other))
        {
            parts = (double[])parts.Clone();
        }

        for (int i = 0; i < count; i++)
        {
            AddChecked(parts[i]);
        }
    }

    /// <summary>Returns the rounded sum.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => FormattableString.Invariant($"{Value:R}");

    /// <summary>Makes the sum of numbers, such as <see cref="Parts"/> that were stored.</summary>
    /// <param name="parts">Each at most <see cref="MaximumSize"/> in size.</param>
    /// <returns>The exact sum.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is NaN, infinite or larger.</exception>
    public static ExactSum From(IEnumerable<double> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ExactSum sum = new();
        foreach (double part in parts)
        {
            sum.Add(part);
        }

        return sum;
    }

    /// <summary>Adds a product without rounding it; both factors are at most 1e200 in size, and it is at most <see cref="MaximumSize"/>.</summary>
    internal void AddProduct(double a, double b)
    {
        double product = a * b;
        double at = Splitter * a;
        double ah = at - (at - a);
        double al = a - ah;
        double bt = Splitter * b;
        double bh = bt - (bt - b);
        double bl = b - bh;
        AddChecked(product);
        AddChecked((al * bl) - (((product - (ah * bh)) - (al * bh)) - (ah * bl)));
    }

    private void AddChecked(double value)
    {
        double x = value;
        int kept = 0;
        for (int j = 0; j < _count; j++)
        {
            double y = _parts[j];
            double high = x + y;
            double low = Math.Abs(x) < Math.Abs(y) ? x - (high - y) : y - (high - x);
            if (low != 0)
            {
                _parts[kept++] = low;
            }

            x = high;
        }

        if (kept == _parts.Length)
        {
            Array.Resize(ref _parts, kept * 2);
        }

        _parts[kept] = x;
        _count = kept + 1;
    }
}
