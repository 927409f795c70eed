using System.Text.Json;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Cli;

public class RouteCommandTests
{
    private static readonly string Policy = Repository.PathOf("docs", "samples", "routing.json");
    private static readonly string Technicians = Repository.PathOf("docs", "samples", "technicians.json");
    private static readonly string Items = Repository.PathOf("docs", "samples", "items.json");

    [Fact]
    public void People_get_a_table_of_who_gets_what()
    {
        ToolRun run = ToolRun.Of("route", Policy, Technicians, Items);

        Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
        Assert.Contains("Mon 2026-11-23 10:00 +08: 4 of 6 items assigned, optimal", run.Output, StringComparison.Ordinal);
        Assert.Contains("a team of chen (lead: en), wu (expert: compressor), xu (expert: gas-licence); tell at once: leadership", run.Output, StringComparison.Ordinal);
        Assert.Contains("assigned to zhao, guided by ma", run.Output, StringComparison.Ordinal);
        Assert.Contains("assigned to bai (step next-region)", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("refused", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void With_why_every_technician_is_explained_in_the_language_that_is_asked_for()
    {
        ToolRun run = ToolRun.Of("route", Policy, Technicians, Items, "--why", "--lang", "zh");

        Assert.Contains("未通过：不服务区域 Pudong", run.Output, StringComparison.Ordinal);
        Assert.Contains("不及 lin，相差 10200（语言）", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_every_decision_with_its_codes()
    {
        ToolRun run = ToolRun.Of("route", Policy, Technicians, Items, "--format", "json", "--at", "2026-11-23T10:00+08:00");

        using JsonDocument result = JsonDocument.Parse(run.Output);
        JsonElement[] decisions = [.. result.RootElement.GetProperty("decisions").EnumerateArray()];
        Assert.Equal("optimal", result.RootElement.GetProperty("method").GetString());
        Assert.Equal(["team", "assigned", "assigned", "assigned", "escalated", "wait"], decisions.Select(decision => decision.GetProperty("decision").GetString()));
        Assert.Equal("nobody-has-skill", decisions[4].GetProperty("missing")[0].GetProperty("code").GetString());
        Assert.Equal(10, decisions[2].GetProperty("technicians").GetArrayLength());
    }

    [Fact]
    public void The_problems_of_all_three_documents_are_told_at_once()
    {
        ToolRun run = ToolRun.With("{}", "route", "no-such-policy.json", "-", Items);

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("no-such-policy.json", run.Error, StringComparison.Ordinal);
        Assert.Contains("(standard input)", run.Error, StringComparison.Ordinal);
    }
}
