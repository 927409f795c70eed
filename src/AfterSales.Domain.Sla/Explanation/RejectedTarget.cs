using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Sla;

/// <summary>A target that stands above the one that holds, and the first part of its condition that failed.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RejectedTarget
{
    internal RejectedTarget(Target target, RequestCondition failed)
    {
        Target = target;
        Failed = failed;
    }

    /// <summary>Gets the target.</summary>
    public Target Target { get; }

    /// <summary>Gets the first part of its condition that does not hold for the request.</summary>
    public RequestCondition Failed { get; }

    /// <summary>Returns the target's name and what failed.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Target.Name}: not {Failed}";
}
