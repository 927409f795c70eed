using System.Globalization;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using NodaTime;

namespace AfterSales.Domain.Tests.Golden;

/// <summary>At least 500 deadlines, scores and assignments that no change moves unnoticed.</summary>
public class GoldenTests
{
    /// <summary>Calendars with the local times from which deadlines run: beside closing and opening, holidays, and every kind of clock change.</summary>
    private static readonly (BusinessCalendar Calendar, string[] Starts)[] Calendars =
    [
        (World.ServiceHours,
            ["Fri 2026-02-13 17:30", "Sat 2026-02-14 17:30", "Mon 2026-02-16 10:00", "Tue 2026-02-24 11:59", "Tue 2026-02-24 12:00", "Wed 2026-09-30 18:00", "Thu 2026-12-31 17:59", "Mon 2026-03-30 08:59"]),
        (World.Workshop,
            ["Tue 2026-03-03 15:59", "Wed 2026-03-04 09:00", "Fri 2026-03-06 12:30", "Sat 2026-03-07 19:59", "Sun 2026-03-08 01:59", "Sun 2026-03-08 12:30", "Sat 2026-10-31 14:00", "Sun 2026-11-01 00:30"]),
        (World.NightDesk,
            ["Sat 2026-03-28 21:59", "Sun 2026-03-29 01:30", "Sun 2026-03-29 06:00", "Sat 2026-10-24 22:30", "Sun 2026-10-25 01:59", "Sun 2026-10-25 05:59", "Wed 2026-07-01 12:00", "Thu 2026-12-31 23:59"]),
        (Weekly("apia", "Pacific/Apia", "Mo-Fr 08:00-16:00"),
            ["Wed 2011-12-28 15:00", "Thu 2011-12-29 15:30", "Thu 2011-12-29 23:59", "Sat 2011-12-31 00:00", "Mon 2012-01-02 08:00", "Sat 2012-03-31 12:00"]),
        (Weekly("lord-howe", "Australia/Lord_Howe", "Mo-Su 00:00-04:00,20:00-24:00"),
            ["Sat 2026-04-04 23:00", "Sun 2026-04-05 01:00", "Sun 2026-04-05 03:30", "Sat 2026-10-03 21:00", "Sun 2026-10-04 01:59", "Sun 2026-10-04 19:00"]),
        (Weekly("sao-paulo", "America/Sao_Paulo", "24/7"),
            ["Sat 2018-02-17 12:00", "Sat 2018-11-03 23:30", "Sun 2018-11-04 01:00", "Mon 2018-11-05 09:00"]),
        (Weekly("kathmandu", "Asia/Kathmandu", "Su-Fr 10:00-17:00").ClosedOn(new LocalDate(2026, 10, 20), "Dashain"),
            ["Fri 2026-10-16 16:45", "Sat 2026-10-17 12:00", "Mon 2026-10-19 16:59", "Tue 2026-10-20 10:00", "Wed 2026-10-21 09:15"]),
        (World.ServiceHours.Intersect(Weekly("site", "Europe/Berlin", "Mo-Fr 08:00-16:00")).Named("on-site"),
            ["Fri 2026-03-27 14:30", "Fri 2026-03-27 17:30", "Mon 2026-03-30 13:30", "Fri 2026-10-23 17:00", "Mon 2026-10-26 14:30"]),
        (World.ServiceHours.Union(Weekly("london", "Europe/London", "Mo-Fr 08:00-18:00")).Named("follow-the-sun"),
            ["Fri 2026-03-27 17:30", "Sat 2026-03-28 02:00", "Mon 2026-02-16 10:00", "Fri 2026-10-23 23:59", "Mon 2026-10-26 01:30"]),
        (World.ServiceHours.Except(Weekly("maintenance", "Asia/Shanghai", "We 10:00-11:00")).Named("without-maintenance"),
            ["Wed 2026-03-25 09:30", "Wed 2026-03-25 10:00", "Tue 2026-03-24 17:45"]),
    ];

    private static readonly DeadlineRule[] Rules =
    [
        DeadlineRule.Elapsed(Duration.FromHours(2)),
        DeadlineRule.Elapsed(Duration.FromDays(7)),
        DeadlineRule.OpenTime(Duration.FromHours(1)),
        DeadlineRule.OpenTime(Duration.FromHours(16)),
        DeadlineRule.OpenTime(Duration.FromNanoseconds(1)),
        DeadlineRule.NextTime(new LocalTime(9, 0)),
        DeadlineRule.NextTime(new LocalTime(2, 30)),
        DeadlineRule.WorkingDay(1),
        DeadlineRule.WorkingDay(2),
        DeadlineRule.WorkingDay(1, new LocalTime(17, 0)),
        DeadlineRule.IfOpen(DeadlineRule.OpenTime(Duration.FromHours(1)), otherwise: DeadlineRule.NextTime(new LocalTime(9, 0))),
        DeadlineRule.Earliest([DeadlineRule.Elapsed(Duration.FromHours(24)), DeadlineRule.OpenTime(Duration.FromHours(4))]),
        DeadlineRule.Latest([DeadlineRule.Elapsed(Duration.FromHours(24)), DeadlineRule.OpenTime(Duration.FromHours(4))]),
    ];

