namespace AfterSales.Domain.Routing;

/// <summary>Nobody is eligible and no rung of the fallback ladder applies; <see cref="UnassignedDecision.Missing"/> says what is missing.</summary>
public sealed class NobodyDecision : UnassignedDecision
{
    internal NobodyDecision(CandidateTable table, WorkItem item, StepRules rules, RoutingReason? passedOver)
        : base(table, item, rules, passedOver)
    {
    }

    private protected override string Text(bool chinese) =>
        $"{(chinese ? "无人可承接" : "nobody is eligible")}{StepSuffix(chinese)}{(chinese ? "：" : ": ")}{MissingText(chinese)}";
}
