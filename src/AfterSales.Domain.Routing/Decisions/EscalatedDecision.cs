namespace AfterSales.Domain.Routing;

/// <summary>A rung of the fallback ladder takes the item: a supervisor decides, somebody on call is called, or a provider gets it.</summary>
public sealed class EscalatedDecision : UnassignedDecision
{
    internal EscalatedDecision(CandidateTable table, WorkItem item, StepRules rules, FallbackKind rung, Technician to, RoutingReason? passedOver)
        : base(table, item, rules, passedOver)
    {
        Rung = rung;
        To = to;
    }

    /// <summary>Gets the rung: supervisor, on-call or provider.</summary>
    public FallbackKind Rung { get; }

    /// <summary>Gets to whom. A supervisor decides and need not fulfil the hard rules; whoever is on call, or of a provider, fulfils all but the one that his rung stands for.</summary>
    public Technician To { get; }

    private protected override string Text(bool chinese) => chinese
        ? $"升级至{RoutingWords.Chinese(Rung)} {To.Id}{StepSuffix(chinese)}：{MissingText(chinese)}"
        : $"escalated to {RoutingWords.English(Rung)} {To.Id}{StepSuffix(chinese)}: {MissingText(chinese)}";
}
