namespace AfterSales.Domain.Routing;

/// <summary>What a technician must fulfil to get an item at all, in the order in which it is asked: the first refusal is the reason.</summary>
public enum HardRule
{
    /// <summary>He works at this instant: his hours are open and he is not on leave. Never dropped.</summary>
    AtWork,

    /// <summary>The item does not exclude him. Never dropped.</summary>
    NotExcluded,

    /// <summary>His grade is one that the severity is staffed with (R14). A step may add the grade above.</summary>
    Grade,

    /// <summary>He has every required skill at its level, and the preferred ones until their group is dropped. Required ones are never dropped.</summary>
    Skills,

    /// <summary>He speaks every required language. Never dropped.</summary>
    Languages,

    /// <summary>He serves the region or the point. A step may add the next ring of regions.</summary>
    Place,

    /// <summary>His free units hold the item, and the limit of intake lets him take one more. Never dropped.</summary>
    Capacity,

    /// <summary>If he works for a provider: outsourcing is allowed, the contract is valid, there is quota left, and the assessment is good enough (R17).</summary>
    Provider,
}
