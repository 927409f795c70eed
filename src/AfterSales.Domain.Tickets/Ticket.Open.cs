using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Tickets;

/// <content>How a ticket begins: from nothing, or from another ticket.</content>
public sealed partial class Ticket
{
    /// <summary>Opens a ticket in the first state of a lifecycle; its <see cref="LastEvent"/> is the opening, version 1 (R01).</summary>
    /// <param name="id">The host's identifier.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="lifecycle">The table to live by.</param>
    /// <param name="at">When it was asked.</param>
    /// <param name="by">Who registers it.</param>
    /// <returns>The ticket.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> or <paramref name="lifecycle"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/>, <paramref name="by"/> or its person or role is the default value.</exception>
    public static Ticket Open(TicketId id, ServiceRequest request, Lifecycle lifecycle, Instant at, Actor by) =>
        Begin(id, lifecycle, at, by, Opening(request));

    /// <summary>Opens a ticket about goods: a return or an exchange, by line (R19).</summary>
    /// <param name="id">The host's identifier.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="lifecycle">The table to live by.</param>
    /// <param name="at">When it was asked.</param>
    /// <param name="by">Who registers it.</param>
    /// <param name="bought">What was bought by line, with what was paid for it: no more can come back or be refunded.</param>
    /// <returns>The ticket.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/>, <paramref name="lifecycle"/> or <paramref name="bought"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/>, <paramref name="by"/> or its person or role is the default value; a line is named twice, a quantity is the default value, or there are more than 1,000.
    /// </exception>
    public static Ticket Open(TicketId id, ServiceRequest request, Lifecycle lifecycle, Instant at, Actor by, IEnumerable<LineQuantity> bought) =>
        Begin(id, lifecycle, at, by, Opening(request).WithLines(bought));

    /// <summary>Opens a new ticket for the same fault within the repeat window after this one was closed: a repeat, not a reopening.</summary>
    /// <param name="id">The new ticket's identifier.</param>
    /// <param name="request">What is asked now.</param>
    /// <param name="at">When it was asked.</param>
    /// <param name="by">Who registers it.</param>
    /// <returns>
    /// The new ticket under this one's lifecycle, linked as <see cref="LinkKind.RepeatOf"/>; or refused: this one was not closed then, the window is over, or customer,
    /// product or problem differ where both requests give them.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/>, <paramref name="by"/> or its person or role is the default value.</exception>
    public TransitionResult OpenRepeat(TicketId id, ServiceRequest request, Instant at, Actor by)
    {
        ArgumentNullException.ThrowIfNull(request);
        TicketAction opening = Opening(request).WithLink(new TicketLink(LinkKind.RepeatOf, Id));
        return ClosedAt is not { } closed || at < closed ? Refused(opening, at, RefusalReasons.NotClosed(this))
            : at - closed >= Lifecycle.Terms.RepeatWindow ? Refused(opening, at, RefusalReasons.RepeatWindowOver(this))
            : IsAnotherMatter(request) ? Refused(opening, at, RefusalReasons.AnotherMatter(this))
            : Begun(Begin(id, Lifecycle, at, by, opening));
    }

    /// <summary>Opens a new ticket that takes this one's matter up again after it can be reopened no more (R21).</summary>
    /// <param name="id">The new ticket's identifier.</param>
    /// <param name="request">What is asked now.</param>
    /// <param name="at">When it was asked.</param>
    /// <param name="by">Who registers it.</param>
    /// <returns>
    /// The new ticket under this one's lifecycle, linked as <see cref="LinkKind.FollowUpOf"/>; or refused: this one is still being handled or can still be
    /// reopened, or customer, product or problem differ where both requests give them.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/>, <paramref name="by"/> or its person or role is the default value.</exception>
    public TransitionResult OpenFollowUp(TicketId id, ServiceRequest request, Instant at, Actor by)
    {
        ArgumentNullException.ThrowIfNull(request);
        TicketAction opening = Opening(request).WithLink(new TicketLink(LinkKind.FollowUpOf, Id));
        bool canBeReopened = State.Category == StateCategory.Resolved && LastResolvedAt is { } resolved && at - resolved < Lifecycle.Terms.ReopenWindow;
        return canBeReopened ? Refused(opening, at, RefusalReasons.StillOpenable(this))
            : !IsClosed && State.Category != StateCategory.Resolved ? Refused(opening, at, RefusalReasons.NotClosed(this))
            : IsAnotherMatter(request) ? Refused(opening, at, RefusalReasons.AnotherMatter(this))
            : Begun(Begin(id, Lifecycle, at, by, opening));
    }

