namespace AfterSales.Domain.Calendars;

/// <summary>What a calendar is open by before its dated entries: weekly hours, or two calendars combined.</summary>
/// <remarks>
/// A closed set: <see cref="WeeklyBasis"/>, <see cref="IntersectionBasis"/>, <see cref="UnionBasis"/> and <see cref="ExceptionBasis"/>. Two bases are equal when their
/// parts are. This type is immutable and thread-safe.
/// </remarks>
public abstract class CalendarBasis : IEquatable<CalendarBasis>
{
    /// <summary>Extents leave room for a few days more at both ends.</summary>
    internal static readonly (int First, int Last) AnyDay = (int.MinValue / 2, int.MaxValue / 2);

    /// <summary>Neutral when extents are united, stronger than any other when they are cut.</summary>
    internal static readonly (int First, int Last) NoDay = (int.MaxValue / 2, int.MinValue / 2);

    private protected CalendarBasis()
    {
    }

    /// <summary>Gets the zone whose dates own the open ranges.</summary>
    public abstract DateTimeZone Zone { get; }

    /// <inheritdoc/>
    public abstract bool Equals(CalendarBasis? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as CalendarBasis);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <summary>The dates on which anything may be open without dated entries, first to last, both included; first after last when there are none.</summary>
    internal abstract (int First, int Last) Extent { get; }

    /// <summary>Of how many calendars of weekly hours it is made.</summary>
    internal abstract int Parts { get; }

    /// <summary>Whether make-up days can work as a weekday of this basis.</summary>
    internal abstract bool HasWeekdays { get; }

    internal abstract DayHours HoursOfWeekday(LocalDate isoDate, IsoDayOfWeek worksAs);

    /// <summary>Adds the ranges that the dates own, entries of the plan that say the whole day included, in nanoseconds since the base day.</summary>
    internal abstract void Expand(int firstDay, int lastDay, int baseDay, DatedPlan plan, List<OwnedRange> into);

    /// <summary>Why the basis is open or closed at an instant of a date without a whole-day entry.</summary>
    internal abstract OpeningReason ReasonAt(Instant at, LocalDate ownerOrLocalDate, bool isOpen);
}
