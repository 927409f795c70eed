namespace AfterSales.Domain.Statistics;

/// <summary>A range that contains the true value with a stated confidence, with both ends included.</summary>
/// <remarks>The ends are in the unit of the figure. Equality is of all four parts. This type is immutable.</remarks>
public readonly record struct ConfidenceInterval
{
    /// <summary>Makes an interval.</summary>
    /// <param name="lower">The lower end, included; finite.</param>
    /// <param name="upper">The upper end, included; finite and not below <paramref name="lower"/>.</param>
    /// <param name="level">The confidence.</param>
    /// <param name="method">By which method it was computed.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is NaN or infinite, or <paramref name="upper"/> lies below <paramref name="lower"/>.</exception>
    public ConfidenceInterval(double lower, double upper, ConfidenceLevel level, IntervalMethod method)
    {
        Finite.ThrowIfNot(lower, nameof(lower));
        Finite.ThrowIfNot(upper, nameof(upper));
        ArgumentOutOfRangeException.ThrowIfLessThan(upper, lower);
        Lower = lower;
        Upper = upper;
        Level = level;
        Method = method;
    }

    /// <summary>Gets the lower end, included.</summary>
    public double Lower { get; }

    /// <summary>Gets the upper end, included.</summary>
    public double Upper { get; }

    /// <summary>Gets the confidence.</summary>
    public ConfidenceLevel Level { get; }

    /// <summary>Gets by which method it was computed.</summary>
    public IntervalMethod Method { get; }

    /// <summary>Gets the upper end less the lower end.</summary>
    public double Width => Upper - Lower;

    /// <summary>Says whether a value lies in the range, both ends included.</summary>
    /// <param name="value">The value.</param>
    /// <returns>True when it does; never for NaN.</returns>
    public bool Contains(double value) => value >= Lower && value <= Upper;

    /// <summary>Wilson's score interval for a share that was estimated with an effective number of observations.</summary>
    /// <param name="share">The estimate, from 0 to 1.</param>
    /// <param name="effectiveN">
    /// The number of observations; for weighted samples (Σw)²/Σw² (Kish), for a sample from N units n·(N − 1)/(N − n). Positive and finite.
    /// </param>
    /// <param name="level">The confidence.</param>
    /// <returns>The interval, within 0 to 1. It contains the estimate; its lower end is exactly 0 for 0 and its upper end exactly 1 for 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> lies outside 0 to 1, or <paramref name="effectiveN"/> is not positive and finite.</exception>
    /// <remarks>E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927).</remarks>
    public static ConfidenceInterval Wilson(double share, double effectiveN, ConfidenceLevel level)
    {
        Finite.ThrowIfNotFraction(share, nameof(share));
        Finite.ThrowIfNotPositive(effectiveN, nameof(effectiveN));
        double z = level.Z;
        double z2 = z * z;
        double centre = share + (z2 / (2 * effectiveN));
        double half = z * Math.Sqrt(((share * (1 - share)) + (z2 / (4 * effectiveN))) / effectiveN);
        double divisor = 1 + (z2 / effectiveN);
        return OfShare((centre - half) / divisor, (centre + half) / divisor, share, level, IntervalMethod.Wilson);
    }

    /// <summary>Returns the range as in "95 % Wilson 0.84…0.902".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => FormattableString.Invariant($"{Level} {FigureText.Method(Method)} {Lower:0.######}…{Upper:0.######}");

    // Rounding may push an end past the estimate or past the bounds of a share by an ulp; both are put right here, for every method.
    internal static ConfidenceInterval OfShare(double lower, double upper, double share, ConfidenceLevel level, IntervalMethod method) => new(
        share <= 0 ? 0 : Math.Max(0, Math.Min(lower, share)),
        share >= 1 ? 1 : Math.Min(1, Math.Max(upper, share)),
        level,
        method);
}
