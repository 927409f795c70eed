namespace AfterSales.Domain.Requests;

/// <summary>Why work on a ticket waits, and whose side the wait lies on.</summary>
/// <remarks>
/// An open set: the well-known reasons are here, a host adds its own with <see cref="Named"/>. Two reasons are equal when their names are; the party
/// belongs to the reason and takes no part in the comparison. The default value names nothing; reading its <see cref="Name"/> throws. This type is immutable.
/// </remarks>
public readonly record struct WaitReason
{
    private readonly string? _name;

    private WaitReason(string name, ResponsibleParty party)
    {
        _name = name;
        Party = party;
    }

    /// <summary>Gets the wait for the customer: an answer, access, a decision.</summary>
    public static WaitReason Customer { get; } = new("customer", ResponsibleParty.Customer);

    /// <summary>Gets the wait for spare parts, which the company answers for (R18).</summary>
    public static WaitReason Parts { get; } = new("parts", ResponsibleParty.Company);

    /// <summary>Gets the wait for a supplier or service provider under contract (R17).</summary>
    public static WaitReason Supplier { get; } = new("supplier", ResponsibleParty.Supplier);

    /// <summary>Gets the wait for somebody outside: an authority, customs, another company of the customer's.</summary>
    public static WaitReason ThirdParty { get; } = new("third-party", ResponsibleParty.ThirdParty);

    /// <summary>Gets the well-known reasons, in the order customer, parts, supplier, third-party.</summary>
    public static IReadOnlyList<WaitReason> WellKnown { get; } = [Customer, Parts, Supplier, ThirdParty];

    /// <summary>Gets the name: 1 to 64 characters of a–z, 0–9 and '-'.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Name => _name ?? throw NameRule.DefaultValue(nameof(WaitReason));

    /// <summary>Gets whose side a wait for this reason lies on.</summary>
    public ResponsibleParty Party { get; }

    /// <summary>Makes the reason of this name.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <param name="party">Whose side the wait lies on.</param>
    /// <returns>The reason.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="party"/> is not one of the enumeration.</exception>
    public static WaitReason Named(string name, ResponsibleParty party)
    {
        NameRule.Checked(name, "wait reason", nameof(name));
        return party is >= ResponsibleParty.Company and <= ResponsibleParty.ThirdParty
            ? new WaitReason(name, party)
            : throw new ArgumentOutOfRangeException(nameof(party), party, "Allowed are Company, Customer, Supplier and ThirdParty.");
    }

    /// <summary>Says whether both reasons have the same name.</summary>
    /// <param name="other">The other reason.</param>
    /// <returns>True when the names are equal.</returns>
    public bool Equals(WaitReason other) => string.Equals(_name, other._name, StringComparison.Ordinal);

    /// <summary>Returns a hash code of the name.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => _name is null ? 0 : StringComparer.Ordinal.GetHashCode(_name);

    /// <summary>Returns the name, or "(no reason)" for the default value.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => _name ?? "(no reason)";
}
