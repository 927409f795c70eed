namespace AfterSales.Domain.Calendars;

/// <summary>The part of a year between two days, both included, which may run over the turn of the year.</summary>
internal static class MonthRange
{
    internal static readonly string[] MonthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    internal static bool Includes(AnnualDate first, AnnualDate last, LocalDate date) => Includes(first, last, (date.Month * 32) + date.Day);

    internal static bool Includes(AnnualDate first, AnnualDate last, AnnualDate day) => Includes(first, last, Number(day));

    /// <summary>As in "Jun-Aug" for whole months and "Jun 15-Aug 31" otherwise.</summary>
    internal static string Text(AnnualDate first, AnnualDate last)
    {
        string firstMonth = MonthNames[first.Month - 1];
        string lastMonth = MonthNames[last.Month - 1];
        if (first.Day == 1 && last.Day == LastDay(last.Month))
        {
            return first.Month == last.Month ? firstMonth : $"{firstMonth}-{lastMonth}";
        }

        return FormattableString.Invariant($"{firstMonth} {first.Day:00}-{lastMonth} {last.Day:00}");
    }

    internal static int LastDay(int month) => month == 2 ? 29 : CalendarSystem.Iso.GetDaysInMonth(2023, month);

    private static bool Includes(AnnualDate first, AnnualDate last, int day) =>
        Number(first) <= Number(last) ? Number(first) <= day && day <= Number(last) : day >= Number(first) || day <= Number(last);

    private static int Number(AnnualDate day) => (day.Month * 32) + day.Day;
}
