using System.CommandLine;
using System.Globalization;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Json;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Cli.Commands;

/// <summary><c>aftersales calendar service-hours.json --from 2026-02-01 --to 2026-03-01</c>: a stretch of a calendar as text, day by day: open, closed, why.</summary>
internal sealed class CalendarCommand : ICommandFile
{
    // Ten years; the output of more is nobody's reading.
    private const int MostDays = 3660;

    public Command Make(Session session)
    {
        Argument<string> path = new("document") { Description = "a calendar, an SLA policy with its calendars, or - for standard input" };
        Option<LocalDate> from = TimeText.DateOption("--from", "the first date, included");
        Option<LocalDate> to = TimeText.DateOption("--to", "the last date, not included");
        Option<string?> name = new("--calendar") { Description = "which of a policy's calendars; needed when it has several" };
        Option<string> language = Language.Option();
        Option<string> format = OutputFormat.Option();
        Command command = new("calendar", "Shows the days of a calendar: when it is open, when closed, and why.") { path, from, to, name, language, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            LocalDate first = parsed.GetValue(from);
            LocalDate end = parsed.GetValue(to);
            if (Period.DaysBetween(first, end) is < 1 or > MostDays)
            {
                throw new BadInputException(Problem.OfFile("--to", "bad-range", $"found {LocalDatePattern.Iso.Format(end)}",
                    string.Create(CultureInfo.InvariantCulture, $"allowed is a date 1 to {MostDays} days after --from")));
            }

            BusinessCalendar calendar = await ReadAsync(session, parsed.GetRequiredValue(path), parsed.GetValue(name), cancellation).ConfigureAwait(false);
            DateInterval dates = new(first, end.PlusDays(-1));
            if (OutputFormat.IsJson(parsed))
            {
                WriteJson(session, calendar, dates);
            }
            else
            {
                WriteText(session, calendar, dates, parsed.GetRequiredValue(language));
            }

            return ExitCode.Fine;
        });
        return command;
    }

    private static async Task<BusinessCalendar> ReadAsync(Session session, string path, string? name, CancellationToken cancellation)
    {
        byte[] text = await Input.ReadDocumentAsync(session, path, cancellation).ConfigureAwait(false);
        (DocumentKind? kind, IReadOnlyList<DocumentFinding> findings) = DocumentKind.Recognise(text, [CalendarDocument.Kind, SlaPolicyDocument.Kind]);
        if (kind is null)
        {
            Problems problems = new();
            problems.AddRange(findings.Select(finding => Problem.Of(Input.NameOf(path), finding)));
            throw new BadInputException(problems);
        }

        BusinessCalendar[] calendars = ReferenceEquals(kind, CalendarDocument.Kind)
            ? [CalendarDocument.Read(text).Value]
            : [.. SlaPolicyDocument.Read(text).Value.Calendars.Select(one => one.Calendar)];
        BusinessCalendar[] fitting = name is null ? calendars : Array.FindAll(calendars, calendar => string.Equals(calendar.Name, name, StringComparison.Ordinal));
        return fitting.Select(calendar => calendar.Name).Distinct(StringComparer.Ordinal).Count() == 1
            ? fitting[^1]
            : throw new BadInputException(Problem.OfFile("--calendar", "unknown-name", name is null ? $"found no choice among {calendars.Length} calendars" : "found " + Quoting.Quoted(name),
                "allowed is " + Quoting.List(calendars.Select(calendar => $"\"{calendar.Name}\"").Distinct(StringComparer.Ordinal))));
    }

    private static void WriteText(Session session, BusinessCalendar calendar, DateInterval dates, string language)
    {
        session.Output.WriteLine(calendar.ToString());
        session.Output.WriteLine();
        foreach (LocalDate date in dates)
        {
            IReadOnlyList<CalendarSpan> spans = SpansOf(calendar, date);
            string open = string.Join(", ", spans.Where(span => span.IsOpen).Select(span => Range(span, calendar.Zone, date)));
            string[] why = [.. Reasons(spans, language)];
            session.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{date:ddd uuuu-MM-dd}  {(open.Length == 0 ? "closed" : open),-28} {string.Join("; ", why)}").TrimEnd());
        }

        Duration total = calendar.WorkingTimeBetween(dates.Start.AtStartOfDayInZone(calendar.Zone).ToInstant(), dates.End.PlusDays(1).AtStartOfDayInZone(calendar.Zone).ToInstant());
        int workingDays = calendar.WorkingDaysBetween(dates.Start, dates.End.PlusDays(1));
        session.Output.WriteLine();
        session.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{workingDays} working days, {total.TotalHours:0.##} h open"));
    }

    private static void WriteJson(Session session, BusinessCalendar calendar, DateInterval dates) => OutputFormat.WriteObject(session, json =>
    {
        json.WriteString("calendar", calendar.Name);
        json.WriteString("zone", calendar.Zone.Id);
        json.WriteStartArray("days");
        foreach (LocalDate date in dates)
        {
            json.WriteStartObject();
            json.WriteString("date", LocalDatePattern.Iso.Format(date));
            json.WriteBoolean("workingDay", calendar.IsWorkingDay(date));
            json.WriteStartArray("spans");
            foreach (CalendarSpan span in SpansOf(calendar, date))
            {
                json.WriteStartObject();
                json.WriteString("from", InstantPattern.ExtendedIso.Format(span.Start));
                json.WriteString("until", InstantPattern.ExtendedIso.Format(span.End));
                json.WriteBoolean("open", span.IsOpen);
                json.WriteString("code", span.Reason.Code);
                json.WriteString("reason", $"{span.Reason}");
                json.WriteString("reasonZh", $"{span.Reason:zh}");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static IReadOnlyList<CalendarSpan> SpansOf(BusinessCalendar calendar, LocalDate date) =>
        [.. calendar.Describe(date.AtStartOfDayInZone(calendar.Zone).ToInstant(), date.PlusDays(1).AtStartOfDayInZone(calendar.Zone).ToInstant())];

    private static string Range(CalendarSpan span, DateTimeZone zone, LocalDate date)
    {
        LocalDateTime end = span.End.InZone(zone).LocalDateTime;
        string until = end.Date > date && end.TimeOfDay == LocalTime.Midnight ? "24:00" : end.ToString("HH:mm", CultureInfo.InvariantCulture);
        return $"{span.Start.InZone(zone).ToString("HH:mm", CultureInfo.InvariantCulture)}-{until}";
    }

    /// <summary>What is out of the ordinary about a day; plain opening hours, breaks and nights say nothing.</summary>
    private static IEnumerable<string> Reasons(IReadOnlyList<CalendarSpan> spans, string language) => spans
        .Where(span => span.Reason.Code is not ("regular-hours" or "outside-hours" or "break"))
        .Select(span => span.Reason.ToString(language, CultureInfo.InvariantCulture))
        .Distinct(StringComparer.Ordinal);
}
