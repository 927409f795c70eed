namespace AfterSales.Domain.Satisfaction;

/// <summary>The numbers a customer may choose from, both ends included, and which end is the good one.</summary>
/// <remarks>Two scales are equal when all parts are. This type is immutable.</remarks>
public sealed record AnswerScale
{
    /// <summary>The largest number of points of a scale.</summary>
    public const int MaximumPoints = 101;

    /// <summary>Makes a scale whose upper end is the good one.</summary>
    /// <param name="worst">The lower end, included; from −1000.</param>
    /// <param name="best">The upper end, included; above <paramref name="worst"/>, at most 100 above it, at most 1000.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end lies outside −1000 to 1000, the ends are not in order, or the scale has more than 101 points.</exception>
    public AnswerScale(int worst, int best)
        : this(worst, best, isReversed: false, notApplicable: null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(worst, -1000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(best, 1000);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(best, worst);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(best, worst + MaximumPoints);
    }

    private AnswerScale(int minimum, int maximum, bool isReversed, int? notApplicable) =>
        (Minimum, Maximum, IsReversed, NotApplicable) = (minimum, maximum, isReversed, notApplicable);

    /// <summary>Gets 1 (worst) to 5 (best).</summary>
    public static AnswerScale OneToFive { get; } = new(1, 5);

    /// <summary>Gets 1 (worst) to 7 (best).</summary>
    public static AnswerScale OneToSeven { get; } = new(1, 7);

    /// <summary>Gets 0 (worst) to 10 (best).</summary>
    public static AnswerScale ZeroToTen { get; } = new(0, 10);

    /// <summary>Gets 1 (worst) to 10 (best).</summary>
    public static AnswerScale OneToTen { get; } = new(1, 10);

    /// <summary>Gets the lowest number, included.</summary>
    public int Minimum { get; }

    /// <summary>Gets the highest number, included.</summary>
    public int Maximum { get; }

    /// <summary>Gets whether the lowest number is the good end, as in "I had to wait too long: 1 (not at all) to 5 (very much)".</summary>
    public bool IsReversed { get; }

    /// <summary>Gets the number that means "does not apply", or null when the question has no such choice.</summary>
    public int? NotApplicable { get; }

    /// <summary>Gets how many numbers the scale has.</summary>
    public int Points => Maximum - Minimum + 1;

    /// <summary>Returns the scale with the other end as the good one.</summary>
    /// <returns>The changed copy.</returns>
    public AnswerScale Reversed() => new(Minimum, Maximum, !IsReversed, NotApplicable);

    /// <summary>Returns the scale with a number that means "does not apply".</summary>
    /// <param name="code">A number outside the scale, such as 0 or 9 or 99.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="code"/> lies on the scale, or outside −1000 to 1000.</exception>
    public AnswerScale WithNotApplicable(int code) => code is >= -1000 and <= 1000 && !Contains(code)
        ? new AnswerScale(Minimum, Maximum, IsReversed, code)
        : throw new ArgumentOutOfRangeException(
            nameof(code), code, FormattableString.Invariant($"Allowed are numbers from -1000 to 1000 that do not lie on the scale {Minimum} to {Maximum}."));

    /// <summary>Says whether a number lies on the scale; the one for "does not apply" does not.</summary>
    /// <param name="answer">The number.</param>
    /// <returns>True when it does.</returns>
    public bool Contains(int answer) => answer >= Minimum && answer <= Maximum;

    /// <summary>Returns an answer so that the highest number is the good end: on a reversed scale 2 of 1 to 5 becomes 4.</summary>
    /// <param name="answer">A number on the scale.</param>
    /// <returns>The answer, turned if need be.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="answer"/> does not lie on the scale.</exception>
    public int Upright(int answer) => !Contains(answer)
        ? throw new ArgumentOutOfRangeException(nameof(answer), answer, FormattableString.Invariant($"Allowed are {Minimum} to {Maximum}."))
        : IsReversed ? Minimum + Maximum - answer : answer;

    /// <summary>Returns the ends, as in "1–5", "5–1 (reversed)" or "1–5, 9 = does not apply".</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        string ends = IsReversed ? FormattableString.Invariant($"{Maximum}–{Minimum} (reversed)") : FormattableString.Invariant($"{Minimum}–{Maximum}");
        return NotApplicable is { } code ? FormattableString.Invariant($"{ends}, {code} = does not apply") : ends;
    }
}
