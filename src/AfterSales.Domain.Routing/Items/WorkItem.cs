namespace AfterSales.Domain.Routing;

/// <summary>A piece of work that somebody has to get: what is asked, since when it waits, and what it takes.</summary>
/// <remarks>
/// Severity, priority, language, region and product line are the request's. Two items are equal when everything in them is.
/// This type is immutable and safe for use by several threads; each verb returns a changed copy.
/// </remarks>
public sealed class WorkItem : IEquatable<WorkItem>
{
    /// <summary>The largest size of an item, in units: 1,000.</summary>
    public const int MaximumSize = 1000;

    /// <summary>How many skills, languages or excluded people an item may name: 64 of each.</summary>
    public const int MaximumNeeds = 64;

    private SkillNeed[] _skills = [];
    private SpokenLanguage[] _requiredLanguages = [];
    private SpokenLanguage[] _preferredLanguages;
    private PersonId[] _excluded = [];

    /// <summary>Makes an item of one unit that asks for no skill; a language that the request names is preferred.</summary>
    /// <param name="id">The host's identifier.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="createdAt">When the work came up.</param>
    /// <param name="queuedAt">When it began to wait for somebody: the relaxation steps and the order of the queue count from here.</param>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="queuedAt"/> is before <paramref name="createdAt"/>.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is the default value.</exception>
    public WorkItem(WorkItemId id, ServiceRequest request, Instant createdAt, Instant queuedAt)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (queuedAt < createdAt)
        {
            throw new ArgumentException("An item cannot be queued before it was created.", nameof(queuedAt));
        }