    /// <summary>Opens the ticket as which this one goes on after it was converted: an enquiry that becomes a repair, a rejected claim that becomes a complaint.</summary>
    /// <param name="id">The new ticket's identifier: the one that the conversion named.</param>
    /// <param name="request">What is asked now.</param>
    /// <param name="lifecycle">The new ticket's table.</param>
    /// <param name="at">When the new one begins.</param>
    /// <param name="by">Who registers it.</param>
    /// <returns>The new ticket, linked as <see cref="LinkKind.ConvertedFrom"/>; or refused: this one does not say that it goes on in that one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> or <paramref name="lifecycle"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/>, <paramref name="by"/> or its person or role is the default value.</exception>
    public TransitionResult OpenConverted(TicketId id, ServiceRequest request, Lifecycle lifecycle, Instant at, Actor by)
    {
        ArgumentNullException.ThrowIfNull(request);
        TicketAction opening = Opening(request).WithLink(new TicketLink(LinkKind.ConvertedFrom, Id));
        ArgumentNullException.ThrowIfNull(lifecycle);
        return !id.IsDefault && _links.Contains(new TicketLink(LinkKind.ConvertedTo, id))
            ? Begun(Begin(id, lifecycle, at, by, opening))
            : Refused(opening, at, RefusalReasons.NoSuchLink(this, id));
    }

    private static TicketAction Opening(ServiceRequest request) => TicketAction.Of(Trigger.Open).WithRequest(request);

    private static AcceptedTransition Begun(Ticket ticket) => new(ticket, repeated: null);

    private static Ticket Begin(TicketId id, Lifecycle lifecycle, Instant at, Actor by, TicketAction opening)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        if (id.IsDefault)
        {
            throw new ArgumentException("A ticket needs an identifier; the default value identifies none.", nameof(id));
        }

        CheckActor(by);
        return Begin(id, lifecycle, new TicketEvent(1, at, at, by, opening, default, "", lifecycle.Initial.State.Name));
    }

    private static Ticket Begin(TicketId id, Lifecycle lifecycle, TicketEvent opened) =>
        new(new TicketOrigin(id, lifecycle, opened.At, opened.By), opened.Action.Request!, lifecycle.Initial, opened)
        {
            Version = 1,
            Since = opened.At,
            _links = opened.Action.Link is { } link ? ValueList<TicketLink>.Of([link]) : ValueList<TicketLink>.Empty,
            _lines = [.. opened.Action.Lines.Select(line => new ReturnLine(line.Line, line.Quantity, line.Amount))],
        };

    private static void CheckActor(Actor by)
    {
        if (IsIncomplete(by))
        {
            throw new ArgumentException("An actor needs a person and a role; the default value has none.", nameof(by));
        }
    }

    private static bool IsIncomplete(Actor by) => by.Person == default || by.Role == default;

    private bool IsAnotherMatter(ServiceRequest request) =>
        (Request.Customer is { } customer && request.Customer is { } newCustomer && customer != newCustomer)
        || Differ(Request.Product, request.Product)
        || Differ(Request.Problem, request.Problem);

    private static bool Differ(string? left, string? right) => left is not null && right is not null && !string.Equals(left, right, StringComparison.Ordinal);
}
