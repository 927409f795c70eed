using AfterSales.Domain.Json;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Tests.Docs;

/// <summary>The code of docs/rulebooks.md.</summary>
public class RulebooksGuide
{
    [Fact]
    public void The_parts_of_a_rulebook_are_ordinary_values()
    {
        Rulebook book = Rulebooks.RapidResponse;
        SlaPolicy levels = book.Sla;                                    // clocks, with their calendars
        RoutingPolicy? routing = book.Routing;                          // null where the source does not say
        Lifecycle repair = book.FindLifecycle("repair")!;
        SurveyPlan plan = Rulebooks.SatisfactionMechanism.SurveyPlan!;  // what is asked, whom, when
        KpiGoals goals = Rulebooks.OnlineSales.Goals!;                  // what is to be reached: KPIs, and times for nine of ten
        string states = $"{Rulebooks.OnlineSales}";                     // online-sales 1: R01, R10, R11, R15, R16, R26, R33

        Assert.Equal(("rapid-response", "rapid-response", "repair", "satisfaction-mechanism"), (levels.Name, routing!.Name, repair.Name, plan.Survey.Name));
        Assert.Equal("online-sales 1: R01, R10, R11, R15, R16, R26, R33", states);

        string folder = Repository.PathOf("docs", "samples", "rulebooks");

        SlaPolicy read = SlaPolicyDocument.Read(File.ReadAllText(Path.Combine(folder, "rapid-response", "sla-policy.json"))).Value;
        KpiGoals toReach = KpiGoalsDocument.Read(File.ReadAllText(Path.Combine(folder, "online-sales", "kpi-goals.json"))).Value;

        Assert.Equal(levels.Objectives, read.Objectives);
        Assert.Equal(goals, toReach);
    }
}
