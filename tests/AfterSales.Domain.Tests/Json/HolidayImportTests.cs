using AfterSales.Domain.Calendars;
using AfterSales.Domain.Json;
using AfterSales.Domain.Tests.Kit;
using NodaTime;

namespace AfterSales.Domain.Tests.Json;

public class HolidayImportTests
{
    [Fact]
    public void A_csv_list_becomes_a_holiday_set()
    {
        HolidaySet set = Csv(
            """"
            date,kind,name,hours,name-zh
            2026-12-24,special,Christmas Eve,"09:00-12:00,13:00-14:00",平安夜
            2026-12-25,closed,"Christmas ""Day""",,

            2026-12-26,make-up,New Year,,
            2026-12-27,make-up,New Year,10:00-12:00,
            2026-12-28,closed-part,stock-taking,09:00-11:00,
            """").Value;

        Assert.Equal(
            new HolidaySet("list",
            [
                DatedHours.Special(new LocalDate(2026, 12, 24), DayHours.Parse("09:00-12:00,13:00-14:00"), "Christmas Eve").InChinese("平安夜"),
                DatedHours.Closed(new LocalDate(2026, 12, 25), "Christmas \"Day\""),
                DatedHours.MakeUp(new LocalDate(2026, 12, 26), IsoDayOfWeek.Monday, "New Year"),
                DatedHours.MakeUp(new LocalDate(2026, 12, 27), DayHours.Parse("10:00-12:00"), "New Year"),
                DatedHours.ClosedFor(new LocalDate(2026, 12, 28), new ClockRange(new LocalTime(9, 0), new LocalTime(11, 0)), "stock-taking"),
            ]),
            set);
    }

    [Fact]
    public void Every_problem_of_a_csv_list_is_told_with_its_place_and_what_is_allowed()
    {
        DocumentReading<HolidaySet> reading = Csv(
            """
            name,date,kind,hours
            A,2026-02-30,closed,
            B,2026-01-02,off,
            ,2026-01-03,closed,
            D,2026-01-04,special,
            E,2026-01-05,closed,09:00-10:00
            F,2026-01-06,closed-part,"09:00-10:00,11:00-12:00"
            G,2026-01-07,special,9-10
            H,2026-01-08,closed,,extra
            I,2026-01-09,closed,
            J,2026-01-09,make-up,
            """);

        Assert.False(reading.Succeeded);
        Assert.Equal(
            [(2, 3, "bad-value"), (3, 14, "unknown-name"), (4, 1, "missing-member"), (5, 22, "missing-member"), (6, 21, "refused"), (7, 26, "bad-value"), (8, 22, "bad-value"), (9, 1, "bad-text"), (11, 1, "refused")],
            reading.Findings.Select(finding => (finding.Line, finding.Column, finding.Code)));
        Assert.Contains("2026-01-09 closed (I)", reading.Findings[8].Allowed, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => reading.Value);
    }

    [Theory]
    [InlineData("", "missing-member", "date, kind and name")]
    [InlineData("date,kind", "missing-member", "date, kind and name")]
    [InlineData("date,kind,name,date\n", "duplicate-member", "each column stands once")]
    [InlineData("date,kind,name,color\n", "unknown-member", "date, kind, name, hours or name-zh")]
    [InlineData("date,kind,name\n2026-01-01,closed,\"New Year", "bad-text", "closing one")]
    public void A_csv_list_that_cannot_be_read_says_why(string text, string code, string allowed)
    {
        DocumentFinding finding = Assert.Single(Csv(text).Findings);
        Assert.Equal(code, finding.Code);
        Assert.Contains(allowed, finding.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_without_end_is_refused()
    {
        Assert.Equal("too-large", Assert.Single(Csv(new string('x', (8 * 1024 * 1024) + 1)).Findings).Code);
        Assert.Equal("too-large", Assert.Single(Calendar(new string('x', (8 * 1024 * 1024) + 1)).Findings).Code);
    }

    [Fact]
    public void Byte_order_mark_and_either_line_ending_are_read()
    {
        Assert.Equal("New Year", Assert.Single(Csv("\uFEFFdate,kind,name\r\n2026-01-01,closed,New Year\r\n").Value.Entries).Reason);
        Assert.Equal("New Year", Assert.Single(Csv("date,kind,name\n2026-01-01,closed,New Year").Value.Entries).Reason);
    }

    [Fact]
    public void An_all_day_event_closes_its_dates_and_its_end_is_not_included()
    {
        HolidaySet set = Calendar(
            """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            SUMMARY:Spring\, and a
              folded line
            DTSTART;VALUE=DATE:20260215
            DTEND;VALUE=DATE:20260217
            END:VEVENT
            BEGIN:VEVENT
            summary:One day
            dtstart:20260301
            END:VEVENT
            BEGIN:VEVENT
            SUMMARY:Cancelled
            STATUS:CANCELLED
            DTSTART;VALUE=DATE:20260401
            END:VEVENT
            END:VCALENDAR
            """).Value;

        Assert.Equal(
            [
                DatedHours.Closed(new LocalDate(2026, 2, 15), "Spring, and a folded line"),
                DatedHours.Closed(new LocalDate(2026, 2, 16), "Spring, and a folded line"),
                DatedHours.Closed(new LocalDate(2026, 3, 1), "One day"),
            ],
            set.Entries);
    }

    // The text of a summary is folded into a million lines: taking them together must not copy it a million times.
    [Fact]
    public void A_line_folded_as_often_as_can_be_is_read_once()
    {
        string folded = string.Concat(Enumerable.Repeat("\n x", 1_000_000));
        DocumentReading<HolidaySet> reading = Calendar($"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:{folded}\nDTSTART;VALUE=DATE:20260215\nEND:VEVENT\nEND:VCALENDAR");

        Assert.Equal("found a name of 1000000 characters", Assert.Single(reading.Findings).Found);
    }

    [Fact]
    public void Every_problem_of_an_icalendar_text_is_told_with_its_line()
    {
        DocumentReading<HolidaySet> reading = Calendar(
            """
            BEGIN:VCALENDAR
            BEGIN:VEVENT
            SUMMARY:Timed
            DTSTART:20260215T090000Z
            END:VEVENT
            BEGIN:VEVENT
            SUMMARY:Every year
            RRULE:FREQ=YEARLY
            DTSTART;VALUE=DATE:20260101
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20260102
            END:VEVENT
            BEGIN:VEVENT
            SUMMARY:Backwards
            DTSTART;VALUE=DATE:20260103
            DTEND;VALUE=DATE:20260103
            END:VEVENT
            BEGIN:VEVENT
            SUMMARY:No start
            END:VEVENT
            BEGIN:VEVENT
            SUMMARY:No end
            DTSTART;VALUE=DATE:20260104
            """);

        Assert.Equal(
            [(4, "bad-value"), (8, "bad-value"), (11, "missing-member"), (17, "bad-value"), (19, "missing-member"), (24, "bad-text")],
            reading.Findings.Select(finding => (finding.Line, finding.Code)));
        Assert.Equal("bad-text", Assert.Single(Calendar("no calendar").Findings).Code);
    }

    [SharedFact("data/calendars/holiday-cn")]
    public void The_published_ics_files_give_the_dates_of_the_package()
    {
        for (int year = ChinaHolidays.FirstYear; year <= ChinaHolidays.LastYear; year++)
        {
            using StreamReader file = File.OpenText(Repository.SharedPath(Path.Combine("data", "calendars", "holiday-cn", $"{year}.ics")));
            HolidaySet set = HolidayCalendarText.Read(file, "holiday-cn", "上班").Value;

            Assert.Equal(
                ChinaHolidays.Year(year).Entries.Select(entry => (entry.Date, entry is MakeUpWorkingDay)),
                set.Entries.Select(entry => (entry.Date, entry is MakeUpWorkingDay)));
        }
    }

    [Fact]
    public void Arguments_are_checked()
    {
        using StringReader reader = new("");
        Assert.Throws<ArgumentNullException>(() => HolidayCsv.Read(null!, "list"));
        Assert.Throws<ArgumentException>(() => HolidayCsv.Read(reader, "A List"));
        Assert.Throws<ArgumentNullException>(() => HolidayCalendarText.Read(null!, "list"));
        Assert.Throws<ArgumentException>(() => HolidayCalendarText.Read(reader, "list", ""));
    }

    private static DocumentReading<HolidaySet> Csv(string text)
    {
        using StringReader reader = new(text);
        return HolidayCsv.Read(reader, "list");
    }

    private static DocumentReading<HolidaySet> Calendar(string text)
    {
        using StringReader reader = new(text);
        return HolidayCalendarText.Read(reader, "list");
    }
}
