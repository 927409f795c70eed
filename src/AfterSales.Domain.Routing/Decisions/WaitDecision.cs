namespace AfterSales.Domain.Routing;

/// <summary>The item waits: somebody could get it once he is free or at work.</summary>
public sealed class WaitDecision : UnassignedDecision
{
    private readonly FallbackRung _queue;
    private readonly Room _room;

    internal WaitDecision(CandidateTable table, WorkItem item, StepRules rules, FallbackRung queue, Room room, RoutingReason? passedOver)
        : base(table, item, rules, passedOver)
    {
        _queue = queue;
        _room = room;
    }

    /// <summary>
    /// Gets when to ask again at the latest: the next relaxation step, the end of the queue's time, or the next time at which somebody with room comes to work or may be given
    /// one more under the limit of intake; null when only freed capacity can help. Ask sooner when capacity is freed. In a batch, room is what the batch left. Worked out at each call.
    /// </summary>
    public Instant? Until => Fallback.Until(Table, Item, Rules, _queue, _room);

    private protected override string Text(bool chinese)
    {
        string until = Until is { } known
            ? (chinese ? $"等待至 {RoutingWords.Text(known)}" : $"waits until {RoutingWords.Text(known)}")
            : (chinese ? "等待有人空闲" : "waits until somebody is free");
        return $"{until}{StepSuffix(chinese)}{(chinese ? "：" : ": ")}{MissingText(chinese)}";
    }
}
