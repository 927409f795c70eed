using System.Text;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Json;
using AfterSales.Domain.Tests.Kit;
using Xunit.Abstractions;

namespace AfterSales.Domain.Tests.Robustness;

/// <summary>Tables and calendars in text with something broken in them, and broken documents given to the commands that use them.</summary>
public class MutatedTextTests(ITestOutputHelper output)
{
    private const string Holidays = """"
        date,kind,name,hours,name-zh
        2026-12-24,special,Christmas Eve,10:00-14:00,平安夜
        2026-12-25,closed,"Christmas ""Day""",,
        2026-12-26,make-up,New Year,,
        2026-12-27,make-up,New Year,10:00-12:00,
        2026-12-28,closed-part,stock-taking,09:00-11:00,盘点

        """";

    private const string ICalendar = """
        BEGIN:VCALENDAR
        VERSION:2.0
        BEGIN:VEVENT
        SUMMARY:Spring\, and a
          folded line
        DTSTART;VALUE=DATE:20260215
        DTEND;VALUE=DATE:20260217
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY;LANGUAGE=zh:春节上班
        DTSTART;VALUE=DATE:20260214
        END:VEVENT
        BEGIN:VEVENT
        SUMMARY:Cancelled
        STATUS:CANCELLED
        DTSTART;VALUE=DATE:20260401
        END:VEVENT
        END:VCALENDAR

        """;

    private const string LogMapping = """
        { "format": "ticket-mapping/1", "rows": "events", "ticket": ["site", "id"], "zone": "Europe/Berlin", "timeFormats": ["uuuu-MM-dd HH:mm", "iso"],
          "events": { "column": "what", "at": "at", "values": { "opened": {}, "answered": { "signal": "reply" }, "asked": { "waitBegins": "customer" }, "told": { "waitEnds": "customer" } } },
          "request": { "severity": { "column": "class", "otherwise": "general" }, "channel": "email" } }
        """;

    private const string Log = """
        site,id,what,at,class
        A,1,opened,2026-03-27 09:00,urgent
        A,1,asked,2026-03-27 09:30,urgent
        A,1,told,2026-03-29 02:30,urgent
        A,1,answered,2026-03-30 11:00,general
        B,1,opened,2026-10-25 02:30,
        B,1,answered,2026-10-25 03:30,

