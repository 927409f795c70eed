using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tickets;

/// <summary>A state of a lifecycle: its name, what it means to whoever measures, what is waited for, and how a ticket that closes in it ended.</summary>
/// <remarks>Two states are equal when all of these are. This type is immutable and safe for use by several threads.</remarks>
public sealed class LifecycleState : IEquatable<LifecycleState>
{
    private LifecycleState(string name, StateCategory category, TicketOutcome outcome, WaitReason? wait)
    {
        Name = name;
        Category = category;
        Outcome = outcome;
        Wait = wait;
    }

    /// <summary>Gets the name: 1 to 64 characters of a–z, 0–9 and '-'.</summary>
    public string Name { get; }

    /// <summary>Gets what the state means.</summary>
    public StateCategory Category { get; }

    /// <summary>Gets how a ticket ended that is in it: <see cref="TicketOutcome.Open"/> exactly when the category is not closed.</summary>
    public TicketOutcome Outcome { get; }

    /// <summary>Gets what is waited for, or null in a state of another category.</summary>
    public WaitReason? Wait { get; }

    /// <summary>Gets whether the state is closed.</summary>
    public bool IsClosed => Category == StateCategory.Closed;

    /// <summary>Makes a state in which work waits to start, goes on, or is resolved.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <param name="category">Waiting to start, active or resolved.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="category"/> is another one.</exception>
    public static LifecycleState Of(string name, StateCategory category) =>
        category is StateCategory.WaitingToStart or StateCategory.Active or StateCategory.Resolved
            ? new LifecycleState(NameRule.Checked(name, "state", nameof(name)), category, TicketOutcome.Open, wait: null)
            : throw new ArgumentOutOfRangeException(
                nameof(category), category, "Allowed are WaitingToStart, Active and Resolved; Waiting and Closed make the others.");

    /// <summary>Makes a state in which work waits for somebody: category waiting for the customer when that is whose side the reason lies on, else for a third party.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <param name="reason">What is waited for.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="reason"/> is the default value.</exception>
    public static LifecycleState Waiting(string name, WaitReason reason) => new(
        NameRule.Checked(name, "state", nameof(name)),
        reason.Name.Length > 0 && reason.Party == ResponsibleParty.Customer ? StateCategory.WaitingForCustomer : StateCategory.WaitingForThirdParty,
        TicketOutcome.Open,
        reason);

    /// <summary>Makes a closed state.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <param name="outcome">How a ticket that closes in it ended.</param>
    /// <returns>The state.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="outcome"/> is open or not one of the enumeration.</exception>
    public static LifecycleState Closed(string name, TicketOutcome outcome) =>
        outcome is > TicketOutcome.Open and <= TicketOutcome.Converted
            ? new LifecycleState(NameRule.Checked(name, "state", nameof(name)), StateCategory.Closed, outcome, wait: null)
            : throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Allowed are Solved, Unconfirmed, NotSolved, Withdrawn, Merged and Converted.");

    /// <summary>Says whether name, category, outcome and wait are equal.</summary>
    /// <param name="other">The other state.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(LifecycleState? other) =>
        other is not null && (Name, Category, Outcome, Wait) == (other.Name, other.Category, other.Outcome, other.Wait);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LifecycleState);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Category, Outcome, Wait);

    /// <summary>Returns the name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
