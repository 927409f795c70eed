using System.Text.Json;
using System.Text.RegularExpressions;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Cli;

/// <summary>With <c>--lang zh</c> everything that the tool itself says is Chinese; what is wrong inside a document or with the command line itself stays English.</summary>
public class ChineseTests
{
    private static readonly string Policy = Sample("rapid-response.json");
    private static readonly string Stricter = Sample("stricter.json");
    private static readonly string Tickets = Sample("tickets.csv");
    private static readonly string Mapping = Sample("tickets.mapping.json");
    private static readonly string Survey = Sample("survey.json");

    public static TheoryData<string, string, string[]> BrokenFiles => new()
    {
        { "", "no-such.json: 没有此文件；应为文件路径，或用 - 表示标准输入 [no-such-file]", ["verify", "no-such.json"] },
        { "", "-: - 出现多次；策略、工单与映射中只能有一个来自标准输入 [standard-input-twice]", ["replay", Policy, "-", "--mapping", "-"] },
        { "", "(standard input): 文件为空；应有含列名的表头，以及每个事件或每张工单一行 [empty-file]", ["replay", Policy, "-", "--mapping", Mapping] },
        { "ticket,opend\n", "(standard input):1: 没有映射所指的列 \"opened\"（是否指 \"opend\"？）；应为 ticket、opend [unknown-column]", ["replay", Policy, "-", "--mapping", Mapping] },
        { "a,b,a\n", "(standard input):1: 列 \"a\" 重复出现，为第 1、3 列；每个列名只能出现一次 [duplicate-column]", ["replay", Policy, "-", "--mapping", Mapping] },
        { "", "(standard input): 文件为空；应有含列名的表头，以及每份答卷一行 [empty-file]", ["score", Survey, "-"] },
        { "", "--fail-on: 没有可判定的目标；--fail-on 只能与 --goals 一起使用 [no-goals]", ["kpi", Tickets, "--mapping", Mapping, "--fail-on", "missed"] },
        { "", $"{Mapping}: 映射的 request 中没有 \"regin\"（是否指 \"region\"？）；--by 应为 kind、severity、channel、locality、region 或 product-line [unknown-dimension]", ["kpi", Tickets, "--mapping", Mapping, "--by", "regin"] },
        { "", "history: 未给出历史；应将 sla-history 文档作为第二个参数，或用 --events 给出 [no-history]", ["explain", Policy] },
        { "", "--to: 给出的是 2026-01-01；应为 --from 之后 1 至 3660 天的日期 [bad-range]", ["calendar", Policy, "--from", "2026-01-01", "--to", "2026-01-01"] },
        { "", $"{Survey}: survey/1 没有对应的页面；--html 只用于 SLA 策略 [no-page]", ["verify", Survey, "--html", "page.html"] },
    };

    [Theory]
    [MemberData(nameof(BrokenFiles))]
    public void What_is_wrong_with_a_file_is_told_in_chinese(string input, string told, string[] command)
    {
        ToolRun run = ToolRun.With(input, [.. command, "--lang", "zh"]);

        Assert.Equal((ExitCode.BadInput, ""), (run.Exit, run.Output));
        Assert.Contains(told, run.Error.Split('\n'));
        Assert.Matches("[0-9]+ 个问题\n$", run.Error);
    }

