namespace AfterSales.Domain.Statistics;

/// <summary>Why there is no figure. It stands where a number would be meaningless: 0 of 0, the spread of one answer, the correlation with a constant.</summary>
/// <remarks>
/// A closed set, made by the members of this class. Two reasons are equal when code and numbers are. Prints "no figure: …" in English and, with the
/// format "zh", in Simplified Chinese. This type is immutable.
/// </remarks>
public sealed class NoFigure : IEquatable<NoFigure>, IFormattable
{
    private readonly string _english;
    private readonly string _chinese;

    private NoFigure(string code, long have, long needed, string english, string chinese)
    {
        Code = code;
        Have = have;
        Needed = needed;
        _english = english;
        _chinese = chinese;
    }

    /// <summary>Gets the reason that nothing was counted: 0 of 0.</summary>
    public static NoFigure NothingCounted { get; } = new("nothing-counted", 0, 1, "nothing was counted", "没有可统计的数据");

    /// <summary>Gets the reason that all values are equal, where a figure needs them to vary.</summary>
    public static NoFigure NoVariation { get; } = new("no-variation", 0, 0, "all values are equal", "所有取值都相同");

    /// <summary>Gets the reason that the weights sum to zero.</summary>
    public static NoFigure NoWeight { get; } = new("no-weight", 0, 0, "all weights are zero", "所有权重均为零");

    /// <summary>Gets the reason that some predictors say the same as others, so that their parts cannot be told from one another.</summary>
    public static NoFigure Collinear { get; } =
        new("collinear", 0, 0, "some predictors are combinations of the others", "部分自变量是其他自变量的线性组合");

    /// <summary>Gets a name for programs: nothing-counted, too-few, below-minimum, all-left-out, no-variation, no-weight, too-many-predictors or collinear. Codes are API.</summary>
    public string Code { get; }

    /// <summary>Gets how many there are, where the reason counts; else 0.</summary>
    public long Have { get; }

    /// <summary>Gets how many there would have to be, where the reason counts; else 0.</summary>
    public long Needed { get; }

    /// <summary>There are fewer observations than the formula needs.</summary>
    /// <param name="have">How many there are; not negative, less than <paramref name="needed"/>.</param>
    /// <param name="needed">How many the formula needs.</param>
    /// <returns>The reason.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="have"/> is negative or not less than <paramref name="needed"/>.</exception>
    public static NoFigure TooFew(long have, long needed)
    {
        ThrowIfNotShort(have, needed);
        return new NoFigure(
            "too-few",
            have,
            needed,
            FormattableString.Invariant($"there {(have == 1 ? "is" : "are")} {have}, at least {needed} are needed"),
            FormattableString.Invariant($"只有 {have} 个，至少需要 {needed} 个"));
    }

    /// <summary>There are fewer observations than the smallest group that may be shown.</summary>
    /// <param name="have">How many there are; not negative, less than <paramref name="minimum"/>.</param>
    /// <param name="minimum">From how many on a group is shown.</param>
    /// <returns>The reason.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="have"/> is negative or not less than <paramref name="minimum"/>.</exception>
    public static NoFigure BelowMinimum(long have, long minimum)
    {
        ThrowIfNotShort(have, minimum);
        return new NoFigure(
            "below-minimum",
            have,
            minimum,
            FormattableString.Invariant($"a group of {have} is not shown, only groups from {minimum} on"),
            FormattableString.Invariant($"本组只有 {have} 个，少于 {minimum} 个的组不予显示"));
    }

    /// <summary>There were observations, and every one was left out.</summary>
    /// <param name="leftOut">How many were left out; at least 1.</param>
    /// <returns>The reason.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="leftOut"/> is not positive.</exception>
    public static NoFigure AllLeftOut(long leftOut)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(leftOut);
        return new NoFigure(
            "all-left-out", leftOut, 0, FormattableString.Invariant($"all {leftOut} were left out"), FormattableString.Invariant($"全部 {leftOut} 个均被排除"));
    }

    /// <summary>A regression has too many predictors for its observations.</summary>
    /// <param name="observations">How many complete observations there are; not negative.</param>
    /// <param name="predictors">How many predictors there are; a regression needs at least two observations more than predictors.</param>
    /// <returns>The reason.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="observations"/> is negative or at least <paramref name="predictors"/> + 2.</exception>
    public static NoFigure TooManyPredictors(long observations, int predictors)
    {
        long needed = predictors + 2L;
        ThrowIfNotShort(observations, needed);
        return new NoFigure(
            "too-many-predictors",
            observations,
            needed,
            FormattableString.Invariant($"{predictors} predictors need at least {needed} complete answers, there are {observations}"),
            FormattableString.Invariant($"{predictors} 个自变量至少需要 {needed} 份完整答卷，现有 {observations} 份"));
    }

    /// <summary>Says whether code and numbers are equal.</summary>
    /// <param name="other">The other reason.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(NoFigure? other) =>
        other is not null && string.Equals(_english, other._english, StringComparison.Ordinal) && string.Equals(Code, other.Code, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NoFigure);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_english);

    /// <summary>Returns the English sentence, as in "no figure: nothing was counted".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the sentence.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        TextLanguage.IsChinese(format) ? $"无法给出数值：{_chinese}" : $"no figure: {_english}";

    private static void ThrowIfNotShort(long have, long needed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(have);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(have, needed);
    }
}
