namespace AfterSales.Domain.Routing;

/// <summary>Somebody who can get work, as of one instant: what he can do, when and where he works, and how much he carries.</summary>
/// <remarks>
/// A snapshot that the host makes from its own records. Two technicians are equal when everything in them is; business calendars are compared by their own
/// equality. This type is immutable and safe for use by several threads; each verb returns a changed copy.
/// </remarks>
public sealed class Technician : IEquatable<Technician>
{
    /// <summary>The largest capacity, in units: 1,000.</summary>
    public const int MaximumCapacity = 1000;

    /// <summary>The largest load, in units: 1,000,000. A load above the capacity is legal: somebody carries too much.</summary>
    public const int MaximumLoad = 1_000_000;

    /// <summary>The largest travel radius in metres: 2,000 km.</summary>
    public const int MaximumTravelRadius = 2_000_000;

    private SortedDictionary<string, int> _skills = new(StringComparer.Ordinal);
    private SortedDictionary<string, int> _products = new(StringComparer.Ordinal);
    private SpokenLanguage[] _languages = [];
    private string[] _regions = [];
    private Instant[] _assignments = [];
    private Presence _presence;

    /// <summary>Makes a technician of the company's own staff with a capacity of one unit and nothing to do.</summary>
    /// <param name="id">The host's identifier.</param>
    /// <param name="grade">How far he has come.</param>
    /// <param name="hours">When he works.</param>
    /// <exception cref="ArgumentNullException"><paramref name="hours"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="grade"/> is unknown or not one of the enumeration.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is the default value.</exception>
    public Technician(PersonId id, Grade grade, BusinessCalendar hours)
    {
        ArgumentNullException.ThrowIfNull(hours);
        Id = new PersonId(id.Value);
        Grade = GradeSet.Checked(grade, nameof(grade));
        _presence = new Presence(hours, []);
    }

    private Technician(Technician source)
    {
        Id = source.Id;
        Grade = source.Grade;
        Capacity = source.Capacity;
        Load = source.Load;
        LastAssigned = source.LastAssigned;
        ServesEverywhere = source.ServesEverywhere;
        Base = source.Base;
        TravelRadius = source.TravelRadius;
        Provider = source.Provider;
        OnCall = source.OnCall;
        _skills = source._skills;
        _products = source._products;
        _languages = source._languages;
        _regions = source._regions;
        _presence = source._presence;
        _assignments = source._assignments;
    }

    /// <summary>Gets the host's identifier.</summary>
    public PersonId Id { get; }

    /// <summary>Gets how far he has come.</summary>
    public Grade Grade { get; private init; }

    /// <summary>Gets when he works, leave not counted.</summary>
    public BusinessCalendar Hours => _presence.Hours;

    /// <summary>Gets how much he can carry at a time, from 1 (the default) to 1,000 units.</summary>
    public int Capacity { get; private init; } = 1;

    /// <summary>Gets how much he carries, in units; 0 by default.</summary>
    public int Load { get; private init; }

    /// <summary>Gets the number of his last assignment in the host's own count; 0 when he never had one.</summary>
    public long LastAssigned { get; private init; }

    /// <summary>Gets a value indicating whether he serves every region and point, as in remote support; false by default.</summary>
    public bool ServesEverywhere { get; private init; }

    /// <summary>Gets where he sets out from, or null.</summary>
    public GeoPoint? Base { get; private init; }

    /// <summary>Gets how far from his base he serves, in metres along the great circle; 0 (the default) when only regions count.</summary>
    public int TravelRadius { get; private init; }

    /// <summary>Gets the service provider whom he works for (R17); null for the company's own staff.</summary>
    public ServiceProvider? Provider { get; private init; }

    /// <summary>Gets when he can be called outside his hours, or null.</summary>
    public BusinessCalendar? OnCall { get; private init; }

    /// <summary>Gets his skills with their levels from 1 to 5, ordered by name.</summary>
    public IReadOnlyList<KeyValuePair<Skill, int>> Skills =>
        Array.AsReadOnly(_skills.Select(pair => new KeyValuePair<Skill, int>(Skill.Named(pair.Key), pair.Value)).ToArray());

    /// <summary>Gets the languages and dialects that he speaks.</summary>
    public IReadOnlyList<SpokenLanguage> Languages => Array.AsReadOnly(_languages);

    /// <summary>Gets the regions that he serves.</summary>
    public IReadOnlyList<string> Regions => Array.AsReadOnly(_regions);

