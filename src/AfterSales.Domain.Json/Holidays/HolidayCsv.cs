using AfterSales.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Json;

/// <summary>Holiday lists as comma-separated text: a row a date.</summary>
/// <remarks>
/// <para>
/// The first row names the columns, in any order: <c>date</c> (ISO), <c>kind</c> and <c>name</c>, and where needed <c>hours</c> and <c>name-zh</c>. Kinds: <c>closed</c>; <c>make-up</c>, which
/// works as a Monday unless it has hours; <c>special</c> with its hours; <c>closed-part</c> with the range that is closed.
/// </para>
/// <code>
/// date,kind,name,hours
/// 2026-12-24,special,Christmas Eve,09:00-13:00
/// 2026-12-25,closed,Christmas Day,
/// </code>
/// The method is safe for use by several threads.
/// </remarks>
public static class HolidayCsv
{
    private static readonly string[] Columns = ["date", "kind", "name", "hours", "name-zh"];
    private static readonly string[] Kinds = ["closed", "make-up", "special", "closed-part"];

    /// <summary>Reads a holiday list.</summary>
    /// <param name="csv">The text, at most 8 Mi characters; it is read to its end and not closed.</param>
    /// <param name="setName">The name of the set, 1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The set, which says nothing of the dates for which it is complete (see <see cref="HolidaySet.KnownBetween"/>), or every problem with line and column.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="setName"/> has other characters or another length.</exception>
    public static DocumentReading<HolidaySet> Read(TextReader csv, string setName)
    {
        ArgumentNullException.ThrowIfNull(csv);
        NameRule.Checked(setName, "holiday set", nameof(setName));
        DocumentFindings findings = new();
        HolidayList list = new(findings);
        if (BoundedText.TryRead(csv, findings, out string? text))
        {
            CsvRow[] rows = [.. CsvRow.ReadAll(text, findings).Where(row => !row.IsBlank)];
            if (rows.Length == 0)
            {
                findings.Add(1, 1, "missing-member", "found an empty text", "a first row with the columns date, kind and name");
            }
            else if (ColumnsOf(rows[0], findings) is { } columns)
            {
                foreach (CsvRow row in rows.Skip(1))
                {
                    ReadRow(row, columns, findings, list);
                }
            }
        }

        return list.ToReading(setName);
    }

    /// <summary>Where each of the known columns is, −1 for those that are not there; null when the rows cannot be read.</summary>
    private static int[]? ColumnsOf(CsvRow header, DocumentFindings findings)
    {
        int before = findings.Count;
        int[] places = [-1, -1, -1, -1, -1];
        for (int index = 0; index < header.Count; index++)
        {
            (string text, int line, int column) = header[index];
            int known = Array.IndexOf(Columns, text);
            if (known < 0)
            {
                findings.Add(line, column, "unknown-member", $"found the column {Quoting.Quoted(text)}", $"allowed are the columns {Quoting.List(Columns)}");
            }
            else if (places[known] >= 0)
            {
                findings.Add(line, column, "duplicate-member", $"found the column {Quoting.Quoted(text)} again", "each column stands once");
            }
            else
            {
                places[known] = index;
            }
        }

        for (int needed = 0; needed < 3; needed++)
        {
            if (places[needed] < 0)
            {
                findings.Add(header.Line, 1, "missing-member", $"found no column \"{Columns[needed]}\"", "the columns date, kind and name are needed");
            }
        }

        return findings.Count == before ? places : null;
    }

    private static void ReadRow(CsvRow row, int[] columns, DocumentFindings findings, HolidayList list)
    {
        int before = findings.Count;
        if (row.Count > columns.Count(place => place >= 0))
        {
            findings.Add(row.Line, 1, "bad-text", FormattableString.Invariant($"found {row.Count} cells"), "as many cells as the first row has columns");
        }

        (string dateText, int dateLine, int dateColumn) = row[columns[0]];
        ParseResult<LocalDate> date = LocalDatePattern.Iso.Parse(dateText);
        if (!date.Success || date.Value.Year is < 1 or > 9900)
        {
            findings.Add(dateLine, dateColumn, "bad-value", $"found {Quoting.Quoted(dateText)}", "a date such as 2026-02-17, of the years 1 to 9900");
        }

        (string kind, int kindLine, int kindColumn) = row[columns[1]];
        if (Array.IndexOf(Kinds, kind) < 0)
        {
            findings.Add(kindLine, kindColumn, "unknown-name", $"found {Quoting.Quoted(kind)}", $"allowed is {Quoting.List(Kinds)}");
        }

        (string name, int nameLine, int nameColumn) = row[columns[2]];
        if (name.Length == 0)
        {
            findings.Add(nameLine, nameColumn, "missing-member", "found no name", "a name such as Spring Festival");
        }

        DayHours? hours = HoursOf(row, columns, kind, findings);
        if (findings.Count == before)
        {
            string chinese = columns[4] < 0 ? "" : row[columns[4]].Text;
            list.Add(row.Line, 1, () => chinese.Length == 0 ? Entry(kind, date.Value, name, hours) : Entry(kind, date.Value, name, hours).InChinese(chinese));
        }
    }

    private static DayHours? HoursOf(CsvRow row, int[] columns, string kind, DocumentFindings findings)
    {
        (string text, int line, int column) = columns[3] < 0 ? ("", row.Line, 1) : row[columns[3]];
        bool isNeeded = kind is "special" or "closed-part";
        if (text.Length == 0)
        {
            if (isNeeded)
            {
                findings.Add(line, column, "missing-member", $"found no hours of a date of the kind {kind}", "hours such as 09:00-13:00");
            }

            return null;
        }

        if (kind is "closed")
        {
            findings.Add(line, column, "refused", $"found {Quoting.Quoted(text)}", "a closed date has no hours; the kind closed-part closes a part of it");
            return null;
        }

        if (!DayHours.TryParse(text, out DayHours? hours, out string? problem))
        {
            findings.Add(line, column, "bad-value", $"found {Quoting.Quoted(text)}", problem);
        }
        else if (kind is "closed-part" && hours.Ranges.Count != 1)
        {
            findings.Add(line, column, "bad-value", $"found {Quoting.Quoted(text)}", "one range such as 12:00-14:00; more parts have rows of their own");
        }

        return hours;
    }

    private static DatedHours Entry(string kind, LocalDate date, string name, DayHours? hours) => kind switch
    {
        "special" => DatedHours.Special(date, hours!, name),
        "closed-part" => DatedHours.ClosedFor(date, hours!.Ranges[0], name),
        "make-up" when hours is not null => DatedHours.MakeUp(date, hours, name),
        "make-up" => DatedHours.MakeUp(date, IsoDayOfWeek.Monday, name),
        _ => DatedHours.Closed(date, name),
    };
}
