namespace AfterSales.Domain.Routing;

/// <summary>What a technician's score for an item is made of; each part is worth 0 to 1,000 times its weight.</summary>
/// <remarks>The order is that of printing, and decides which part is named when two speak equally for a winner.</remarks>
public enum ScorePart
{
    /// <summary>
    /// How far his levels surpass what the item asks for. Each skill at or above its minimum counts 1 + min(level − minimum, cap) of cap + 1 steps; with n skills
    /// a step is worth ⌊1000 / (n × (cap + 1))⌋.
    /// </summary>
    SkillSurplus,

    /// <summary>The spare ratio: ⌊1000 × (capacity − load) / capacity⌋, and 0 when he carries more than he can.</summary>
    Spare,

    /// <summary>
    /// How near he is: 1000 − ⌊1000 × distance / range⌋ from his base to the item's point, 0 beyond the range; without both points ⌊1000 / (1 + ring)⌋ by the nearest
    /// region that he serves; without either 0.
    /// </summary>
    Proximity,

    /// <summary>The preferred languages and dialects that he speaks (R15): ⌊1000 / n⌋ for each of n.</summary>
    Language,

    /// <summary>1,000 when he worked on it last.</summary>
    SameTechnician,

    /// <summary>His cases of the product line (R15): ⌊1000 × cases / full⌋, at most 1,000.</summary>
    ProductHistory,

    /// <summary>1,000 for the lowest grade that the severity is staffed with, 200 less for each grade above it: who is over-qualified loses.</summary>
    GradeFit,

    /// <summary>1,000 for own staff, ten times the assessment for a provider's (R17).</summary>
    Provider,

    /// <summary>
    /// How long he can work on it before it is due or his hours end, whichever comes first: ⌊1000 × that / range⌋, at most 1,000; an item that is not due gives 0.
    /// </summary>
    Slack,
}
