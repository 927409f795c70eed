using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Objectives and the calendars they count by, in one version with the instant from which it is in force.</summary>
/// <remarks>
/// Everything is computed from what is given: history + policy + asOf → clocks. Calendars are facts: an open cycle uses the last one published by asOf,
/// a finished one the last published by its end. Immutable and thread-safe; each verb returns a changed copy.
/// </remarks>
public sealed partial class SlaPolicy
{
    /// <summary>How many objectives a policy may have: 256.</summary>
    public const int MaximumObjectives = 256;

    private readonly Objective[] _objectives;

    /// <summary>Makes a policy without calendars; <see cref="With"/> adds them.</summary>
    /// <param name="name">The name that stands in results.</param>
    /// <param name="version">The version, from 1.</param>
    /// <param name="effectiveFrom">From when on cycles that start are judged by it.</param>
    /// <param name="objectives">The objectives, each with a name of its own.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/>, <paramref name="objectives"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, two objectives have one name, there are more than <see cref="MaximumObjectives"/>,
    /// or an objective is to fit within one that the policy does not have.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="version"/> is less than 1.</exception>
    public SlaPolicy(string name, int version, Instant effectiveFrom, IEnumerable<Objective> objectives)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentNullException.ThrowIfNull(objectives);
        _objectives = [.. objectives];
        Check(name, _objectives);
        Name = name;
        Version = version;
        EffectiveFrom = effectiveFrom;
        Objectives = Array.AsReadOnly(_objectives);
        Book = new CalendarBook([]);
    }

    private SlaPolicy(SlaPolicy other, CalendarBook book)
    {
        _objectives = other._objectives;
        Name = other.Name;
        Version = other.Version;
        EffectiveFrom = other.EffectiveFrom;
        Objectives = other.Objectives;
        Book = book;
        Accepted = other.Accepted;
    }

    /// <summary>Gets the name that stands in results.</summary>
    public string Name { get; }

    /// <summary>Gets the version; from 1.</summary>
    public int Version { get; }

    /// <summary>Gets from when on cycles that start are judged by it (see <see cref="PolicyHistory"/>).</summary>
    public Instant EffectiveFrom { get; }

    /// <summary>Gets the objectives, in the order given.</summary>
    public IReadOnlyList<Objective> Objectives { get; }

    /// <summary>Gets the calendars with the instants at which they were published, in the order in which they were added.</summary>
    public IReadOnlyList<PublishedCalendar> Calendars => Book.Calendars;

    internal CalendarBook Book { get; }

    /// <summary>Gives the policy calendars that are known from the beginning.</summary>
    /// <param name="calendars">The calendars; each name once.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendars"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">The policy has a calendar of that name already; a newer one is published.</exception>
    public SlaPolicy With(params IEnumerable<BusinessCalendar> calendars)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        List<PublishedCalendar> all = [.. Calendars];
        foreach (BusinessCalendar calendar in calendars)
        {
            ArgumentNullException.ThrowIfNull(calendar, nameof(calendars));
            if (all.Exists(one => string.Equals(one.Calendar.Name, calendar.Name, StringComparison.Ordinal)))
            {
                throw new ArgumentException($"The policy has a calendar \"{calendar.Name}\" already; publish the newer one with WithPublished.", nameof(calendars));
            }

            all.Add(new PublishedCalendar(calendar, Instant.MinValue));
        }

        return new SlaPolicy(this, new CalendarBook(all.AsReadOnly()));
    }

    /// <summary>Publishes a calendar, or a newer one of the same name: cycles that are open then, and those that start later, count by it.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="publishedAt">From when on it is known; after the last one of its name. The first one of a name counts before it too: there is no other.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentException">A calendar of its name was published at or after <paramref name="publishedAt"/>.</exception>
    public SlaPolicy WithPublished(BusinessCalendar calendar, Instant publishedAt)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        PublishedCalendar? last = Calendars.LastOrDefault(one => string.Equals(one.Calendar.Name, calendar.Name, StringComparison.Ordinal));
        if (last is not null && last.PublishedAt >= publishedAt)
        {
            throw new ArgumentException($"The calendar \"{calendar.Name}\" was published at {last.PublishedAt}; a newer one has to be published after that.", nameof(publishedAt));
        }

        List<PublishedCalendar> all = [.. Calendars, new PublishedCalendar(calendar, publishedAt)];
        return new SlaPolicy(this, new CalendarBook(all.AsReadOnly()));
    }

    /// <summary>Publishes a calendar as <see cref="WithPublished"/> does, and can tell which dues of open tickets that moves.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="at">From when on it is known; after the last one of its name.</param>
    /// <returns>The policy from then on, and the moves.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentException">A calendar of its name was published at or after <paramref name="at"/>.</exception>
    public CalendarPublication Publish(BusinessCalendar calendar, Instant at) => new(this, calendar, at);

    /// <summary>Computes every cycle of every objective for a ticket, as of an instant.</summary>
    /// <param name="history">What happened to the ticket.</param>
    /// <param name="asOf">The instant to look from; events after it are left out, and a ticket opened after it has no cycles.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is null.</exception>
    public SlaReport Track(SlaHistory history, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(history);
        return SlaReport.Of(this, history, asOf);
    }

    /// <summary>Begins to follow a ticket event by event; at every point the tracker's report equals <see cref="Track"/> of all events so far.</summary>
    /// <returns>A tracker, which is not thread-safe.</returns>
    public SlaTracker StartTracking() => new(this);

    /// <summary>Returns name, version and the number of objectives.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name} v{Version}: {_objectives.Length} objectives";

    private static void Check(string policy, Objective[] objectives)
    {
        if (objectives.Length > MaximumObjectives)
        {
            throw new ArgumentException($"The policy {policy} has {objectives.Length} objectives; at most {MaximumObjectives} are allowed.", nameof(objectives));
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (Objective objective in objectives)
        {
            ArgumentNullException.ThrowIfNull(objective, nameof(objectives));
            if (!names.Add(objective.Name))
            {
                throw new ArgumentException($"The policy {policy} has two objectives \"{objective.Name}\"; each name may stand once.", nameof(objectives));
            }
        }

        foreach (Objective objective in objectives)
        {
            if (objective.WithinObjective is { } outer && !names.Contains(outer))
            {
                throw new ArgumentException($"The objective \"{objective.Name}\" is to fit within \"{outer}\", which the policy {policy} does not have.", nameof(objectives));
            }
        }
    }
}
