using System.Globalization;

namespace AfterSales.Domain.Statistics;

/// <summary>How often an interval made by the same method would contain the true value: one of nine levels from 80 % to 99.9 %.</summary>
/// <remarks>
/// A closed set, so that every level carries its standard normal quantile to full double precision and no inverse normal function is needed.
/// The default value is 95 %. Two levels are equal when their percentages are. This type is immutable.
/// </remarks>
public readonly record struct ConfidenceLevel : IComparable<ConfidenceLevel>
{
    // The default value of the struct, index 0, is the default level.
    private static readonly decimal[] Percents = [95m, 80m, 85m, 90m, 98m, 99m, 99.5m, 99.8m, 99.9m];

    // Φ⁻¹((1 + level) / 2), computed to 40 digits and rounded to the nearest double.
    private static readonly double[] Quantiles =
    [
        1.9599639845400543, 1.2815515655446004, 1.439531470938456, 1.6448536269514726, 2.326347874040841, 2.575829303548901, 2.8070337683438042,
        3.0902323061678136, 3.290526731491895,
    ];

    private readonly byte _index;

    private ConfidenceLevel(byte index) => _index = index;

    /// <summary>Gets 80 %.</summary>
    public static ConfidenceLevel Percent80 { get; } = new(1);

    /// <summary>Gets 85 %.</summary>
    public static ConfidenceLevel Percent85 { get; } = new(2);

    /// <summary>Gets 90 %.</summary>
    public static ConfidenceLevel Percent90 { get; } = new(3);

    /// <summary>Gets 95 %, the default.</summary>
    public static ConfidenceLevel Percent95 { get; } = new(0);

    /// <summary>Gets 98 %.</summary>
    public static ConfidenceLevel Percent98 { get; } = new(4);

    /// <summary>Gets 99 %.</summary>
    public static ConfidenceLevel Percent99 { get; } = new(5);

    /// <summary>Gets 99.5 %.</summary>
    public static ConfidenceLevel Percent99Point5 { get; } = new(6);

    /// <summary>Gets 99.8 %.</summary>
    public static ConfidenceLevel Percent99Point8 { get; } = new(7);

    /// <summary>Gets 99.9 %.</summary>
    public static ConfidenceLevel Percent99Point9 { get; } = new(8);

    /// <summary>Gets the nine levels, ascending.</summary>
    public static IReadOnlyList<ConfidenceLevel> All { get; } =
        [Percent80, Percent85, Percent90, Percent95, Percent98, Percent99, Percent99Point5, Percent99Point8, Percent99Point9];

    /// <summary>Gets the level in percent, as in 99.5.</summary>
    public decimal Percent => Percents[_index];

    /// <summary>Gets the level as a fraction, as in 0.995.</summary>
    public double Fraction => (double)(Percents[_index] / 100m);

    /// <summary>Gets the probability outside a two-sided interval, as in 0.005.</summary>
    public double Alpha => (double)((100m - Percents[_index]) / 100m);

    /// <summary>Gets the two-sided standard normal quantile: 1.95996… for 95 %.</summary>
    public double Z => Quantiles[_index];

    /// <summary>Returns the level of this percentage.</summary>
    /// <param name="percent">80, 85, 90, 95, 98, 99, 99.5, 99.8 or 99.9.</param>
    /// <returns>The level.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="percent"/> is none of these.</exception>
    public static ConfidenceLevel OfPercent(decimal percent)
    {
        int index = Array.IndexOf(Percents, percent);
        return index >= 0
            ? new ConfidenceLevel((byte)index)
            : throw new ArgumentOutOfRangeException(nameof(percent), percent, "Allowed are 80, 85, 90, 95, 98, 99, 99.5, 99.8 and 99.9.");
    }

    /// <summary>Orders levels by their percentage.</summary>
    /// <param name="other">The other level.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(ConfidenceLevel other) => Percent.CompareTo(other.Percent);

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator <(ConfidenceLevel left, ConfidenceLevel right) => left.CompareTo(right) < 0;

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator >(ConfidenceLevel left, ConfidenceLevel right) => left.CompareTo(right) > 0;

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator <=(ConfidenceLevel left, ConfidenceLevel right) => left.CompareTo(right) <= 0;

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator >=(ConfidenceLevel left, ConfidenceLevel right) => left.CompareTo(right) >= 0;

    /// <summary>Returns the level as in "99.5 %".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => Percent.ToString(CultureInfo.InvariantCulture) + " %";
}
