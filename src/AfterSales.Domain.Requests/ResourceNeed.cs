namespace AfterSales.Domain.Requests;

/// <summary>What solving the problem takes (R02).</summary>
/// <remarks>Ordered from little to much. The default value is <see cref="Unknown"/>.</remarks>
public enum ResourceNeed
{
    /// <summary>Not assessed.</summary>
    Unknown,

    /// <summary>What the team has with it.</summary>
    OnHand,

    /// <summary>Parts or tools that must be ordered.</summary>
    Ordered,

    /// <summary>What has to be bought, hired or made.</summary>
    Exceptional,
}
