namespace AfterSales.Domain.Routing;

/// <summary>What has to be covered when: every combination of the skills, regions and languages that it names, while a calendar is open (R27, R33).</summary>
/// <remarks>A dimension of which nothing is named is left open. This type is immutable; each verb returns a changed copy.</remarks>
public sealed class CoveragePlan
{
    /// <summary>The longest window: 366 days.</summary>
    public const int MaximumDays = 366;

    /// <summary>How many combinations a plan may have: 10,000.</summary>
    public const int MaximumNeeds = 10_000;

    private readonly (Skill Skill, int Level)[] _skills;
    private readonly string[] _regions;
    private readonly SpokenLanguage[] _languages;

    /// <summary>Makes a plan that asks only for somebody to be at work.</summary>
    /// <param name="window">The time to look at: with start and end, at most 366 days long.</param>
    /// <param name="hours">When it has to be covered.</param>
    /// <exception cref="ArgumentNullException"><paramref name="hours"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="window"/> has no start or no end, or is longer.</exception>
    public CoveragePlan(Interval window, BusinessCalendar hours)
        : this(window, hours, [], [], [])
    {
        ArgumentNullException.ThrowIfNull(hours);
        if (!window.HasStart || !window.HasEnd || window.Duration > Duration.FromDays(MaximumDays))
        {
            throw new ArgumentException("A window has a start and an end, at most 366 days apart.", nameof(window));
        }
    }

    private CoveragePlan(Interval window, BusinessCalendar hours, (Skill Skill, int Level)[] skills, string[] regions, SpokenLanguage[] languages)
    {
        Window = window;
        Hours = hours;
        _skills = skills;
        _regions = regions;
        _languages = languages;
    }

    /// <summary>Gets the time to look at: a half-open interval.</summary>
    public Interval Window { get; }

    /// <summary>Gets when it has to be covered.</summary>
    public BusinessCalendar Hours { get; }

    /// <summary>Gets every combination, in the order in which the parts were named.</summary>
    public IReadOnlyList<CoverageNeed> Needs =>
    [
        .. from skill in Open(_skills)
           from region in _regions.Length == 0 ? [null] : _regions.Cast<string?>()
           from language in Open(_languages)
           select new CoverageNeed(skill?.Skill, skill?.Level ?? 0, region, language),
    ];

    /// <summary>Returns a plan that also asks for a skill.</summary>
    /// <param name="skill">The skill.</param>
    /// <param name="minimumLevel">The lowest level that will do, from 1 to 5.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimumLevel"/> is outside 1 to 5.</exception>
    /// <exception cref="ArgumentException">There would be more than 10,000 combinations.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="skill"/> is the default value.</exception>
    public CoveragePlan Covering(Skill skill, int minimumLevel) =>
        Checked([.. _skills.Append((Skill.Named(skill.Name), Skill.CheckedLevel(minimumLevel, nameof(minimumLevel)))).Distinct()], _regions, _languages, nameof(skill));

    /// <summary>Returns a plan that also asks for regions.</summary>
    /// <param name="regions">The regions in the host's words.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="regions"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">One is empty or only white space, or there would be more than 10,000 combinations.</exception>
    public CoveragePlan In(params string[] regions)
    {
        ArgumentNullException.ThrowIfNull(regions);
        foreach (string region in regions)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(region, nameof(regions));
        }

        return Checked(_skills, [.. _regions.Concat(regions).Distinct(StringComparer.Ordinal)], _languages, nameof(regions));
    }

    /// <summary>Returns a plan that also asks for languages (R33).</summary>
    /// <param name="languages">The languages.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languages"/> is null.</exception>
    /// <exception cref="ArgumentException">There would be more than 10,000 combinations.</exception>
    /// <exception cref="InvalidOperationException">One is the default value.</exception>
    public CoveragePlan Speaking(params SpokenLanguage[] languages)
    {
        ArgumentNullException.ThrowIfNull(languages);
        return Checked(_skills, _regions, [.. _languages.Concat(languages.Select(language => SpokenLanguage.Named(language.Name))).Distinct()], nameof(languages));
    }

    private static IEnumerable<T?> Open<T>(T[] named)
        where T : struct => named.Length == 0 ? [null] : named.Select(one => (T?)one);

    private CoveragePlan Checked((Skill Skill, int Level)[] skills, string[] regions, SpokenLanguage[] languages, string parameterName)
    {
        long combinations = Math.Max(1L, skills.Length) * Math.Max(1, regions.Length) * Math.Max(1, languages.Length);
        return combinations <= MaximumNeeds
            ? new CoveragePlan(Window, Hours, skills, regions, languages)
            : throw new ArgumentException(FormattableString.Invariant($"There would be {combinations} combinations; at most {MaximumNeeds} are allowed."), parameterName);
    }
}
