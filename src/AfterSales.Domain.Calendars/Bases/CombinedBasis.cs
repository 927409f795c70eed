namespace AfterSales.Domain.Calendars;

/// <summary>Two calendars combined. The zone and the dates that own open ranges are the left one's.</summary>
/// <remarks>
/// The cases are <see cref="IntersectionBasis"/>, <see cref="UnionBasis"/> and <see cref="ExceptionBasis"/>; the calendars may be of different zones.
/// This type is immutable and thread-safe.
/// </remarks>
public abstract class CombinedBasis : CalendarBasis
{
    private protected CombinedBasis(BusinessCalendar left, BusinessCalendar right)
    {
        Left = left;
        Right = right;
        Parts = left.Basis.Parts + right.Basis.Parts;
    }

    /// <summary>Gets the calendar whose zone and dates count.</summary>
    public BusinessCalendar Left { get; }

    /// <summary>Gets the other calendar.</summary>
    public BusinessCalendar Right { get; }

    /// <inheritdoc/>
    public sealed override DateTimeZone Zone => Left.Zone;

    /// <inheritdoc/>
    public sealed override bool Equals(CalendarBasis? other) =>
        other is CombinedBasis combined && combined.GetType() == GetType() && Left.Equals(combined.Left) && Right.Equals(combined.Right);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => HashCode.Combine(GetType(), Left, Right);

    /// <summary>Returns both calendars and how they are combined, as in "(team and site)".</summary>
    /// <returns>The text.</returns>
    public sealed override string ToString() => $"({Left.Name} {Word} {Right.Name})";

    internal sealed override int Parts { get; }

    internal sealed override bool HasWeekdays => false;

    private protected abstract string Word { get; }

    internal sealed override DayHours HoursOfWeekday(LocalDate isoDate, IsoDayOfWeek worksAs) =>
        throw new InvalidOperationException("Combined calendars have no weekdays.");

    internal sealed override void Expand(int firstDay, int lastDay, int baseDay, DatedPlan plan, List<OwnedRange> into)
    {
        ClockMapper mapper = new(Zone, baseDay);
        int day = firstDay;
        while (day <= lastDay)
        {
            if (plan.On(day).Hours is { } hours)
            {
                foreach (ClockRange range in hours.RangeArray)
                {
                    (long start, long end) = mapper.Map(day, range);
                    if (start < end)
                    {
                        into.Add(new OwnedRange(day, start, end));
                    }
                }

                day++;
                continue;
            }

            int runStart = day;
            while (day <= lastDay && plan.On(day).Hours is null)
            {
                day++;
            }

            ExpandRegular(runStart, day - 1, baseDay, into);
        }
    }

    /// <summary>The dates of another zone whose ranges can meet those of a calendar: zones differ by up to a day and a half, and a range reaches nearly two days from its date's start.</summary>
    private protected static (int First, int Last) ExtentInOtherZone(BusinessCalendar calendar) => (calendar.Extent.First - 4, calendar.Extent.Last + 4);

    private protected abstract void ExpandRegular(int firstDay, int lastDay, int baseDay, List<OwnedRange> into);
}
