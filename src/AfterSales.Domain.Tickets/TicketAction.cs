using System.Globalization;
using AfterSales.Domain.Requests;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Tickets;

/// <summary>What somebody wants to do with a ticket: a trigger and what is given with it.</summary>
/// <remarks>
/// <see cref="Of"/> makes an action of a bare trigger; the factories make those that need something. A host's own details are texts by name. Two actions
/// are equal when trigger and all details are. This type is immutable and safe for use by several threads; each verb returns a changed copy.
/// </remarks>
public sealed partial class TicketAction : IEquatable<TicketAction>
{
    /// <summary>How many texts of its own a host may give with one action.</summary>
    public const int MaximumTexts = 32;

    private const int MaximumReason = 2000;

    private ValueList<LineQuantity> _lines = ValueList<LineQuantity>.Empty;
    private ValueList<KeyValuePair<string, string>> _texts = ValueList<KeyValuePair<string, string>>.Empty;

    private TicketAction(Trigger trigger) => Trigger = trigger;

    private TicketAction(TicketAction source)
    {
        Trigger = source.Trigger;
        Assignee = source.Assignee;
        Team = source.Team;
        Reason = source.Reason;
        Request = source.Request;
        Time = source.Time;
        Amount = source.Amount;
        Link = source.Link;
        Person = source.Person;
        _lines = source._lines;
        _texts = source._texts;
    }

    /// <summary>Gets the trigger.</summary>
    public Trigger Trigger { get; }

    /// <summary>Gets the person who is to do the work, or null.</summary>
    public PersonId? Assignee { get; private init; }

    /// <summary>Gets the team or provider that is to do it, or null.</summary>
    public TeamId? Team { get; private init; }

    /// <summary>Gets the reason, the proposal or another note, or null.</summary>
    public string? Reason { get; private init; }

    /// <summary>Gets the request as it is from now on, or null.</summary>
    public ServiceRequest? Request { get; private init; }

    /// <summary>Gets an appointment or the instant at which something ends, or null.</summary>
    public Instant? Time { get; private init; }

    /// <summary>Gets money in the host's currency, or null.</summary>
    public decimal? Amount { get; private init; }

    /// <summary>Gets quantities by line; empty when none are given.</summary>
    public IReadOnlyList<LineQuantity> Lines => _lines;

    /// <summary>Gets another ticket, or null.</summary>
    public TicketLink? Link { get; private init; }

    /// <summary>Gets the person whom it is about, such as the one complained of, or null.</summary>
    public PersonId? Person { get; private init; }

    /// <summary>Gets the host's own texts, ordered by the UTF-16 code units of their names.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Texts => _texts;

    /// <summary>Gets one bit for each well-known detail that is given, in the order of <see cref="ActionDetail.WellKnown"/>.</summary>
    internal int GivenMask =>
        (Assignee is null ? 0 : 1) | (Team is null ? 0 : 2) | (Reason is null ? 0 : 4) | (Request is null ? 0 : 8) | (Time is null ? 0 : 16)
        | (Amount is null ? 0 : 32) | (_lines.Count == 0 ? 0 : 64) | (Link is null ? 0 : 128) | (Person is null ? 0 : 256);

    /// <summary>Makes an action of a bare trigger.</summary>
    /// <param name="trigger">The trigger.</param>
    /// <returns>The action.</returns>
    /// <exception cref="ArgumentException"><paramref name="trigger"/> is the default value.</exception>
    public static TicketAction Of(Trigger trigger) => trigger.IsDefault
        ? throw new ArgumentException("An action needs a trigger; the default value names none.", nameof(trigger))
        : new TicketAction(trigger);

    /// <summary>Returns a copy that gives the work to a person.</summary>
    /// <param name="assignee">The person.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="assignee"/> is the default value.</exception>
    public TicketAction WithAssignee(PersonId assignee) => new(this) { Assignee = new PersonId(assignee.Value) };

    /// <summary>Returns a copy that gives the work to a team or provider.</summary>
    /// <param name="team">The team.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="team"/> is the default value.</exception>
    public TicketAction WithTeam(TeamId team) => new(this) { Team = new TeamId(team.Value) };

    /// <summary>Returns a copy with a reason, a proposal or another note.</summary>
    /// <param name="reason">1 to 2,000 characters, not only white space.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty, only white space, or longer.</exception>
    public TicketAction WithReason(string reason) => new(this) { Reason = TicketText.Checked(reason, "reason", MaximumReason, nameof(reason)) };

