using AfterSales.Domain.Calendars;
using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <summary>How much of the hours that technicians are there for is work and travel (R27).</summary>
/// <remarks>
/// (work + travel) / available, where available is the working time of the calendar less leave and training. It may exceed 1 by overtime. Technicians and periods add up by
/// their hours; ratios are never averaged. Equality is of all parts; the default value is nobody. This type is immutable.
/// </remarks>
public readonly record struct TechnicianUtilisation : IFormattable
{
    /// <summary>The utilisation above which it is a warning: no room is left for the urgent, and people burn out.</summary>
    public const double WarningAbove = 0.85;

    private TechnicianUtilisation(DurationTotal work, DurationTotal travel, DurationTotal available) => (Work, Travel, Available) = (work, travel, available);

    /// <summary>Gets the time worked on tickets.</summary>
    public DurationTotal Work { get; }

    /// <summary>Gets the time on the way to customers.</summary>
    public DurationTotal Travel { get; }

    /// <summary>Gets the working time of the calendar less leave and training.</summary>
    public DurationTotal Available { get; }

    /// <summary>Gets (work + travel) / available; null when nobody was available.</summary>
    public double? Value => Available.TotalHours > 0 ? (Work + Travel).TotalHours / Available.TotalHours : null;

    /// <summary>Gets why there is no value; null when there is one.</summary>
    public NoFigure? Missing => Available.TotalHours > 0 ? null : NoFigure.NothingCounted;

    /// <summary>Gets a value indicating whether it is above 85 %.</summary>
    public bool IsWarning => Value > WarningAbove;

    /// <summary>Computes the utilisation of one technician in a period.</summary>
    /// <param name="calendar">The technician's working hours.</param>
    /// <param name="period">The period.</param>
    /// <param name="leaveAndTraining">When the technician was on leave or trained; parts outside working hours and overlaps take nothing away twice.</param>
    /// <param name="work">The time worked on tickets in the period; not negative.</param>
    /// <param name="travel">The time on the way in the period; not negative.</param>
    /// <returns>The utilisation.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> or <paramref name="leaveAndTraining"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative.</exception>
    /// <exception cref="BeyondHorizonException">The calendar does not know the whole period.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="period"/> is the default value.</exception>
    public static TechnicianUtilisation Of(BusinessCalendar calendar, KpiPeriod period, IEnumerable<Interval> leaveAndTraining, Duration work, Duration travel)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(leaveAndTraining);
        ArgumentOutOfRangeException.ThrowIfLessThan(work, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(travel, Duration.Zero);
        Duration available = calendar.WorkingTimeBetween(period.Start, period.End);
        Instant counted = period.Start;
        foreach (Interval away in leaveAndTraining.OrderBy(one => one.HasStart ? one.Start : Instant.MinValue))
        {
            Instant from = Instant.Max(counted, away.HasStart ? away.Start : Instant.MinValue);
            Instant to = Instant.Min(period.End, away.HasEnd ? away.End : Instant.MaxValue);
            if (to > from)
            {
                available -= calendar.WorkingTimeBetween(from, to);
                counted = to;
            }
        }

        return new TechnicianUtilisation(Total(work), Total(travel), Total(available));
    }

    /// <summary>Adds the hours of another technician or period.</summary>
    /// <param name="other">The other.</param>
    /// <returns>Both together.</returns>
    public TechnicianUtilisation Add(TechnicianUtilisation other) => new(Work + other.Work, Travel + other.Travel, Available + other.Available);

    /// <summary>Adds as <see cref="Add"/> does.</summary>
    public static TechnicianUtilisation operator +(TechnicianUtilisation left, TechnicianUtilisation right) => left.Add(right);

    /// <summary>Returns the utilisation with its hours, in English.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the utilisation with its hours, and a warning above 85 %.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool isChinese = TextLanguage.IsChinese(format);
        if (Value is not { } value)
        {
            return Missing!.ToString(format, null);
        }

        string figure = FormattableString.Invariant($"{value * 100:0.0} %");
        string warning = IsWarning ? isChinese ? "；警告：超过 85 %" : "; warning: above 85 %" : "";
        return isChinese
            ? FormattableString.Invariant($"{figure}（工作 {Work.TotalHours:0.#} 小时、路途 {Travel.TotalHours:0.#} 小时，可用 {Available.TotalHours:0.#} 小时）{warning}")
            : FormattableString.Invariant($"{figure} (work {Work.TotalHours:0.#} h, travel {Travel.TotalHours:0.#} h of {Available.TotalHours:0.#} h available){warning}");
    }

    private static DurationTotal Total(Duration time) => new(time.Days, time.NanosecondOfDay);
}
