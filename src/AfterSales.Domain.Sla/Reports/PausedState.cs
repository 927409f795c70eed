using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>A wait that counts goes on: nothing breaches, and the due moves with it.</summary>
public sealed class PausedState : ClockState
{
    internal PausedState(Instant since, IReadOnlyList<WaitReason> reasons, DueResult due, Duration? left, Instant? runsAgainAt)
    {
        Since = since;
        Reasons = reasons;
        Due = due;
        Left = left;
        RunsAgainAt = runsAgainAt;
    }

    /// <summary>Gets since when it has been paused without interruption.</summary>
    public Instant Since { get; }

    /// <summary>Gets what it waits for; several when waits overlap.</summary>
    public IReadOnlyList<WaitReason> Reasons { get; }

    /// <summary>Gets the due if the wait ended now.</summary>
    public DueResult Due { get; }

    /// <summary>Gets what would then be left: in the rule's unit for duration rules, clock time for all others; null without a due.</summary>
    public Duration? Left { get; }

    /// <summary>Gets when the cap is used up and the clock runs again though the wait goes on; null without a cap.</summary>
    public Instant? RunsAgainAt { get; }

    internal override string Describe(bool chinese)
    {
        string reasons = string.Join(chinese ? "、" : ", ", Reasons);
        return chinese
            ? $"自 {Text(Since)} 起暂停（等待 {reasons}）；{(Due.IsSet ? $"若此刻结束等待，期限为 {Due}" : $"{Due:zh}")}"
            : $"paused since {Text(Since)} (waiting for {reasons}); {(Due.IsSet ? $"due {Due} if the wait ended now" : $"{Due}")}";
    }
}
