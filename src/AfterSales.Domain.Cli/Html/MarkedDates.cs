using AfterSales.Domain.Calendars;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Cli.Html;

/// <summary>What the calendars of a policy say of dates: holidays, make-up working days, the first working day after several closed ones.</summary>
internal sealed class MarkedDates
{
    private const string Closed = "closed";
    private const string MakeUp = "make-up-day";
    private const int UsualWeekend = 2;

    private readonly BusinessCalendar[] _calendars;
    private readonly Dictionary<LocalDate, OpeningReason[]> _reasons = [];

    internal MarkedDates(SlaPolicy policy) =>
        _calendars = [.. policy.Calendars.GroupBy(one => one.Calendar.Name, StringComparer.Ordinal).Select(versions => versions.Last().Calendar)];

    /// <summary>The holiday or closure of a whole day; null on every other date.</summary>
    internal OpeningReason? HolidayOf(LocalDate date) => Array.Find(ReasonsOf(date), reason => string.Equals(reason.Code, Closed, StringComparison.Ordinal));

    /// <summary>What is worked for on a make-up working day; null on every other date.</summary>
    internal OpeningReason? MakeUpOf(LocalDate date) => Array.Find(ReasonsOf(date), reason => string.Equals(reason.Code, MakeUp, StringComparison.Ordinal));

    /// <summary>All that is out of the ordinary about a date, in words; empty when nothing is.</summary>
    internal string RemarkOn(LocalDate date, PageWords words)
    {
        List<string> marks = [.. ReasonsOf(date).Select(words.Of)];
        int closed = _calendars.Where(calendar => calendar.IsWorkingDay(date)).Select(calendar => calendar.PreviousWorkingDay(date) is { } before ? Period.DaysBetween(before, date) - 1 : 0)
            .DefaultIfEmpty(0).Max();
        if (closed > UsualWeekend)
        {
            marks.Add(words.Say($"first working day after {closed} closed", $"休息 {closed} 天后的首个工作日"));
        }

        return string.Join(words.Say("; ", "；"), marks);
    }

    private OpeningReason[] ReasonsOf(LocalDate date)
    {
        if (!_reasons.TryGetValue(date, out OpeningReason[]? reasons))
        {
            reasons = [.. _calendars.SelectMany(calendar => calendar.Describe(calendar.Zone.AtStartOfDay(date).ToInstant(), calendar.Zone.AtStartOfDay(date.PlusDays(1)).ToInstant()))
                .Select(span => span.Reason).Where(reason => reason.Name is not null).Distinct()];
            _reasons.Add(date, reasons);
        }

        return reasons;
    }
}
