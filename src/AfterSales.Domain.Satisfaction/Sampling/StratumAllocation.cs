namespace AfterSales.Domain.Satisfaction;

/// <summary>How many customers of a stratum are asked.</summary>
/// <remarks>Equality is of all parts. This type is immutable.</remarks>
public sealed record StratumAllocation : IFormattable
{
    internal StratumAllocation(Stratum stratum, double exact, long size)
    {
        Stratum = stratum;
        Exact = exact;
        Size = size;
    }

    /// <summary>Gets the stratum.</summary>
    public Stratum Stratum { get; }

    /// <summary>Gets the number before rounding and before any cap.</summary>
    public double Exact { get; }

    /// <summary>Gets how many are asked; never more than the stratum has.</summary>
    public long Size { get; }

    /// <summary>Gets whether nobody of the stratum is asked. Such strata are reported, never dropped in silence.</summary>
    public bool IsEmpty => Size == 0;

    /// <summary>Returns the number, as in "east: 143 of 4421".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the same in a language.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => FormattableString.Invariant(TextLanguage.IsChinese(format)
        ? (FormattableString)$"{Stratum.Name}：{Stratum.Population} 中抽 {Size}{(IsEmpty ? "，无人被调查" : "")}"
        : $"{Stratum.Name}: {Size} of {Stratum.Population}{(IsEmpty ? ", nobody asked" : "")}");
}
