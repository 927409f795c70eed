using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <summary>What KPIs need to know of a ticket, as it stood at the cut-off: plain values, from a ticket's events or from a host's own tickets.</summary>
/// <remarks>
/// <see cref="From(TicketId, Lifecycle, IEnumerable{TicketEvent}, Instant)"/> reads them from events; a host with its own ticket type says them with the verbs. Each verb
/// returns a changed copy. Nothing here names a customer but the request. Immutable and thread-safe; compared by reference.
/// </remarks>
public sealed partial class KpiTicket
{
    private KpiClock[] _clocks = [];

    /// <summary>Makes an open ticket on which nobody has worked.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="request">The request, as it stands at the cut-off.</param>
    /// <param name="openedAt">When it was opened.</param>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is the default value.</exception>
    public KpiTicket(TicketId id, ServiceRequest request, Instant openedAt)
    {
        ArgumentNullException.ThrowIfNull(request);
        _ = id.Value;
        Id = id;
        Request = request;
        OpenedAt = openedAt;
    }

    /// <summary>Gets the ticket's id.</summary>
    public TicketId Id { get; }

    /// <summary>Gets the request.</summary>
    public ServiceRequest Request { get; }

    /// <summary>Gets when it was opened.</summary>
    public Instant OpenedAt { get; }

    /// <summary>Gets when work on it began; null before.</summary>
    public Instant? StartedAt { get; private set; }

    /// <summary>Gets when a person first answered the customer; null before.</summary>
    public Instant? RepliedAt { get; private set; }

    /// <summary>Gets when it was resolved first; null when never.</summary>
    public Instant? FirstResolvedAt { get; private set; }

    /// <summary>Gets when it was resolved last; null while it is not resolved, also after a reopening.</summary>
    public Instant? ResolvedAt { get; private set; }

    /// <summary>Gets when it was closed; null while it is open.</summary>
    public Instant? ClosedAt { get; private set; }

    /// <summary>Gets how it ended; open while it is open.</summary>
    public TicketOutcome Outcome { get; private set; }

    /// <summary>Gets how often it was taken up again after it was resolved, whoever asked for it.</summary>
    public int Reopens { get; private set; }

    /// <summary>Gets how often the customer caused that.</summary>
    public int CustomerReopens { get; private set; }

    /// <summary>Gets how many visits arrived.</summary>
    public int Visits { get; private set; }

    /// <summary>Gets how many of them met nobody.</summary>
    public int FailedVisits { get; private set; }

    /// <summary>Gets a value indicating whether the first responder resolved it in the first interaction, whatever came later.</summary>
    public bool IsFirstContact { get; private set; }

    /// <summary>Gets a value indicating whether it ended in a voice menu or on a self-service page (R31).</summary>
    public bool IsSelfServed { get; private set; }

    /// <summary>Gets when the same asset came back with the same fault after this was resolved; null when it did not.</summary>
    public Instant? RepeatedAt { get; private set; }

    /// <summary>Gets the ticket that this one repeats; null for none.</summary>
    public TicketId? RepeatOf { get; private set; }

    /// <summary>Gets for how long, in all, it waited for the customer before it was resolved; clock time.</summary>
    public Duration CustomerWait { get; private set; }

    /// <summary>Gets for how long people worked on it, as the host measured; null when it did not.</summary>
    public Duration? TouchTime { get; private set; }

    /// <summary>Gets the team; null for none.</summary>
    public TeamId? Team { get; private set; }

    /// <summary>Gets who had it last; null for nobody.</summary>
    public PersonId? Technician { get; private set; }

    /// <summary>Gets the service provider whom it was given to (R17); null for none.</summary>
    public TeamId? Provider { get; private set; }

    /// <summary>Gets what became of the survey after it.</summary>
    public KpiSurvey Survey { get; private set; }

    /// <summary>Gets a value indicating whether it is a test, which nothing counts.</summary>
    public bool IsTest { get; private set; }

    /// <summary>Gets a value indicating whether it is spam, which nothing counts.</summary>
    public bool IsSpam { get; private set; }

