namespace AfterSales.Domain.Sla;

/// <summary>A finding that a policy wants to have, by name and with the reason.</summary>
/// <remarks>Two are equal when all parts are. Immutable and thread-safe.</remarks>
public sealed class AcceptedFinding : IEquatable<AcceptedFinding>
{
    internal AcceptedFinding(FindingCode code, string where, string reason)
    {
        if (code is < FindingCode.RequestSpaceTooLarge or >= FindingCode.AcceptedButNotFound)
        {
            throw new ArgumentOutOfRangeException(nameof(code), code, "Allowed are the codes from RequestSpaceTooLarge to EffectiveHole.");
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(where);
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        Code = code;
        Where = where;
        Reason = reason;
    }

    /// <summary>Gets what kind of fault is accepted.</summary>
    public FindingCode Code { get; }

    /// <summary>Gets where: "objective / target", an objective with all its targets, or a calendar.</summary>
    public string Where { get; }

    /// <summary>Gets why.</summary>
    public string Reason { get; }

    /// <summary>Says whether all parts are equal.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(AcceptedFinding? other) =>
        other is not null && Code == other.Code && string.Equals(Where, other.Where, StringComparison.Ordinal) && string.Equals(Reason, other.Reason, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AcceptedFinding);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Where, Reason);

    /// <summary>Returns place, code and reason.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Where}: {Code} is accepted: {Reason}";

    internal bool Accepts(Finding finding) => finding.Code == Code && finding.Place.IsWithin(Where);
}
