namespace AfterSales.Domain.Routing;

/// <summary>Something that somebody has to be there for: a skill, in a region, in a language; each part may be left open.</summary>
/// <remarks>Two needs are equal when all parts are. The default value asks only that somebody is at work. This type is immutable.</remarks>
public readonly record struct CoverageNeed
{
    internal CoverageNeed(Skill? skill, int minimumLevel, string? region, SpokenLanguage? language)
    {
        Skill = skill;
        MinimumLevel = minimumLevel;
        Region = region;
        Language = language;
    }

    /// <summary>Gets the skill, or null.</summary>
    public Skill? Skill { get; }

    /// <summary>Gets the lowest level of the skill that will do, from 1 to 5; 0 without a skill.</summary>
    public int MinimumLevel { get; }

    /// <summary>Gets the region, or null.</summary>
    public string? Region { get; }

    /// <summary>Gets the language, or null.</summary>
    public SpokenLanguage? Language { get; }

    /// <summary>Returns the parts, as in "compressor ≥ 3, Pudong, yue".</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        string?[] parts = [Skill is { } skill ? FormattableString.Invariant($"{skill} ≥ {MinimumLevel}") : null, Region, Language?.Name];
        string text = string.Join(", ", parts.OfType<string>());
        return text.Length == 0 ? "anybody" : text;
    }

    internal bool IsMetBy(Technician technician) =>
        (Skill is not { } skill || technician.LevelOf(skill) >= MinimumLevel)
        && (Region is not { } region || technician.ServesEverywhere || Array.IndexOf(technician.RegionArray, region) >= 0)
        && (Language is not { } language || technician.Speaks(language));
}
