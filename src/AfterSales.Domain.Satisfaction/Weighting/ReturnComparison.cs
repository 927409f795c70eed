using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>Who answered, compared with who could have: the return rate of each stratum, and whether the answers still look like the customers.</summary>
/// <remarks>Strata that differ are the reason to weight; strata that answered alike are no proof of missing bias. Equality is by reference. This type is immutable.</remarks>
public sealed class ReturnComparison : IFormattable
{
    private ReturnComparison(IReadOnlyList<KeyValuePair<string, Share>> returned, Share total, double? statistic, double? pValue, NoFigure? missing) =>
        (ReturnedByStratum, Total, Statistic, PValue, Missing) = (returned, total, statistic, pValue, missing);

    /// <summary>Gets answers out of customers for each stratum, in the order given.</summary>
    public IReadOnlyList<KeyValuePair<string, Share>> ReturnedByStratum { get; }

    /// <summary>Gets answers out of customers in all.</summary>
    public Share Total { get; }

    /// <summary>Gets Pearson's chi-square of homogeneity, or null when it cannot be computed.</summary>
    public double? Statistic { get; }

    /// <summary>Gets how often chance alone would make the return rates differ so much, or null when it cannot be computed.</summary>
    public double? PValue { get; }

    /// <summary>Gets why there is no test, or null when there is one.</summary>
    public NoFigure? Missing { get; }

    /// <summary>Compares the return rates of strata.</summary>
    /// <param name="strata">Answers out of customers of each stratum, by its name.</param>
    /// <returns>The comparison.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="strata"/> is null.</exception>
    public static ReturnComparison Of(IEnumerable<KeyValuePair<string, Share>> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        KeyValuePair<string, Share>[] all = [.. strata];
        Share total = Share.Sum(all.Select(one => one.Value));
        Share[] counted = [.. all.Select(one => one.Value).Where(share => share.Count > 0)];
        NoFigure? missing = total.Missing
            ?? (counted.Length < 2 ? NoFigure.TooFew(counted.Length, 2) : total.Successes == 0 || total.Failures == 0 ? NoFigure.NoVariation : null);
        if (missing is not null)
        {
            return new ReturnComparison(all, total, null, null, missing);
        }

        double rate = total.Value!.Value;
        double statistic = counted.Sum(share => (share.Successes - (share.Count * rate)) * (share.Successes - (share.Count * rate)) / (share.Count * rate * (1 - rate)));
        return new ReturnComparison(all, total, statistic, ChiSquare.UpperTail(statistic, counted.Length - 1), null);
    }

    /// <summary>Returns the rates and the test.</summary>
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
        string test = Missing?.ToString(format, formatProvider) ?? FormattableString.Invariant($"{(chinese ? "卡方" : "chi-square")} {Statistic:0.##}, {FigureText.PValue(PValue!.Value)}");
        return chinese ? $"回收 {Total.ToString(format, formatProvider)}；{test}" : $"{Total} returned; {test}";
    }
}
