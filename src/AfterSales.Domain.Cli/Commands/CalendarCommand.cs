using System.CommandLine;
using System.Globalization;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Json;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace AfterSales.Domain.Cli.Commands;

/// <summary><c>aftersales calendar service-hours.json --from 2026-02-01 --to 2026-03-01</c>: a stretch of a calendar as text, day by day: open, closed, why.</summary>
internal sealed class CalendarCommand : ICommandFile
{
    // Ten years; the output of more is nobody's reading.
    private const int MostDays = 3660;

    // Two ranges and a little more.
    private const int Width = 28;

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
                throw new BadInputException(Problem.OfFile("--to", "bad-range", ($"found {LocalDatePattern.Iso.Format(end)}", $"给出的是 {LocalDatePattern.Iso.Format(end)}"),
                    (string.Create(CultureInfo.InvariantCulture, $"allowed is a date 1 to {MostDays} days after --from"), string.Create(CultureInfo.InvariantCulture, $"应为 --from 之后 1 至 {MostDays} 天的日期"))));
            }

            BusinessCalendar calendar = await ReadAsync(session, parsed.GetRequiredValue(path), parsed.GetValue(name), cancellation).ConfigureAwait(false);
            DateInterval dates = new(first, end.PlusDays(-1));
            if (OutputFormat.IsJson(parsed))
            {
                WriteJson(session, calendar, dates);
            }
            else
            {
                WriteText(session, calendar, dates, new PageWords(parsed.GetRequiredValue(language)));
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
            : throw new BadInputException(Problem.OfFile(
                "--calendar", "unknown-name",
                name is null ? ($"found no choice among {calendars.Length} calendars", $"未在 {calendars.Length} 个日历中选定") : Phrase.Found($"found {Quoting.Quoted(name)}", $"给出的是 {Quoting.Quoted(name)}", name, calendars.Select(calendar => calendar.Name)),
                Phrase.AllowedIs(calendars.Select(calendar => $"\"{calendar.Name}\"").Distinct(StringComparer.Ordinal))));
    }

    private static void WriteText(Session session, BusinessCalendar calendar, DateInterval dates, PageWords words)
    {
        IAnsiConsole console = session.Tables();
        session.Output.WriteLine(calendar.ToString());
        session.Output.WriteLine();
        foreach (LocalDate date in dates)
        {
            IReadOnlyList<CalendarSpan> spans = SpansOf(calendar, date);
            string open = string.Join(", ", spans.Where(span => span.IsOpen).Select(span => Range(span, calendar.Zone, date)));
            // A Chinese character is two columns wide.
            string hours = open.Length == 0 ? words.Say($"{"closed",-Width}", $"{"休息",-(Width - 2)}") : $"{open,-Width}";
            string why = string.Join(words.Say("; ", "；"), Reasons(spans, words));
            Style colour = open.Length == 0 ? Paint.Faint : why.Length > 0 ? Paint.Notable : Paint.Plain;
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{words.WeekdayOf(date.DayOfWeek)} {date:uuuu-MM-dd}  {hours} {why}").TrimEnd(), colour);
        }

        (int days, Duration open) total = TotalOf(calendar, dates);
        string sum = total.open.TotalHours.ToString("0.##", CultureInfo.InvariantCulture);
        session.Output.WriteLine();
        session.Output.WriteLine(words.Say($"{total.days} working {(total.days == 1 ? "day" : "days")}, {sum} h open", $"{total.days} 个工作日，营业 {sum} 小时"));
    }

    private static (int Days, Duration Open) TotalOf(BusinessCalendar calendar, DateInterval dates)
    {
        LocalDate end = dates.End.PlusDays(1);
        return (calendar.WorkingDaysBetween(dates.Start, end), calendar.WorkingTimeBetween(dates.Start.AtStartOfDayInZone(calendar.Zone).ToInstant(), end.AtStartOfDayInZone(calendar.Zone).ToInstant()));
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
        (int days, Duration open) = TotalOf(calendar, dates);
        json.WriteNumber("workingDays", days);
        json.WriteString("openTime", IsoDuration.Write(open));
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
    private static IEnumerable<string> Reasons(IReadOnlyList<CalendarSpan> spans, PageWords words) => spans
        .Where(span => span.Reason.Code is not ("regular-hours" or "outside-hours" or "break"))
        .Select(span => words.Of(span.Reason))
        .Distinct(StringComparer.Ordinal);
}
