namespace AfterSales.Domain.Sla;

/// <summary>The objective is for such requests, but no target holds or its calendar is unknown: a gap in the policy.</summary>
public sealed class NotCoveredState : ClockState
{
    internal NotCoveredState(NoDeadlineReason reason) => Reason = reason;

    /// <summary>Gets why.</summary>
    public NoDeadlineReason Reason { get; }

    internal override string Describe(bool chinese) => chinese ? $"未覆盖：{Reason:zh}" : $"not covered: {Reason}";
}
