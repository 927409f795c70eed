namespace AfterSales.Domain.Requests;

/// <summary>The host's identifier of a team of its own staff or of a service provider.</summary>
/// <remarks>
/// Any text of 1 to 128 characters; compared ordinally. The default value identifies no team; reading its <see cref="Value"/> throws.
/// This type is immutable.
/// </remarks>
public readonly record struct TeamId : IComparable<TeamId>
{
    private readonly string? _value;

    /// <summary>Makes an identifier.</summary>
    /// <param name="value">1 to 128 characters, not only white space.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty, only white space, or longer than 128 characters.</exception>
    public TeamId(string value) => _value = IdRule.Checked(value, "team", nameof(value));

    /// <summary>Gets the host's text.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Value => _value ?? throw IdRule.DefaultValue(nameof(TeamId));

    /// <summary>Orders identifiers by the UTF-16 code units of their text; the default value comes first.</summary>
    /// <param name="other">The other identifier.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(TeamId other) => string.CompareOrdinal(_value, other._value);

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator <(TeamId left, TeamId right) => left.CompareTo(right) < 0;

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator >(TeamId left, TeamId right) => left.CompareTo(right) > 0;

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator <=(TeamId left, TeamId right) => left.CompareTo(right) <= 0;

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator >=(TeamId left, TeamId right) => left.CompareTo(right) >= 0;

    /// <summary>Returns the host's text, or "(no team)" for the default value.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _value ?? "(no team)";
}