    [Fact]
    public void Deadlines_are_what_they_were()
    {
        Pause wait = Pause.On(WaitReason.Customer).UpTo(Duration.FromHours(6));
        List<string> lines = [];
        foreach ((BusinessCalendar calendar, string[] starts) in Calendars)
        {
            foreach (string text in starts)
            {
                Instant start = World.At(text, calendar.Zone);
                DueFacts paused = DueFacts.None.Paused(wait, start + Duration.FromMinutes(30), start + Duration.FromHours(3));
                foreach (DeadlineRule rule in Rules)
                {
                    lines.Add($"{calendar.Name} | {rule} | {Text(start, calendar)} | {Due(rule.Due(start, calendar), calendar)} | paused {Due(rule.Due(start, calendar, paused), calendar)}");
                }
            }
        }

        Assert.True(lines.Count >= 500);
        GoldenFile.AssertUnchanged("deadlines.txt", lines);
    }

    [Fact]
    public void Attainment_of_the_sample_tickets_is_what_it_was()
    {
        ToolRun run = ToolRun.Of("replay", Sample("rapid-response.json"), Sample("tickets.csv"), "--mapping", Sample("tickets.mapping.json"), "--worst", "60");
        Assert.Equal(ExitCode.Fine, run.Exit);
        GoldenFile.AssertUnchanged("attainment.txt", Lines(run));
    }

    [Fact]
    public void Scores_of_the_sample_answers_are_what_they_were()
    {
        List<string> lines = [];
        foreach (string by in new[] { "technician", "region", "customer-type" })
        {
            ToolRun run = ToolRun.Of("score", Sample("survey.json"), Sample("answers.csv"), "--by", by, "--zone", "Asia/Shanghai");
            Assert.Equal(ExitCode.Fine, run.Exit);
            lines.Add($"== by {by}");
            lines.AddRange(Lines(run));
        }

        GoldenFile.AssertUnchanged("scores.txt", lines);
    }

    [Fact]
    public void Assignments_are_what_they_were()
    {
        RoutingPolicy policy = RoutingPolicyDocument.Read(File.ReadAllText(Sample("routing.json"))).Value;
        IReadOnlyList<Technician> technicians = TechniciansDocument.Read(File.ReadAllText(Sample("technicians.json"))).Value;
        List<string> lines = [];
        foreach (string text in new[] { "Mon 2026-11-23 10:00", "Thu 2026-11-26 17:59", "Fri 2026-11-27 03:00", "Sun 2026-11-29 12:00" })
        {
            Instant at = World.At(text, World.Shanghai);
            List<WorkItem> queue = [];
            foreach ((Severity severity, string region, string skill, int level, int minutes) in
                from severity in new[] { Severity.General, Severity.Important, Severity.Urgent }
                from region in new[] { "Pudong", "Huangpu", "Xuhui" }
                from need in new[] { ("compressor", 2), ("compressor", 4), ("electronics", 3) }
                from minutes in new[] { 0, 90 }
                select (severity, region, need.Item1, need.Item2, minutes))
            {
                ServiceRequest request = new ServiceRequest(RequestKind.Repair).WithSeverity(severity).WithRegion(region);
                WorkItem item = new WorkItem(new WorkItemId($"W-{queue.Count + 1}"), request, at - Duration.FromMinutes(minutes), at - Duration.FromMinutes(minutes)).Requiring(Skill.Named(skill), level);
                queue.Add(item);
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{text} | {severity}, {region}, {skill} {level}, queued {minutes} min | {policy.Route(item, technicians, at)}"));
            }

            BatchPlan plan = policy.Assign(queue, technicians, at);
            lines.Add($"{text} | all of them at once | {plan}");
            lines.AddRange(plan.Decisions.Select(decision => $"{text} | at once | {decision}"));
        }

        GoldenFile.AssertUnchanged("assignments.txt", lines);
    }

    private static BusinessCalendar Weekly(string name, string zone, string hours) => BusinessCalendar.Weekly(name, DateTimeZoneProviders.Tzdb[zone], WeeklyHours.Parse(hours));

    private static string Sample(string name) => Repository.PathOf("docs", "samples", name);

    private static string Due(DueResult due, BusinessCalendar calendar) => due.IsSet ? Text(due.At, calendar) : $"{due}";

    private static string Text(Instant at, BusinessCalendar calendar) => at.InZone(calendar.Zone).ToString("ddd uuuu'-'MM'-'dd HH':'mm':'ss.FFFFFFFFF o<g>", CultureInfo.InvariantCulture);

    /// <summary>The lines of a report without the paths of this checkout.</summary>
    private static string[] Lines(ToolRun run) =>
        [.. run.Output.Replace(Repository.PathOf("docs", "samples") + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0)];
}
