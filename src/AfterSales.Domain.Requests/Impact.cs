namespace AfterSales.Domain.Requests;

/// <summary>How much is affected: the one side of the matrix that gives a priority (R03).</summary>
/// <remarks>Ordered from little to much.</remarks>
public enum Impact
{
    /// <summary>One person, mildly.</summary>
    Low,

    /// <summary>A main function, or several people.</summary>
    Medium,

    /// <summary>The whole product, a safety hazard, or many people.</summary>
    High,
}
