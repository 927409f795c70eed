using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <summary>A purchase as the host knows it: who bought, and when.</summary>
/// <remarks>Equality is of both parts. The default value names nobody. This type is immutable.</remarks>
public readonly record struct CustomerPurchase
{
    /// <summary>Makes a purchase.</summary>
    /// <param name="customer">Who bought; the same identifier as in requests.</param>
    /// <param name="at">When.</param>
    /// <exception cref="InvalidOperationException"><paramref name="customer"/> is the default value.</exception>
    public CustomerPurchase(PersonId customer, Instant at)
    {
        _ = customer.Value;
        (Customer, At) = (customer, at);
    }

    /// <summary>Gets who bought.</summary>
    public PersonId Customer { get; }

    /// <summary>Gets when.</summary>
    public Instant At { get; }
}
