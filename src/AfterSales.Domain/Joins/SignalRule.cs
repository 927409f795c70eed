using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain;

/// <summary>One row of a <see cref="SlaProjection"/>: what happens to a ticket sends a signal to its clocks.</summary>
/// <remarks>Two rules are equal when their parts are. This type is immutable and thread-safe.</remarks>
public sealed class SignalRule : IEquatable<SignalRule>
{
    /// <summary>Makes a rule for a trigger, wherever it leads.</summary>
    /// <param name="trigger">What happens to the ticket.</param>
    /// <param name="signal">What the clocks hear.</param>
    /// <exception cref="InvalidOperationException"><paramref name="trigger"/> or <paramref name="signal"/> is the default value.</exception>
    public SignalRule(Trigger trigger, Signal signal)
    {
        Trigger = Trigger.Named(trigger.Name);
        Signal = Signal.Named(signal.Name);
    }

    /// <summary>Makes a rule for a trigger that leads to one state.</summary>
    /// <param name="trigger">What happens to the ticket.</param>
    /// <param name="to">The name of the state that it must lead to.</param>
    /// <param name="signal">What the clocks hear.</param>
    /// <exception cref="ArgumentNullException"><paramref name="to"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="to"/> is no name of 1 to 64 characters of a–z, 0–9 and '-'.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="trigger"/> or <paramref name="signal"/> is the default value.</exception>
    public SignalRule(Trigger trigger, string to, Signal signal)
        : this(trigger, signal) => To = NameRule.Checked(to, "state", nameof(to));

    /// <summary>Gets what happens to the ticket.</summary>
    public Trigger Trigger { get; }

    /// <summary>Gets the state that it must lead to, or null for any.</summary>
    public string? To { get; }

    /// <summary>Gets what the clocks hear.</summary>
    public Signal Signal { get; }

    /// <summary>Says whether all parts are equal.</summary>
    /// <param name="other">The other rule.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(SignalRule? other) =>
        other is not null && Trigger == other.Trigger && Signal == other.Signal && string.Equals(To, other.To, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SignalRule);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Trigger, To, Signal);

    /// <summary>Returns trigger, state and signal, as in "accept → resolved: confirmed".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Trigger}{(To is null ? "" : " → " + To)}: {Signal}";

    internal bool Holds(TicketEvent happened) =>
        happened.Trigger == Trigger && (To is null || string.Equals(To, happened.To, StringComparison.Ordinal));
}
