using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Tickets;

/// <summary>A ticket as it is after its last event: an immutable snapshot that answers what can be done next and what came of it.</summary>
/// <remarks>
/// <para>Laws: replaying the events gives the ticket; a refused action changes nothing; the version grows by one with each accepted action; nothing leaves a closed
/// state; <see cref="Permitted(Actor, Instant)"/> lists exactly the triggers for which there is an action that <c>Apply</c> accepts.</para>
/// <para>Two tickets are equal when all properties are. The last 16 events are kept, so that a repeated action is recognised; the whole history is the host's. This
/// type is immutable and safe for use by several threads.</para>
/// </remarks>
public sealed partial class Ticket : IEquatable<Ticket>
{
    /// <summary>How many events, and with them action ids, are remembered.</summary>
    internal const int RememberedEvents = 16;

    private readonly TicketOrigin _origin;
    private StateNode _node;
    private Handling _handling = Handling.Nobody;
    private Visits _visits = Visits.None;
    private Remedy _remedy = Remedy.None;
    private Resolution? _resolution;
    private Reopening? _reopening;
    private ValueList<TicketLink> _links = ValueList<TicketLink>.Empty;
    private ReturnLine[] _lines = [];
    private bool _isResolvedSince;
    private TicketEvent _recent;
    private TicketEvent? _older;

    private Ticket(TicketOrigin origin, ServiceRequest request, StateNode node, TicketEvent recent)
    {
        _origin = origin;
        Request = request;
        _node = node;
        _recent = recent;
    }

    private Ticket(Ticket source)
    {
        _origin = source._origin;
        Request = source.Request;
        _node = source._node;
        _handling = source._handling;
        _visits = source._visits;
        _remedy = source._remedy;
        _resolution = source._resolution;
        _reopening = source._reopening;
        _links = source._links;
        _lines = source._lines;
        _recent = source._recent;
        _older = source._older;
        Version = source.Version;
        Reminders = source.Reminders;
        Since = source.Since;
        Level = source.Level;
        ReworkCount = source.ReworkCount;
        FailedVisits = source.FailedVisits;
        IsRaised = source.IsRaised;
        _isResolvedSince = source._isResolvedSince;
    }

    /// <summary>Gets the host's identifier.</summary>
    public TicketId Id => _origin.Id;

    /// <summary>Gets the table that it lives by.</summary>
    public Lifecycle Lifecycle => _origin.Lifecycle;

    /// <summary>Gets what is asked, as it was last classified.</summary>
    public ServiceRequest Request { get; private set; }

    /// <summary>Gets the state.</summary>
    public LifecycleState State => _node.State;

    /// <summary>Gets the number of events so far: 1 after the opening.</summary>
    public int Version { get; private set; }

    /// <summary>Gets when it was opened.</summary>
    public Instant OpenedAt => _origin.OpenedAt;

    /// <summary>Gets who opened it.</summary>
    public Actor OpenedBy => _origin.OpenedBy;

    /// <summary>Gets when it came into its state.</summary>
    public Instant Since { get; private set; }

    /// <summary>Gets whether it is closed, which is final.</summary>
    public bool IsClosed => State.IsClosed;

    /// <summary>Gets how it ended; <see cref="TicketOutcome.Open"/> before.</summary>
    public TicketOutcome Outcome => State.Outcome;

    /// <summary>Gets when it was closed, or null.</summary>
    public Instant? ClosedAt => IsClosed ? Since : null;

    /// <summary>Gets what it waits for, or null while it does not wait.</summary>
    public TicketHold? Hold => State.Wait is { } reason ? new TicketHold(reason, Since) : null;

    /// <summary>Gets who has the work, or null.</summary>
    public PersonId? Assignee => _handling.Assignee == default ? null : _handling.Assignee;

    /// <summary>Gets which team or provider has it, or null.</summary>
    public TeamId? Team => _handling.Team == default ? null : _handling.Team;

    /// <summary>Gets the person complained of, or null.</summary>
    public PersonId? ComplainedOf => _handling.ComplainedOf == default ? null : _handling.ComplainedOf;

    /// <summary>Gets the level of support (R16) or appeal: 1 at first.</summary>
    public int Level { get; private set; } = 1;

    /// <summary>Gets how often finished work had to be done again, which is no reopening.</summary>
    public int ReworkCount { get; private set; }

    /// <summary>Gets whether the supervisor was called and the class raised after repeated reopening (R21).</summary>
    public bool IsRaised { get; private set; }

