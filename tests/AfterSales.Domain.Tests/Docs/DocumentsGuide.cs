using AfterSales.Domain.Calendars;
using AfterSales.Domain.Json;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Tests.Docs;

/// <summary>The code of docs/documents.md.</summary>
public class DocumentsGuide
{
    [Fact]
    public void Every_problem_at_once()
    {
        List<string> log = [];
        const string json = """
            { "format": "sla-policy/1", "name": "p", "version": 1, "effectiveFrom": "2026-01-01T00:00:00Z",
              "objectives": [ {
                "name": "reply", "startsOn": ["received"], "stopsOn": ["reply"],
                "targets": [
                  { "name": "mail", "when": { "channel": ["email"] }, "rule": { "openTime": "-PT1H" } } ] } ] }
            """;

        DocumentReading<SlaPolicy> reading = SlaPolicyDocument.Read(json);
        foreach (DocumentFinding finding in reading.Findings)
        {
            log.Add($"{finding}");   // line 5, column 81, $.objectives[0].targets[0].rule.openTime: found "-PT1H"; allowed is a duration above zero such as "PT1H30M" or "P2D" (days, hours, minutes, seconds)
        }

        Assert.Equal(
            ["line 5, column 81, $.objectives[0].targets[0].rule.openTime: found \"-PT1H\"; allowed is a duration above zero such as \"PT1H30M\" or \"P2D\" (days, hours, minutes, seconds)"],
            log);
    }

    [Fact]
    public void Written_back_it_is_equal()
    {
        BusinessCalendar calendar = World.ServiceHours;

        BusinessCalendar again = CalendarDocument.Read(CalendarDocument.Write(calendar)).Value;

        Assert.Equal(calendar, again);
    }

    [Fact]
    public void What_gathers()
    {
        MeanAccumulator costs = new();
        costs.Add(120.5);
        costs.Add(80);

        string saved = MeanDocument.Write(costs.ToSnapshot());
        MeanAccumulator again = MeanAccumulator.From(MeanDocument.Read(saved).Value);

        Assert.Equal(costs.ToString(), again.ToString());
        Assert.Equal([60, 90, 95], QuantilesDocument.Read("""{ "format": "quantiles/1", "least": 60, "most": 95, "values": "60 30*2 5" }""").Value.Counts.Select(pair => pair.Key));
    }
}
