using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using NodaTime;

namespace AfterSales.Domain.Tests.Json;

public class SlaPolicyDocumentTests
{
    [Fact]
    public void The_reply_rule_of_R05_is_read_as_the_design_page_writes_it()
    {
        SlaPolicy policy = SlaPolicyDocument.Read("""
            { "format": "sla-policy/1", "name": "reply", "version": 1, "effectiveFrom": "2026-01-01T00:00:00+08:00", "hostCalendars": ["service-hours"],
              "objectives": [
                { "name": "reply", "startsOn": ["received"], "stopsOn": ["reply"], "appliesTo": { "channel": ["email", "chat"] },
                  "targets": [ { "name": "mail and chat", "calendar": "service-hours",
                                 "rule": { "ifOpen": { "openTime": "PT1H" }, "otherwise": { "nextTime": "09:00" } } } ] } ] }
            """).Value;

        Objective expected = new Objective("reply", Signal.Received, Signal.Reply,
                [
                    new Target("mail and chat", RequestCondition.Any, DeadlineRule.IfOpen(DeadlineRule.OpenTime(Duration.FromHours(1)), DeadlineRule.NextTime(new LocalTime(9, 0))))
                        .On(CalendarChoice.Named("service-hours")),
                ])
            .For(RequestCondition.Channel(Channel.Email, Channel.Chat));
        Assert.Equal([expected], policy.Objectives);
        Assert.Equal(("reply", 1, Instant.FromUtc(2025, 12, 31, 16, 0)), (policy.Name, policy.Version, policy.EffectiveFrom));
    }

    [Fact]
    public void A_policy_that_is_written_is_read_back_equal() => Law.Holds(AnyPolicy.Any, policy =>
    {
        SlaPolicy back = SlaPolicyDocument.Read(SlaPolicyDocument.Write(policy)).Value;

        Assert.Equal((policy.Name, policy.Version, policy.EffectiveFrom), (back.Name, back.Version, back.EffectiveFrom));
        Assert.Equal(policy.Objectives, back.Objectives);
        Assert.Equal(policy.Accepted, back.Accepted);
        Assert.Equal(policy.Calendars.Select(one => (one.Calendar, one.PublishedAt)), back.Calendars.Select(one => (one.Calendar, one.PublishedAt)));
    });

    [Fact]
    public void Findings_that_are_wanted_stand_in_the_document()
    {
        SlaPolicy policy = new SlaPolicy("small", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [new Objective("reply", Signal.Received, Signal.Reply, [new Target("all", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(1)))])])
            .Accepting(FindingCode.NonMonotoneCutOff, "reply / all", "as the regulation says")
            .Accepting(FindingCode.EffectiveHole, "reply", "not measured in 2025");

        string text = SlaPolicyDocument.Write(policy);

