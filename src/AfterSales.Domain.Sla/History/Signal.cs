namespace AfterSales.Domain.Sla;

/// <summary>Something that happened to a ticket and that starts, stops or ends clocks.</summary>
/// <remarks>
/// An open set: the well-known signals are here, a host adds its own with <see cref="Named"/>. Two signals are equal when their names are.
/// The default value names nothing; reading its <see cref="Name"/> throws. This type is immutable.
/// </remarks>
public readonly record struct Signal
{
    private readonly string? _name;

    private Signal(string name) => _name = name;

    /// <summary>Gets "received": the request reached the company: its mail server, its switchboard; not when it was fetched.</summary>
    public static Signal Received { get; } = new("received");

    /// <summary>Gets "received-outbound": an agent opened the ticket, so nobody waits for a first answer.</summary>
    public static Signal ReceivedOutbound { get; } = new("received-outbound");

    /// <summary>Gets "call-missed": a call was not picked up, because the line was busy or for another reason (R04).</summary>
    public static Signal CallMissed { get; } = new("call-missed");

    /// <summary>Gets "picked-up": a call was picked up (R04).</summary>
    public static Signal PickedUp { get; } = new("picked-up");

    /// <summary>Gets "called-back": a missed caller was called back (R04, R09).</summary>
    public static Signal CalledBack { get; } = new("called-back");

    /// <summary>Gets "customer-message": the customer wrote.</summary>
    public static Signal CustomerMessage { get; } = new("customer-message");

    /// <summary>Gets "reply": a person answered the customer in public.</summary>
    public static Signal Reply { get; } = new("reply");

    /// <summary>Gets "automatic-reply": software answered; well-known so that no objective takes it for a reply.</summary>
    public static Signal AutomaticReply { get; } = new("automatic-reply");

    /// <summary>Gets "progress-reported": the technician told the service centre how the work goes (R13).</summary>
    public static Signal ProgressReported { get; } = new("progress-reported");

    /// <summary>Gets "progress-told": the service centre told the customer how the work goes (R13).</summary>
    public static Signal ProgressTold { get; } = new("progress-told");

    /// <summary>Gets "task-received": the technician received the task (R06–R08).</summary>
    public static Signal TaskReceived { get; } = new("task-received");

    /// <summary>Gets "handed-over": the ticket went to another team; handing it to the same team is no event.</summary>
    public static Signal HandedOver { get; } = new("handed-over");

    /// <summary>Gets "visit-agreed": the time of a visit was agreed with the customer (R08).</summary>
    public static Signal VisitAgreed { get; } = new("visit-agreed");

    /// <summary>Gets "arrived": the technician arrived on site (R06, R07).</summary>
    public static Signal Arrived { get; } = new("arrived");

    /// <summary>Gets "visit-failed": nobody was there, or the visit could not be made.</summary>
    public static Signal VisitFailed { get; } = new("visit-failed");

    /// <summary>Gets "handed-to-support": the problem went to technical support (R11, R16).</summary>
    public static Signal HandedToSupport { get; } = new("handed-to-support");

    /// <summary>Gets "solution-proposed": a solution was proposed to the customer (R11).</summary>
    public static Signal SolutionProposed { get; } = new("solution-proposed");

    /// <summary>Gets "resolved": the problem is solved as far as the company knows.</summary>
    public static Signal Resolved { get; } = new("resolved");

    /// <summary>Gets "confirmed": the customer confirmed the solution (R21).</summary>
    public static Signal Confirmed { get; } = new("confirmed");

    /// <summary>Gets "reopened": the problem was taken up again (R21).</summary>
    public static Signal Reopened { get; } = new("reopened");

    /// <summary>Gets "merged": the ticket was merged into another.</summary>
    public static Signal Merged { get; } = new("merged");

    /// <summary>Gets "converted": the ticket became one of another kind.</summary>
    public static Signal Converted { get; } = new("converted");

    /// <summary>Gets "split": a part of the ticket became another ticket.</summary>
    public static Signal Split { get; } = new("split");

    /// <summary>Gets "cancelled": the request was taken back.</summary>
    public static Signal Cancelled { get; } = new("cancelled");

    /// <summary>Gets the well-known signals, in the order in which a ticket usually meets them.</summary>
    public static IReadOnlyList<Signal> WellKnown { get; } =
    [
        Received, ReceivedOutbound, CallMissed, PickedUp, CalledBack, CustomerMessage,
        Reply, AutomaticReply, ProgressReported, ProgressTold, TaskReceived, HandedOver,
        VisitAgreed, Arrived, VisitFailed, HandedToSupport, SolutionProposed, Resolved,
        Confirmed, Reopened, Merged, Converted, Split, Cancelled,
    ];

    /// <summary>Gets the name: 1 to 64 characters of a–z, 0–9 and '-'.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Name => _name ?? throw NameRule.DefaultValue(nameof(Signal));

    /// <summary>Makes the signal of this name.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The signal; equal to the well-known one when the name is one of theirs.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    public static Signal Named(string name) => new(NameRule.Checked(name, "signal", nameof(name)));

    /// <summary>Returns the name, or "(no signal)" for the default value.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => _name ?? "(no signal)";
}
