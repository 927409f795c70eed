using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>Ranks groups, such as technicians, by the lower end of their interval: what they have shown, not what they may have had luck with.</summary>
/// <remarks>This type is thread-safe: it holds no state.</remarks>
public static class GroupRanking
{
    /// <summary>Ranks groups by the lower Wilson bound, best first.</summary>
    /// <param name="groups">The groups by name.</param>
    /// <param name="level">The confidence.</param>
    /// <param name="minimum">From how many observations on a group is shown; smaller ones come last, without a figure; 0 shows all.</param>
    /// <returns>All groups, each once: the shown ones by lower bound descending, then the others; equal ones by name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="groups"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is negative.</exception>
    public static IReadOnlyList<KeyValuePair<string, Figure>> ByLowerBound(IEnumerable<KeyValuePair<string, Share>> groups, ConfidenceLevel level, long minimum)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentOutOfRangeException.ThrowIfNegative(minimum);
        return
        [
            .. groups
                .Select(group => new KeyValuePair<string, Figure>(group.Key, group.Value.ToFigure(level).ShownFrom(minimum)))
                .OrderByDescending(group => group.Value.Interval?.Lower ?? -1)
                .ThenBy(group => group.Key, StringComparer.Ordinal),
        ];
    }
}
