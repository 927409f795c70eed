namespace AfterSales.Domain.Tickets;

/// <summary>Something that an action can carry, by name, so that a table can say what must be given.</summary>
/// <remarks>
/// The well-known details are typed properties of <see cref="TicketAction"/>; a host adds texts of its own with <see cref="Named"/>. Two details are equal
/// when their names are. The default value names nothing; reading its <see cref="Name"/> throws. This type is immutable.
/// </remarks>
public readonly record struct ActionDetail
{
    private readonly string? _name;

    private ActionDetail(string name) => _name = name;

    /// <summary>Gets the person who is to do the work: <see cref="TicketAction.Assignee"/>.</summary>
    public static ActionDetail Assignee { get; } = new("assignee");

    /// <summary>Gets the team or provider: <see cref="TicketAction.Team"/>.</summary>
    public static ActionDetail Team { get; } = new("team");

    /// <summary>Gets the reason: <see cref="TicketAction.Reason"/>.</summary>
    public static ActionDetail Reason { get; } = new("reason");

    /// <summary>Gets the request as it is from now on: <see cref="TicketAction.Request"/>.</summary>
    public static ActionDetail Request { get; } = new("request");

    /// <summary>Gets an appointment or a last day: <see cref="TicketAction.Time"/>.</summary>
    public static ActionDetail Time { get; } = new("time");

    /// <summary>Gets money: <see cref="TicketAction.Amount"/>.</summary>
    public static ActionDetail Amount { get; } = new("amount");

    /// <summary>Gets quantities by line: <see cref="TicketAction.Lines"/>.</summary>
    public static ActionDetail Lines { get; } = new("lines");

    /// <summary>Gets another ticket: <see cref="TicketAction.Link"/>.</summary>
    public static ActionDetail Link { get; } = new("link");

    /// <summary>Gets the person whom it is about: <see cref="TicketAction.Person"/>.</summary>
    public static ActionDetail Person { get; } = new("person");

    /// <summary>Gets the details that are typed properties of an action.</summary>
    public static IReadOnlyList<ActionDetail> WellKnown { get; } =
        Array.AsReadOnly<ActionDetail>([Assignee, Team, Reason, Request, Time, Amount, Lines, Link, Person]);

    /// <summary>Gets the name: 1 to 64 characters of a–z, 0–9 and '-'.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Name => _name ?? throw NameRule.DefaultValue(nameof(ActionDetail));

    /// <summary>Makes the detail of this name.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The detail; equal to the well-known one when the name is one of theirs, else a text of the host's.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    public static ActionDetail Named(string name) => new(NameRule.Checked(name, "detail", nameof(name)));

    /// <summary>Returns the name, or "(no detail)" for the default value.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => _name ?? "(no detail)";
}