    [Fact]
    public void Cells_that_cannot_be_read_are_told_in_chinese_also_when_their_rows_are_left_out()
    {
        string answers = string.Join('\n', File.ReadLines(Sample("answers.csv")).Take(3).Select((line, i) => i == 1 ? Regex.Replace(line, "2026-[^,]*", "gestern") : line)) + "\n";

        string refused = ToolRun.With(answers, "score", Survey, "-", "--lang", "zh").Error;
        string skipped = ToolRun.With(answers, "score", Survey, "-", "--lang", "zh", "--skip-bad-rows").Output;

        foreach (string report in new[] { refused, skipped })
        {
            Assert.Contains("(standard input):2: answered-at: 内容为 \"gestern\"；应为带时差的时间，例如 2026-03-30T10:00:00+08:00 [bad-value]", report, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_wrong_inside_a_document_stays_english()
    {
        ToolRun run = ToolRun.With("""{ "format": "calendar/1", "name": "desk" }""", "verify", "-", "--lang", "zh");

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("(standard input):1:1: $: found none of these members; allowed is exactly one of hours, intersection, union or except [missing-member]", run.Error, StringComparison.Ordinal);
        Assert.EndsWith(" 个问题\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_with_the_command_line_itself_stays_english() =>
        Assert.StartsWith("error: ", ToolRun.Of("verify", Policy, "--lang", "zh", "--emits", "Received!").Error, StringComparison.Ordinal);

    [Fact]
    public void Programs_get_the_problems_of_files_in_both_languages()
    {
        using JsonDocument told = JsonDocument.Parse(ToolRun.Of("verify", "no-such.json", "--format", "json").Output);

        JsonElement problem = told.RootElement.GetProperty("problems")[0];
        Assert.Equal(("found no such file", "没有此文件"), (problem.GetProperty("found").GetString(), problem.GetProperty("foundZh").GetString()));
        Assert.Equal("应为文件路径，或用 - 表示标准输入", problem.GetProperty("allowedZh").GetString());
    }

    [Theory]
    [InlineData("未通过：missed：159 个计时超时", "replay", "--fail-on", "missed")]
    [InlineData("未通过：unused：2 行未使用", "replay", "--fail-on", "unused")]
    [InlineData("未通过：attainment:75：pickup 的达成率为 73.9 %", "replay", "--fail-on", "attainment:75")]
    [InlineData("未通过：newly-missed：on-site，30 个计时", "compare", "--fail-on", "newly-missed")]
    [InlineData("未通过：missed：response-on-time", "kpi", "--fail-on", "missed")]
    public void What_a_run_failed_on_is_told_in_chinese(string told, string command, params string[] failOn)
    {
        string[] files = command switch
        {
            "replay" => [Policy, Tickets],
            "compare" => [Policy, Stricter, Tickets],
            _ => [Tickets, "--policy", Policy, "--goals", Sample("kpi-goals.json")],
        };

        ToolRun run = ToolRun.Of([command, .. files, "--mapping", Mapping, "--lang", "zh", .. failOn]);

        Assert.Equal((ExitCode.Found, ""), (run.Exit, run.Error));
        Assert.Contains(told, run.Output.Split('\n'));
    }

    /// <summary>Names and values of the user's own documents stay as they are; weekdays are ours.</summary>
    [Fact]
    public void Every_weekday_of_every_report_is_chinese()
    {
        foreach (string[] command in (string[][])
        [
            ["replay", Policy, Tickets, "--mapping", Mapping], ["compare", Policy, Stricter, Tickets, "--mapping", Mapping], ["kpi", Tickets, "--mapping", Mapping],
            ["explain", Policy, Sample("history.json")], ["calendar", Policy, "--from", "2026-02-13", "--to", "2026-02-17"], ["verify", Policy],
            ["route", Sample("routing.json"), Sample("technicians.json"), Sample("items.json")],
        ])
        {
            string report = ToolRun.Of([.. command, "--lang", "zh"]).Output;

            Assert.Matches("周[一二三四五六日] ", report);
            Assert.DoesNotMatch("(Mon|Tue|Wed|Thu|Fri|Sat|Sun) [0-9]", report);
        }
    }

    [Fact]
    public void Assignments_have_chinese_titles_and_a_summary()
    {
        ToolRun run = ToolRun.Of("route", Sample("routing.json"), Sample("technicians.json"), Sample("items.json"), "--why", "--lang", "zh");

        Assert.StartsWith("周一 2026-11-23 10:00 +08：6 个任务中分配了 4 个，为最优分配\n", run.Output, StringComparison.Ordinal);
        Assert.Matches("任务 +请求 +决定", run.Output);
        Assert.Matches("技术员 +原因", run.Output);
    }

    private static string Sample(string name) => Repository.PathOf("docs", "samples", name);
}
