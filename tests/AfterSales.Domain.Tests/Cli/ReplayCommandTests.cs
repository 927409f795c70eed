using System.IO.Compression;
using System.Text;
using System.Text.Json;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Cli;

public class ReplayCommandTests
{
    private const string Policy = """
        { "format": "sla-policy/1", "name": "desk", "version": 1, "effectiveFrom": "2026-01-01T00:00:00Z",
          "objectives": [ { "name": "reply", "startsOn": ["received"], "stopsOn": ["reply"], "pausedBy": ["customer"], "targets": [
            { "name": "urgent", "when": { "severity": ["urgent"] }, "rule": { "elapsed": "PT1H" } },
            { "name": "others", "rule": { "elapsed": "PT4H" } } ] } ] }
        """;

    private const string TableMapping = """
        { "format": "ticket-mapping/1", "rows": "tickets", "ticket": "id", "zone": "Asia/Shanghai", "timeFormats": ["uuuu-MM-dd HH:mm"], "missing": ["", "-"],
          "opened": "opened", "signals": [ { "column": "replied", "signal": "reply" } ],
          "waits": [ { "from": "wait from", "to": "wait to", "reason": { "column": "why", "values": { "等客户": "customer", "备件": "parts" } } } ],
          "request": { "severity": { "column": "class", "values": { "A": "urgent", "B": "general" } } } }
        """;

    private const string LogMapping = """
        { "format": "ticket-mapping/1", "rows": "events", "ticket": ["site", "id"], "zone": "Etc/UTC",
          "events": { "column": "what", "at": "at", "values": { "opened": {}, "answered": { "signal": "reply" }, "asked": { "waitBegins": "customer" }, "told": { "waitEnds": "customer" } } },
          "request": { "severity": { "column": "class", "otherwise": "general" } } }
        """;

    private const string Header = "id,opened,replied,wait from,wait to,why,class\n";

    [Fact]
    public void A_ticket_table_is_tracked_and_attainment_counted_by_target()
    {
        JsonElement report = Json(Replay(Header + """
            1,2026-03-02 09:00,2026-03-02 09:30,-,-,-,A
            2,2026-03-02 09:00,2026-03-02 10:30,-,-,-,A
            3,2026-03-02 09:00,2026-03-02 13:00,,,,B
            4,2026-03-02 09:00,-,,,,B
            5,2026-03-02 14:00,-,,,,B
            """));

        Assert.Equal([("urgent", 1, 1, 0), ("others", 1, 1, 1)], report.GetProperty("attainment").EnumerateArray()
            .Select(row => (row.GetProperty("target").GetString(), row.GetProperty("met").GetInt32(), row.GetProperty("missed").GetInt32(), row.GetProperty("open").GetInt32())));

        // Without --as-of, everything is judged as of the last instant of the file: Mon 2026-03-02 14:00 +08.
        Assert.Equal("2026-03-02T06:00:00Z", report.GetProperty("asOf").GetString());
        Assert.Equal([("4", "2026-03-02T05:00:00Z", "PT1H"), ("2", "2026-03-02T02:00:00Z", "PT30M")], report.GetProperty("worst").EnumerateArray()
            .Select(miss => (miss.GetProperty("ticket").GetString(), miss.GetProperty("due").GetString(), miss.GetProperty("lateBy").GetString())).OrderByDescending(miss => miss.Item1));
    }

    [Fact]
    public void As_of_judges_from_another_instant()
    {
        string file = Header + "1,2026-03-02 09:00,2026-03-02 12:00,,,,B\n";

        JsonElement report = Json(Replay(file, "--as-of", "2026-03-02T10:00+08:00"));

        Assert.Equal((0, 1), (report.GetProperty("attainment")[0].GetProperty("met").GetInt32(), report.GetProperty("attainment")[0].GetProperty("open").GetInt32()));
    }

    [Fact]
    public void Waits_pause_clocks_and_their_values_are_mapped()
    {
        JsonElement report = Json(Replay(Header + """
            1,2026-03-02 09:00,2026-03-02 15:00,2026-03-02 10:00,2026-03-02 12:00,等客户,B
            2,2026-03-02 09:00,2026-03-02 15:00,2026-03-02 10:00,2026-03-02 12:00,备件,B
            """));

        Assert.Equal((1, 1), (report.GetProperty("attainment")[0].GetProperty("met").GetInt32(), report.GetProperty("attainment")[0].GetProperty("missed").GetInt32()));
    }

    [Fact]
    public void Rows_that_cannot_be_used_and_strange_ones_are_counted_by_reason_with_their_lines()
    {
        JsonElement report = Json(Replay(Header + """
            1,2026-03-02 09:00,2026-03-02 09:30,,,,A
            1,2026-03-02 09:00,2026-03-02 09:30,,,,A
            ,2026-03-02 09:00,,,,,A
            3,,2026-03-02 09:30,,,,A
            4,2026-03-02 09:00,2026-03-02 09:30,,,,C
            5,2026-03-02 09:00,2026-03-02 09:30,,2026-03-02 09:20,备件,B
            6,2026-03-02 09:00,2026-03-02 09:30,2026-03-02 09:10,2026-03-02 09:20,why not,B
            7,2026-03-02 09:00,2026-03-02 08:30,,,,B
            """));

        Assert.Equal([("duplicate-ticket", 3), ("no-opening-time", 5), ("no-ticket", 4)], Reasons(report, "unused"));
        Assert.Equal([("bad-wait", 7), ("before-opening", 9), ("unknown-value", 6), ("unknown-wait", 8)], Reasons(report, "remarks"));
    }