    /// <summary>Returns a copy with the request as it is from now on.</summary>
    /// <param name="request">The whole request, not only what changes.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public TicketAction WithRequest(ServiceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new(this) { Request = request };
    }

    /// <summary>Returns a copy with an appointment or the instant at which something ends.</summary>
    /// <param name="time">The instant.</param>
    /// <returns>The changed copy.</returns>
    public TicketAction WithTime(Instant time) => new(this) { Time = time };

    /// <summary>Returns a copy with money.</summary>
    /// <param name="amount">In the host's currency, at least 0.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is less than 0.</exception>
    public TicketAction WithAmount(decimal amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount);
        return new(this) { Amount = amount };
    }

    /// <summary>Returns a copy with quantities by line.</summary>
    /// <param name="lines">The quantities, at most 1,000, each line once.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is null.</exception>
    /// <exception cref="ArgumentException">A line is named twice, a quantity is the default value, or there are more than 1,000.</exception>
    public TicketAction WithLines(IEnumerable<LineQuantity> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ValueList<LineQuantity> given = ValueList<LineQuantity>.Of(lines);
        if (given.Count > ReturnLine.MaximumLines)
        {
            throw new ArgumentException(FormattableString.Invariant($"There are {given.Count} lines; at most {ReturnLine.MaximumLines} are allowed."), nameof(lines));
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (LineQuantity line in given)
        {
            if (line.IsDefault || !names.Add(line.Line))
            {
                throw new ArgumentException(line.IsDefault ? "A quantity is the default value, which belongs to no line." : $"Line {line.Line} is given twice.", nameof(lines));
            }
        }

        return new(this) { _lines = given };
    }

    /// <summary>Returns a copy that names another ticket.</summary>
    /// <param name="link">The link.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="link"/> is the default value.</exception>
    public TicketAction WithLink(TicketLink link) => new(this) { Link = new TicketLink(link.Kind, link.Ticket) };

    /// <summary>Returns a copy that names the person whom it is about.</summary>
    /// <param name="person">The person.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="person"/> is the default value.</exception>
    public TicketAction WithPerson(PersonId person) => new(this) { Person = new PersonId(person.Value) };

    /// <summary>Returns a copy with a text of the host's own, instead of the one that it may have had.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-', not one of the well-known details.</param>
    /// <param name="text">1 to 2,000 characters, not only white space.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An argument is not allowed, or there are 32 other texts already.</exception>
    public TicketAction With(string name, string text)
    {
        ActionDetail detail = ActionDetail.Named(name);
        TicketText.Checked(text, "text", MaximumReason, nameof(text));
        if (ActionDetail.WellKnown.Contains(detail))
        {
            throw new ArgumentException($"\"{name}\" is a typed detail; give it with its own verb.", nameof(name));
        }

        KeyValuePair<string, string>[] others = [.. _texts.Where(pair => !string.Equals(pair.Key, name, StringComparison.Ordinal))];
        return others.Length < MaximumTexts
            ? new(this)
            {
                _texts = ValueList<KeyValuePair<string, string>>.Of(
                    others.Append(new KeyValuePair<string, string>(name, text)).OrderBy(pair => pair.Key, StringComparer.Ordinal)),
            }
            : throw new ArgumentException(FormattableString.Invariant($"The action has {others.Length} texts already; at most {MaximumTexts} are allowed."), nameof(name));
    }

    /// <summary>Says whether a detail is given.</summary>
    /// <param name="detail">The detail.</param>
    /// <returns>True when it is.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="detail"/> is the default value.</exception>
    public bool Has(ActionDetail detail) => MaskOf(detail) is > 0 and int bit ? (GivenMask & bit) != 0 : Text(detail.Name) is not null;

    /// <summary>Reads a text of the host's own.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The text, or null when it is not given.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public string? Text(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        foreach (KeyValuePair<string, string> pair in _texts)
        {
            if (string.Equals(pair.Key, name, StringComparison.Ordinal))
            {
                return pair.Value;
            }
        }

        return null;
    }

    /// <summary>Says whether trigger and all details are equal.</summary>
    /// <param name="other">The other action.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(TicketAction? other) => ReferenceEquals(this, other) || (other is not null
        && (Trigger, Assignee, Team, Reason, Time, Amount, Link) == (other.Trigger, other.Assignee, other.Team, other.Reason, other.Time, other.Amount, other.Link)
        && Person == other.Person
        && Equals(Request, other.Request)
        && _lines.Equals(other._lines)
        && _texts.Equals(other._texts));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TicketAction);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Trigger, Assignee, Team, Reason, Time, Amount, HashCode.Combine(Link, Person, Request, _lines, _texts));

    /// <summary>Returns trigger and details: "dispatch (assignee T-17)".</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        string?[] details =
        [
            Assignee is null ? null : $"assignee {Assignee}",
            Team is null ? null : $"team {Team}",
            Reason is null ? null : $"reason \"{Reason}\"",
            Request is null ? null : $"request {Request}",
            Time is { } time ? $"time {InstantPattern.ExtendedIso.Format(time)}" : null,
            Amount is { } amount ? $"amount {amount.ToString(CultureInfo.InvariantCulture)}" : null,
            _lines.Count == 0 ? null : $"lines {string.Join(" and ", _lines)}",
            Link is null ? null : $"{Link}",
            Person is null ? null : $"person {Person}",
            .. _texts.Select(pair => $"{pair.Key} \"{pair.Value}\""),
        ];
        string list = string.Join(", ", details.OfType<string>());
        return list.Length == 0 ? Trigger.Name : $"{Trigger} ({list})";
    }

    /// <summary>The bit of a well-known detail in <see cref="GivenMask"/>; 0 for a host's own.</summary>
    internal static int MaskOf(ActionDetail detail)
    {
        for (int i = 0; i < ActionDetail.WellKnown.Count; i++)
        {
            if (ActionDetail.WellKnown[i] == detail)
            {
                return 1 << i;
            }
        }

        return 0;
    }
}
