namespace AfterSales.Domain.Satisfaction;

/// <summary>From where somebody rates a colleague or a team: as superior, peer, customer (R30).</summary>
/// <remarks>
/// An open set: the well-known roles are here, a host adds its own with <see cref="Named"/>. Two roles are equal when their names are.
/// The default value names nothing; reading its <see cref="Name"/> throws. This type is immutable.
/// </remarks>
public readonly record struct RaterRole
{
    private readonly string? _name;

    private RaterRole(string name) => _name = name;

    /// <summary>Gets who leads the rated.</summary>
    public static RaterRole Superior { get; } = new("superior");

    /// <summary>Gets who works beside the rated.</summary>
    public static RaterRole Peer { get; } = new("peer");

    /// <summary>Gets whom the rated served.</summary>
    public static RaterRole Customer { get; } = new("customer");

    /// <summary>Gets whom the rated leads.</summary>
    public static RaterRole Report { get; } = new("report");

    /// <summary>Gets the name: 1 to 64 characters of a–z, 0–9 and '-'.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Name => _name ?? throw NameRule.DefaultValue(nameof(RaterRole));

    /// <summary>Makes the role of this name.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The role; equal to the well-known one when the name is one of theirs.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    public static RaterRole Named(string name) => new(NameRule.Checked(name, "rater role", nameof(name)));

    /// <summary>Returns the name, or "(no role)" for the default value.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => _name ?? "(no role)";
}
