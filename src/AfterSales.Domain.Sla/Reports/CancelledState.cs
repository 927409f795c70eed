using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Cancelled before it was late, by a signal or because a reclassification left it without a deadline: neither met nor missed.</summary>
public sealed class CancelledState : ClockState
{
    internal CancelledState(Instant at, Signal? by, NoDeadlineReason? reason)
    {
        At = at;
        By = by;
        Reason = reason;
    }

    /// <summary>Gets when.</summary>
    public Instant At { get; }

    /// <summary>Gets the signal; null when a reclassification did it.</summary>
    public Signal? By { get; }

    /// <summary>Gets why there is no deadline any more; null when a signal cancelled it.</summary>
    public NoDeadlineReason? Reason { get; }

    internal override string Describe(bool chinese)
    {
        string why = By is { } signal ? signal.Name : Reason!.ToString(chinese ? "zh" : "en", null);
        return chinese ? $"已取消：{Text(At)}（{why}）" : $"cancelled at {Text(At)}: {why}";
    }
}
