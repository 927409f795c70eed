namespace AfterSales.Domain.Statistics;

/// <summary>A number with what it rests on: how many observations, the interval, or the reason why there is no number.</summary>
/// <remarks>
/// Either <see cref="Value"/> or <see cref="Missing"/> is null, never both and never none; the value is finite. Equality is of all parts. This type is
/// immutable. The interval may be missing beside a value where none can be computed (one observation, all counted, a method without one).
/// </remarks>
public sealed class Figure : IEquatable<Figure>, IFormattable
{
    private Figure(double? value, FigureUnit unit, long count, ConfidenceInterval? interval, NoFigure? missing)
    {
        Value = value;
        Unit = unit;
        Count = count;
        Interval = interval;
        Missing = missing;
    }

    /// <summary>Gets the number in its unit (shares from 0 to 1), or null when there is none.</summary>
    public double? Value { get; }

    /// <summary>Gets what the number means.</summary>
    public FigureUnit Unit { get; }

    /// <summary>Gets how many observations it rests on.</summary>
    public long Count { get; }

    /// <summary>Gets the interval in the unit of the number, or null when there is none.</summary>
    public ConfidenceInterval? Interval { get; }

    /// <summary>Gets why there is no number, or null when there is one.</summary>
    public NoFigure? Missing { get; }

    /// <summary>Makes a figure without an interval.</summary>
    /// <param name="value">The number; finite.</param>
    /// <param name="unit">What it means.</param>
    /// <param name="count">How many observations it rests on; not negative.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite, or <paramref name="count"/> is negative.</exception>
    public static Figure Of(double value, FigureUnit unit, long count) => Of(value, unit, count, null);

    /// <summary>Makes a figure.</summary>
    /// <param name="value">The number; finite.</param>
    /// <param name="unit">What it means.</param>
    /// <param name="count">How many observations it rests on; not negative.</param>
    /// <param name="interval">The interval in the same unit, or null for none.</param>
    /// <returns>The figure.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not finite, or <paramref name="count"/> is negative.</exception>
    public static Figure Of(double value, FigureUnit unit, long count, ConfidenceInterval? interval)
    {
        Finite.ThrowIfNot(value, nameof(value));
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new Figure(value, unit, count, interval, null);
    }

    /// <summary>Makes the statement that there is no number.</summary>
    /// <param name="because">Why.</param>
    /// <param name="unit">What the number would have meant.</param>
    /// <param name="count">How many observations there were; not negative.</param>
    /// <returns>The figure without a number.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="because"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static Figure None(NoFigure because, FigureUnit unit, long count)
    {
        ArgumentNullException.ThrowIfNull(because);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return new Figure(null, unit, count, null, because);
    }

    /// <summary>Returns this figure, or the statement that the group is too small to be shown.</summary>
    /// <param name="minimum">From how many observations on a group is shown; 0 shows all.</param>
    /// <returns>This figure when it rests on at least so many or has no number anyway.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is negative.</exception>
    public Figure ShownFrom(long minimum)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minimum);
        return Missing is null && Count < minimum ? None(NoFigure.BelowMinimum(Count, minimum), Unit, Count) : this;
    }

    /// <summary>Says whether all parts are equal.</summary>
    /// <param name="other">The other figure.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(Figure? other) =>
        other is not null && Nullable.Equals(Value, other.Value) && Unit == other.Unit && Count == other.Count && Nullable.Equals(Interval, other.Interval)
        && Equals(Missing, other.Missing);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Figure);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Unit, Count, Interval, Missing);

    /// <summary>Returns the figure in English, as in "87.4 % (95 % Wilson 83.8–90.2, n = 412)" or "no figure: nothing was counted (n = 0)".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the figure with its interval and its number of observations.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        string count = FormattableString.Invariant($"n = {Count}");
        if (Missing is not null)
        {
            return chinese ? $"{Missing.ToString("zh", null)}（{count}）" : $"{Missing} ({count})";
        }

        string range = Interval is not { } interval ? ""
            : chinese ? $"{interval.Level} 置信区间（{FigureText.Method(interval.Method, chinese)}）{Text(interval.Lower)}–{Text(interval.Upper)}，"
            : $"{interval.Level} {FigureText.Method(interval.Method)} {Text(interval.Lower)}–{Text(interval.Upper)}, ";
        string value = Text(Value!.Value) + (Unit == FigureUnit.Share ? " %" : "");
        return chinese ? $"{value}（{range}{count}）" : $"{value} ({range}{count})";
    }

    private string Text(double value) => Unit switch
    {
        FigureUnit.Share => FigureText.Percent(value),
        FigureUnit.Points => FigureText.Points(value),
        _ => FigureText.Number(value),
    };
}
