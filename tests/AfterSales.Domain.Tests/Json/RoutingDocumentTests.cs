using AfterSales.Domain.Json;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tests.Routing;
using NodaTime;

namespace AfterSales.Domain.Tests.Json;

public class RoutingDocumentTests
{
    [Fact]
    public void A_policy_that_is_written_and_read_is_equal() => Law.Holds(RoutingCase.All, one =>
    {
        RoutingPolicy policy = one.Random.Next(2) == 0 ? one.Policy : one.Policy.FallingBackTo([FallbackRung.OnCall, FallbackRung.QueueUpTo(Duration.FromMinutes(90))]);
        Assert.Equal(policy, RoutingPolicyDocument.Read(RoutingPolicyDocument.Write(policy)).Value);
    });

    [Fact]
    public void Technicians_that_are_written_and_read_are_equal() => Law.Holds(RoutingCase.All, one =>
    {
        if (one.Technicians.Length > 0)
        {
            Assert.Equal(one.Technicians, TechniciansDocument.Read(TechniciansDocument.Write(one.Technicians)).Value);
        }
    });

    [Fact]
    public void Items_that_are_written_and_read_are_equal() => Law.Holds(RoutingCase.All, one =>
        Assert.Equal(one.Items, WorkItemsDocument.Read(WorkItemsDocument.Write(one.Items)).Value));

    [Fact]
    public void A_short_policy_is_the_one_that_a_policy_begins_as() =>
        Assert.Equal(new RoutingPolicy("field-service", 1), RoutingPolicyDocument.Read("""{ "format": "routing-policy/1", "name": "field-service" }""").Value);

    [Fact]
    public void Every_problem_of_a_policy_is_told_at_once() => Assert.Equal(
        [
            "$.staffing.urgnt unknown-member",
            "$.staffing.general.one[0] bad-value",
            "$.scoring.weights.spare bad-value",
            "$.regions.borders[0] bad-value",
            "$.assessment refused",
            "$.steps[0].after bad-value",
            "$.ladder[0] bad-value",
        ],
        Problems(RoutingPolicyDocument.Read(
            """
            { "format": "routing-policy/1", "name": "x",
              "staffing": { "urgnt": { "one": ["lead"] }, "general": { "one": ["jnior"] } },
              "scoring": { "weights": { "spare": 101 } },
              "regions": { "borders": [["Pudong"]] },
              "assessment": { "suspendBelow": 80, "restoreFrom": 70 },
              "steps": [{ "name": "wider", "after": "soon" }],
              "ladder": ["pray"] }
            """).Findings));

    [Fact]
    public void Every_problem_of_technicians_is_told_at_once() => Assert.Equal(
        [
            "$.technicians[0].hours unknown-name",
            "$.technicians[0].skills.compressor bad-value",
            "$.technicians[0].base.latitude bad-value",
            "$.technicians[1] missing-member",
            "$.technicians[1].id duplicate-name",
            "$.technicians[1].provider unknown-name",
        ],
        Problems(TechniciansDocument.Read(
            """
            { "format": "technicians/1",
              "calendars": [{ "name": "office", "zone": "Asia/Shanghai", "hours": "Mo-Fr 09:00-18:00" }],
              "technicians": [
                { "id": "lin", "grade": "junior", "hours": "ofice", "skills": { "compressor": 6 }, "base": { "latitude": 91, "longitude": 0 } },
                { "id": "lin", "hours": "office", "provider": "coolfix" } ] }
            """).Findings));

    [Fact]
    public void Every_problem_of_items_is_told_at_once() => Assert.Equal(
        ["$.items[0].skills[0].level bad-value", "$.items[1].queuedAt bad-value", "$.items[1].request.severity bad-value"],
        Problems(WorkItemsDocument.Read(
            """
            { "format": "work-items/1", "items": [
                { "id": "W-1", "queuedAt": "2026-11-23T10:00:00+08:00", "request": { "kind": "repair" }, "skills": [{ "skill": "compressor", "level": 9 }] },
                { "id": "W-2", "queuedAt": "this morning", "request": { "kind": "repair", "severity": "bad" } } ] }
            """).Findings));

    private static IEnumerable<string> Problems(IEnumerable<DocumentFinding> findings) => findings.Select(finding => $"{finding.Path} {finding.Code}");
}
