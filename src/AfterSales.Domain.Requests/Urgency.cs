namespace AfterSales.Domain.Requests;

/// <summary>How long it can wait: the other side of the matrix that gives a priority (R03).</summary>
/// <remarks>Ordered from long to short.</remarks>
public enum Urgency
{
    /// <summary>It can wait.</summary>
    Low,

    /// <summary>Not for long.</summary>
    Medium,

    /// <summary>It cannot wait.</summary>
    High,
}
