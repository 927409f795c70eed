using NodaTime;

namespace AfterSales.Domain.Satisfaction;

/// <summary>A customer whose ticket was closed, as far as asking is concerned.</summary>
/// <remarks>Equality is of all parts but the list of channels, which is by reference. This type is immutable.</remarks>
public sealed record SurveyCandidate
{
    /// <summary>Makes a candidate who may be asked by any channel of the plan and was never asked before.</summary>
    /// <param name="ticket">The ticket's id; not only white space.</param>
    /// <param name="closedAt">When it was closed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ticket"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="ticket"/> is empty or only white space.</exception>
    public SurveyCandidate(string ticket, Instant closedAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(ticket);
        Ticket = ticket;
        ClosedAt = closedAt;
        Stratum = "";
    }

    /// <summary>Gets the ticket's id.</summary>
    public string Ticket { get; }

    /// <summary>Gets when it was closed.</summary>
    public Instant ClosedAt { get; }

    /// <summary>Gets when the customer was last asked, about any ticket, or null for never.</summary>
    public Instant? LastAskedAt { get; private init; }

    /// <summary>Gets whether the customer does not want to be asked.</summary>
    public bool HasOptedOut { get; private init; }

    /// <summary>Gets the channels by which the customer can be reached, or null for all.</summary>
    public IReadOnlyList<string>? Channels { get; private init; }

    /// <summary>Gets the stratum, for plans with several rates; empty without one.</summary>
    public string Stratum { get; private init; }

    /// <summary>Returns the candidate with when the customer was last asked.</summary>
    /// <param name="at">When.</param>
    /// <returns>The changed copy.</returns>
    public SurveyCandidate AskedAt(Instant at) => this with { LastAskedAt = at };

    /// <summary>Returns the candidate as one who does not want to be asked.</summary>
    /// <returns>The changed copy.</returns>
    public SurveyCandidate OptingOut() => this with { HasOptedOut = true };

    /// <summary>Returns the candidate with the channels by which the customer can be reached.</summary>
    /// <param name="channels">Names as in the plan; may be none.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="channels"/> is null.</exception>
    public SurveyCandidate ReachableBy(IEnumerable<string> channels)
    {
        ArgumentNullException.ThrowIfNull(channels);
        return this with { Channels = [.. channels] };
    }

    /// <summary>Returns the candidate with a stratum.</summary>
    /// <param name="stratum">Its name; not only white space.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stratum"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="stratum"/> is empty or only white space.</exception>
    public SurveyCandidate Of(string stratum)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(stratum);
        return this with { Stratum = stratum };
    }

    /// <summary>Returns the ticket.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"candidate of ticket {Ticket}";
}
