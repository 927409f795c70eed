using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>The clock runs, and it is not late; or it runs without a due, because its rule gives none so far.</summary>
public sealed class RunningState : ClockState
{
    internal RunningState(DueResult due, Duration? left)
    {
        Due = due;
        Left = left;
    }

    /// <summary>Gets the due instant, or why there is none.</summary>
    public DueResult Due { get; }

    /// <summary>Gets what is left until the due: in the rule's unit for duration rules, clock time for all others; null without a due.</summary>
    public Duration? Left { get; }

    internal override string Describe(bool chinese) => Left is { } left
        ? (chinese ? $"进行中：期限 {Text(Due.At)}，剩余 {DurationText.Of(left, true)}" : $"running: due {Text(Due.At)}, {DurationText.Of(left, false)} left")
        : (chinese ? $"进行中：{Due:zh}" : $"running: {Due}");
}
