using NodaTime;

namespace AfterSales.Domain.Satisfaction;

/// <summary>The answer that stands for a customer and a ticket in <see cref="CleaningThresholds"/>, as plain values for storage.</summary>
/// <remarks>Equality is of all parts. This type is immutable.</remarks>
public sealed record LearntAnswer
{
    /// <summary>Makes a stored answer.</summary>
    /// <param name="ticket">The ticket's id; not empty.</param>
    /// <param name="respondent">The customer's id; may be empty.</param>
    /// <param name="response">The response's id; not empty.</param>
    /// <param name="answeredAt">When it was sent in.</param>
    /// <param name="followUpRound">After which round of follow-up; from 0 to 100.</param>
    /// <param name="completeness">2 when it counts, 1 when it is partial, 0 for less.</param>
    /// <param name="milliseconds">How long it took, or null when not known; not negative.</param>
    /// <param name="group">Which of the snapshot's groups it belongs to, from 0.</param>
    /// <param name="copies">How often the very same answer came; at least 1.</param>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    /// <exception cref="ArgumentException">An id is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its bounds.</exception>
    public LearntAnswer(string ticket, string respondent, string response, Instant answeredAt, int followUpRound, int completeness, long? milliseconds, int group, int copies)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ticket);
        ArgumentNullException.ThrowIfNull(respondent);
        ArgumentException.ThrowIfNullOrWhiteSpace(response);
        ArgumentOutOfRangeException.ThrowIfNegative(followUpRound);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(followUpRound, 100);
        ArgumentOutOfRangeException.ThrowIfNegative(completeness);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(completeness, 2);
        ArgumentOutOfRangeException.ThrowIfNegative(milliseconds ?? 0, nameof(milliseconds));
        ArgumentOutOfRangeException.ThrowIfNegative(group);
        ArgumentOutOfRangeException.ThrowIfLessThan(copies, 1);
        (Ticket, Respondent, Response, AnsweredAt, FollowUpRound, Completeness, Milliseconds, Group, Copies) =
            (ticket, respondent, response, answeredAt, followUpRound, completeness, milliseconds, group, copies);
    }

    /// <summary>Gets the ticket's id.</summary>
    public string Ticket { get; }

    /// <summary>Gets the customer's id; may be empty.</summary>
    public string Respondent { get; }

    /// <summary>Gets the response's id.</summary>
    public string Response { get; }

    /// <summary>Gets when it was sent in.</summary>
    public Instant AnsweredAt { get; }

    /// <summary>Gets after which round of follow-up; 0 for a first answer.</summary>
    public int FollowUpRound { get; }

    /// <summary>Gets 2 when it counts, 1 when it is partial, 0 for less.</summary>
    public int Completeness { get; }

    /// <summary>Gets how long it took in milliseconds, or null when not known.</summary>
    public long? Milliseconds { get; }

    /// <summary>Gets which of the snapshot's groups it belongs to.</summary>
    public int Group { get; }

    /// <summary>Gets how often the very same answer came.</summary>
    public int Copies { get; }

    /// <summary>Returns response and ticket.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"response {Response} to ticket {Ticket}";
}
