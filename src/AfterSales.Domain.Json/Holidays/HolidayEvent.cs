using System.Text;
using AfterSales.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Json;

/// <summary>One event of an iCalendar text, as far as a list of dates needs it.</summary>
internal sealed class HolidayEvent
{
    /// <summary>A holiday of more days than this is a mistake in the text.</summary>
    private const int MostDays = 366;

    private static readonly LocalDatePattern DatePattern = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    private readonly Dictionary<string, (int Line, string Value)> _properties = new(StringComparer.OrdinalIgnoreCase);

    internal HolidayEvent(int line) => Line = line;

    internal int Line { get; }

    /// <summary>Keeps a property, "NAME;PARAMETER=X:VALUE"; of one that stands twice the first counts.</summary>
    internal void Take(int line, string content)
    {
        int colon = content.AsSpan().IndexOf(':');
        if (colon > 0)
        {
            string name = content.Substring(0, colon).Split(';')[0];
            if (!_properties.ContainsKey(name))
            {
                _properties.Add(name, (line, content.Substring(colon + 1)));
            }
        }
    }

    internal void AddTo(HolidayList list, Func<string, bool> isMakeUpDay, DocumentFindings findings)
    {
        if (_properties.TryGetValue("STATUS", out (int Line, string Value) status) && string.Equals(status.Value, "CANCELLED", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        int before = findings.Count;
        foreach (string repeating in new[] { "RRULE", "RDATE", "RECURRENCE-ID" })
        {
            if (_properties.TryGetValue(repeating, out (int Line, string Value) rule))
            {
                findings.Add(rule.Line, 1, "bad-value", $"found {repeating}", "single events: give each year's dates");
            }
        }

        string summary = _properties.TryGetValue("SUMMARY", out (int Line, string Value) text) ? Unescaped(text.Value).Trim() : "";
        if (summary.Length == 0)
        {
            findings.Add(Line, 1, "missing-member", "found an event without SUMMARY", "the name of the holiday");
        }

        LocalDate first = DateOf("DTSTART", findings) ?? default;
        LocalDate afterLast = _properties.ContainsKey("DTEND") ? DateOf("DTEND", findings) ?? default : first.PlusDays(1);
        if (findings.Count == before && (afterLast <= first || Period.DaysBetween(first, afterLast) > MostDays))
        {
            findings.Add(_properties["DTEND"].Line, 1, "bad-value", $"found {Quoting.Quoted(_properties["DTEND"].Value)}", FormattableString.Invariant($"a date 1 to {MostDays} days after DTSTART"));
        }

        if (findings.Count > before)
        {
            return;
        }

        for (LocalDate date = first; date < afterLast; date = date.PlusDays(1))
        {
            LocalDate one = date;
            list.Add(Line, 1, () => isMakeUpDay(summary) ? DatedHours.MakeUp(one, IsoDayOfWeek.Monday, summary) : DatedHours.Closed(one, summary));
        }
    }

    private static string Unescaped(string value)
    {
        StringBuilder text = new(value.Length);
        for (int index = 0; index < value.Length; index++)
        {
            if (value[index] != '\\' || index + 1 == value.Length)
            {
                text.Append(value[index]);
                continue;
            }

            index++;
            text.Append(value[index] is 'n' or 'N' ? ' ' : value[index]);
        }

        return text.ToString();
    }

    private LocalDate? DateOf(string name, DocumentFindings findings)
    {
        if (!_properties.TryGetValue(name, out (int Line, string Value) property))
        {
            findings.Add(Line, 1, "missing-member", $"found an event without {name}", $"{name};VALUE=DATE:20260217");
            return null;
        }

        ParseResult<LocalDate> date = DatePattern.Parse(property.Value.Trim());
        if (!date.Success || date.Value.Year is < 1 or > 9900)
        {
            findings.Add(property.Line, 1, "bad-value", $"found {Quoting.Quoted(property.Value)}", $"a date without time of day, of the years 1 to 9900, {name};VALUE=DATE:20260217");
            return null;
        }

        return date.Value;
    }
}
