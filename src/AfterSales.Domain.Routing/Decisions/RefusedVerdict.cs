namespace AfterSales.Domain.Routing;

/// <summary>A hard rule refused the technician.</summary>
public sealed class RefusedVerdict : CandidateVerdict
{
    internal RefusedVerdict(PersonId technician, Refusal refusal)
        : base(technician)
    {
        Rule = refusal.Rule;
        Reason = refusal.Reason;
    }

    /// <summary>Gets the first rule, in their order, that refused him.</summary>
    public HardRule Rule { get; }

    /// <summary>Gets why.</summary>
    public RoutingReason Reason { get; }

    private protected override string Text(bool chinese) => $"{(chinese ? "未通过：" : "refused: ")}{InLanguage(Reason, chinese)}";
}
