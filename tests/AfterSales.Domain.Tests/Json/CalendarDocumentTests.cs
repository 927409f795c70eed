using AfterSales.Domain.Calendars;
using AfterSales.Domain.Json;
using AfterSales.Domain.Tests.Kit;
using NodaTime;

namespace AfterSales.Domain.Tests.Json;

public class CalendarDocumentTests
{
    // Each entry of a date is compared with all others of the date: an unbounded list of one date would take hours.
    [Fact]
    public void A_hundred_entries_of_one_date_are_read_and_no_more()
    {
        Assert.True(With(100).Succeeded);
        DocumentFinding finding = Assert.Single(With(101).Findings);
        Assert.Equal(("$.holidays[0].days[100]", "too-large"), (finding.Path, finding.Code));
        Assert.Equal(201, With(100_000).Findings.Count);

        static DocumentReading<BusinessCalendar> With(int entries) => CalendarDocument.Read(
            "{\"format\":\"calendar/1\",\"name\":\"a\",\"zone\":\"Asia/Shanghai\",\"hours\":\"24/7\",\"holidays\":[{\"name\":\"b\",\"days\":["
            + string.Join(',', Enumerable.Range(0, entries).Select(i => $"{{\"date\":\"2026-05-01\",\"closed\":true,\"reason\":\"{i}\"}}")) + "]}]}");
    }

    private const string Start = """{ "format": "calendar/1", "name": "desk", "zone": "Asia/Shanghai", """;

