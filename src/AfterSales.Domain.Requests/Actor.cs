namespace AfterSales.Domain.Requests;

/// <summary>Who did something, and as what.</summary>
/// <remarks>Two actors are equal when person and role are. The default value is nobody. This type is immutable.</remarks>
public readonly record struct Actor
{
    /// <summary>Makes an actor.</summary>
    /// <param name="person">Who.</param>
    /// <param name="role">As what.</param>
    public Actor(PersonId person, Role role)
    {
        Person = person;
        Role = role;
    }

    /// <summary>Gets the software itself: the role <see cref="Role.System"/> of the person "system".</summary>
    public static Actor System { get; } = new(new PersonId("system"), Role.System);

    /// <summary>Gets who.</summary>
    public PersonId Person { get; }

    /// <summary>Gets as what.</summary>
    public Role Role { get; }

    /// <summary>Returns person and role, as in "T-17 (technician)".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Person} ({Role})";
}
