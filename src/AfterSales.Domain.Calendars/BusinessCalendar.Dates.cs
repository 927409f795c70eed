using NodaTime.Text;

namespace AfterSales.Domain.Calendars;

/// <content>Questions about dates. A working day is a date that owns at least one open range; days are never converted to hours.</content>
public sealed partial class BusinessCalendar
{
    /// <summary>Says whether a date is a working day: whether it owns an open range. A night shift belongs to the date it starts on.</summary>
    /// <param name="date">The date, in any calendar system.</param>
    /// <returns>True when it is.</returns>
    public bool IsWorkingDay(LocalDate date) => _compiled.IsWorkingDay(DayNumber.Of(date));

    /// <summary>Returns the first working day strictly after a date.</summary>
    /// <param name="after">The date.</param>
    /// <returns>The working day, in the ISO calendar, or null when there is none.</returns>
    public LocalDate? NextWorkingDay(LocalDate after) => WorkingDay(after, 1);

    /// <summary>Returns the date itself when it is a working day, else the next working day.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The working day, in the ISO calendar, or null when there is none.</returns>
    public LocalDate? NextWorkingDayOrSame(LocalDate date) => IsWorkingDay(date) ? date.WithCalendar(CalendarSystem.Iso) : NextWorkingDay(date);

    /// <summary>Returns the last working day strictly before a date.</summary>
    /// <param name="before">The date.</param>
    /// <returns>The working day, in the ISO calendar, or null when there is none.</returns>
    public LocalDate? PreviousWorkingDay(LocalDate before) => WorkingDay(before, -1);

    /// <summary>Returns the date itself when it is a working day, else the working day before it.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The working day, in the ISO calendar, or null when there is none.</returns>
    public LocalDate? PreviousWorkingDayOrSame(LocalDate date) => IsWorkingDay(date) ? date.WithCalendar(CalendarSystem.Iso) : PreviousWorkingDay(date);

    /// <summary>Returns the n-th working day strictly after a date, or before it.</summary>
    /// <param name="date">The date to count from, which itself does not count.</param>
    /// <param name="workingDays">How many: above 0 after the date, below 0 before it, 0 the date itself, also when it is not a working day.</param>
    /// <returns>The working day, in the ISO calendar.</returns>
    /// <exception cref="BeyondHorizonException">The calendar does not have so many working days there.</exception>
    public LocalDate AddWorkingDays(LocalDate date, int workingDays) =>
        TryAddWorkingDays(date, workingDays, out LocalDate result)
            ? result
            : throw new BeyondHorizonException(FormattableString.Invariant(
                $"{Name} does not have {Math.Abs((long)workingDays)} working days {(workingDays > 0 ? "after" : "before")} {LocalDatePattern.Iso.Format(date)} within its horizon; TryAddWorkingDays answers false instead."));

    /// <summary>Returns the n-th working day as <see cref="AddWorkingDays"/> does, without an exception.</summary>
    /// <param name="date">The date to count from.</param>
    /// <param name="workingDays">How many; below 0 before the date, 0 the date itself.</param>
    /// <param name="result">The working day when the result is true, else the date.</param>
    /// <returns>True when the calendar has so many working days there.</returns>
    public bool TryAddWorkingDays(LocalDate date, int workingDays, out LocalDate result)
    {
        result = date.WithCalendar(CalendarSystem.Iso);
        if (workingDays == 0)
        {
            return true;
        }

        if (!_compiled.TryAddWorkingDays(DayNumber.Of(date), workingDays, out int day))
        {
            return false;
        }

        result = DayNumber.Date(day);
        return true;
    }

    /// <summary>Returns the number of working days between two dates.</summary>
    /// <param name="startInclusive">The first date that counts.</param>
    /// <param name="endExclusive">The first date that no longer counts.</param>
    /// <returns>The number; negative when the end is before the start.</returns>
    public int WorkingDaysBetween(LocalDate startInclusive, LocalDate endExclusive) =>
        _compiled.WorkingDaysBetween(DayNumber.Of(startInclusive), DayNumber.Of(endExclusive));

    /// <summary>Returns when a date's own first range opens, before ranges merge with those of other dates.</summary>
    /// <param name="date">The date, in any calendar system.</param>
    /// <returns>The opening, or null when the date is not a working day.</returns>
    public Instant? OpeningOf(LocalDate date) => Envelope(date)?.Start;

    /// <summary>Returns when a date's own last range closes, for a night shift on the next date.</summary>
    /// <param name="date">The date, in any calendar system.</param>
    /// <returns>The closing, or null when the date is not a working day.</returns>
    public Instant? ClosingOf(LocalDate date) => Envelope(date)?.End;

    private Interval? Envelope(LocalDate date)
    {
        int day = DayNumber.Of(date);
        List<OwnedRange> ranges = [];
        Expand(day, day, day, ranges);
        if (ranges.Count == 0)
        {
            return null;
        }

        Instant midnight = DayNumber.Start(day);
        return new Interval(midnight.PlusNanoseconds(ranges.Min(range => range.Start)), midnight.PlusNanoseconds(ranges.Max(range => range.End)));
    }

    private LocalDate? WorkingDay(LocalDate date, int n) => TryAddWorkingDays(date, n, out LocalDate result) ? result : null;
}
