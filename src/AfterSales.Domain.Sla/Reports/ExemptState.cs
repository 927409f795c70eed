namespace AfterSales.Domain.Sla;

/// <summary>Deliberately without a deadline.</summary>
public sealed class ExemptState : ClockState
{
    internal ExemptState(NoDeadlineReason reason) => Reason = reason;

    /// <summary>Gets why.</summary>
    public NoDeadlineReason Reason { get; }

    internal override string Describe(bool chinese) => chinese ? $"无期限要求：{Reason:zh}" : $"no deadline: {Reason}";
}
