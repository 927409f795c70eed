using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Docs;

/// <summary>The code of the README.</summary>
public class RootReadme
{
    [Fact]
    public void The_first_screen()
    {
        DateTimeZone shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
        BusinessCalendar hours = BusinessCalendar.Weekly("service-hours", shanghai, WeeklyHours.Parse("Mo-Fr 09:00-12:00,13:30-18:00")).With(ChinaHolidays.Year(2026));
        DeadlineRule rule = DeadlineRule.IfOpen(DeadlineRule.OpenTime(Duration.FromHours(1)), otherwise: DeadlineRule.NextTime(new LocalTime(9, 0)));
        Target mail = new Target("mail", RequestCondition.Any, rule).On(CalendarChoice.Named("service-hours"));
        SlaPolicy policy = new SlaPolicy("desk", version: 1, Instant.FromUtc(2026, 1, 1, 0, 0), [new Objective("reply", Signal.Received, Signal.Reply, [mail])]).With(hours);

        Instant received = Instant.FromUtc(2026, 2, 14, 9, 30);   // Saturday 17:30 in Shanghai, a make-up working day
        SlaHistory history = new([SlaEvent.Opened(new EventId("1"), received, new ServiceRequest(RequestKind.Inquiry)), SlaEvent.Signalled(new EventId("2"), received, Signal.Received)]);
        SlaCycle clock = policy.Track(history, asOf: received + Duration.FromMinutes(10))["reply"].Current!;

        string state = $"{clock.State}";                // running: due 2026-02-24T01:30:00Z, 50 min left
        string why = $"{clock.Explain(shanghai)}";      // … Sun 2026-02-15 00:00 +08 – Tue 2026-02-24 00:00 +08: closed (closed: Spring Festival), 216 h …

        Assert.Equal("running: due 2026-02-24T01:30:00Z, 50 min left", state);
        Assert.Contains("Sun 2026-02-15 00:00 +08 – Tue 2026-02-24 00:00 +08: closed (closed: Spring Festival), 216 h", why, StringComparison.Ordinal);
    }
}
