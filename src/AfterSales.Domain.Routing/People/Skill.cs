namespace AfterSales.Domain.Routing;

/// <summary>Something that a technician can do and a work item may ask for: a craft, a product technique, a licence, membership of a support team.</summary>
/// <remarks>
/// An open set: a host names its own ("compressor", "gas-licence"). A level from <see cref="LowestLevel"/> (works under guidance) to
/// <see cref="HighestLevel"/> (teaches it) says how well. Two skills are equal when their names are; they are ordered by the UTF-16 code units of their names.
/// The default value names nothing; reading its <see cref="Name"/> throws. This type is immutable.
/// </remarks>
public readonly record struct Skill : IComparable<Skill>
{
    /// <summary>The lowest level: 1, works under guidance.</summary>
    public const int LowestLevel = 1;

    /// <summary>The highest level: 5, teaches it.</summary>
    public const int HighestLevel = 5;

    private readonly string? _name;

    private Skill(string name) => _name = name;

    /// <summary>Gets the name: 1 to 64 characters of a–z, 0–9 and '-'.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Name => _name ?? throw NameRule.DefaultValue(nameof(Skill));

    /// <summary>Makes the skill of this name.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The skill.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    public static Skill Named(string name) => new(NameRule.Checked(name, "skill", nameof(name)));

    /// <summary>Orders skills by the UTF-16 code units of their names; the default value comes first.</summary>
    /// <param name="other">The other skill.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(Skill other) => string.CompareOrdinal(_name, other._name);

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator <(Skill left, Skill right) => left.CompareTo(right) < 0;

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator >(Skill left, Skill right) => left.CompareTo(right) > 0;

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator <=(Skill left, Skill right) => left.CompareTo(right) <= 0;

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator >=(Skill left, Skill right) => left.CompareTo(right) >= 0;

    /// <summary>Returns the name, or "(no skill)" for the default value.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => _name ?? "(no skill)";

    internal static int CheckedLevel(int level, string parameterName) => level is >= LowestLevel and <= HighestLevel
        ? level
        : throw new ArgumentOutOfRangeException(parameterName, level, "A level lies from 1 (works under guidance) to 5 (teaches it).");
}
