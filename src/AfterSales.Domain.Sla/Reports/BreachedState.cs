using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Late: the due has passed without a stop, or the stop came after it. It stays so; only an amendment judges it anew.</summary>
public sealed class BreachedState : ClockState
{
    internal BreachedState(Instant due, Instant? at, Instant lateUntil)
    {
        Due = due;
        At = at;
        LateBy = lateUntil - due;
    }

    /// <summary>Gets the due that passed.</summary>
    public Instant Due { get; }

    /// <summary>Gets when it was stopped after all; null when it was not.</summary>
    public Instant? At { get; }

    /// <summary>Gets how late it was stopped, or is by now, or was when it was cancelled or ended; clock time.</summary>
    public Duration LateBy { get; }

    internal override string Describe(bool chinese)
    {
        string late = DurationText.Of(LateBy, chinese);
        return At is { } at
            ? (chinese ? $"已超时：期限 {Text(Due)}，{Text(at)} 才完成，迟 {late}" : $"breached: due {Text(Due)}, done {Text(at)}, {late} late")
            : (chinese ? $"已超时：期限 {Text(Due)}，尚未完成，迟 {late}" : $"breached: due {Text(Due)}, not done, {late} late");
    }
}
