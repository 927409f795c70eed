using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Tickets;

/// <summary>A ticket as plain data, for storing and loading: see <see cref="Ticket.ToSnapshot"/> and <see cref="Ticket.From"/>.</summary>
/// <remarks>Mutable, so that any serialiser can fill it; not safe for use by several threads. Nothing is checked before <see cref="Ticket.From"/>.</remarks>
public sealed class TicketSnapshot
{
    /// <summary>The version of this format that this library writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Gets or sets the version of the format.</summary>
    public int Format { get; set; } = CurrentFormat;

    /// <summary>Gets or sets the host's identifier.</summary>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the name of the table.</summary>
    public string Lifecycle { get; set; } = "";

    /// <summary>Gets or sets the name of the state.</summary>
    public string State { get; set; } = "";

    /// <summary>Gets or sets the number of events.</summary>
    public int Version { get; set; }

    /// <summary>Gets or sets what is asked.</summary>
    public ServiceRequest? Request { get; set; }

    /// <summary>Gets or sets when it was opened.</summary>
    public Instant OpenedAt { get; set; }

    /// <summary>Gets or sets who opened it.</summary>
    public Actor OpenedBy { get; set; }

    /// <summary>Gets or sets when it came into its state.</summary>
    public Instant Since { get; set; }

    /// <summary>Gets or sets who has the work; null for none.</summary>
    public PersonId? Assignee { get; set; }

    /// <summary>Gets or sets which team has it; null for none.</summary>
    public TeamId? Team { get; set; }

    /// <summary>Gets or sets the person complained of; null for none.</summary>
    public PersonId? ComplainedOf { get; set; }

    /// <summary>Gets or sets the level of support or appeal.</summary>
    public int Level { get; set; } = 1;

    /// <summary>Gets or sets how often work was done again.</summary>
    public int ReworkCount { get; set; }

    /// <summary>Gets or sets whether the supervisor was called after repeated reopening.</summary>
    public bool IsRaised { get; set; }

    /// <summary>Gets or sets how often the customer was reminded in this state.</summary>
    public int Reminders { get; set; }

    /// <summary>Gets or sets when it was first resolved; null for none.</summary>
    public Instant? FirstResolvedAt { get; set; }

    /// <summary>Gets or sets when it was last resolved; null for none.</summary>
    public Instant? LastResolvedAt { get; set; }

    /// <summary>Gets or sets why it was reopened, each time.</summary>
    public IReadOnlyList<string> ReopenReasons { get; set; } = [];

    /// <summary>Gets or sets the agreed visit; null for none.</summary>
    public Instant? VisitAt { get; set; }

    /// <summary>Gets or sets when an authorisation ends; null for none.</summary>
    public Instant? ExpiresAt { get; set; }

    /// <summary>Gets or sets how often a visit failed.</summary>
    public int FailedVisits { get; set; }

    /// <summary>Gets or sets what the remedy costs; null for none.</summary>
    public decimal? RemedyCost { get; set; }

    /// <summary>Gets or sets whether the leadership approved it.</summary>
    public bool IsRemedyApproved { get; set; }

    /// <summary>Gets or sets how it belongs to other tickets.</summary>
    public IReadOnlyList<TicketLink> Links { get; set; } = [];

    /// <summary>Gets or sets how far each line of a return has come.</summary>
    public IReadOnlyList<ReturnLineSnapshot> Lines { get; set; } = [];

    /// <summary>Gets or sets the last events, at most 16, oldest first.</summary>
    public IReadOnlyList<TicketEvent> RecentEvents { get; set; } = [];
}
