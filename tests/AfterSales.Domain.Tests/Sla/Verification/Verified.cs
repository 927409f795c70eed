using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla.Verification;

/// <summary>Small policies to verify, on plain office hours in Shanghai from Mon 2026-06-01 on.</summary>
internal static class Verified
{
    public static readonly Instant Start = World.At("Mon 2026-06-01 00:00", World.Shanghai);

    public static readonly RequestCondition Urgent = RequestCondition.Severity(Severity.Urgent);

    public static BusinessCalendar Office { get; } = BusinessCalendar.Weekly("office", World.Shanghai, WeeklyHours.Parse("Mo-Fr 09:00-18:00"));

    public static CalendarChoice InOffice { get; } = CalendarChoice.Named("office");

    public static SlaPolicy Policy(params Objective[] objectives) => new SlaPolicy("small", 1, Start, objectives).With(Office);

    public static Objective Reply(params Target[] targets) => new("reply", Signal.Received, Signal.Reply, targets);

    public static Target For(string name, RequestCondition when, DeadlineRule rule) => new Target(name, when, rule).On(InOffice);

    public static DeadlineRule OpenHours(double hours) => DeadlineRule.OpenTime(Duration.FromHours(hours));

    public static DeadlineRule Hours(double hours) => DeadlineRule.Elapsed(Duration.FromHours(hours));

    public static DeadlineRule Next(int hour) => DeadlineRule.NextTime(new LocalTime(hour, 0));

    public static IReadOnlyList<Finding> Of(SlaPolicy policy, FindingCode code) => [.. policy.Verify().Where(one => one.Code == code)];

    public static Finding Only(SlaPolicy policy, FindingCode code) => Assert.Single(Of(policy, code));

    public static void Clean(SlaPolicy policy) => Assert.Equal([], policy.Verify().Select(one => $"{one}"));

    public static void HasNo(SlaPolicy policy, FindingCode code) => Assert.Equal([], Of(policy, code).Select(one => $"{one}"));

    public static string Text(Instant? at) => at is { } instant ? World.Text(instant, World.Shanghai) : "never";

    /// <summary>Puts a counterexample into the clocks: the due that the report shows just after the start.</summary>
    public static Instant TrackedDue(SlaPolicy policy, FindingExample example)
    {
        SlaCycle cycle = policy.Track(example.History, example.Start)[example.Objective].Current!;
        Assert.Equal(example.Target, cycle.Target?.Name);
        return cycle.Due!.Value.At;
    }
}
