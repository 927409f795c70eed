namespace AfterSales.Domain.Satisfaction;

/// <summary>One question in the importance–performance picture.</summary>
/// <remarks>Equality is of all parts. This type is immutable.</remarks>
public sealed record ImportancePerformance : IFormattable
{
    private ImportancePerformance(string name, double importance, double performance, ImportanceQuadrant quadrant) =>
        (Name, Importance, Performance, Quadrant) = (name, importance, performance, quadrant);

    /// <summary>Gets the question's name.</summary>
    public string Name { get; }

    /// <summary>Gets its part of R², from 0 to 1.</summary>
    public double Importance { get; }

    /// <summary>Gets its mean from 0 (worst) to 100 (best).</summary>
    public double Performance { get; }

    /// <summary>Gets where it stands. The borders are the means of both, so a question is important or well rated beside the others, not by itself; on the border it counts as high.</summary>
    public ImportanceQuadrant Quadrant { get; }

    /// <summary>Places drivers by their importance and their points.</summary>
    /// <param name="analysis">The drivers.</param>
    /// <param name="points">The mean of each driver's question from 0 to 100, by its name.</param>
    /// <returns>One for each driver whose points are given; none when there is no analysis.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static IReadOnlyList<ImportancePerformance> Of(DriverAnalysis analysis, IReadOnlyDictionary<string, double> points)
    {
        ArgumentNullException.ThrowIfNull(analysis);
        ArgumentNullException.ThrowIfNull(points);
        SatisfactionDriver[] drivers = [.. analysis.Drivers.Where(driver => points.ContainsKey(driver.Name))];
        if (drivers.Length == 0)
        {
            return [];
        }

        double middleImportance = drivers.Average(driver => driver.Importance);
        double middlePoints = drivers.Average(driver => points[driver.Name]);
        return
        [
            .. drivers.Select(driver => new ImportancePerformance(
                driver.Name, driver.Importance, points[driver.Name], QuadrantOf(driver.Importance >= middleImportance, points[driver.Name] >= middlePoints))),
        ];
    }

    /// <summary>Returns name, place and both numbers.</summary>
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
        string advice = (Quadrant, chinese) switch
        {
            (ImportanceQuadrant.ConcentrateHere, true) => "优先改进",
            (ImportanceQuadrant.KeepUp, true) => "继续保持",
            (ImportanceQuadrant.LowPriority, true) => "次要改进",
            (ImportanceQuadrant.PossibleOverkill, true) => "可能投入过度",
            (ImportanceQuadrant.ConcentrateHere, false) => "concentrate here",
            (ImportanceQuadrant.KeepUp, false) => "keep it up",
            (ImportanceQuadrant.LowPriority, false) => "low priority",
            _ => "possible overkill",
        };
        return FormattableString.Invariant(chinese
            ? (FormattableString)$"{Name}：重要性 {100 * Importance:0.#} %，得分 {Performance:0.#}，{advice}"
            : $"{Name}: importance {100 * Importance:0.#} %, points {Performance:0.#}, {advice}");
    }

    private static ImportanceQuadrant QuadrantOf(bool isImportant, bool isGood) => isImportant
        ? isGood ? ImportanceQuadrant.KeepUp : ImportanceQuadrant.ConcentrateHere
        : isGood ? ImportanceQuadrant.PossibleOverkill : ImportanceQuadrant.LowPriority;
}
