using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Stopped in time: at the due or before it.</summary>
public sealed class MetState : ClockState
{
    internal MetState(Instant due, Instant at)
    {
        Due = due;
        At = at;
    }

    /// <summary>Gets the due as it stood at the stop.</summary>
    public Instant Due { get; }

    /// <summary>Gets when it was stopped.</summary>
    public Instant At { get; }

    /// <summary>Gets the clock time that was left; zero or more.</summary>
    public Duration Margin => Due - At;

    internal override string Describe(bool chinese) => chinese
        ? $"已按时完成：{Text(At)}，提前 {DurationText.Of(Margin, true)}"
        : $"met at {Text(At)}, {DurationText.Of(Margin, false)} to spare";
}
