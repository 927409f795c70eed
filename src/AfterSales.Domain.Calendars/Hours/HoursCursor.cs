namespace AfterSales.Domain.Calendars;

/// <summary>A position in opening_hours text, with the words and numbers that can stand there; notes the first thing that was expected and missing.</summary>
internal sealed class HoursCursor
{
    private readonly string _text;
    private int _position;

    internal HoursCursor(string text) => _text = text;

    /// <summary>Gets the first problem; null while there is none.</summary>
    internal string? Problem { get; private set; }

    internal bool AtEnd
    {
        get
        {
            SkipSpaces();
            return _position == _text.Length;
        }
    }

    internal bool ReadDayOfMonth(int month, out int? day)
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

    /// <summary>Reads 09:00, 9:00, 09:00:30 or 09:00:30.5; 24:00 where <paramref name="daysAllowed"/> is 1.</summary>
    internal bool ReadTime(string allowed, int daysAllowed, out LocalTime time)
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

    internal bool TakeName(string[] names, out int index)
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

    internal bool TakeWord(string word)
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

    internal bool Take(char character)
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

    internal bool AtDigit
    {
        get
        {
            SkipSpaces();
            return IsDigit(_position);
        }
    }

    /// <summary>Gets whether a number stands here that is not the beginning of a time of day: "15" or "15: ", not "15:00".</summary>
    internal bool AtDayOfMonth
    {
        get
        {
            SkipSpaces();
            int end = _position;
            while (IsDigit(end))
            {
                end++;
            }

            return end > _position && !(end < _text.Length && _text[end] == ':' && IsDigit(end + 1));
        }
    }

    private bool IsDigit(int position) => position < _text.Length && _text[position] is >= '0' and <= '9';

    private void SkipSpaces()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }
    }

    /// <summary>Notes the first problem; always false, so that callers can return it.</summary>
    internal bool Expected(string what)
    {
        SkipSpaces();
        string found = _position == _text.Length ? "the text ends" : $"stands \"{_text[_position]}\"";
        Problem ??= FormattableString.Invariant($"\"{_text}\": at position {_position + 1} {found}; expected {what}.");
        return false;
    }
}