        """;

    private static readonly string Policy = Repository.PathOf("docs", "samples", "rapid-response.json");
    private static readonly string Mapping = Repository.PathOf("docs", "samples", "tickets.mapping.json");

    [Fact]
    public void A_broken_holiday_table_gives_findings_or_a_set() => new Mutants(output).Try(
        "holiday CSV",
        Mutants.PerKind,
        random => new TextMutator(random).MutateRows(Holidays, ','),
        mutant =>
        {
            using StringReader reader = new(Encoding.UTF8.GetString(mutant));
            AssertASetOrFindings(HolidayCsv.Read(reader, "list"));
        });

    [Fact]
    public void A_broken_icalendar_text_gives_findings_or_a_set() => new Mutants(output).Try(
        "iCalendar",
        Mutants.PerKind,
        random => new TextMutator(random).MutateRows(ICalendar, random.Next(2) == 0 ? ':' : ';'),
        mutant =>
        {
            using StringReader reader = new(Encoding.UTF8.GetString(mutant));
            AssertASetOrFindings(HolidayCalendarText.Read(reader, "list", "上班"));
        });

    [Fact]
    public void A_broken_ticket_table_is_replayed_or_refused() =>
        Run("ticket table", Rows(FirstLines("tickets.csv", 14)), _ => ["replay", Policy, "-", "--mapping", Mapping]);

    [Fact]
    public void A_broken_ticket_table_whose_bad_rows_are_skipped_is_replayed_or_refused() =>
        Run("ticket table, bad rows skipped", Rows(FirstLines("tickets.csv", 14)), _ => ["replay", Policy, "-", "--mapping", Mapping, "--skip-bad-rows", "--format", "json"]);

    [Fact]
    public void A_broken_event_log_is_replayed_or_refused()
    {
        using TemporaryFiles files = new();
        string mapping = files.Write("log.mapping.json", LogMapping);
        Run("event log", Rows(Log), random => ["replay", Policy, "-", "--mapping", mapping, random.Next(2) == 0 ? "--ungrouped" : "--skip-bad-rows"]);
    }

    [Fact]
    public void A_broken_mapping_of_a_ticket_table_is_used_or_refused()
    {
        using TemporaryFiles files = new();
        string tickets = files.Write("tickets.csv", FirstLines("tickets.csv", 14));
        Run("mapping of a ticket table", Json(File.ReadAllText(Mapping)), _ => ["replay", Policy, tickets, "--mapping", "-"]);
    }

    [Fact]
    public void A_broken_mapping_of_an_event_log_is_used_or_refused()
    {
        using TemporaryFiles files = new();
        string log = files.Write("log.csv", Log);
        Run("mapping of an event log", Json(LogMapping), _ => ["replay", Policy, log, "--mapping", "-"]);
    }

    [Fact]
    public void Broken_answers_are_scored_or_refused() => Run(
        "answers",
        Rows(FirstLines("answers.csv", 40)),
        random => ["score", Repository.PathOf("docs", "samples", "survey.json"), "-", "--by", "technician", random.Next(2) == 0 ? "--lang=zh" : "--skip-bad-rows"]);

    [Fact]
    public void A_broken_survey_scores_answers_or_is_refused() => Run(
        "survey with answers",
        Json(Sample("survey.json")),
        _ => ["score", "-", Repository.PathOf("docs", "samples", "answers.csv")],
        fewer: 4);

    [Fact]
    public void A_broken_policy_is_verified_or_refused() => Run("policy verified", Json(Sample("rapid-response.json")), _ => ["verify", "-"], fewer: 4);

    [Fact]
    public void A_broken_policy_explains_a_history_or_is_refused() =>
        Run("policy explained", Json(Sample("rapid-response.json")), _ => ["explain", "-", Repository.PathOf("docs", "samples", "history.json"), "--lang", "zh"]);

    [Fact]
    public void A_broken_history_is_explained_or_refused() => Run("history explained", Json(Sample("history.json")), _ => ["explain", Policy, "-"]);

    [Fact]
    public void A_broken_routing_policy_assigns_or_is_refused() => Run(
        "routing policy",
        Json(Sample("routing.json")),
        _ => ["route", "-", Repository.PathOf("docs", "samples", "technicians.json"), Repository.PathOf("docs", "samples", "items.json"), "--why"]);

    [Fact]
    public void Broken_technicians_are_assigned_or_refused() => Run(
        "technicians",
        Json(Sample("technicians.json")),
        _ => ["route", Repository.PathOf("docs", "samples", "routing.json"), "-", Repository.PathOf("docs", "samples", "items.json"), "--why"]);

    [Fact]
    public void Broken_items_are_assigned_or_refused() => Run(
        "work items",
        Json(Sample("items.json")),
        _ => ["route", Repository.PathOf("docs", "samples", "routing.json"), Repository.PathOf("docs", "samples", "technicians.json"), "-", "--why"]);

    [Fact]
    public void A_short_text_cannot_ask_for_a_million_holidays()
    {
        string year = "BEGIN:VEVENT\nSUMMARY:x\nDTSTART:20260101\nDTEND:20270101\nEND:VEVENT\n";
        using StringReader years = new($"BEGIN:VCALENDAR\n{string.Concat(Enumerable.Repeat(year, 100_000))}END:VCALENDAR\n");
        Assert.Contains(HolidayCalendarText.Read(years, "list").Findings, finding => $"{finding}".Contains("at most 100 entries of one date", StringComparison.Ordinal));

        using StringReader rows = new("date,kind,name,hours\n" + string.Concat(Enumerable.Range(0, 86_400).Select(i => $"2026-12-28,closed-part,x,{NodaTime.LocalTime.FromSecondsSinceMidnight(i):HH:mm:ss}-24:00\n")));
        Assert.NotEmpty(HolidayCsv.Read(rows, "list").Findings);

        using StringReader dates = new("date,kind,name\n" + string.Concat(Enumerable.Range(0, 100_001).Select(i => $"{new NodaTime.LocalDate(1900, 1, 1).PlusDays(i):uuuu-MM-dd},closed,x\n")));
        Assert.Equal(["too-large"], HolidayCsv.Read(dates, "list").Findings.Select(finding => finding.Code));
    }

    private static Func<Random, byte[]> Rows(string text) => random => new TextMutator(random).MutateRows(text, ',');

    private static Func<Random, byte[]> Json(string text) => random => new JsonMutator(random).Mutate(text);

    private static string Sample(string name) => File.ReadAllText(Repository.PathOf("docs", "samples", name));

    private static string FirstLines(string name, int lines) => string.Join('\n', File.ReadLines(Repository.PathOf("docs", "samples", name)).Take(lines)) + "\n";

    private static void AssertASetOrFindings(DocumentReading<HolidaySet> reading)
    {
        Assert.Equal(reading.Succeeded, reading.Findings.Count == 0);
        Assert.All(reading.Findings, finding => Assert.True(finding is { Line: > 0, Column: > 0, Allowed.Length: > 0, Found.Length: > 0 } && $"{finding}".Length < 4000, $"{finding}"));
        if (reading.Succeeded)
        {
            HolidaySet set = reading.Value;
            BusinessCalendar with = BusinessCalendar.Weekly("c", NodaTime.DateTimeZone.Utc, WeeklyHours.Parse("Mo-Fr 09:00-17:00")).With(set);
            Assert.Equal(with, CalendarDocument.Read(CalendarDocument.Write(with)).Value);
        }
    }

    /// <summary>A run of the tool costs much more than reading a document, so there are fewer.</summary>
    private void Run(string subject, Func<Random, byte[]> mutant, Func<Random, string[]> command, int fewer = 1)
    {
        Random choices = new(1);
        new Mutants(output).Try(subject, Math.Max(1, Mutants.PerKind / (5 * fewer)), mutant, text =>
        {
            ToolRun run = ToolRun.With(text, CancellationToken.None, command(choices));

            Assert.True(run.Exit is ExitCode.Fine or ExitCode.BadInput, $"exit {run.Exit}: {run.Error}");
            Assert.True(run.Exit == ExitCode.Fine || run.Error.Length + run.Output.Length > 0, "refused without a word");
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
            Assert.True(run.Error.Length < 2_000_000, $"{run.Error.Length} characters of errors");
        });
    }
}
