namespace AfterSales.Domain.Statistics;

/// <summary>An exact sum of durations, in whole days and nanoseconds apart, because a year of a busy desk overflows 64-bit nanoseconds.</summary>
/// <remarks>
/// From about −2.5·10¹⁵ to 2.5·10¹⁵ years. Sums are exact and do not depend on the order. The default value is zero. Two totals are equal when they are as long.
/// Takes plain numbers, so that no time library is needed: with NodaTime, <c>total.Add(duration.Days, duration.NanosecondOfDay)</c>. This type is immutable.
/// </remarks>
public readonly record struct DurationTotal : IComparable<DurationTotal>
{
    /// <summary>How many nanoseconds a day of 24 hours has.</summary>
    public const long NanosecondsPerDay = 86_400_000_000_000;

    private const long NanosecondsPerTick = 100;
    private const long TicksPerDay = NanosecondsPerDay / NanosecondsPerTick;
    private const long MaximumDays = 900_000_000_000_000_000;

    /// <summary>Makes a total of so many days and nanoseconds, both of any sign.</summary>
    /// <param name="days">Days of 24 hours; the total may have at most 9·10¹⁷ of either sign.</param>
    /// <param name="nanoseconds">Nanoseconds; any number.</param>
    /// <exception cref="OverflowException">The total has more than 9·10¹⁷ days.</exception>
    public DurationTotal(long days, long nanoseconds)
    {
        long carried = nanoseconds / NanosecondsPerDay;
        long rest = nanoseconds % NanosecondsPerDay;
        if (rest < 0)
        {
            rest += NanosecondsPerDay;
            carried--;
        }

        Days = checked(days + carried);
        NanosecondOfDay = rest;
        if (Days is > MaximumDays or < -MaximumDays)
        {
            throw new OverflowException("A total of durations has at most 9·10^17 days.");
        }
    }

    /// <summary>Gets the whole days, rounded down: −1 ns is −1 day and 86,399,999,999,999 ns.</summary>
    public long Days { get; }

    /// <summary>Gets the nanoseconds beyond <see cref="Days"/>: from 0 to 86,399,999,999,999.</summary>
    public long NanosecondOfDay { get; }

    /// <summary>Gets the total in nanoseconds, exactly.</summary>
    /// <exception cref="OverflowException">The total has more than about 9.1·10¹⁴ days.</exception>
    public decimal TotalNanoseconds => (Days * (decimal)NanosecondsPerDay) + NanosecondOfDay;

    /// <summary>Gets the total in hours, rounded to the nearest double.</summary>
    public double TotalHours => (Days * 24.0) + (NanosecondOfDay / 3_600_000_000_000.0);

    /// <summary>Makes a total of nanoseconds.</summary>
    /// <param name="nanoseconds">Any number.</param>
    /// <returns>The total.</returns>
    public static DurationTotal FromNanoseconds(long nanoseconds) => new(0, nanoseconds);

    /// <summary>Makes a total of ticks of 100 nanoseconds, the unit of <see cref="TimeSpan"/>.</summary>
    /// <param name="ticks">Any number.</param>
    /// <returns>The total.</returns>
    public static DurationTotal FromTicks(long ticks) => new(ticks / TicksPerDay, ticks % TicksPerDay * NanosecondsPerTick);

    /// <summary>Adds days and nanoseconds.</summary>
    /// <param name="days">Days of 24 hours.</param>
    /// <param name="nanoseconds">Nanoseconds.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="OverflowException">The sum has more than 9·10¹⁷ days.</exception>
    public DurationTotal Add(long days, long nanoseconds) => Add(new DurationTotal(days, nanoseconds));

    /// <summary>Adds another total.</summary>
    /// <param name="other">The other total.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="OverflowException">The sum has more than 9·10¹⁷ days.</exception>
    public DurationTotal Add(DurationTotal other) => new(Days + other.Days, NanosecondOfDay + other.NanosecondOfDay);

    /// <summary>Adds as <see cref="Add(DurationTotal)"/> does.</summary>
    public static DurationTotal operator +(DurationTotal left, DurationTotal right) => left.Add(right);

    /// <summary>Divides the total by a count, for the mean.</summary>
    /// <param name="count">How many durations were added; positive.</param>
    /// <returns>The mean in nanoseconds, to 28 significant digits.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is not positive.</exception>
    /// <exception cref="OverflowException">The total has more than about 9.1·10¹⁴ days.</exception>
    public decimal MeanNanoseconds(long count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return TotalNanoseconds / count;
    }

    /// <summary>Orders totals by length.</summary>
    /// <param name="other">The other total.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(DurationTotal other)
    {
        int byDays = Days.CompareTo(other.Days);
        return byDays != 0 ? byDays : NanosecondOfDay.CompareTo(other.NanosecondOfDay);
    }

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator <(DurationTotal left, DurationTotal right) => left.CompareTo(right) < 0;

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator >(DurationTotal left, DurationTotal right) => left.CompareTo(right) > 0;

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator <=(DurationTotal left, DurationTotal right) => left.CompareTo(right) <= 0;

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator >=(DurationTotal left, DurationTotal right) => left.CompareTo(right) >= 0;

    /// <summary>Returns the total in hours, as in "178.172 h".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => FormattableString.Invariant($"{TotalHours:0.###} h");
}