    /// <summary>Gets when he is on leave: half-open intervals.</summary>
    public IReadOnlyList<Interval> Leave => Array.AsReadOnly(_presence.Leave);

    /// <summary>Gets when he was given work of late, in ascending order: what a limit of intake counts.</summary>
    public IReadOnlyList<Instant> Assignments => Array.AsReadOnly(_assignments);

    /// <summary>Gets how many cases of each product line he has handled, ordered by name.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> ProductHistory => Array.AsReadOnly(_products.ToArray());

    internal SpokenLanguage[] LanguageArray => _languages;

    internal string[] RegionArray => _regions;

    internal Instant[] AssignmentArray => _assignments;

    /// <summary>Returns a copy of another grade.</summary>
    /// <param name="grade">How far he has come.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="grade"/> is unknown or not one of the enumeration.</exception>
    public Technician WithGrade(Grade grade) => new(this) { Grade = GradeSet.Checked(grade, nameof(grade)) };

    /// <summary>Returns a copy that has a skill, instead of the level that he may have had.</summary>
    /// <param name="skill">The skill.</param>
    /// <param name="level">From 1 (works under guidance) to 5 (teaches it).</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside 1 to 5.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="skill"/> is the default value.</exception>
    public Technician WithSkill(Skill skill, int level) => new(this)
    {
        _skills = new(_skills, StringComparer.Ordinal) { [skill.Name] = Skill.CheckedLevel(level, nameof(level)) },
    };