    /// <summary>Gets how often it was reopened.</summary>
    public int ReopenCount => _reopening?.Count ?? 0;

    /// <summary>Gets why it was reopened, each time.</summary>
    public IReadOnlyList<string> ReopenReasons => Reopening.Reasons(_reopening);

    /// <summary>Gets how often the customer was reminded since it came into its state.</summary>
    public int Reminders { get; private set; }

    /// <summary>Gets when it was first resolved, or null.</summary>
    public Instant? FirstResolvedAt => _resolution?.FirstAt ?? (_isResolvedSince ? Since : null);

    /// <summary>Gets when it was last resolved, or null; kept through a reopening.</summary>
    public Instant? LastResolvedAt => _isResolvedSince ? Since : _resolution?.At;

    /// <summary>Gets the agreed instant of the next visit, or null (R35).</summary>
    public Instant? VisitAt => _visits.VisitAt;

    /// <summary>Gets when an authorisation ends, or null: the first instant at which it is no longer valid.</summary>
    public Instant? ExpiresAt => _visits.ExpiresAt;

    /// <summary>Gets how often a visit failed.</summary>
    public int FailedVisits { get; private set; }

    /// <summary>Gets what the remedy costs, in the host's currency, or null.</summary>
    public decimal? RemedyCost => _remedy.Cost;

    /// <summary>Gets whether the leadership approved the remedy (R34).</summary>
    public bool IsRemedyApproved => _remedy.IsApproved;

    /// <summary>
    /// Gets whether the remedy costs more than the lifecycle's terms allow without the leadership's approval, or the problem is of a class whose remedies all need it, and
    /// it has none yet (R34).
    /// </summary>
    public bool NeedsRemedyApproval => _remedy is { IsApproved: false, Cost: { } cost }
        && (cost > Lifecycle.Terms.MajorRemedyAbove || Request.Severity >= Lifecycle.Terms.MajorRemedyFrom);

    /// <summary>Gets how it belongs to other tickets.</summary>
    public IReadOnlyList<TicketLink> Links => _links;

    /// <summary>Gets how far each line of a return has come (R19); empty for other tickets.</summary>
    public IReadOnlyList<ReturnLine> Lines => Array.AsReadOnly(_lines);

    /// <summary>Gets the last event: after <see cref="Open(TicketId, ServiceRequest, Lifecycle, Instant, Actor)"/> the opening.</summary>
    public TicketEvent LastEvent => _recent;

    /// <summary>Gets the last events, at most 16, oldest first: those whose action ids are still recognised.</summary>
    public IReadOnlyList<TicketEvent> RecentEvents => [.. Remembered().Reverse()];

    /// <summary>Says whether all properties are equal.</summary>
    /// <param name="other">The other ticket.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(Ticket? other) => ReferenceEquals(this, other) || (other is not null
        && Version == other.Version && Reminders == other.Reminders && Since == other.Since
        && (Level, ReworkCount, FailedVisits, IsRaised) == (other.Level, other.ReworkCount, other.FailedVisits, other.IsRaised)
        && _origin.Equals(other._origin) && State.Equals(other.State) && Request.Equals(other.Request)
        && _handling.Equals(other._handling) && _visits.Equals(other._visits) && _remedy.Equals(other._remedy)
        && FirstResolvedAt == other.FirstResolvedAt && LastResolvedAt == other.LastResolvedAt
        && ReopenReasons.SequenceEqual(other.ReopenReasons, StringComparer.Ordinal) && _links.Equals(other._links) && _lines.SequenceEqual(other._lines)
        && Remembered().SequenceEqual(other.Remembered()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Ticket);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Version, State.Name, Since, Request);

    /// <summary>Returns lifecycle, id, state and version: "repair T-4711: on site (version 9)".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Lifecycle.Name} {Id}: {TicketWords.OfState(State.Name, chinese: false)} (version {Version})");

    /// <summary>The lines for the guards, which are asked at each action: nobody changes the array.</summary>
    internal ReturnLine[] LineArray => _lines;

    /// <summary>The last sixteen events, newest first.</summary>
    private IEnumerable<TicketEvent> Remembered()
    {
        int left = RememberedEvents;
        for (TicketEvent? chain = _recent; chain is not null; chain = ReferenceEquals(chain, _recent) ? _older : null)
        {
            for (TicketEvent? one = chain; one is not null && left > 0; one = one.Before, left--)
            {
                yield return one;
            }
        }
    }
}
