using NodaTime.Text;

namespace AfterSales.Domain.Calendars;

/// <summary>A half-open range of wall-clock time that belongs to one date: the start is included, the end is not.</summary>
/// <remarks>
/// An end at or before the start lies on the next date, so 22:00–06:00 is a night shift and 00:00–00:00 a whole day (its end is written 24:00).
/// The default value is the whole day. Two values are equal when both ends are. This type is immutable.
/// </remarks>
public readonly record struct ClockRange
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly LocalTimePattern Exact = LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss;FFFFFFFFF");

    /// <summary>Makes a range of 1 ns to 24 h.</summary>
    /// <param name="startInclusive">The first moment inside.</param>
    /// <param name="endExclusive">The first moment after it; at or before the start it lies on the next date.</param>
    public ClockRange(LocalTime startInclusive, LocalTime endExclusive)
    {
        Start = startInclusive;
        End = endExclusive;
    }

    /// <summary>Gets the whole day, 00:00–24:00.</summary>
    public static ClockRange WholeDay => default;

    /// <summary>Gets the first moment inside.</summary>
    public LocalTime Start { get; }

    /// <summary>Gets the first moment after it, on the next date when <see cref="EndsOnNextDate"/>; midnight is the date's 24:00.</summary>
    public LocalTime End { get; }

    /// <summary>Gets a value indicating whether the end lies on the next date and is not its midnight: the range is a night shift.</summary>
    public bool EndsOnNextDate => End <= Start && End != LocalTime.Midnight;

    /// <summary>Gets nanoseconds from the date's 00:00 to the start, below 24 h.</summary>
    internal long StartOffset => Start.NanosecondOfDay;

    /// <summary>Gets nanoseconds from the date's 00:00 to the end, at most 24 h after the start.</summary>
    internal long EndOffset => End <= Start ? End.NanosecondOfDay + NodaConstants.NanosecondsPerDay : End.NanosecondOfDay;

    /// <summary>Returns the range in opening_hours style, as in "09:00-17:00", "22:00-06:00" or "13:30-24:00".</summary>
    /// <returns>The text; seconds and fractions are written where there are any.</returns>
    public override string ToString() => $"{Text(Start)}-{(End == LocalTime.Midnight ? "24:00" : Text(End))}";

    internal static ClockRange FromOffsets(long start, long end) => new(
        LocalTime.FromNanosecondsSinceMidnight(start),
        LocalTime.FromNanosecondsSinceMidnight(end % NodaConstants.NanosecondsPerDay));

    private static string Text(LocalTime time) => (time.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0 ? Minutes : Exact).Format(time);
}
