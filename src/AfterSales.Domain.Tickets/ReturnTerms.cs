using NodaTime;

namespace AfterSales.Domain.Tickets;

/// <summary>What a customer may ask for, and until when: dated policy data of the host, such as the "three guarantees" (7-day return, 15-day exchange, …).</summary>
/// <remarks>
/// Law changes are new terms from a date; nothing about them is in code. Two terms are equal when all values are. This type is immutable and safe for use by several
/// threads.
/// </remarks>
public sealed record ReturnTerms
{
    /// <summary>Makes terms.</summary>
    /// <param name="effectiveFrom">The first date of delivery to which they apply.</param>
    /// <param name="returnDays">For how many days after delivery goods can be returned, from 0; the day of delivery is day 0, and the last day is included.</param>
    /// <param name="exchangeDays">For how many days after delivery goods can be exchanged, from 0.</param>
    /// <param name="failedRepairsForExchange">After how many failed repairs within the warranty goods are exchanged, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is less than allowed.</exception>
    public ReturnTerms(LocalDate effectiveFrom, int returnDays, int exchangeDays, int failedRepairsForExchange)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(returnDays);
        ArgumentOutOfRangeException.ThrowIfNegative(exchangeDays);
        ArgumentOutOfRangeException.ThrowIfLessThan(failedRepairsForExchange, 1);
        EffectiveFrom = effectiveFrom;
        ReturnDays = returnDays;
        ExchangeDays = exchangeDays;
        FailedRepairsForExchange = failedRepairsForExchange;
    }

    /// <summary>Gets the first date of delivery to which the terms apply.</summary>
    public LocalDate EffectiveFrom { get; }

    /// <summary>Gets for how many days after delivery goods can be returned.</summary>
    public int ReturnDays { get; }

    /// <summary>Gets for how many days after delivery goods can be exchanged.</summary>
    public int ExchangeDays { get; }

    /// <summary>Gets after how many failed repairs goods are exchanged.</summary>
    public int FailedRepairsForExchange { get; }

    /// <summary>Finds the terms for a delivery: those that took effect last, on or before its date.</summary>
    /// <param name="versions">All versions, in any order.</param>
    /// <param name="deliveredOn">The date of delivery.</param>
    /// <returns>The terms, or null when none had taken effect.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="versions"/> is null.</exception>
    /// <exception cref="ArgumentException">The dates are of different calendar systems.</exception>
    public static ReturnTerms? InForce(IEnumerable<ReturnTerms> versions, LocalDate deliveredOn)
    {
        ArgumentNullException.ThrowIfNull(versions);
        return versions.Where(terms => terms.EffectiveFrom <= deliveredOn).OrderByDescending(terms => terms.EffectiveFrom).FirstOrDefault();
    }

    /// <summary>Says whether goods can be returned.</summary>
    /// <param name="deliveredOn">The date of delivery.</param>
    /// <param name="askedOn">The date on which the customer asks.</param>
    /// <returns>True from the day of delivery to the last day, both included.</returns>
    /// <exception cref="ArgumentException">The dates are of different calendar systems.</exception>
    public bool CanReturn(LocalDate deliveredOn, LocalDate askedOn) => IsWithin(deliveredOn, askedOn, ReturnDays);

    /// <summary>Says whether goods can be exchanged.</summary>
    /// <param name="deliveredOn">The date of delivery.</param>
    /// <param name="askedOn">The date on which the customer asks.</param>
    /// <param name="failedRepairs">How many repairs within the warranty have failed, from 0.</param>
    /// <returns>True from the day of delivery to the last day, both included, and after enough failed repairs.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="failedRepairs"/> is negative.</exception>
    /// <exception cref="ArgumentException">The dates are of different calendar systems.</exception>
    public bool CanExchange(LocalDate deliveredOn, LocalDate askedOn, int failedRepairs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(failedRepairs);
        return IsWithin(deliveredOn, askedOn, ExchangeDays) || (askedOn >= deliveredOn && failedRepairs >= FailedRepairsForExchange);
    }

    private static bool IsWithin(LocalDate deliveredOn, LocalDate askedOn, int days) =>
        askedOn >= deliveredOn && Period.DaysBetween(deliveredOn, askedOn) <= days;
}
