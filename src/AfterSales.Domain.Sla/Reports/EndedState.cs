using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Over, and neither met nor missed.</summary>
public sealed class EndedState : ClockState
{
    internal EndedState(EndReason why, Instant at, Signal? by)
    {
        Why = why;
        At = at;
        By = by;
    }

    /// <summary>Gets why.</summary>
    public EndReason Why { get; }

    /// <summary>Gets when.</summary>
    public Instant At { get; }

    /// <summary>Gets the signal; null when a reclassification did it.</summary>
    public Signal? By { get; }

    internal override string Describe(bool chinese)
    {
        string why = Why switch
        {
            EndReason.EndSignal => By.ToString()!,
            EndReason.Reclassified => chinese ? "重新分类后重新计时" : "reclassified, a new cycle started",
            _ => chinese ? $"{By}，但没有期限" : $"{By}, with nothing due",
        };
        return chinese ? $"已结束：{Text(At)}（{why}）" : $"ended at {Text(At)}: {why}";
    }
}
