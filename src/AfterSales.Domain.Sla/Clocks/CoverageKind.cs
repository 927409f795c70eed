namespace AfterSales.Domain.Sla;

/// <summary>Whether an objective sets a deadline for a request.</summary>
internal enum CoverageKind : byte
{
    /// <summary>The objective is not for such requests: there is no clock and nothing to say.</summary>
    OutOfScope,

    /// <summary>It is, but no target holds, or the target's calendar is unknown.</summary>
    NotCovered,

    /// <summary>Deliberately no deadline.</summary>
    Exempt,

    /// <summary>A target with a rule and a calendar.</summary>
    Covered,
}
