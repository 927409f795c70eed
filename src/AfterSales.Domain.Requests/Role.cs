namespace AfterSales.Domain.Requests;

/// <summary>What somebody is in after-sales service: who may do an action, who is told of an alarm.</summary>
/// <remarks>
/// An open set: the well-known roles are here, a host adds its own with <see cref="Named"/>. Two roles are equal when their names are.
/// The default value names nothing; reading its <see cref="Name"/> throws. This type is immutable.
/// </remarks>
public readonly record struct Role
{
    private readonly string? _name;

    private Role(string name) => _name = name;

    /// <summary>Gets who has the problem.</summary>
    public static Role Customer { get; } = new("customer");

    /// <summary>Gets who answers at the service centre.</summary>
    public static Role Agent { get; } = new("agent");

    /// <summary>Gets who repairs, on site or remotely.</summary>
    public static Role Technician { get; } = new("technician");

    /// <summary>Gets who guides agents and technicians and decides what they may not.</summary>
    public static Role Supervisor { get; } = new("supervisor");

    /// <summary>Gets who answers for the service department.</summary>
    public static Role Manager { get; } = new("manager");

    /// <summary>Gets the leadership group that is told of urgent problems and approves major remedies (R14, R34).</summary>
    public static Role Leadership { get; } = new("leadership");

    /// <summary>Gets who receives and sends goods and parts.</summary>
    public static Role Warehouse { get; } = new("warehouse");

    /// <summary>Gets who charges and refunds.</summary>
    public static Role Finance { get; } = new("finance");

    /// <summary>Gets who inspects goods and investigates complaints.</summary>
    public static Role Quality { get; } = new("quality");

    /// <summary>Gets the software itself: time-outs, automatic reclassification.</summary>
    public static Role System { get; } = new("system");

    /// <summary>Gets the name: 1 to 64 characters of a–z, 0–9 and '-'.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Name => _name ?? throw NameRule.DefaultValue(nameof(Role));

    /// <summary>Makes the role of this name.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The role; equal to the well-known one when the name is one of theirs.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    public static Role Named(string name) => new(NameRule.Checked(name, "role", nameof(name)));

    /// <summary>Returns the name, or "(no role)" for the default value.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => _name ?? "(no role)";
}
