namespace AfterSales.Domain.Tickets;

/// <summary>What can be wrong with a lifecycle's table.</summary>
/// <remarks>Codes are API; texts are not. Guards count as possible: a finding does not depend on data.</remarks>
public enum LifecycleFindingCode
{
    /// <summary>No way leads from the first state to this one.</summary>
    Unreachable,

    /// <summary>No way leads from this state to a closed one.</summary>
    CannotClose,

    /// <summary>In a waiting state nothing leads to another state.</summary>
    WaitsForever,

    /// <summary>A transition leaves a closed state; it would never fire.</summary>
    LeavesClosed,

    /// <summary>Two transitions by the same trigger can fire at once: a role may do both and no guards exclude each other.</summary>
    Ambiguous,
}
