namespace AfterSales.Domain.Routing;

/// <summary>Where an item goes for which nobody is eligible now: one rung of the ladder that a policy goes down.</summary>
/// <remarks>Two rungs are equal when kind and time are. The default value is the queue without a limit of time. This type is immutable.</remarks>
public readonly record struct FallbackRung
{
    private readonly Duration? _upTo;

    private FallbackRung(FallbackKind kind, Duration? upTo)
    {
        Kind = kind;
        _upTo = upTo;
    }

    /// <summary>Gets the rung on which an item waits for as long as somebody could get it once he is free or at work.</summary>
    public static FallbackRung Queue { get; } = new(FallbackKind.Queue, null);

    /// <summary>Gets the rung on which a supervisor at work decides.</summary>
    public static FallbackRung Supervisor { get; } = new(FallbackKind.Supervisor, null);

    /// <summary>Gets the rung on which somebody on call, who fulfils every other rule, is called.</summary>
    public static FallbackRung OnCall { get; } = new(FallbackKind.OnCall, null);

    /// <summary>Gets the rung on which an item that may be outsourced goes to a provider, whatever the step in use says.</summary>
    public static FallbackRung Provider { get; } = new(FallbackKind.Provider, null);

    /// <summary>Gets what the rung is.</summary>
    public FallbackKind Kind { get; }

    /// <summary>Gets how long an item may have waited for the queue to keep it; null without a limit, and on every other rung.</summary>
    public Duration? UpTo => _upTo;

    /// <summary>Makes a queue that keeps an item only until it has waited for some time.</summary>
    /// <param name="waited">Longer than 0.</param>
    /// <returns>The rung.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="waited"/> is not longer than 0.</exception>
    public static FallbackRung QueueUpTo(Duration waited)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(waited, Duration.Zero);
        return new(FallbackKind.Queue, waited);
    }

    /// <summary>Returns the rung, as in "queue up to 4:00:00".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{RoutingWords.English(Kind)}{(_upTo is { } limit ? $" up to {RoutingWords.Text(limit)}" : "")}";
}
