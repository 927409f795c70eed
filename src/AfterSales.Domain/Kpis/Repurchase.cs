using AfterSales.Domain.Requests;
using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <summary>Which customers bought again: those whose ticket was closed, beside those who never had one (R26).</summary>
/// <remarks>
/// Of customers with tickets the window begins with the first closing of a valid one; of customers without, with their first purchase. A customer counts when the window has
/// passed at the cut-off, and not before, so that early buyers do not bias it. Each customer counts once; disjoint customers add up: on an engine, partition by customer.
/// That the two groups differ does not show that service was the cause. Equality is of all counts. This type is immutable.
/// </remarks>
public readonly record struct Repurchase : IFormattable
{
    private Repurchase(Share served, Share others, long windowOpen) => (Served, Others, WindowOpen) = (served, others, windowOpen);

    /// <summary>Gets the customers who bought again within the window out of all with a closed ticket.</summary>
    public Share Served { get; }

    /// <summary>Gets the customers who bought again within the window out of all without tickets.</summary>
    public Share Others { get; }

    /// <summary>Gets how many customers are in neither because their window has not passed.</summary>
    public long WindowOpen { get; }

    /// <summary>Gets by how much customers with tickets differ from those without, with its interval.</summary>
    public ShareDifference Difference => new(Others, Served);

    /// <summary>Counts.</summary>
    /// <param name="tickets">The tickets; those without a customer, open, or that no KPI counts say only that their customer is none without tickets.</param>
    /// <param name="purchases">All purchases of these and other customers.</param>
    /// <param name="window">Within which time a purchase counts, from the closing (or the first purchase) to its end, excluded; positive.</param>
    /// <param name="asOf">The cut-off; later purchases are not known.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="ArgumentNullException">An argument or a ticket is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="window"/> is not positive.</exception>
    public static Repurchase Of(IEnumerable<KpiTicket> tickets, IEnumerable<CustomerPurchase> purchases, Duration window, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(tickets);
        ArgumentNullException.ThrowIfNull(purchases);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, Duration.Zero);
        Dictionary<PersonId, Instant?> closings = [];
        foreach (KpiTicket ticket in tickets)
        {
            ArgumentNullException.ThrowIfNull(ticket, nameof(tickets));
            if (ticket.Request.Customer is { } customer)
            {
                Instant? closed = ticket.Exclusion is null && ticket.ClosedAt <= asOf ? ticket.ClosedAt : null;
                closings[customer] = closings.TryGetValue(customer, out Instant? known) && known is not null && !(closed < known) ? known : closed;
            }
        }

        Dictionary<PersonId, Instant[]> bought = purchases.Where(one => one.At <= asOf).GroupBy(one => one.Customer)
            .ToDictionary(group => group.Key, group => group.Select(one => one.At).Distinct().OrderBy(at => at).ToArray());
        Repurchase counted = default;
        foreach (KeyValuePair<PersonId, Instant?> pair in closings)
        {
            if (pair.Value is { } closed)
            {
                Instant[] later = bought.TryGetValue(pair.Key, out Instant[]? all) ? Array.FindAll(all, at => at > closed) : [];
                counted = counted.With(closed, later, window, asOf, isServed: true);
            }
        }

        foreach (KeyValuePair<PersonId, Instant[]> pair in bought.Where(pair => !closings.ContainsKey(pair.Key)))
        {
            counted = counted.With(pair.Value[0], pair.Value.AsSpan(1).ToArray(), window, asOf, isServed: false);
        }

        return counted;
    }

    /// <summary>Adds the counts of other customers.</summary>
    /// <param name="other">The counts of disjoint customers.</param>
    /// <returns>Both together.</returns>
    public Repurchase Add(Repurchase other) => new(Served + other.Served, Others + other.Others, WindowOpen + other.WindowOpen);

    /// <summary>Adds as <see cref="Add"/> does.</summary>
    public static Repurchase operator +(Repurchase left, Repurchase right) => left.Add(right);

    /// <summary>Returns both shares, in English.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns both shares with their intervals.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => TextLanguage.IsChinese(format)
        ? FormattableString.Invariant($"有工单客户复购 {Served.ToString(format, null)}；无工单客户复购 {Others.ToString(format, null)}；窗口未满 {WindowOpen}")
        : FormattableString.Invariant($"with tickets {Served.ToString(format, null)}; without {Others.ToString(format, null)}; window open {WindowOpen}");

    private Repurchase With(Instant from, Instant[] later, Duration window, Instant asOf, bool isServed)
    {
        if (asOf - from < window)
        {
            return new Repurchase(Served, Others, WindowOpen + 1);
        }

        bool isBack = later.Length > 0 && later[0] - from < window;
        return isServed ? new Repurchase(Served.Including(isBack), Others, WindowOpen) : new Repurchase(Served, Others.Including(isBack), WindowOpen);
    }
}
