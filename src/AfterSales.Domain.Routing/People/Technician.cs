namespace AfterSales.Domain.Routing;

/// <summary>Somebody who can get work, as of one instant: what he can do, when and where he works, and how much he carries.</summary>
/// <remarks>
/// A snapshot that the host makes from its own records. Two technicians are equal when everything in them is; business calendars are compared by their own
/// equality. This type is immutable and safe for use by several threads; each verb returns a changed copy.
/// </remarks>
public sealed partial class Technician : IEquatable<Technician>
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
