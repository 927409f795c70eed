namespace AfterSales.Domain.Routing;

/// <summary>An outside company that may be given work under a contract and is assessed on quality and timeliness (R17), as of one instant.</summary>
/// <remarks>Two providers are equal when everything in them is. This type is immutable; each verb returns a changed copy.</remarks>
public sealed class ServiceProvider : IEquatable<ServiceProvider>
{
    /// <summary>Makes a provider in good standing with an assessment of 100.</summary>
    /// <param name="id">The host's identifier.</param>
    /// <param name="contract">When its contract is valid: a half-open interval.</param>
    /// <param name="quotaLeft">How many more items it may be given under the contract, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quotaLeft"/> is negative.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="id"/> is the default value.</exception>
    public ServiceProvider(TeamId id, Interval contract, int quotaLeft)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quotaLeft);
        Id = new TeamId(id.Value);
        Contract = contract;
        QuotaLeft = quotaLeft;
    }

    private ServiceProvider(ServiceProvider source)
    {
        Id = source.Id;
        Contract = source.Contract;
        QuotaLeft = source.QuotaLeft;
    }

    /// <summary>Gets the host's identifier.</summary>
    public TeamId Id { get; }

    /// <summary>Gets when its contract is valid: a half-open interval.</summary>
    public Interval Contract { get; }

    /// <summary>Gets how many more items it may be given, from 0.</summary>
    public int QuotaLeft { get; private init; }

    /// <summary>Gets its assessment, from 0 (worst) to 100 (best).</summary>
    public int Assessment { get; private init; } = 100;

    /// <summary>Gets whether it may be given work, as the assessments so far have left it.</summary>
    public ProviderStanding Standing { get; private init; }

    /// <summary>Returns a copy with another quota.</summary>
    /// <param name="items">How many more items it may be given, from 0.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="items"/> is negative.</exception>
    public ServiceProvider WithQuotaLeft(int items)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        return new(this) { QuotaLeft = items, Assessment = Assessment, Standing = Standing };
    }

    /// <summary>Returns a copy as stored by the host: with this assessment and standing, unjudged. <see cref="AssessmentRule.Assess"/> judges.</summary>
    /// <param name="assessment">From 0 (worst) to 100 (best).</param>
    /// <param name="standing">Whether it may be given work.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public ServiceProvider Assessed(int assessment, ProviderStanding standing) => new(this)
    {
        Assessment = AssessmentRule.CheckedScore(assessment, nameof(assessment)),
        Standing = standing is ProviderStanding.Active or ProviderStanding.Suspended
            ? standing
            : throw new ArgumentOutOfRangeException(nameof(standing), standing, "Allowed are Active and Suspended."),
    };

    /// <summary>Says whether both agree in everything.</summary>
    /// <param name="other">The other provider.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(ServiceProvider? other) =>
        ReferenceEquals(this, other) || (other is not null
            && (Id, Contract, QuotaLeft, Assessment, Standing) == (other.Id, other.Contract, other.QuotaLeft, other.Assessment, other.Standing));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ServiceProvider);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Contract, QuotaLeft, Assessment, Standing);

    /// <summary>Returns id, assessment, standing and quota, as in "CoolFix, assessed 74, suspended, 12 items left".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"{Id}, assessed {Assessment}, {(Standing == ProviderStanding.Active ? "active" : "suspended")}, {QuotaLeft} items left");
}
