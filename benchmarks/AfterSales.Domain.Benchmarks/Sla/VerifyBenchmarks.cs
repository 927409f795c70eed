using System.Globalization;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using BenchmarkDotNet.Attributes;
using NodaTime;

namespace AfterSales.Domain.Benchmarks.Sla;

/// <summary>Twelve objectives of eight targets over 1,920 groups of requests and a calendar year; the baseline verifies one objective.</summary>
public class VerifyBenchmarks
{
    private static readonly BusinessCalendar Calendar = BusinessCalendar
        .Weekly("service-hours", DateTimeZoneProviders.Tzdb["Asia/Shanghai"], WeeklyHours.Parse("Mo-Fr 09:00-12:00,13:30-18:00")).With(ChinaHolidays.Through(2026));

    private readonly SlaPolicy _one = Policy(1);
    private readonly SlaPolicy _twelve = Policy(12);

    [Benchmark(Baseline = true)]
    public int Verify_one_objective() => _one.Verify().Count;

    [Benchmark]
    public int Verify_twelve_objectives() => _twelve.Verify().Count;

    private static SlaPolicy Policy(int objectives) => new SlaPolicy(
        "large", 1, Instant.FromUtc(2026, 1, 1, 0, 0), Enumerable.Range(0, objectives).Select(Objective)).With(Calendar);

    /// <summary>Severity (4 values) × priority (5) × locality (3) × four channels × two kinds × four tiers: 1,920 groups.</summary>
    private static Objective Objective(int number)
    {
        RequestCondition urgent = RequestCondition.Severity(Severity.Urgent);
        RequestCondition important = RequestCondition.Severity(Severity.Important);
        RequestCondition near = RequestCondition.Locality(Locality.SameCity);
        RequestCondition gold = RequestCondition.Tier("gold", "silver", "bronze");
        RequestCondition first = RequestCondition.Priority(Priority.P1);
        RequestCondition talk = RequestCondition.Channel(Channel.Phone) | RequestCondition.Channel(Channel.Chat) | RequestCondition.Channel(Channel.Counter);
        RequestCondition repair = RequestCondition.Kind(RequestKind.Repair);
        RequestCondition[] conditions = [urgent & near & gold, urgent & first, urgent, important & near & repair, important & first, important, talk, RequestCondition.Any];
        return new Objective(
            "o" + number.ToString(CultureInfo.InvariantCulture), Signal.Received, Signal.Resolved,
            conditions.Select((condition, i) => new Target("t" + i.ToString(CultureInfo.InvariantCulture), condition, Rule(number, i)).On(CalendarChoice.Named("service-hours"))))
            .WithAlarms(Alarm.AtPercent(80), Alarm.AtDue());
    }

    private static DeadlineRule Rule(int objective, int target)
    {
        DeadlineRule open = DeadlineRule.OpenTime(Duration.FromMinutes(30 + (objective * 15) + (target * 60)));
        return (target % 4) switch
        {
            0 => open,
            1 => DeadlineRule.IfOpen(open, otherwise: DeadlineRule.NextTime(new LocalTime(9, objective))),
            2 => DeadlineRule.Earliest(open, DeadlineRule.WorkingDay(1 + (target / 4), new LocalTime(17, objective))),
            _ => DeadlineRule.Elapsed(Duration.FromHours(4 + objective + target)),
        };
    }
}
