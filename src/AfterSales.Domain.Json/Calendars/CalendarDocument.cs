using AfterSales.Domain.Calendars;

namespace AfterSales.Domain.Json;

/// <summary>A business calendar as a JSON document of the kind <c>calendar</c>.</summary>
/// <remarks>
/// <code>
/// { "format": "calendar/1", "name": "service-hours", "zone": "Asia/Shanghai", "hours": "Mo-Fr 09:00-12:00,13:30-18:00",
///   "holidays": [ "china-2026", { "name": "company", "days": [ { "date": "2026-09-30", "closedFor": "12:00-24:00", "reason": "stock-taking" } ] } ] }
/// </code>
/// Holidays stand in layers, a later one beats an earlier one for its dates; <c>china-2026</c> and <c>china-through-2026</c> are the sets of <see cref="ChinaHolidays"/>.
/// The methods are safe for use by several threads.
/// </remarks>
public static class CalendarDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("calendar", 1, typeof(CalendarDocument).Assembly, root => CalendarForm.Read(Kind!.Begin(root), root));

    /// <summary>Reads a calendar.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB.</param>
    /// <returns>The calendar, or every problem of the text.</returns>
    public static DocumentReading<BusinessCalendar> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<BusinessCalendar>(utf8Json);

    /// <summary>Reads a calendar.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The calendar, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<BusinessCalendar> Read(string json) => Kind.Read<BusinessCalendar>(json);

    /// <summary>Writes a calendar; reading the text gives an equal one, as long as its zone is one of the IANA database.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(BusinessCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return DocumentWriter.Write(Kind, json => CalendarForm.WriteMembers(json, calendar));
    }
}
