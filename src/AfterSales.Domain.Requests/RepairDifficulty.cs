namespace AfterSales.Domain.Requests;

/// <summary>How hard the problem is to solve (R02).</summary>
/// <remarks>Ordered from easy to hard. The default value is <see cref="Unknown"/>.</remarks>
public enum RepairDifficulty
{
    /// <summary>Not assessed.</summary>
    Unknown,

    /// <summary>Anybody on the team can.</summary>
    Routine,

    /// <summary>It takes a specialist.</summary>
    Skilled,

    /// <summary>It takes several experts, or the maker.</summary>
    Expert,
}