    [Fact]
    public void A_calendar_is_read_with_all_its_parts()
    {
        BusinessCalendar calendar = CalendarDocument.Read("""
            {
              "format": "calendar/1",
              "name": "service-hours", "version": 2,
              "zone": "Asia/Shanghai",
              "hours": "Mo-Fr 09:00-12:00,13:30-18:00",
              "seasons": [ { "name": "summer", "nameZh": "夏季", "everyYear": ["07-01", "08-31"], "hours": "Mo-Fr 08:00-14:00" } ],
              "holidays": [
                "china-2026",
                { "name": "company", "knownFrom": "2026-01-01", "knownThrough": "2026-12-31", "days": [
                  { "date": "2026-03-02", "closed": true, "reason": "moving", "reasonZh": "搬家" },
                  { "date": "2026-03-03", "closedFor": "13:30-18:00", "reason": "stock-taking" },
                  { "date": "2026-03-07", "hours": "10:00-14:00", "reason": "fair" },
                  { "date": "2026-03-08", "worksAs": "tuesday", "reason": "bridge" },
                  { "date": "2026-03-14", "makeUpHours": "09:00-12:00", "reason": "bridge" } ] }
              ],
              "horizon": { "from": "2020-01-01T00:00:00+08:00", "until": "2030-01-01T00:00:00+08:00" }
            }
            """).Value;

        BusinessCalendar expected = BusinessCalendar.Weekly("service-hours", World.Shanghai, WeeklyHours.Parse("Mo-Fr 09:00-12:00,13:30-18:00")).WithVersion(2)
            .With(Season.EveryYear(new AnnualDate(7, 1), new AnnualDate(8, 31), WeeklyHours.Parse("Mo-Fr 08:00-14:00"), "summer").InChinese("夏季"))
            .With(ChinaHolidays.Year(2026))
            .With(new HolidaySet("company",
            [
                DatedHours.Closed(new LocalDate(2026, 3, 2), "moving").InChinese("搬家"),
                DatedHours.ClosedFor(new LocalDate(2026, 3, 3), new ClockRange(new LocalTime(13, 30), new LocalTime(18, 0)), "stock-taking"),
                DatedHours.Special(new LocalDate(2026, 3, 7), DayHours.Parse("10:00-14:00"), "fair"),
                DatedHours.MakeUp(new LocalDate(2026, 3, 8), IsoDayOfWeek.Tuesday, "bridge"),
                DatedHours.MakeUp(new LocalDate(2026, 3, 14), DayHours.Parse("09:00-12:00"), "bridge"),
            ]).KnownBetween(new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31)))
            .Within(new Interval(Instant.FromUtc(2019, 12, 31, 16, 0), Instant.FromUtc(2029, 12, 31, 16, 0)));
        Assert.Equal(expected, calendar);
        Assert.True(calendar.IsOpen(World.At("Sat 2026-02-14 10:00", World.Shanghai)));
    }

    [Fact]
    public void A_calendar_that_is_written_is_read_back_equal() =>
        Law.Holds(AnyCalendar.Any, calendar => Assert.Equal(calendar, CalendarDocument.Read(CalendarDocument.Write(calendar)).Value));

    [Fact]
    public void Sets_that_ship_with_the_library_are_written_by_name()
    {
        string text = CalendarDocument.Write(World.ServiceHours);

        Assert.Equal(
            """
            {
              "format": "calendar/1",
              "name": "service-hours",
              "zone": "Asia/Shanghai",
              "hours": "Mo-Fr 09:00-12:00,13:30-18:00",
              "holidays": [
                "china-through-2026"
              ]
            }

            """.ReplaceLineEndings("\n"), text);
    }

    [Theory]
    [InlineData("\"hours\": \"Mo-Fr 18:00-09:00-12:00\"", "$.hours", "bad-value", "found \"Mo-Fr 18:00-09:00-12:00\"", "at position 18 stands \"-\"")]
    [InlineData("\"hours\": 9", "$.hours", "wrong-type", "found 9", "weekly hours such as")]
    [InlineData("\"hours\": \"24/7\", \"version\": 0", "$.version", "bad-value", "found 0", "a whole number from 1")]
    [InlineData("\"hours\": \"24/7\", \"version\": 1.5", "$.version", "bad-value", "found 1.5", "a whole number from 1")]
    [InlineData("\"hours\": \"24/7\", \"version\": 1e400", "$.version", "bad-value", "found 1e400", "a whole number from 1")]
    [InlineData("\"hours\": \"24/7\", \"holidays\": [\"china-2036\"]", "$.holidays[0]", "bad-value", "found \"china-2036\"", "(did you mean \"china-2026\"?)")]
    [InlineData("\"hours\": \"24/7\", \"union\": []", "$", "refused", "found \"hours\" and \"union\"", "exactly one of hours, intersection, union or except")]
    [InlineData("\"hour\": \"24/7\"", "$.hour", "unknown-member", "(did you mean \"hours\"?)", "hours")]
    [InlineData("\"hours\": \"24/7\", \"holidays\": [{ \"name\": \"x\", \"days\": [{ \"date\": \"2026-02-30\", \"closed\": true, \"reason\": \"x\" }] }]", "$.holidays[0].days[0].date", "bad-value", "found \"2026-02-30\"", "a date such as \"2026-02-14\"")]
    [InlineData("\"hours\": \"24/7\", \"holidays\": [{ \"name\": \"x\", \"days\": [{ \"date\": \"2026-02-20\", \"reason\": \"x\" }] }]", "$.holidays[0].days[0]", "missing-member", "found none of these members", "exactly one of closed, closedFor, hours, worksAs or makeUpHours")]
    [InlineData("\"hours\": \"24/7\", \"holidays\": [{ \"name\": \"x\", \"knownFrom\": \"2026-02-20\", \"days\": [] }]", "$.holidays[0]", "missing-member", "found only \"knownFrom\"", "stand together")]
    [InlineData("\"hours\": \"24/7\", \"holidays\": [{ \"name\": \"x\", \"days\": [{ \"date\": \"2026-02-20\", \"closed\": true, \"reason\": \"a\" }, { \"date\": \"2026-02-20\", \"hours\": \"10:00-12:00\", \"reason\": \"b\" }] }]", "$.holidays[0]", "refused", "found an object", "2026-02-20")]
    [InlineData("\"hours\": \"24/7\", \"horizon\": { \"from\": \"2026-01-01T00:00:00Z\", \"until\": \"2025-01-01T00:00:00Z\" }", "$.horizon", "refused", "found an object", "")]
    public void A_wrong_value_is_a_finding_at_its_place(string members, string path, string code, string found, string allowed)
    {
        IReadOnlyList<DocumentFinding> findings = CalendarDocument.Read(Start + members + " }").Findings;

        DocumentFinding finding = Assert.Single(findings, finding => string.Equals(finding.Path, path, StringComparison.Ordinal));
        Assert.Equal(code, finding.Code);
        Assert.Contains(found, finding.Found, StringComparison.Ordinal);
        Assert.Contains(allowed, finding.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_zone_is_refused_with_the_nearest_one()
    {
        DocumentFinding finding = Assert.Single(CalendarDocument.Read("""{ "format": "calendar/1", "name": "desk", "zone": "Asia/Shanghia", "hours": "24/7" }""").Findings);

        Assert.Equal("line 1, column 51, $.zone: found \"Asia/Shanghia\"; allowed is the name of a time zone in the IANA database such as \"Asia/Shanghai\" or \"Etc/UTC\" (did you mean \"Asia/Shanghai\"?)", finding.ToString());
    }

    [Fact]
    public void Combined_calendars_are_read_from_their_parts()
    {
        const string part = """{ "name": "a", "zone": "Etc/UTC", "hours": "Mo-Fr 09:00-12:00" }""";

        BusinessCalendar calendar = CalendarDocument.Read($$"""{ "format": "calendar/1", "name": "both", "intersection": [ {{part}}, {{part}} ] }""").Value;

        BusinessCalendar one = BusinessCalendar.Weekly("a", DateTimeZoneProviders.Tzdb["Etc/UTC"], WeeklyHours.Parse("Mo-Fr 09:00-12:00"));
        Assert.Equal(one.Intersect(one).Named("both"), calendar);
        Assert.Equal("found a list; allowed is a list of two calendars", Described($$"""{ "format": "calendar/1", "name": "both", "union": [ {{part}} ] }"""));
    }

    private static string Described(string text)
    {
        DocumentFinding finding = Assert.Single(CalendarDocument.Read(text).Findings);
        return $"{finding.Found}; {finding.Allowed}";
    }
}
