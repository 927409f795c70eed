namespace AfterSales.Domain.Kpis;

/// <summary>What service cost, in one currency: labour, parts and travel apart.</summary>
/// <remarks>Decimal, never rounded. Credits may be negative. Equality is of all parts; the default value has no currency and cannot be added. This type is immutable.</remarks>
public readonly record struct ServiceCost
{
    private readonly string? _currency;

    /// <summary>Makes a cost.</summary>
    /// <param name="currency">The currency as ISO 4217 writes it: three capital letters, such as CNY.</param>
    /// <param name="labour">What work cost.</param>
    /// <param name="parts">What spare parts cost.</param>
    /// <param name="travel">What travel cost.</param>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="currency"/> is not three capital letters.</exception>
    public ServiceCost(string currency, decimal labour, decimal parts, decimal travel)
    {
        ArgumentNullException.ThrowIfNull(currency);
        _currency = currency.Length == 3 && currency.All(letter => letter is >= 'A' and <= 'Z')
            ? currency
            : throw new ArgumentException($"Found the currency \"{currency}\"; allowed are three capital letters, such as CNY.", nameof(currency));
        (Labour, Parts, Travel) = (labour, parts, travel);
    }

    /// <summary>Gets the currency.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Currency => _currency ?? throw new InvalidOperationException("This is the default value of ServiceCost, which has no currency.");

    /// <summary>Gets what work cost.</summary>
    public decimal Labour { get; }

    /// <summary>Gets what spare parts cost.</summary>
    public decimal Parts { get; }

    /// <summary>Gets what travel cost.</summary>
    public decimal Travel { get; }

    /// <summary>Gets the full cost.</summary>
    public decimal Total => Labour + Parts + Travel;

    /// <summary>Adds a cost in the same currency.</summary>
    /// <param name="other">The other cost.</param>
    /// <returns>Both together.</returns>
    /// <exception cref="ArgumentException">The currencies differ; rates of exchange are the host's.</exception>
    /// <exception cref="InvalidOperationException">One of them is the default value.</exception>
    public ServiceCost Add(ServiceCost other) => string.Equals(Currency, other.Currency, StringComparison.Ordinal)
        ? new ServiceCost(Currency, Labour + other.Labour, Parts + other.Parts, Travel + other.Travel)
        : throw new ArgumentException($"Found {other.Currency}; allowed is {Currency}: costs add up in one currency.", nameof(other));

    /// <summary>Adds as <see cref="Add"/> does.</summary>
    public static ServiceCost operator +(ServiceCost left, ServiceCost right) => left.Add(right);

    /// <summary>Returns total and parts.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => _currency is null
        ? "(no cost)"
        : FormattableString.Invariant($"{_currency} {Total:0.00} (labour {Labour:0.00}, parts {Parts:0.00}, travel {Travel:0.00})");
}
