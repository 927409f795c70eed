using AfterSales.Domain.Json;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Testing;

/// <summary>A ticket as it was opened, and what people then try to do to it, one after the other; some of it is refused.</summary>
/// <remarks>This type is immutable and safe for use by several threads.</remarks>
public sealed class TicketWalk : LawCase
{
    /// <summary>Creates a walk.</summary>
    /// <param name="opened">The ticket as it was opened.</param>
    /// <param name="attempts">What is tried, in order.</param>
    /// <exception cref="ArgumentNullException">An argument is null or holds a null.</exception>
    /// <exception cref="ArgumentException"><paramref name="opened"/> is not as it was opened: its version is not 1.</exception>
    public TicketWalk(Ticket opened, IEnumerable<WalkAttempt> attempts)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(attempts);
        Opened = opened.Version == 1 ? opened : throw new ArgumentException($"A walk begins with a ticket as it was opened, of version 1; this one is of version {opened.Version}.", nameof(opened));
        Attempts = Array.AsReadOnly<WalkAttempt>([.. attempts.Select(one => one ?? throw new ArgumentNullException(nameof(attempts)))]);
    }

    /// <summary>Gets the ticket as it was opened.</summary>
    public Ticket Opened { get; }

    /// <summary>Gets what is tried, in order.</summary>
    public IReadOnlyList<WalkAttempt> Attempts { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Documents =>
        [new("lifecycle.json", LifecycleDocument.Write(Opened.Lifecycle)), new("ticket.json", TicketDocument.Write(Walk().Last().After))];

    /// <inheritdoc/>
    public override string Command => "aftersales lifecycle lifecycle.json";

    /// <summary>Walks: tries everything in order, each on the ticket as it then is.</summary>
    /// <returns>What came of each attempt.</returns>
    public IReadOnlyList<TransitionResult> Results() => [.. Walk().Select(step => step.Result!).Skip(1)];

    /// <summary>The opening, without a result, and then each attempt with the ticket before and after it.</summary>
    internal IEnumerable<(Ticket Before, WalkAttempt? Attempt, TransitionResult? Result, Ticket After)> Walk()
    {
        Ticket ticket = Opened;
        yield return (ticket, null, null, ticket);
        foreach (WalkAttempt attempt in Attempts)
        {
            Ticket before = ticket;
            TransitionResult result = attempt.On(before);
            ticket = result is AcceptedTransition accepted ? accepted.Ticket : before;
            yield return (before, attempt, result, ticket);
        }
    }

    private protected override string Statements() => CSharpTickets.Of(this);
}