    /// <summary>Returns a copy that has handled cases of a product line, instead of the number that he may have had.</summary>
    /// <param name="productLine">The product line in the host's words, as requests name it.</param>
    /// <param name="cases">How many, from 0.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="productLine"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="productLine"/> is empty or only white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cases"/> is negative.</exception>
    public Technician KnowingProduct(string productLine, int cases)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(productLine);
        ArgumentOutOfRangeException.ThrowIfNegative(cases);
        return new(this) { _products = new(_products, StringComparer.Ordinal) { [productLine] = cases } };
    }

    /// <summary>Returns a copy that speaks more languages or dialects.</summary>
    /// <param name="languages">The languages.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="languages"/> is null.</exception>
    /// <exception cref="InvalidOperationException">One is the default value.</exception>
    public Technician Speaking(params SpokenLanguage[] languages)
    {
        ArgumentNullException.ThrowIfNull(languages);
        return new(this) { _languages = [.. _languages.Concat(languages.Select(language => SpokenLanguage.Named(language.Name))).Distinct()] };
    }

    /// <summary>Returns a copy that serves more regions.</summary>
    /// <param name="regions">The regions in the host's words, as requests name them.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="regions"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">One is empty or only white space.</exception>
    public Technician Serving(params string[] regions)
    {
        ArgumentNullException.ThrowIfNull(regions);
        foreach (string region in regions)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(region, nameof(regions));
        }

        return new(this) { _regions = [.. _regions.Concat(regions).Distinct(StringComparer.Ordinal)] };
    }

    /// <summary>Returns a copy that serves every region and point, as in remote support.</summary>
    /// <returns>The changed copy.</returns>
    public Technician ServingEverywhere() => new(this) { ServesEverywhere = true };

    /// <summary>Returns a copy that sets out from a point and serves what lies within a radius of it.</summary>
    /// <param name="point">Where he sets out from.</param>
    /// <param name="travelRadius">Metres along the great circle, from 0 (only the regions that he names) to 2,000,000.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="travelRadius"/> is outside that range.</exception>
    public Technician BasedAt(GeoPoint point, int travelRadius) => new(this)
    {
        Base = point,
        TravelRadius = travelRadius is >= 0 and <= MaximumTravelRadius
            ? travelRadius
            : throw new ArgumentOutOfRangeException(nameof(travelRadius), travelRadius, "A travel radius lies from 0 to 2,000,000 metres."),
    };

    /// <summary>Returns a copy with another capacity.</summary>
    /// <param name="units">From 1 to 1,000.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is outside that range.</exception>
    public Technician WithCapacity(int units) => new(this)
    {
        Capacity = units is >= 1 and <= MaximumCapacity
            ? units
            : throw new ArgumentOutOfRangeException(nameof(units), units, "A capacity lies from 1 to 1000 units."),
    };

    /// <summary>Returns a copy that carries a load.</summary>
    /// <param name="units">From 0 to 1,000,000; above the capacity is legal.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is outside that range.</exception>
    public Technician Carrying(int units) => new(this)
    {
        Load = units is >= 0 and <= MaximumLoad
            ? units
            : throw new ArgumentOutOfRangeException(nameof(units), units, "A load lies from 0 to 1,000,000 units."),
    };

    /// <summary>Returns a copy whose last assignment had this number.</summary>
    /// <param name="sequence">The host's own count of assignments, from 0 (never).</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="sequence"/> is negative.</exception>
    public Technician LastAssignedAs(long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(sequence);
        return new(this) { LastAssigned = sequence };
    }

    /// <summary>Returns a copy with one more leave.</summary>
    /// <param name="leave">When: a half-open interval; without an end he does not come back, without a start he was never there before its end.</param>
    /// <returns>The changed copy.</returns>
    public Technician OnLeave(Interval leave) => new(this) { _presence = _presence.Without(leave) };

    /// <summary>Returns a copy that was given work at more instants: what a limit of intake counts.</summary>
    /// <param name="instants">When.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="instants"/> is null.</exception>
    public Technician AssignedAt(params Instant[] instants)
    {
        ArgumentNullException.ThrowIfNull(instants);
        return new(this) { _assignments = [.. _assignments.Concat(instants).OrderBy(instant => instant)] };
    }

    /// <summary>Returns a copy that works for a service provider (R17).</summary>
    /// <param name="provider">The provider.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="provider"/> is null.</exception>
    public Technician OfProvider(ServiceProvider provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return new(this) { Provider = provider };
    }

    /// <summary>Returns a copy that can be called while a calendar is open: the on-call duty, which the host plans.</summary>
    /// <param name="calendar">When.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public Technician OnCallDuring(BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new(this) { OnCall = calendar };
    }

    /// <summary>Says how well he knows a skill.</summary>
    /// <param name="skill">The skill.</param>
    /// <returns>His level from 1 to 5, or 0 when he does not have it.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="skill"/> is the default value.</exception>
    public int LevelOf(Skill skill) => _skills.TryGetValue(skill.Name, out int level) ? level : 0;

    /// <summary>Says whether he speaks a language.</summary>
    /// <param name="language">The language.</param>
    /// <returns>True when he does.</returns>
    public bool Speaks(SpokenLanguage language) => Array.IndexOf(_languages, language) >= 0;

    /// <summary>Says whether he works at an instant: his hours are open and he is not on leave.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>True when he works.</returns>
    public bool WorksAt(Instant at) => _presence.Contains(at);

    /// <summary>Says whether both agree in everything.</summary>
    /// <param name="other">The other technician.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(Technician? other) =>
        ReferenceEquals(this, other) || (other is not null
            && (Id, Grade, Capacity, Load, LastAssigned, ServesEverywhere) == (other.Id, other.Grade, other.Capacity, other.Load, other.LastAssigned, other.ServesEverywhere)
            && (Base, TravelRadius) == (other.Base, other.TravelRadius)
            && Equals(Provider, other.Provider)
            && _presence.Equals(other._presence)
            && Equals(OnCall, other.OnCall)
            && _skills.SequenceEqual(other._skills)
            && _products.SequenceEqual(other._products)
            && _languages.SequenceEqual(other._languages)
            && _regions.SequenceEqual(other._regions, StringComparer.Ordinal)
            && _assignments.SequenceEqual(other._assignments));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Technician);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Grade, Capacity, Load, LastAssigned, Base, TravelRadius, _skills.Count);

    /// <summary>Returns id, grade, skills and load, as in "T-17, senior, compressor 4, carries 2 of 5 units".</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        string skills = string.Concat(_skills.Select(pair => FormattableString.Invariant($", {pair.Key} {pair.Value}")));
        string provider = Provider is null ? "" : $", of {Provider.Id}";
        return FormattableString.Invariant($"{Id}, {RoutingWords.English(Grade)}{skills}, carries {Load} of {Capacity} units{provider}");
    }

    internal int CasesOf(string productLine) => _products.TryGetValue(productLine, out int cases) ? cases : 0;

    internal Interval? LeaveAt(Instant at) => _presence.LeaveAt(at);

    internal Instant? NextAtWork(Instant at) => _presence.NextAtWork(at);

    internal Duration WorkLeftAt(Instant at) => _presence.WorkLeftAt(at);
}