    [Fact]
    public void An_event_log_is_read_row_by_row_with_a_ticket_told_by_two_columns()
    {
        ToolRun run = Replay("""
            site,id,at,what,class
            A,1,2026-03-02T09:00:00Z,opened,urgent
            A,1,2026-03-02T09:30:00Z,asked,urgent
            A,1,2026-03-02T11:00:00Z,told,urgent
            A,1,2026-03-02T11:15:00+00:00,answered,urgent
            B,1,2026-03-02 09:00,opened,
            B,1,2026-03-02 13:00:01,answered,general
            B,1,2026-03-02 13:30,sang,general
            """, LogMapping);

        JsonElement report = Json(run);
        Assert.Equal([("urgent", 1, 0), ("others", 0, 1)], report.GetProperty("attainment").EnumerateArray().Select(row => (row.GetProperty("target").GetString(), row.GetProperty("met").GetInt32(), row.GetProperty("missed").GetInt32())));
        Assert.Equal("B / 1", report.GetProperty("worst")[0].GetProperty("ticket").GetString());
        Assert.Equal([("unknown-event", 8)], Reasons(report, "unused"));
    }

    [Fact]
    public void A_log_that_is_not_grouped_by_ticket_is_held_in_memory_and_says_so()
    {
        const string log = """
            site,id,at,what,class
            A,1,2026-03-02T09:00:00Z,opened,urgent
            A,2,2026-03-02T09:10:00Z,opened,urgent
            A,1,2026-03-02T09:20:00Z,answered,urgent
            A,2,2026-03-02T09:30:00Z,answered,urgent
            """;
        using TemporaryFiles files = new();
        string[] args = ["replay", files.Write("p.json", Policy), files.Write("log.csv", log), "--mapping", files.Write("m.json", LogMapping)];

        ToolRun run = ToolRun.Of(args);
        ToolRun asked = ToolRun.Of([.. args, "--ungrouped"]);
        ToolRun piped = ToolRun.With(log, "replay", files.Write("p.json", Policy), "-", "--mapping", files.Write("m.json", LogMapping));

        Assert.Contains("The log is not grouped by ticket (A / 1 comes back on line 4), so it was read twice and held in memory as a whole.", run.Output, StringComparison.Ordinal);
        Assert.Contains("  reply       urgent     2        0    100.0 %", run.Output, StringComparison.Ordinal);
        Assert.Contains("The log was held in memory as a whole (--ungrouped).", asked.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.BadInput, piped.Exit);
        Assert.Contains("(standard input):4: found the ticket \"A / 1\" comes back after rows of others; standard input cannot be read twice: sort it by ticket, or give --ungrouped", piped.Error.Replace("the ticket", "found the ticket", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_file_is_read_directly_also_from_standard_input()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes("\uFEFF" + Header + "1,2026-03-02 09:00,2026-03-02 09:30,,,,A\r\n"));
        }

        using TemporaryFiles files = new();
        ToolRun run = ToolRun.With(packed.ToArray(), CancellationToken.None, "replay", files.Write("p.json", Policy), "-", "--mapping", files.Write("m.json", TableMapping), "--format", "json");

        Assert.Equal(1, Json(run).GetProperty("attainment")[0].GetProperty("met").GetInt32());
    }

    [Theory]
    [InlineData("missed", 1, "failed on missed: 1 clocks missed their deadline")]
    [InlineData("attainment:60", 1, "failed on attainment:60: reply attained 50.0 %")]
    [InlineData("attainment:50", 0, "")]
    [InlineData("unused", 0, "")]
    public void Fail_on_decides_the_exit_code(string condition, int exit, string message)
    {
        ToolRun run = Replay(Header + "1,2026-03-02 09:00,2026-03-02 09:30,,,,A\n2,2026-03-02 09:00,2026-03-02 10:30,,,,A\n", TableMapping, "--format", "text", "--fail-on", condition);

        Assert.Equal(exit, run.Exit);
        Assert.Contains(message, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_replay_can_be_cancelled()
    {
        using TemporaryFiles files = new();

        ToolRun run = ToolRun.With([], new CancellationToken(canceled: true), "replay", files.Write("p.json", Policy), "-", "--mapping", files.Write("m.json", TableMapping));

        Assert.Equal((ExitCode.Cancelled, "", "cancelled\n"), (run.Exit, run.Output, run.Error));
    }

    [Fact]
    public void Output_that_is_redirected_has_no_colours_and_no_progress_bar()
    {
        ToolRun run = Replay(Header + "1,2026-03-02 09:00,2026-03-02 09:30,,,,A\n", TableMapping, "--format", "text");

        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Equal("", run.Error);
        Assert.Contains("1 tickets (1 rows) of (standard input), as of Mon 2026-03-02 09:30 +08", run.Output, StringComparison.Ordinal);
    }

    private static ToolRun Replay(string file, string mapping = TableMapping) => Replay(file, mapping, "--format", "json");

    private static ToolRun Replay(string file, string option, string value) => Replay(file, TableMapping, "--format", "json", option, value);

    private static ToolRun Replay(string file, string mapping, params string[] options)
    {
        using TemporaryFiles files = new();
        return ToolRun.With(file, ["replay", files.Write("p.json", Policy), "-", "--mapping", files.Write("m.json", mapping), .. options]);
    }

    private static JsonElement Json(ToolRun run)
    {
        Assert.True(run.Exit == ExitCode.Fine, run.Error + run.Output);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private static IEnumerable<(string?, int)> Reasons(JsonElement report, string list) => report.GetProperty(list).EnumerateArray()
        .Select(one => (one.GetProperty("code").GetString(), one.GetProperty("examples")[0].GetProperty("line").GetInt32())).OrderBy(one => one.Item1, StringComparer.Ordinal);
}
