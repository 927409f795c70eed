using AfterSales.Domain.Json;
using AfterSales.Domain.Sla;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Testing;

/// <summary>A policy, what happened to a ticket, and the instant to look from.</summary>
/// <remarks>This type is immutable and safe for use by several threads.</remarks>
public sealed class TrackedHistory : LawCase
{
    /// <summary>Creates a case that looks from 37 minutes after the last event.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="history">What happened.</param>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> or <paramref name="history"/> is null.</exception>
    public TrackedHistory(SlaPolicy policy, SlaHistory history)
        : this(policy, history, After(history))
    {
    }

    /// <summary>Creates a case.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="history">What happened.</param>
    /// <param name="asOf">The instant to look from.</param>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> or <paramref name="history"/> is null.</exception>
    public TrackedHistory(SlaPolicy policy, SlaHistory history, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(history);
        Policy = policy;
        History = history;
        AsOf = asOf;
    }

    /// <summary>Gets the policy.</summary>
    public SlaPolicy Policy { get; }

    /// <summary>Gets what happened.</summary>
    public SlaHistory History { get; }

    /// <summary>Gets the instant to look from.</summary>
    public Instant AsOf { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Documents =>
        [new("policy.json", SlaPolicyDocument.Write(Policy)), new("history.json", SlaHistoryDocument.Write(History))];

    /// <inheritdoc/>
    public override string Command => $"aftersales explain policy.json history.json --as-of {InstantPattern.ExtendedIso.Format(AsOf)}";

    /// <summary>Gets the instant of the last event.</summary>
    internal Instant End => History.Events[History.Events.Count - 1].At;

    /// <summary>Computes every clock of the policy on the history.</summary>
    /// <returns>The report as of <see cref="AsOf"/>.</returns>
    public SlaReport Track() => Policy.Track(History, AsOf);

    private protected override string Statements() =>
        $"SlaPolicy policy = {CSharpSla.Of(Policy)};\n\nSlaHistory history = {CSharpSla.Of(History)};\n\nInstant asOf = {CSharpValues.Of(AsOf)};\nSlaReport report = policy.Track(history, asOf);\n";

    private static Instant After(SlaHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        return history.Events[history.Events.Count - 1].At + Duration.FromMinutes(37);
    }
}
