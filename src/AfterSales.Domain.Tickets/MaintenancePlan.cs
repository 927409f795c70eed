using NodaTime;

namespace AfterSales.Domain.Tickets;

/// <summary>When maintenance falls due: every so many months from a first date, which a host turns into a service visit and a reminder (R36).</summary>
/// <remarks>
/// Counted from the first date each time, so a plan that begins on the 31st keeps to the ends of months and does not drift. Two plans are equal when first date
/// and interval are. This type is immutable and safe for use by several threads.
/// </remarks>
public sealed record MaintenancePlan
{
    /// <summary>Makes a plan.</summary>
    /// <param name="first">The first date on which it is due.</param>
    /// <param name="everyMonths">How many months lie between two dates, from 1 to 240.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="everyMonths"/> is less than 1 or more than 240.</exception>
    public MaintenancePlan(LocalDate first, int everyMonths)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(everyMonths, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(everyMonths, 240);
        First = first;
        EveryMonths = everyMonths;
    }

    /// <summary>Gets the first date on which maintenance is due.</summary>
    public LocalDate First { get; }

    /// <summary>Gets how many months lie between two dates.</summary>
    public int EveryMonths { get; }

    /// <summary>Gets the first due date that lies strictly after a date, such as that of the last visit.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The next due date.</returns>
    /// <exception cref="ArgumentException"><paramref name="date"/> is of another calendar system than <see cref="First"/>.</exception>
    /// <exception cref="OverflowException">The next date lies after the last one that NodaTime can say (31 December 9999).</exception>
    public LocalDate NextDue(LocalDate date)
    {
        if (date < First)
        {
            return First;
        }

        int months = Period.Between(First, date, PeriodUnits.Months).Months;
        return First.PlusMonths(((months / EveryMonths) + 1) * EveryMonths);
    }

    /// <summary>Returns the plan: "every 6 months from 2026-03-31".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"every {EveryMonths} months from {First:uuuu'-'MM'-'dd}");
}
