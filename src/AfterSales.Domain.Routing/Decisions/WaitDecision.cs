namespace AfterSales.Domain.Routing;

/// <summary>The item waits: somebody could get it once he is free or at work.</summary>
public sealed class WaitDecision : UnassignedDecision
{
    internal WaitDecision(CandidateTable table, WorkItem item, StepRules rules, Instant? until, RoutingReason? passedOver)
        : base(table, item, rules, passedOver) => Until = until;

    /// <summary>
    /// Gets when to ask again at the latest: the next relaxation step, the end of the queue's time, or the next time at which somebody with room comes to work;
    /// null when only freed capacity can help. Ask sooner when capacity is freed.
    /// </summary>
    public Instant? Until { get; }

    private protected override string Text(bool chinese)
    {
        string until = Until is { } known
            ? (chinese ? $"等待至 {RoutingWords.Text(known)}" : $"waits until {RoutingWords.Text(known)}")
            : (chinese ? "等待有人空闲" : "waits until somebody is free");
        return $"{until}{StepSuffix(chinese)}{(chinese ? "：" : ": ")}{MissingText(chinese)}";
    }
}
