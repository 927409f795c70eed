using System.Diagnostics.CodeAnalysis;

namespace AfterSales.Domain.Calendars;

/// <summary>
/// Reads opening_hours text by recursive descent. Each method reads one thing at the position and returns false after noting what it expected there.
/// </summary>
internal ref struct OpeningHoursReader
{
    /// <summary>Longer texts are refused: no week needs them, and a reader of documents must not be kept busy.</summary>
    private const int MaximumLength = 10_000;

    private const string WhatARuleBeginsWith = "months (Jan to Dec), weekdays (Mo to Su), a time such as 09:00, \"24/7\", \"PH off\" or \"off\"";

    private readonly string _text;
    private int _position;
    private string? _problem;

    private OpeningHoursReader(string text) => _text = text;

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
                problem = reader._problem!;
                return false;
            }

            if (rule is not null)
            {
                rules.Add(rule);
            }
        }
        while (reader.Take(';') && !reader.AtEnd);

        if (!reader.AtEnd)
        {
            reader.Expected("\",\", \";\" or the end");
            problem = reader._problem!;
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
        if (reader.ReadHours("a time such as 09:00, or \"off\"", out DayHours? read) && (reader.AtEnd || reader.Expected("\",\" or the end")))
        {
            hours = read;
            return true;
        }

        problem = reader._problem!;
        return false;
    }

    private static bool IsReadable([NotNullWhen(true)] string? text, string expected, [NotNullWhen(false)] out string? problem)
    {
        problem = string.IsNullOrWhiteSpace(text) ? $"There is no text; expected {expected}."
            : text!.Length > MaximumLength ? FormattableString.Invariant($"The text has {text.Length} characters; at most {MaximumLength} are allowed.")
            : null;
        return problem is null;
    }

    private bool AtEnd
    {
        get
        {
            SkipSpaces();
            return _position == _text.Length;
        }
    }

    private bool ReadRule(out HoursRule? rule)
    {
        rule = null;
        if (TakeWord("24/7"))
        {
            rule = new HoursRule(months: null, HoursRule.AllDays, DayHours.AllDay);
            return true;
        }

        if (TakeWord("PH"))
        {
            return TakeWord("off") || TakeWord("closed")
                || Expected("\"off\": a calendar is closed on its holidays; give hours for single holidays as special hours");
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
        if (!TakeName(MonthRange.MonthNames, out int firstMonth))
        {
            return true;
        }

        int? firstDay = null;
        if (AtDigit && !ReadDayOfMonth(firstMonth + 1, out firstDay))
        {
            return false;
        }

        int lastMonth = firstMonth;
        int? lastDay = firstDay;
        if (Take('-'))
        {
            bool named = TakeName(MonthRange.MonthNames, out lastMonth);
            lastMonth = named ? lastMonth : firstMonth;
            if (!named && firstDay is null)
            {
                return Expected("a month, Jan to Dec");
            }

            lastDay = null;
            if (firstDay is not null && !(AtDigit || Expected("a day of the month")))
            {
                return false;
            }

            if (firstDay is not null && !ReadDayOfMonth(lastMonth + 1, out lastDay))
            {
                return false;
            }
        }

        months = (new AnnualDate(firstMonth + 1, firstDay ?? 1), new AnnualDate(lastMonth + 1, lastDay ?? MonthRange.LastDay(lastMonth + 1)));
        _ = Take(':');
        return true;
    }

    private bool ReadDayOfMonth(int month, out int? day)
    {
        int start = _position;
        day = ReadNumber();
        if (day >= 1 && day <= MonthRange.LastDay(month))
        {
            return true;
        }

        _position = start;
        return Expected(FormattableString.Invariant($"a day of {MonthRange.MonthNames[month - 1]}, 1 to {MonthRange.LastDay(month)}"));
    }

    private bool ReadWeekdays(out bool[]? days)
    {
        days = null;
        if (!TakeName(OpeningHoursWriter.DayNames, out int first))
        {
            return true;
        }

        days = new bool[7];
        do
        {
            if (days.Contains(true) && !TakeName(OpeningHoursWriter.DayNames, out first))
            {
                return Expected("a weekday, Mo to Su");
            }

            int last = first;
            if (Take('-') && !TakeName(OpeningHoursWriter.DayNames, out last))
            {
                return Expected("a weekday, Mo to Su");
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
        while (Take(','));

        _ = Take(':');
        return true;
    }

    private bool ReadHours(string expected, [NotNullWhen(true)] out DayHours? hours)
    {
        hours = null;
        if (TakeWord("off") || TakeWord("closed"))
        {
            hours = DayHours.Closed;
            return true;
        }

        if (!AtDigit)
        {
            return Expected(expected);
        }

        List<ClockRange> ranges = [];
        do
        {
            if (!ReadTime("00:00 to 23:59", 0, out LocalTime start))
            {
                return false;
            }

            if (!Take('-'))
            {
                return Expected("\"-\"");
            }

            if (!ReadTime("00:00 to 24:00", 1, out LocalTime end))
            {
                return false;
            }

            ranges.Add(new ClockRange(start, end));
        }
        while (Take(','));

        hours = new DayHours(ranges);
        return true;
    }

    /// <summary>Reads 09:00, 9:00, 09:00:30 or 09:00:30.5; 24:00 where <paramref name="daysAllowed"/> is 1.</summary>
    private bool ReadTime(string allowed, int daysAllowed, out LocalTime time)
    {
        time = default;
        SkipSpaces();
        int start = _position;
        int hours = ReadNumber();
        bool read = hours is >= 0 and <= 24 && TakeHere(':');
        int minutes = read ? ReadNumber() : -1;
        read &= minutes is >= 0 and <= 59;
        int seconds = 0;
        long fraction = 0;
        if (read && TakeHere(':'))
        {
            seconds = ReadNumber();
            read = seconds is >= 0 and <= 59 && (!TakeHere('.') || ReadFraction(out fraction));
        }

        long nanoseconds = (((((hours * 60L) + minutes) * 60) + seconds) * NodaConstants.NanosecondsPerSecond) + fraction;
        bool isDayEnd = nanoseconds == NodaConstants.NanosecondsPerDay;
        if (!read || nanoseconds > NodaConstants.NanosecondsPerDay || (isDayEnd && daysAllowed == 0))
        {
            _position = start;
            return Expected($"a time, {allowed}");
        }

        time = LocalTime.FromNanosecondsSinceMidnight(isDayEnd ? 0 : nanoseconds);
        return true;
    }

    private bool ReadFraction(out long nanoseconds)
    {
        nanoseconds = 0;
        long unit = NodaConstants.NanosecondsPerSecond;
        while (IsDigit(_position) && unit > 1)
        {
            unit /= 10;
            nanoseconds += unit * (_text[_position++] - '0');
        }

        return unit < NodaConstants.NanosecondsPerSecond;
    }

    /// <summary>Reads at most four digits; −1 where there is none.</summary>
    private int ReadNumber()
    {
        int start = _position;
        int number = 0;
        while (IsDigit(_position) && _position - start < 4)
        {
            number = (number * 10) + (_text[_position++] - '0');
        }

        return _position == start ? -1 : number;
    }

    private bool TakeName(string[] names, out int index)
    {
        for (index = 0; index < names.Length; index++)
        {
            if (TakeWord(names[index]))
            {
                return true;
            }
        }

        return false;
    }

    private bool TakeWord(string word)
    {
        SkipSpaces();
        int end = _position + word.Length;
        if (string.Compare(_text, _position, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0 || (end < _text.Length && char.IsLetter(_text[end])))
        {
            return false;
        }

        _position = end;
        return true;
    }

    private bool Take(char character)
    {
        SkipSpaces();
        return TakeHere(character);
    }

    private bool TakeHere(char character)
    {
        if (_position < _text.Length && _text[_position] == character)
        {
            _position++;
            return true;
        }

        return false;
    }

    private bool AtDigit
    {
        get
        {
            SkipSpaces();
            return IsDigit(_position);
        }
    }

    private readonly bool IsDigit(int position) => position < _text.Length && _text[position] is >= '0' and <= '9';

    private void SkipSpaces()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }
    }

    /// <summary>Notes the first problem; always false, so that callers can return it.</summary>
    private bool Expected(string what)
    {
        SkipSpaces();
        string found = _position == _text.Length ? "the text ends" : $"stands \"{_text[_position]}\"";
        _problem ??= FormattableString.Invariant($"\"{_text}\": at position {_position + 1} {found}; expected {what}.");
        return false;
    }
}
