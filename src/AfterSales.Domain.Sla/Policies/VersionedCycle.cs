namespace AfterSales.Domain.Sla;

/// <summary>A cycle and the version of the policy that judges it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class VersionedCycle
{
    internal VersionedCycle(SlaPolicy policy, SlaCycle cycle)
    {
        Policy = policy;
        Cycle = cycle;
    }

    /// <summary>Gets the version that was in force when the cycle started.</summary>
    public SlaPolicy Policy { get; }

    /// <summary>Gets the cycle.</summary>
    public SlaCycle Cycle { get; }

    /// <summary>Returns the version and the cycle.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"v{Policy.Version} {Cycle}";
}