        Assert.Contains("\"code\": \"non-monotone-cut-off\"", text, StringComparison.Ordinal);
        Assert.Equal(policy.Accepted, SlaPolicyDocument.Read(text).Value.Accepted);
        DocumentFinding refused = Assert.Single(SlaPolicyDocument.Read(text.Replace("effective-hole", "efective-hole", StringComparison.Ordinal)).Findings);
        Assert.Equal("$.accepted[1].code", refused.Path);
        Assert.Contains("\"effective-hole\"", refused.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void Five_errors_in_five_places_are_five_findings()
    {
        const string text = """
            {
              "format": "sla-policy/1",
              "name": "rapid-response", "version": 1, "effectiveFrom": "2026-01-01",
              "calendars": [ { "name": "service-hours", "zone": "Asia/Shangai", "hours": "Mo-Fr 18:00-09:00-12:00" } ],
              "objectives": [
                { "name": "reply", "startsOn": ["received"], "stopsOn": ["reply"],
                  "targets": [ { "name": "mail", "calendar": "service-hour", "rule": { "openTime": "-PT1H" } } ] } ]
            }
            """;

        IReadOnlyList<DocumentFinding> findings = SlaPolicyDocument.Read(text).Findings;

        Assert.Equal(
            [
                ("$.effectiveFrom", 3, "bad-value"),
                ("$.calendars[0].zone", 4, "bad-value"),
                ("$.calendars[0].hours", 4, "bad-value"),
                ("$.objectives[0].targets[0].calendar", 7, "unknown-name"),
                ("$.objectives[0].targets[0].rule.openTime", 7, "bad-value"),
            ],
            findings.Select(finding => (finding.Path, finding.Line, finding.Code)));
        Assert.Equal("found \"service-hour\"; allowed is \"service-hours\" (did you mean \"service-hours\"?)", $"{findings[3].Found}; {findings[3].Allowed}");
        Assert.Equal("found \"-PT1H\"; allowed is a duration above zero such as \"PT1H30M\" or \"P2D\" (days, hours, minutes, seconds)", $"{findings[4].Found}; {findings[4].Allowed}");
    }

    [Theory]
    [InlineData("{ }", "$.objectives[0].targets[0].rule", "exactly one of elapsed, openTime, workingDay, nextTime, appointment, appointmentInOpenTime, ifOpen, earliest or latest")]
    [InlineData("{ \"elapsed\": \"PT1H\", \"openTime\": \"PT1H\" }", "$.objectives[0].targets[0].rule", "exactly one of")]
    [InlineData("{ \"elapsed\": \"PT0S\" }", "$.objectives[0].targets[0].rule.elapsed", "a duration above zero")]
    [InlineData("{ \"elapsed\": \"1h\" }", "$.objectives[0].targets[0].rule.elapsed", "a duration above zero")]
    [InlineData("{ \"elapsed\": \"P1M\" }", "$.objectives[0].targets[0].rule.elapsed", "a duration above zero")]
    [InlineData("{ \"elapsed\": \"PT99999999999999999999H\" }", "$.objectives[0].targets[0].rule.elapsed", "a duration above zero")]
    [InlineData("{ \"workingDay\": 0 }", "$.objectives[0].targets[0].rule.workingDay", "a whole number from 1")]
    [InlineData("{ \"nextTime\": \"25:00\" }", "$.objectives[0].targets[0].rule.nextTime", "a time of day")]
    [InlineData("{ \"nextTime\": \"09:00\", \"at\": \"10:00\" }", "$.objectives[0].targets[0].rule.at", "allowed are elapsed")]
    [InlineData("{ \"ifOpen\": { \"openTime\": \"PT1H\" } }", "$.objectives[0].targets[0].rule", "it must be there")]
    [InlineData("{ \"earliest\": [] }", "$.objectives[0].targets[0].rule.earliest", "a list with at least one value")]
    [InlineData("\"PT1H\"", "$.objectives[0].targets[0].rule", "an object")]
    public void A_rule_that_cannot_be_is_a_finding_at_its_place(string rule, string path, string allowed)
    {
        IReadOnlyList<DocumentFinding> findings = SlaPolicyDocument.Read($$"""
            { "format": "sla-policy/1", "name": "p", "version": 1, "effectiveFrom": "2026-01-01T00:00:00Z",
              "objectives": [ { "name": "o", "startsOn": ["received"], "stopsOn": ["reply"], "targets": [ { "name": "t", "rule": {{rule}} } ] } ] }
            """).Findings;

        DocumentFinding finding = Assert.Single(findings);
        Assert.Equal(path, finding.Path);
        Assert.Contains(allowed, finding.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_policy_itself_refuses_is_a_finding()
    {
        const string objective = """{ "name": "o", "startsOn": ["received"], "stopsOn": ["reply"], "targets": [ { "name": "t", "rule": { "elapsed": "PT1H" } } ] }""";

        DocumentFinding finding = Assert.Single(SlaPolicyDocument.Read($$"""
            { "format": "sla-policy/1", "name": "p", "version": 1, "effectiveFrom": "2026-01-01T00:00:00Z", "objectives": [ {{objective}}, {{objective}} ] }
            """).Findings);

        Assert.Equal("refused: it is refused: The policy p has two objectives \"o\"; each name may stand once", $"{finding.Code}: {finding.Allowed}");
    }

    [Fact]
    public void An_outer_objective_that_does_not_exist_is_named_with_the_nearest_one()
    {
        DocumentFinding finding = Assert.Single(SlaPolicyDocument.Read("""
            { "format": "sla-policy/1", "name": "p", "version": 1, "effectiveFrom": "2026-01-01T00:00:00Z",
              "objectives": [ { "name": "resolution", "within": "resolutoin", "startsOn": ["received"], "stopsOn": ["reply"], "targets": [ { "name": "t", "rule": { "elapsed": "PT1H" } } ] } ] }
            """).Findings);

        Assert.Equal(("$.objectives[0].within", "unknown-name"), (finding.Path, finding.Code));
        Assert.Contains("(did you mean \"resolution\"?)", finding.Allowed, StringComparison.Ordinal);
    }
}
