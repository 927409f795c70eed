using System.IO.Compression;
using System.Text.Json;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Samples;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Cli;

public class ScoreCommandTests
{
    private static readonly string Survey = Repository.PathOf("docs", "samples", "survey.json");
    private static readonly string Answers = Repository.PathOf("docs", "samples", "answers.csv");

    [Fact]
    public void The_sample_answers_are_what_their_program_makes() =>
        Assert.Equal(SampleAnswers.Csv(), File.ReadAllText(Answers).ReplaceLineEndings("\n"));

    [Fact]
    public void The_sample_survey_has_no_problems()
    {
        ToolRun run = ToolRun.Of("verify", Survey);
        Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
        Assert.Contains("survey/1", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Shows("R25")]
    public void R25_scores_stand_with_their_interval_and_what_was_left_out()
    {
        ToolRun run = ToolRun.Of("score", Survey, Answers, "--by", "technician", "--zone", "Asia/Shanghai");

        Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
        Assert.Contains("returned 513, valid 463, left out 50\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("service index (0–100): 73.5 (95 % Student's t 71.6–75.4, n = 463); GB/T 27922: reached\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("satisfied overall: 72.1 % (95 % Wilson 67.9–76.0, n = 463); with all that was left out: 73.1 % (95 % Wilson 69.0–76.8, n = 505)\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("2026-08 → 2026-09: −13.1 points (95 % Newcombe −28.8…+3.5, p = 0.120): no significant change", run.Output, StringComparison.Ordinal);
        Assert.Contains("another answer of the same customer to the same ticket counts", run.Output, StringComparison.Ordinal);
        Assert.True(run.Output.IndexOf("tech-2", StringComparison.Ordinal) < run.Output.IndexOf("tech-5", StringComparison.Ordinal), "the best lower bound comes first");
    }

    [Fact]
    public void Reasons_and_headings_can_be_chinese()
    {
        ToolRun run = ToolRun.Of("score", Survey, Answers, "--lang", "zh");
        Assert.Equal(ExitCode.Fine, run.Exit);
        Assert.Contains("回收 513, 有效 463, 排除 50\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("同一客户对同一工单的另一份答卷已计入", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_every_figure_with_n_interval_and_reason()
    {
        ToolRun run = ToolRun.Of("score", Survey, Answers, "--by", "region", "--format", "json");
        using JsonDocument json = JsonDocument.Parse(run.Output);
        JsonElement root = json.RootElement;

        Assert.Equal((513, 463), (root.GetProperty("returned").GetInt32(), root.GetProperty("valid").GetInt32()));
        Assert.Equal(50, root.GetProperty("leftOut").EnumerateObject().Sum(label => label.Value.GetInt32()));
        JsonElement satisfied = root.GetProperty("satisfied");
        Assert.Equal(463, satisfied.GetProperty("n").GetInt32());
        Assert.InRange(satisfied.GetProperty("value").GetDouble(), satisfied.GetProperty("lower").GetDouble(), satisfied.GetProperty("upper").GetDouble());
        Assert.Equal(9, root.GetProperty("questions").GetArrayLength());
        Assert.Equal(9, root.GetProperty("months").GetArrayLength());
        Assert.Equal(["east", "north", "south"], root.GetProperty("groups").EnumerateArray().Select(group => group.GetProperty("group").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(1, root.GetProperty("drivers").EnumerateArray().Sum(driver => driver.GetProperty("importance").GetDouble()), 1e-9);
    }

    [Fact]
    public void The_page_is_whole_has_no_scripts_and_needs_nothing_from_elsewhere()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.html");
        try
        {
            Assert.Equal(ExitCode.Fine, ToolRun.Of("score", Survey, Answers, "--by", "technician", "--html", path).Exit);
            string page = File.ReadAllText(path);
            Assert.StartsWith("<!doctype html>\n<html lang=\"en\">", page, StringComparison.Ordinal);
            Assert.EndsWith("</html>\n", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("://", page, StringComparison.Ordinal);
            Assert.Contains("prefers-color-scheme: dark", page, StringComparison.Ordinal);
            Assert.Contains("@media print", page, StringComparison.Ordinal);
            foreach (string heading in new[] { "score", "Distribution", "Trend with control limits", "what the overall verdict goes with", "Groups: technician", "left out because" })
            {
                Assert.Contains($"<h2>{heading}</h2>", page, StringComparison.Ordinal);
            }

            Assert.Contains("<b>72.1 %</b> CSAT<br><span class=\"soft\">95 % Wilson 67.9–76.0, n = 463</span>", page, StringComparison.Ordinal);
            Assert.Contains(">concentrate here</text>", page, StringComparison.Ordinal);
            Assert.Equal(page.Split("<table>").Length, page.Split("</table>").Length);
            Assert.Equal(page.Split("<svg").Length, page.Split("</svg>").Length);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void What_comes_from_the_file_cannot_become_markup()
    {
        string path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.html");
        try
        {
            ToolRun run = ToolRun.With(Csv("a,2026-03-30T10:00:00+08:00,4,<script>alert(1)</script>"), "score", Small(path), "-", "--by", "shop", "--minimum", "0", "--html", path + ".out");
            Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
            string page = File.ReadAllText(path + ".out");
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
            File.Delete(path + ".out");
        }
    }

    [Fact]
    public void No_answers_give_no_figures_with_the_reason()
    {
        string path = Path.GetTempFileName();
        try
        {
            ToolRun run = ToolRun.With(Csv(), "score", Small(path), "-");
            Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
            Assert.Contains("satisfied overall: no figure: nothing was counted (n = 0)", run.Output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Answers_may_be_packed()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(Answers));
        }

        Assert.Equal(ToolRun.With(File.ReadAllText(Answers), "score", Survey, "-"), ToolRun.With(packed.ToArray(), CancellationToken.None, "score", Survey, "-"));
    }

    [Fact]
    public void Every_cell_that_cannot_be_read_is_told_with_its_line()
    {
        string path = Path.GetTempFileName();
        try
        {
            string csv = Csv("a,2026-03-30T10:00:00+08:00,4,x", "b,30.3.2026,4,x", "c,2026-03-30T10:00+08:00,good,x", ",2026-03-30T10:00:00Z,4,x", "d,,4,x", "e,2026-03-30T10:00:00Z,4");
            ToolRun run = ToolRun.With(csv, "score", Small(path), "-");
            Assert.Equal(ExitCode.BadInput, run.Exit);
            Assert.Contains("(standard input):3: answered-at: found \"30.3.2026\"; allowed is an instant with its offset", run.Error, StringComparison.Ordinal);
            Assert.Contains("(standard input):4: overall: found \"good\"; allowed is a whole number, or nothing", run.Error, StringComparison.Ordinal);
            Assert.Contains("(standard input):5:", run.Error, StringComparison.Ordinal);
            Assert.Contains("(standard input):6: answered-at: found \"\"", run.Error, StringComparison.Ordinal);
            Assert.EndsWith("5 problems\n", run.Error, StringComparison.Ordinal);

            ToolRun skipped = ToolRun.With(csv, "score", Small(path), "-", "--skip-bad-rows");
            Assert.Equal(ExitCode.Fine, skipped.Exit);
            Assert.Contains("returned 1, valid 1", skipped.Output, StringComparison.Ordinal);
            Assert.Contains("5 problems in rows that were left out", skipped.Output, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("ticket,answered-at,overal,shop\n", "found no column \"overall\" (did you mean \"overal\"?)")]
    [InlineData("ticket,ticket,answered-at,overall\n", "found the column \"ticket\" 2 times")]
    [InlineData("ticket,answered-at,overall,My Shop\n", "found the column \"My Shop\"")]
    [InlineData("", "found nothing")]
    public void A_header_that_does_not_fit_is_refused(string csv, string message)
    {
        string path = Path.GetTempFileName();
        try
        {
            ToolRun run = ToolRun.With(csv, "score", Small(path), "-");
            Assert.Equal(ExitCode.BadInput, run.Exit);
            Assert.Contains(message, run.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("a,9999-12-31T23:59:59-18:00,5,,,,,", "answered-at: found \"9999-12-31T23:59:59-18:00\"; allowed is an instant with its offset")]
    [InlineData("a,-0005-01-01T10:00:00Z,5,,,,,", "answered-at: found")]
    [InlineData("a,2026-02-31T10:00:00Z,5,,,,,", "answered-at: found")]
    [InlineData("a,2026-03-30T10:00:00,5,,,,,", "answered-at: found")]
    [InlineData("a,2026-03-30T10:00:00Z,4.5,,,,,", "overall: found \"4.5\"; allowed is a whole number, or nothing")]
    [InlineData("a,2026-03-30T10:00:00Z,５,,,,,", "overall: found \"５\"")]
    [InlineData("a,2026-03-30T10:00:00Z,-2147483648,,,,,", "overall: found")]
    [InlineData("a,2026-03-30T10:00:00Z,5,-1,,,,", "seconds: found \"-1\"")]
    [InlineData("a,2026-03-30T10:00:00Z,5,1e309,,,,", "seconds: found \"1e309\"")]
    [InlineData("a,2026-03-30T10:00:00Z,5,,We Chat,,,", "\"We Chat\" is not a name of a channel: allowed are 1 to 64 characters of a-z, 0-9 and '-' [refused]")]
    [InlineData("a,2026-03-30T10:00:00Z,5,,,0,,", "version: found \"0\"; allowed is a whole number from 1, or nothing")]
    [InlineData("a,2026-03-30T10:00:00Z,5,,,,101,", "round: found \"101\"; allowed is a whole number from 0 to 100, or nothing")]
    [InlineData("a,2026-03-30T10:00:00Z,5,,,,,ja", "test: found \"ja\"; allowed is true, false, 1, 0 or nothing")]
    public void A_cell_that_cannot_be_is_told_with_what_is_allowed(string row, string message)
    {
        string path = Path.GetTempFileName();
        try
        {
            ToolRun run = ToolRun.With($"ticket,answered-at,overall,seconds,channel,version,round,test\n{row}\n", "score", Small(path), "-", "--zone", "Asia/Shanghai");
            Assert.Equal(ExitCode.BadInput, run.Exit);
            Assert.Contains("(standard input):2: ", run.Error, StringComparison.Ordinal);
            Assert.Contains(message, run.Error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Months_in_which_nobody_answered_stand_in_the_trend()
    {
        string path = Path.GetTempFileName();
        try
        {
            ToolRun run = ToolRun.With(Csv("a,2026-01-30T10:00:00Z,4,x", "b,2026-04-02T10:00:00Z,5,x"), "score", Small(path), "-", "--format", "json");
            using JsonDocument json = JsonDocument.Parse(run.Output);
            Assert.Equal(["2026-01", "2026-02", "2026-03", "2026-04"], json.RootElement.GetProperty("months").EnumerateArray().Select(month => month.GetProperty("month").GetString()));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void An_attribute_that_nobody_has_is_refused_with_those_there_are()
    {
        ToolRun run = ToolRun.Of("score", Survey, Answers, "--by", "technicain");
        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("did you mean \"technician\"?", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--zone", "Asia/Shangai")]
    [InlineData("--minimum", "-1")]
    [InlineData("--lang", "de")]
    public void Options_that_cannot_be_are_refused(string option, string value) => Assert.Equal(ExitCode.BadInput, ToolRun.Of("score", Survey, Answers, option, value).Exit);

    private static string Csv(params string[] rows) => "ticket,answered-at,overall,shop\n" + string.Concat(rows.Select(row => row + "\n"));

    private static string Small(string path)
    {
        File.WriteAllText(path, """{ "format": "survey/1", "name": "small", "version": 1, "questions": [ { "name": "overall", "kind": "rating", "dimension": "overall", "scale": { "worst": 1, "best": 5 } } ] }""");
        return path;
    }
}
