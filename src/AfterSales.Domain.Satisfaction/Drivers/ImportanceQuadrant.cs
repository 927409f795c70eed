namespace AfterSales.Domain.Satisfaction;

/// <summary>Where a question stands when importance is drawn against performance (J. A. Martilla, J. C. James, Journal of Marketing 41 (1977) 77–79).</summary>
public enum ImportanceQuadrant
{
    /// <summary>Important and rated low: act here first.</summary>
    ConcentrateHere,

    /// <summary>Important and rated high: keep up the good work.</summary>
    KeepUp,

    /// <summary>Unimportant and rated low: low priority.</summary>
    LowPriority,

    /// <summary>Unimportant and rated high: possible overkill.</summary>
    PossibleOverkill,
}
