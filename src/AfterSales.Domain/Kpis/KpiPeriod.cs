using NodaTime;
using NodaTime.Calendars;

namespace AfterSales.Domain.Kpis;

/// <summary>A half-open period of local dates in a stated zone: a week, month, quarter or year (R28).</summary>
/// <remarks>
/// It starts at the first instant of its first date and ends, exclusively, at the first instant of the date after its last. Ordered by start, then by length. Two periods are
/// equal when kind, first date and zone are. The default value is no period; reading its zone or instants throws. This type is immutable.
/// </remarks>
public readonly record struct KpiPeriod : IComparable<KpiPeriod>
{
    private readonly DateTimeZone? _zone;

    private KpiPeriod(KpiPeriodKind kind, LocalDate first, DateTimeZone zone)
    {
        Kind = kind;
        First = first;
        _zone = zone;
    }

    /// <summary>Gets how long it is.</summary>
    public KpiPeriodKind Kind { get; }

    /// <summary>Gets its first date.</summary>
    public LocalDate First { get; }

    /// <summary>Gets the date after its last.</summary>
    public LocalDate EndExclusive => Kind switch
    {
        KpiPeriodKind.Week => First.PlusWeeks(1),
        KpiPeriodKind.Month => First.PlusMonths(1),
        KpiPeriodKind.Quarter => First.PlusMonths(3),
        _ => First.PlusYears(1),
    };

    /// <summary>Gets the zone whose midnights bound it.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public DateTimeZone Zone => _zone ?? throw new InvalidOperationException("This is the default value of KpiPeriod, which is no period; make one with KpiPeriod.Containing.");

    /// <summary>Gets its first instant.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public Instant Start => Zone.AtStartOfDay(First).ToInstant();

    /// <summary>Gets the first instant after it.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public Instant End => Zone.AtStartOfDay(EndExclusive).ToInstant();

    /// <summary>Finds the period that a date lies in.</summary>
    /// <param name="kind">How long it is.</param>
    /// <param name="date">Any date of it, in the ISO calendar.</param>
    /// <param name="zone">The zone whose midnights bound it.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the enumeration.</exception>
    public static KpiPeriod Containing(KpiPeriodKind kind, LocalDate date, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        LocalDate first = kind switch
        {
            KpiPeriodKind.Week => date.PlusDays(1 - (int)date.DayOfWeek),
            KpiPeriodKind.Month => new LocalDate(date.Year, date.Month, 1),
            KpiPeriodKind.Quarter => new LocalDate(date.Year, date.Month - ((date.Month - 1) % 3), 1),
            KpiPeriodKind.Year => new LocalDate(date.Year, 1, 1),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Allowed are Week, Month, Quarter and Year."),
        };
        return new KpiPeriod(kind, first, zone);
    }

    /// <summary>Finds the period that an instant lies in.</summary>
    /// <param name="kind">How long it is.</param>
    /// <param name="at">Any instant of it.</param>
    /// <param name="zone">The zone whose midnights bound it.</param>
    /// <returns>The period.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the enumeration.</exception>
    public static KpiPeriod Containing(KpiPeriodKind kind, Instant at, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Containing(kind, at.InZone(zone).Date, zone);
    }

    /// <summary>Says whether an instant lies in it.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>True from <see cref="Start"/>, included, to <see cref="End"/>, excluded.</returns>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public bool Contains(Instant at) => at >= Start && at < End;

    /// <summary>Says whether another period lies wholly in it.</summary>
    /// <param name="other">The other period.</param>
    /// <returns>True when it does, in the same zone; each contains itself.</returns>
    public bool Contains(KpiPeriod other) => Equals(_zone, other._zone) && other.First >= First && other.EndExclusive <= EndExclusive;

    /// <summary>Returns the period of this kind that follows.</summary>
    /// <returns>The period.</returns>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public KpiPeriod Next() => new(Kind, EndExclusive, Zone);

    /// <summary>Returns the period of this kind before.</summary>
    /// <returns>The period.</returns>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public KpiPeriod Previous() => Containing(Kind, First.PlusDays(-1), Zone);

    /// <summary>Orders by first date, then by kind, shortest first, then by the zone's id.</summary>
    /// <param name="other">The other period.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(KpiPeriod other)
    {
        int byStart = First.CompareTo(other.First);
        int byKind = Kind.CompareTo(other.Kind);
        return byStart != 0 ? byStart : byKind != 0 ? byKind : string.CompareOrdinal(_zone?.Id, other._zone?.Id);
    }

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator <(KpiPeriod left, KpiPeriod right) => left.CompareTo(right) < 0;

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator >(KpiPeriod left, KpiPeriod right) => left.CompareTo(right) > 0;

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator <=(KpiPeriod left, KpiPeriod right) => left.CompareTo(right) <= 0;

    /// <summary>Compares as <see cref="CompareTo"/> does.</summary>
    public static bool operator >=(KpiPeriod left, KpiPeriod right) => left.CompareTo(right) >= 0;

    /// <summary>Returns the period as "2026-W13", "2026-03", "2026-Q1" or "2026"; the default value as "(no period)".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _zone is null ? "(no period)" : Kind switch
    {
        KpiPeriodKind.Week => FormattableString.Invariant($"{WeekYearRules.Iso.GetWeekYear(First):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(First):00}"),
        KpiPeriodKind.Month => FormattableString.Invariant($"{First.Year:0000}-{First.Month:00}"),
        KpiPeriodKind.Quarter => FormattableString.Invariant($"{First.Year:0000}-Q{(First.Month + 2) / 3}"),
        _ => FormattableString.Invariant($"{First.Year:0000}"),
    };
}