    /// <summary>Gets the clocks.</summary>
    public IReadOnlyList<KpiClock> Clocks => Array.AsReadOnly(_clocks);

    /// <summary>Gets a value indicating whether the problem is solved as far as known: resolved, and not closed as not solved.</summary>
    public bool IsSolved => ResolvedAt is not null && Outcome != TicketOutcome.NotSolved;

    /// <summary>Gets why no KPI of tickets counts it; null when they do. KPIs of clocks leave out only tests and spam: a merge hides no earlier breach.</summary>
    public KpiExclusion? Exclusion =>
        IsTest ? KpiExclusion.Test
        : IsSpam ? KpiExclusion.Spam
        : Outcome == TicketOutcome.Merged ? KpiExclusion.MergedAway
        : Outcome == TicketOutcome.Converted ? KpiExclusion.Converted
        : Outcome == TicketOutcome.Withdrawn && StartedAt is null ? KpiExclusion.CancelledBeforeWork
        : null;

    internal KpiClock[] ClockArray => _clocks;

    /// <summary>Reads a ticket's events up to the cut-off.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="lifecycle">Its lifecycle.</param>
    /// <param name="events">All its events in their order, from the opening on.</param>
    /// <param name="asOf">The cut-off; what happened later is not known.</param>
    /// <returns>The ticket, without clocks; <see cref="WithClocks"/> adds them.</returns>
    /// <exception cref="ArgumentNullException">An argument or an event is null.</exception>
    /// <exception cref="ArgumentException">The events are not those of one ticket of this lifecycle from its opening on.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ticket was opened after <paramref name="asOf"/>.</exception>
    public static KpiTicket From(TicketId id, Lifecycle lifecycle, IEnumerable<TicketEvent> events, Instant asOf) =>
        From(id, lifecycle, events, asOf, SlaProjection.Standard);

    /// <summary>Reads a ticket's events up to the cut-off, where a host's own triggers reply to the customer.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="lifecycle">Its lifecycle.</param>
    /// <param name="events">All its events in their order, from the opening on.</param>
    /// <param name="asOf">The cut-off; what happened later is not known.</param>
    /// <param name="projection">Says which events are replies; give the one that makes the histories of your clocks.</param>
    /// <returns>The ticket, without clocks; <see cref="WithClocks"/> adds them.</returns>
    /// <exception cref="ArgumentNullException">An argument or an event is null.</exception>
    /// <exception cref="ArgumentException">The events are not those of one ticket of this lifecycle from its opening on.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ticket was opened after <paramref name="asOf"/>.</exception>
    public static KpiTicket From(TicketId id, Lifecycle lifecycle, IEnumerable<TicketEvent> events, Instant asOf, SlaProjection projection)
    {
        ArgumentNullException.ThrowIfNull(projection);
        return new KpiTicketReader(id, TicketStep.Of(lifecycle, events), asOf, projection).Read();
    }

    /// <summary>Reads the history that clocks are computed from, for hosts and logs that have no tickets of this library.</summary>
    /// <param name="id">The ticket's id.</param>
    /// <param name="history">What happened, amendments included.</param>
    /// <param name="asOf">The cut-off; what happened later is not known.</param>
    /// <returns>
    /// The ticket, without clocks. A history does not say who acted: a reopening counts as the customer's, and nothing is known of self-service and first contact. Work begins with the first signal
    /// after the opening that is a person's; a confirmation closes a resolved ticket as solved.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The ticket was opened after <paramref name="asOf"/>.</exception>
    public static KpiTicket From(TicketId id, SlaHistory history, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(history);
        return new KpiHistoryReader(id, history, asOf).Read();
    }

    /// <summary>Returns id, cohort instants and outcome.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{Id}: opened {OpenedAt}{(ResolvedAt is { } resolved ? $", resolved {resolved}" : "")}, {Outcome}{(Exclusion is { } why ? $", left out: {why}" : "")}";

    private KpiTicket Copy() => (KpiTicket)MemberwiseClone();
}
