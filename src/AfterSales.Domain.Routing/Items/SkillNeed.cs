namespace AfterSales.Domain.Routing;

/// <summary>A skill that a work item asks for, with the lowest level that will do.</summary>
/// <remarks>
/// A need without a drop group is required and never dropped. One with a drop group is required until a relaxation step drops the group; from then on it only
/// scores. Two needs are equal when all three parts are. The default value asks for nothing; reading its skill's name throws. This type is immutable.
/// </remarks>
public readonly record struct SkillNeed
{
    internal SkillNeed(Skill skill, int minimumLevel, string? dropGroup)
    {
        Skill = skill;
        MinimumLevel = minimumLevel;
        DropGroup = dropGroup;
    }

    /// <summary>Gets the skill.</summary>
    public Skill Skill { get; }

    /// <summary>Gets the lowest level that will do, from 1 to 5.</summary>
    public int MinimumLevel { get; }

    /// <summary>Gets the name of the group that a relaxation step may drop; null when the skill is required for good.</summary>
    public string? DropGroup { get; }

    /// <summary>Returns skill and level, as in "compressor ≥ 3" or "compressor ≥ 3 (until comfort is dropped)".</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        FormattableString.Invariant($"{Skill} ≥ {MinimumLevel}{(DropGroup is null ? "" : $" (until {DropGroup} is dropped)")}");
}
