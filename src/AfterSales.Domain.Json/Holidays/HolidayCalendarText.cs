using System.Text;
using AfterSales.Domain.Calendars;

namespace AfterSales.Domain.Json;

/// <summary>Holiday lists as iCalendar text (RFC 5545): every all-day event closes its dates; the end of an event is not included.</summary>
/// <remarks>
/// Read are single events with SUMMARY and DTSTART as a date, and DTEND (a date, exclusive) or neither end, which means one day. Cancelled events are left out.
/// Events with a time of day and repeating events are findings: they are not lists of dates. The methods are safe for use by several threads.
/// </remarks>
public static class HolidayCalendarText
{
    /// <summary>Reads a list in which every event is a holiday.</summary>
    /// <param name="calendar">The text, at most 8 Mi characters; it is read to its end and not closed.</param>
    /// <param name="setName">The name of the set, 1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The set, which says nothing of the dates for which it is complete (see <see cref="HolidaySet.KnownBetween"/>), or every problem with its line.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="setName"/> has other characters or another length.</exception>
    public static DocumentReading<HolidaySet> Read(TextReader calendar, string setName) => Read(calendar, setName, _ => false);

    /// <summary>Reads a list in which some events are make-up working days, told by a word of their summary.</summary>
    /// <param name="calendar">The text, at most 8 Mi characters; it is read to its end and not closed.</param>
    /// <param name="setName">The name of the set, 1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <param name="makeUpWord">The word that the summaries of make-up days contain and no other summary does, as in "上班"; the days work as a Monday.</param>
    /// <returns>The set, which says nothing of the dates for which it is complete (see <see cref="HolidaySet.KnownBetween"/>), or every problem with its line.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="setName"/> has other characters or another length, or <paramref name="makeUpWord"/> is empty.</exception>
    public static DocumentReading<HolidaySet> Read(TextReader calendar, string setName, string makeUpWord)
    {
        ArgumentException.ThrowIfNullOrEmpty(makeUpWord);
        return Read(calendar, setName, summary => summary.Contains(makeUpWord, StringComparison.Ordinal));
    }

    private static DocumentReading<HolidaySet> Read(TextReader calendar, string setName, Func<string, bool> isMakeUpDay)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        NameRule.Checked(setName, "holiday set", nameof(setName));
        DocumentFindings findings = new();
        HolidayList list = new(findings);
        if (BoundedText.TryRead(calendar, findings, out string? text))
        {
            foreach (HolidayEvent one in Events(text, findings))
            {
                one.AddTo(list, isMakeUpDay, findings);
            }
        }

        return list.ToReading(setName);
    }

    private static List<HolidayEvent> Events(string text, DocumentFindings findings)
    {
        List<HolidayEvent> events = [];
        HolidayEvent? open = null;
        bool isCalendar = false;
        int lastLine = 1;
        foreach ((int line, string content) in Unfolded(text))
        {
            lastLine = line;
            switch (content.ToUpperInvariant())
            {
                case "BEGIN:VCALENDAR":
                    isCalendar = true;
                    break;
                case "BEGIN:VEVENT" when open is not null:
                    findings.Add(line, 1, "bad-text", "found BEGIN:VEVENT inside an event", "END:VEVENT before it");
                    break;
                case "BEGIN:VEVENT":
                    open = new HolidayEvent(line);
                    break;
                case "END:VEVENT" when open is not null:
                    events.Add(open);
                    open = null;
                    break;
                default:
                    open?.Take(line, content);
                    break;
            }
        }

        if (!isCalendar)
        {
            findings.Add(1, 1, "bad-text", "found no BEGIN:VCALENDAR", "an iCalendar text");
        }

        if (open is not null)
        {
            findings.Add(lastLine, 1, "bad-text", FormattableString.Invariant($"found no end of the event of line {open.Line}"), "END:VEVENT");
        }

        return events;
    }

    /// <summary>Content lines with the number of their first line; a line that begins with a space or tab continues the one before.</summary>
    private static IEnumerable<(int Line, string Content)> Unfolded(string text)
    {
        string[] lines = text.Split('\n');
        StringBuilder content = new();
        int start = 1;
        for (int index = 0; index < lines.Length; index++)
        {
            string line = lines[index].TrimEnd('\r');
            if (line.Length > 0 && line[0] is ' ' or '\t')
            {
                content.Append(line, 1, line.Length - 1);
                continue;
            }

            if (content.Length > 0)
            {
                yield return (start, content.ToString());
            }

            content.Clear().Append(line);
            start = index + 1;
        }

        if (content.Length > 0)
        {
            yield return (start, content.ToString());
        }
    }
}