        Id = new WorkItemId(id.Value);
        Request = request;
        CreatedAt = createdAt;
        QueuedAt = queuedAt;
        _preferredLanguages = request.Language is { } language ? [language] : [];
    }

    private WorkItem(WorkItem source)
    {
        Id = source.Id;
        Request = source.Request;
        CreatedAt = source.CreatedAt;
        QueuedAt = source.QueuedAt;
        Size = source.Size;
        Due = source.Due;
        Point = source.Point;
        LastTechnician = source.LastTechnician;
        MayBeOutsourced = source.MayBeOutsourced;
        _skills = source._skills;
        _requiredLanguages = source._requiredLanguages;
        _preferredLanguages = source._preferredLanguages;
        _excluded = source._excluded;
    }

    /// <summary>Gets the host's identifier.</summary>
    public WorkItemId Id { get; }

    /// <summary>Gets what is asked.</summary>
    public ServiceRequest Request { get; }

    /// <summary>Gets when the work came up.</summary>
    public Instant CreatedAt { get; }

    /// <summary>Gets when it began to wait for somebody.</summary>
    public Instant QueuedAt { get; }

    /// <summary>Gets how many units of a technician's capacity it takes, from 1 (the default) to 1,000.</summary>
    public int Size { get; private init; } = 1;

    /// <summary>Gets when it has to be done, or null.</summary>
    public Instant? Due { get; private init; }

    /// <summary>Gets where the work is to be done, or null.</summary>
    public GeoPoint? Point { get; private init; }

    /// <summary>Gets who worked on it, or for this customer, last; null when nobody did.</summary>
    public PersonId? LastTechnician { get; private init; }

    /// <summary>Gets a value indicating whether a service provider may do it (R17); false by default.</summary>
    public bool MayBeOutsourced { get; private init; }

    /// <summary>Gets the skills that it asks for, in the order in which they were named.</summary>
    public IReadOnlyList<SkillNeed> Skills => Array.AsReadOnly(_skills);

    /// <summary>Gets the languages of which all must be spoken.</summary>
    public IReadOnlyList<SpokenLanguage> RequiredLanguages => Array.AsReadOnly(_requiredLanguages);

    /// <summary>Gets the languages of which each scores when spoken; the request's own first.</summary>
    public IReadOnlyList<SpokenLanguage> PreferredLanguages => Array.AsReadOnly(_preferredLanguages);

    /// <summary>Gets who must not get it: the person complained of, somebody whom the customer refused.</summary>
    public IReadOnlyList<PersonId> Excluded => Array.AsReadOnly(_excluded);

    internal SkillNeed[] SkillArray => _skills;

    internal SpokenLanguage[] RequiredLanguageArray => _requiredLanguages;

    internal SpokenLanguage[] PreferredLanguageArray => _preferredLanguages;

    internal PersonId[] ExcludedArray => _excluded;

    internal string? Region => Request.Region;

    internal bool IsTiedToAPlace => Request.Region is not null || Point is not null;

    /// <summary>Returns a copy of this size.</summary>
    /// <param name="units">From 1 to 1,000 units of a technician's capacity.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is outside that range.</exception>
    public WorkItem OfSize(int units) => new(this)
    {
        Size = units is >= 1 and <= MaximumSize
            ? units
            : throw new ArgumentOutOfRangeException(nameof(units), units, "A size lies from 1 to 1000 units."),
    };

    /// <summary>Returns a copy that has to be done by an instant.</summary>
    /// <param name="due">When it has to be done.</param>
    /// <returns>The changed copy.</returns>
    public WorkItem DueAt(Instant due) => new(this) { Due = due };

    /// <summary>Returns a copy that is to be done at a point.</summary>
    /// <param name="point">Where.</param>
    /// <returns>The changed copy.</returns>
    public WorkItem At(GeoPoint point) => new(this) { Point = point };

    /// <summary>Returns a copy that remembers who worked on it, or for this customer, last.</summary>
    /// <param name="technician">Who.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="technician"/> is the default value.</exception>
    public WorkItem LastServedBy(PersonId technician) => new(this) { LastTechnician = new PersonId(technician.Value) };

    /// <summary>Returns a copy that a service provider may do (R17).</summary>
    /// <returns>The changed copy.</returns>
    public WorkItem AllowingProviders() => new(this) { MayBeOutsourced = true };

    /// <summary>Returns a copy that asks for a skill that is never dropped.</summary>
    /// <param name="skill">The skill.</param>
    /// <param name="minimumLevel">The lowest level that will do, from 1 to 5.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException">The item asks for this skill already, or for 64 others.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimumLevel"/> is outside 1 to 5.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="skill"/> is the default value.</exception>
    public WorkItem Requiring(Skill skill, int minimumLevel) =>
        Asking(new SkillNeed(Skill.Named(skill.Name), Skill.CheckedLevel(minimumLevel, nameof(minimumLevel)), dropGroup: null), nameof(skill));

    /// <summary>Returns a copy that asks for a skill until a relaxation step drops its group.</summary>
    /// <param name="skill">The skill.</param>
    /// <param name="minimumLevel">The lowest level that will do, from 1 to 5.</param>
    /// <param name="dropGroup">The name that relaxation steps drop: 1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dropGroup"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="dropGroup"/> is no name, or the item asks for this skill already, or for 64 others.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimumLevel"/> is outside 1 to 5.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="skill"/> is the default value.</exception>
    public WorkItem Preferring(Skill skill, int minimumLevel, string dropGroup) => Asking(
        new SkillNeed(
            Skill.Named(skill.Name),
            Skill.CheckedLevel(minimumLevel, nameof(minimumLevel)),
            NameRule.Checked(dropGroup, "drop group", nameof(dropGroup))),
        nameof(skill));

    /// <summary>Returns a copy that asks for a language that is never dropped.</summary>
    /// <param name="language">The language.</param>
    /// <returns>The changed copy; the same as this when the language is required already.</returns>
    /// <exception cref="ArgumentException">The item requires 64 languages already.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="language"/> is the default value.</exception>
    public WorkItem RequiringLanguage(SpokenLanguage language) =>
        new(this) { _requiredLanguages = With(_requiredLanguages, SpokenLanguage.Named(language.Name), nameof(language)) };

    /// <summary>Returns a copy for which one more language scores when spoken (R15).</summary>
    /// <param name="language">The language or dialect.</param>
    /// <returns>The changed copy; the same as this when the language is preferred already.</returns>
    /// <exception cref="ArgumentException">The item prefers 64 languages already.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="language"/> is the default value.</exception>
    public WorkItem PreferringLanguage(SpokenLanguage language) =>
        new(this) { _preferredLanguages = With(_preferredLanguages, SpokenLanguage.Named(language.Name), nameof(language)) };

    /// <summary>Returns a copy that somebody must not get.</summary>
    /// <param name="person">Who.</param>
    /// <returns>The changed copy; the same as this when he is excluded already.</returns>
    /// <exception cref="ArgumentException">The item excludes 64 people already.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="person"/> is the default value.</exception>
    public WorkItem Excluding(PersonId person) => new(this) { _excluded = With(_excluded, new PersonId(person.Value), nameof(person)) };

    /// <summary>Says whether both items agree in everything.</summary>
    /// <param name="other">The other item.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(WorkItem? other) =>
        ReferenceEquals(this, other) || (other is not null
            && (Id, CreatedAt, QueuedAt, Size, Due, Point) == (other.Id, other.CreatedAt, other.QueuedAt, other.Size, other.Due, other.Point)
            && (LastTechnician, MayBeOutsourced) == (other.LastTechnician, other.MayBeOutsourced)
            && Request.Equals(other.Request)
            && _skills.AsSpan().SequenceEqual(other._skills)
            && _requiredLanguages.AsSpan().SequenceEqual(other._requiredLanguages)
            && _preferredLanguages.AsSpan().SequenceEqual(other._preferredLanguages)
            && _excluded.AsSpan().SequenceEqual(other._excluded));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WorkItem);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Request, QueuedAt, Size, Due, Point, _skills.Length);

    /// <summary>Returns id, request, skills and size, as in "W-7: repair, severity urgent; compressor ≥ 3; 2 units".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"{Id}: {Request}{(_skills.Length == 0 ? "" : "; " + string.Join(", ", _skills))}; {Size} {(Size == 1 ? "unit" : "units")}");

    internal bool Excludes(PersonId person) => Array.IndexOf(_excluded, person) >= 0;

    private static T[] With<T>(T[] present, T added, string parameterName)
        where T : struct, IEquatable<T>
    {
        if (Array.IndexOf(present, added) >= 0)
        {
            return present;
        }

        return present.Length < MaximumNeeds
            ? [.. present, added]
            : throw new ArgumentException(FormattableString.Invariant($"At most {MaximumNeeds} are allowed."), parameterName);
    }

    private WorkItem Asking(SkillNeed need, string parameterName)
    {
        foreach (SkillNeed present in _skills)
        {
            if (present.Skill == need.Skill)
            {
                throw new ArgumentException($"The item asks for {present} already.", parameterName);
            }
        }

        return new WorkItem(this) { _skills = With(_skills, need, parameterName) };
    }
}
