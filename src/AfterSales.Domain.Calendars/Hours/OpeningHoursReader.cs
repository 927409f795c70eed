using System.Diagnostics.CodeAnalysis;

namespace AfterSales.Domain.Calendars;

/// <summary>
/// Reads opening_hours text by recursive descent. Each method reads one thing at the position and returns false after noting what it expected there.
/// </summary>
internal sealed class OpeningHoursReader
{
    /// <summary>Longer texts are refused: no week needs them, and a reader of documents must not be kept busy.</summary>
    private const int MaximumLength = 10_000;

    private const string WhatARuleBeginsWith = "months (Jan to Dec), weekdays (Mo to Su), a time such as 09:00, \"24/7\", \"PH off\" or \"off\"";

    private readonly HoursCursor _text;

    private OpeningHoursReader(string text) => _text = new HoursCursor(text);

    internal static bool TryReadWeek(string? text, [NotNullWhen(true)] out WeeklyHours? hours, [NotNullWhen(false)] out string? problem)
    {
        hours = null;
        if (!IsReadable(text, "weekly hours such as \"Mo-Fr 09:00-17:00\"", out problem))
        {
            return false;
        }

        OpeningHoursReader reader = new(text);
        List<HoursRule> rules = [];
        do
        {
            if (!reader.ReadRule(out HoursRule? rule))
            {
                problem = reader._text.Problem!;
                return false;
            }

            if (rule is not null)
            {
                rules.Add(rule);
            }
        }
        while (reader._text.Take(';') && !reader._text.AtEnd);

        if (!reader._text.AtEnd)
        {
            reader._text.Expected("\",\", \";\" or the end");
            problem = reader._text.Problem!;
            return false;
        }

        return HoursRule.TryCombine(rules, out hours, out problem);
    }

    internal static bool TryReadDay(string? text, [NotNullWhen(true)] out DayHours? hours, [NotNullWhen(false)] out string? problem)
    {
        hours = null;
        if (!IsReadable(text, "hours of a day such as \"09:00-12:00,13:30-18:00\" or \"off\"", out problem))
        {
            return false;
        }

        OpeningHoursReader reader = new(text);
        if (reader.ReadHours("a time such as 09:00, or \"off\"", out DayHours? read) && (reader._text.AtEnd || reader._text.Expected("\",\" or the end")))
        {
            hours = read;
            return true;
        }

        problem = reader._text.Problem!;
        return false;
    }

    private static bool IsReadable([NotNullWhen(true)] string? text, string expected, [NotNullWhen(false)] out string? problem)
    {
        problem = string.IsNullOrWhiteSpace(text) ? $"There is no text; expected {expected}."
            : text!.Length > MaximumLength ? FormattableString.Invariant($"The text has {text.Length} characters; at most {MaximumLength} are allowed.")
            : null;
        return problem is null;
    }

    private bool ReadRule(out HoursRule? rule)
    {
        rule = null;
        if (_text.TakeWord("24/7"))
        {
            rule = new HoursRule(months: null, HoursRule.AllDays, DayHours.AllDay);
            return true;
        }

        if (_text.TakeWord("PH"))
        {
            return _text.TakeWord("off") || _text.TakeWord("closed")
                || _text.Expected("\"off\": a calendar is closed on its holidays; give hours for single holidays as special hours");
        }

        if (!ReadMonths(out (AnnualDate First, AnnualDate Last)? months) || !ReadWeekdays(out bool[]? days))
        {
            return false;
        }

        string expected = days is not null ? "a time such as 09:00, or \"off\""
            : months is not null ? "weekdays (Mo to Su), a time such as 09:00, or \"off\""
            : WhatARuleBeginsWith;
        if (!ReadHours(expected, out DayHours? hours))
        {
            return false;
        }

        rule = new HoursRule(months, days ?? HoursRule.AllDays, hours);
        return true;
    }

    private bool ReadMonths(out (AnnualDate First, AnnualDate Last)? months)
    {
        months = null;
        if (!_text.TakeName(MonthRange.MonthNames, out int firstMonth))
        {
            return true;
        }

        int? firstDay = null;
        if (_text.AtDayOfMonth && !_text.ReadDayOfMonth(firstMonth + 1, out firstDay))
        {
            return false;
        }

        int lastMonth = firstMonth;
        int? lastDay = firstDay;
        if (_text.Take('-'))
        {
            bool named = _text.TakeName(MonthRange.MonthNames, out lastMonth);
            lastMonth = named ? lastMonth : firstMonth;
            if (!named && firstDay is null)
            {
                return _text.Expected("a month, Jan to Dec");
            }

            lastDay = null;
            if (firstDay is not null && !(_text.AtDayOfMonth || _text.Expected("a day of the month")))
            {
                return false;
            }

            if (firstDay is not null && !_text.ReadDayOfMonth(lastMonth + 1, out lastDay))
            {
                return false;
            }
        }

        months = (new AnnualDate(firstMonth + 1, firstDay ?? 1), new AnnualDate(lastMonth + 1, lastDay ?? MonthRange.LastDay(lastMonth + 1)));
        _ = _text.Take(':');
        return true;
    }

    private bool ReadWeekdays(out bool[]? days)
    {
        days = null;
        if (!_text.TakeName(OpeningHoursWriter.DayNames, out int first))
        {
            return true;
        }

        days = new bool[7];
        do
        {
            if (days.Contains(true) && !_text.TakeName(OpeningHoursWriter.DayNames, out first))
            {
                return _text.Expected("a weekday, Mo to Su");
            }

            int last = first;
            if (_text.Take('-') && !_text.TakeName(OpeningHoursWriter.DayNames, out last))
            {
                return _text.Expected("a weekday, Mo to Su");
            }

            for (int day = first; ; day = (day + 1) % 7)
            {
                days[day] = true;
                if (day == last)
                {
                    break;
                }
            }
        }
        while (_text.Take(','));

        _ = _text.Take(':');
        return true;
    }

    private bool ReadHours(string expected, [NotNullWhen(true)] out DayHours? hours)
    {
        hours = null;
        if (_text.TakeWord("off") || _text.TakeWord("closed"))
        {
            hours = DayHours.Closed;
            return true;
        }

        if (!_text.AtDigit)
        {
            return _text.Expected(expected);
        }

        List<ClockRange> ranges = [];
        do
        {
            if (!_text.ReadTime("00:00 to 23:59", 0, out LocalTime start))
            {
                return false;
            }

            if (!_text.Take('-'))
            {
                return _text.Expected("\"-\"");
            }

            if (!_text.ReadTime("00:00 to 24:00", 1, out LocalTime end))
            {
                return false;
            }

            ranges.Add(new ClockRange(start, end));
        }
        while (_text.Take(','));

        hours = new DayHours(ranges);
        return true;
    }
}
