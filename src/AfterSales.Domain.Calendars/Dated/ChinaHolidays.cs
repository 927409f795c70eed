namespace AfterSales.Domain.Calendars;

/// <summary>China's public holidays with their make-up working days (调休), as the State Council announces them year by year.</summary>
/// <remarks>
/// Years 2020 to 2026. The source of each year is the notice of the General Office of the State Council (国务院办公厅关于部分节假日安排的通知), whose number and address
/// stand beside the data. A notice does not say whose weekday a make-up day takes over; here it works as a Monday, and
/// <see cref="HolidaySet.WithMakeUpDaysAs"/> changes that.
/// </remarks>
public static class ChinaHolidays
{
    private const string SetName = "china-public-holidays";

    /// <summary>Gets the first year that is here.</summary>
    public static int FirstYear => ChinaHolidayNotices.FirstYear;

    /// <summary>Gets the last year that is here: the last one announced when this version was made.</summary>
    public static int LastYear => ChinaHolidayNotices.LastYear;

    /// <summary>Gets the last date whose holidays are known: 31 December of <see cref="LastYear"/>.</summary>
    public static LocalDate KnownThrough => new(LastYear, 12, 31);

    /// <summary>Returns the days of one year's notice; a few notices name a day of the December before.</summary>
    /// <param name="year">The year, from <see cref="FirstYear"/> to <see cref="LastYear"/>.</param>
    /// <returns>The set "china-public-holidays", known from 1 January through 31 December.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="year"/> is not announced or not here; the message says which years are.</exception>
    public static HolidaySet Year(int year) => Between(Checked(year, nameof(year)), year);

    /// <summary>Returns the days of all years from <see cref="FirstYear"/> through the given one.</summary>
    /// <param name="lastYear">The last year, from <see cref="FirstYear"/> to <see cref="LastYear"/>.</param>
    /// <returns>The set "china-public-holidays", known from 1 January of the first year through 31 December of the last.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lastYear"/> is not announced or not here; the message says which years are.</exception>
    public static HolidaySet Through(int lastYear) => Between(FirstYear, Checked(lastYear, nameof(lastYear)));

    private static HolidaySet Between(int firstYear, int lastYear)
    {
        IEnumerable<DatedHours> entries = Enumerable.Range(firstYear, lastYear - firstYear + 1).SelectMany(ChinaHolidayNotices.Of);
        return new HolidaySet(SetName, entries).KnownBetween(new LocalDate(firstYear, 1, 1), new LocalDate(lastYear, 12, 31));
    }

    private static int Checked(int year, string parameterName) => year >= FirstYear && year <= LastYear
        ? year
        : throw new ArgumentOutOfRangeException(parameterName, year, FormattableString.Invariant($"Allowed are the years {FirstYear} to {LastYear}; later years had not been announced."));
}
