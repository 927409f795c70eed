using System.Text.Json;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Json;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using NodaTime;

namespace AfterSales.Domain.Tests.Cli;

public class CalendarCommandTests
{
    private static readonly string Document = CalendarDocument.Write(World.ServiceHours.ClosedOn(World.Date("Tue 2026-02-24"), new ClockRange(new(9, 0), new(11, 0)), "opening ceremony"));

    [Fact]
    [Shows("R29")]
    public void The_days_around_spring_festival_say_when_it_is_open_and_why_not()
    {
        ToolRun run = ToolRun.With(Document, "calendar", "-", "--from", "2026-02-13", "--to", "2026-02-25");

        Assert.Equal("", run.Error);
        Assert.Equal(ExitCode.Fine, run.Exit);
        string[] lines = run.Output.Split('\n');
        Assert.StartsWith("service-hours v1: Mo-Fr 09:00-12:00,13:30-18:00, Asia/Shanghai", lines[0], StringComparison.Ordinal);
        Assert.Equal("Fri 2026-02-13  09:00-12:00, 13:30-18:00", lines[2]);
        Assert.Equal("Sat 2026-02-14  09:00-12:00, 13:30-18:00     make-up working day: Spring Festival", lines[3]);
        Assert.Equal("Sun 2026-02-15  closed                       closed: Spring Festival", lines[4]);
        Assert.Equal("Tue 2026-02-24  11:00-12:00, 13:30-18:00     closed for a part of the day: opening ceremony", lines[13]);
        Assert.Equal("3 working days, 20.5 h open", lines[15]);
    }

    [Fact]
    public void Reasons_can_be_chinese()
    {
        ToolRun run = ToolRun.With(Document, "calendar", "-", "--from", "2026-02-14", "--to", "2026-02-16", "--lang", "zh");

        Assert.EndsWith("""
            周六 2026-02-14  09:00-12:00, 13:30-18:00     调休上班：春节
            周日 2026-02-15  休息                         停业：春节

            1 个工作日，营业 7.5 小时

            """.ReplaceLineEndings("\n"), run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_every_span_with_its_code()
    {
        ToolRun run = ToolRun.With(Document, "calendar", "-", "--from", "2026-02-14", "--to", "2026-02-15", "--format", "json");

        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement day = json.RootElement.GetProperty("days")[0];
        Assert.True(day.GetProperty("workingDay").GetBoolean());
        Assert.Equal((1, "PT7H30M"), (json.RootElement.GetProperty("workingDays").GetInt32(), json.RootElement.GetProperty("openTime").GetString()));
        Assert.Equal(["outside-hours", "make-up-day", "break", "make-up-day", "outside-hours"], day.GetProperty("spans").EnumerateArray().Select(span => span.GetProperty("code").GetString()));
    }

    [Fact]
    public void Of_a_policy_with_several_calendars_one_is_chosen_by_its_name()
    {
        string policy = SlaPolicyDocument.Write(new SlaPolicy("two", 1, Instant.FromUtc(2026, 1, 1, 0, 0), []).With(World.ServiceHours, World.ServiceHours.Named("desk")));
        string[] day = ["calendar", "-", "--from", "2026-02-13", "--to", "2026-02-14"];

        Assert.StartsWith("desk v1:", ToolRun.With(policy, [.. day, "--calendar", "desk"]).Output, StringComparison.Ordinal);
        Assert.Contains("found no choice among 2 calendars; allowed is \"service-hours\" or \"desk\"", ToolRun.With(policy, day).Error, StringComparison.Ordinal);
        Assert.Contains("found \"dusk\" (did you mean \"desk\"?); allowed is \"service-hours\" or \"desk\"", ToolRun.With(policy, [.. day, "--calendar", "dusk"]).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-01", "2026-02-01", "allowed is a date 1 to 3660 days after --from")]
    [InlineData("2026-02-01", "2126-02-01", "allowed is a date 1 to 3660 days after --from")]
    [InlineData("9998-01-01", "9999-01-01", "\"9998-01-01\" is not allowed for --from: give a date such as 2026-02-01, of the years 1 to 9900.")]
    [InlineData("2026-02-31", "2026-03-01", "\"2026-02-31\" is not allowed for --from: give a date such as 2026-02-01, of the years 1 to 9900.")]
    public void Dates_that_cannot_be_are_refused(string from, string to, string message)
    {
        ToolRun run = ToolRun.With(Document, "calendar", "-", "--from", from, "--to", to);

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }
}
