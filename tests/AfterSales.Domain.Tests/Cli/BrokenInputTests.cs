using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Cli;

/// <summary>Whatever is wrong with the input: exit code 2, every problem with its place and what is allowed, no stack trace.</summary>
public class BrokenInputTests
{
    private const string Header = "ticket,opened,channel,kind,severity,locality,region,product_line,call_missed,picked_up,called_back,replied,task_received,visit_agreed,appointment,arrived,wait_reason,wait_from,wait_to,resolved,confirmed";

    private static readonly string SamplePolicy = Repository.PathOf("docs", "samples", "rapid-response.json");
    private static readonly string SampleMapping = Repository.PathOf("docs", "samples", "tickets.mapping.json");

    [Fact]
    public void An_unknown_column_is_told_with_the_nearest_one()
    {
        string error = Refused(Header.Replace("task_received", "task_recieved", StringComparison.Ordinal) + "\n");

        Assert.Contains("(standard input):1: found no column \"task_received\", which the mapping names (did you mean \"task_recieved\"?); allowed are ticket, opened,", error, StringComparison.Ordinal);
        Assert.EndsWith("1 problem\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_date_on_line_7001_is_told_with_its_line_and_column()
    {
        StringBuilder file = new(Header + "\n");
        for (int line = 2; line <= 8000; line++)
        {
            file.Append(CultureInfo.InvariantCulture, $"T-{line},{(line == 7001 ? "2026-02-30 10:00:00" : "2026-02-27 10:00:00")},phone,repair,general,same-city,,,,,,,,,,,,,,{(line == 7500 ? "yesterday" : "")},\n");
        }

        string error = Refused(file.ToString());

        Assert.Equal(
            """
            (standard input):7001: opened: found "2026-02-30 10:00:00"; allowed is a time of the years 1900 to 2099 in the format "uuuu-MM-dd HH:mm:ss", or "" where there is none [bad-time]
            (standard input):7500: resolved: found "yesterday"; allowed is a time of the years 1900 to 2099 in the format "uuuu-MM-dd HH:mm:ss", or "" where there is none [bad-time]
            2 problems

            """.ReplaceLineEndings("\n"), error);
    }

    [Fact]
    public void Bad_rows_can_be_left_out_instead_and_are_counted()
    {
        ToolRun run = ToolRun.With($"{Header}\nT-1,2026-02-30 10:00:00,phone,repair,general,same-city,,,,,,,,,,,,,,,\nT-2,too few cells\n", "replay", SamplePolicy, "-", "--mapping", SampleMapping, "--skip-bad-rows");

        Assert.Equal(ExitCode.Fine, run.Exit);
        Assert.Contains("(standard input):2: opened: found \"2026-02-30 10:00:00\"", run.Output, StringComparison.Ordinal);
        Assert.Contains("found another number of cells in \"T-2,too few cells\"; allowed are 21 cells, as in the header", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("9999-12-31 23:59:59")]
    [InlineData("0001-01-01 00:00:00")]
    [InlineData("2100-01-02 00:00:00")]
    public void A_year_that_means_never_is_not_taken_for_a_time(string time) =>
        Assert.Contains($"(standard input):2: opened: found \"{time}\"; allowed is a time of the years 1900 to 2099", Refused($"{Header}\nT-1,{time},phone,repair,general,same-city,,,,,,,,,,,,,,,\n"), StringComparison.Ordinal);

    [Fact]
    public void A_duplicate_header_is_told_with_both_places()
    {
        string error = Refused(Header + ",opened\n");

        Assert.Contains("(standard input):1: found the column \"opened\" as number 2 and 22; allowed is each name once [duplicate-column]", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_file_is_told() =>
        Assert.Equal("(standard input): found nothing; allowed is a header line with the names of the columns, and a row per event or per ticket [empty-file]\n1 problem\n", Refused(""));

    [Theory]
    [InlineData("T-1,\"2026-02-27 10:00:00", ":2: found a quote that is not closed")]
    [InlineData("T-1,20\"26", ":2: found a quote where none may stand")]
    [InlineData("T-1,2026-02-27 10:00:00", ":2: found another number of cells")]
    public void Broken_csv_is_told_with_its_line(string row, string message) => Assert.Contains(message, Refused($"{Header}\n{row}\n"), StringComparison.Ordinal);

    [Fact]
    public void Bytes_that_are_no_utf8_are_told_with_their_line()
    {
        byte[] file = [.. Encoding.UTF8.GetBytes($"{Header}\nT-1,2026-02-27 10:00:00,"), 0xB5, 0xE7, .. Encoding.UTF8.GetBytes(",,,,,,,,,,,,,,,,,,\n")];

        ToolRun run = ToolRun.With(file, CancellationToken.None, "replay", SamplePolicy, "-", "--mapping", SampleMapping);

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains("(standard input):2: found bytes that are no UTF-8; allowed is UTF-8; convert files in GBK and other encodings first [not-utf8]", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_damaged_gzip_file_is_told(bool isCut)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes($"{Header}\n" + string.Concat(Enumerable.Range(0, 1000).Select(i => $"T-{i},2026-02-27 10:00:00,,,,,,,,,,,,,,,,,,,\n"))));
        }

        byte[] damaged = isCut ? packed.ToArray()[..^50] : packed.ToArray();
        damaged[damaged.Length / 2] ^= (byte)(isCut ? 0 : 0xFF);

        ToolRun run = ToolRun.With(damaged, CancellationToken.None, "replay", SamplePolicy, "-", "--mapping", SampleMapping);

        Assert.Equal((ExitCode.BadInput, ""), (run.Exit, run.Output));
        Assert.Contains("the compressed file is damaged", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_that_is_no_text_is_told_as_such_and_not_column_by_column()
    {
        byte[] image = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0xFF, 0x00, 0x0A];

        foreach (string[] command in (string[][])[["replay", SamplePolicy, "-", "--mapping", SampleMapping], ["score", Repository.PathOf("docs", "samples", "survey.json"), "-"]])
        {
            Assert.Equal(
                (ExitCode.BadInput, "(standard input):1: found bytes that are no UTF-8; allowed is UTF-8; convert files in GBK and other encodings first [not-utf8]\n1 problem\n"),
                Ended(ToolRun.With(image, CancellationToken.None, command)));
        }
    }

    [Theory]
    [InlineData("--objective", "repli", "--objective: found \"repli\" (did you mean \"reply\"?); allowed is \"pickup\", ")]
    [InlineData("--objective", "", "--objective: found \"\"; allowed is \"pickup\", ")]
    [InlineData("--events", "", "\"\": found no name of a file; allowed is the path of a file, or - for standard input [no-name]")]
    public void A_name_that_is_none_is_told_with_those_that_are(string option, string value, string message)
    {
        string[] history = option == "--events" ? [] : [Repository.PathOf("docs", "samples", "history.json")];

        ToolRun run = ToolRun.Of(["explain", SamplePolicy, .. history, option, value]);

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_with_five_errors_and_a_mapping_with_two_are_told_at_once()
    {
        using TemporaryFiles files = new();
        string policy = files.Write("policy.json", """
            { "format": "sla-policy/1", "name": "", "version": 0, "effectiveFrom": "tomorrow",
              "calendars": [ { "name": "desk", "zone": "Mars/Olympus", "hours": "Mo-Fr 18:00-09:00-12:00" } ],
              "objectives": [] }
            """);
        string mapping = files.Write("mapping.json", """{ "format": "ticket-mapping/1", "rows": "rows", "ticket": "id", "zone": "Etc/UTC", "timeFormats": ["dd.mm"] }""");

        ToolRun run = ToolRun.Of("replay", policy, "no-such-file.csv", "--mapping", mapping);

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Equal(7, run.Error.Split('\n').Count(line => line.Contains(".json:", StringComparison.Ordinal)));
        foreach (string place in new[] { ":1:37: $.name", ":1:52: $.version", ":1:72: $.effectiveFrom", ":2:44: $.calendars[0].zone", ":2:69: $.calendars[0].hours", "$.rows: found \"rows\"; allowed is \"events\" or \"tickets\"", "$.timeFormats[0]" })
        {
            Assert.Contains(place, run.Error, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"rows\": \"tickets\"", "missing-member", "found no member \"opened\"")]
    [InlineData("\"rows\": \"events\"", "missing-member", "found none of \"opened\", \"events\" and \"states\"")]
    [InlineData("\"rows\": \"tickets\", \"opened\": \"o\", \"states\": { \"column\": \"s\", \"at\": \"t\", \"values\": { \"x\": {} } }", "refused", "$.states")]
    [InlineData("\"rows\": \"tickets\", \"opened\": \"o\", \"waits\": [ { \"from\": \"a\", \"to\": \"b\", \"reason\": \"custmer\" } ]", "bad-value", "(did you mean \"customer\"?)")]
    [InlineData("\"rows\": \"tickets\", \"opened\": \"o\", \"request\": { \"severity\": { \"column\": \"s\", \"values\": { \"A\": \"urgnt\" } } }", "bad-value", "$.request.severity.values.A")]
    [InlineData("\"rows\": \"tickets\", \"opened\": \"o\", \"waitReasons\": { \"Lunch\": \"company\" }", "refused", "$.waitReasons.Lunch")]
    [InlineData("\"rows\": \"events\", \"states\": { \"column\": \"s\", \"at\": \"t\", \"values\": { \"x\": {} }, \"unexpected\": [ { \"from\": \"x\", \"to\": \"y\" } ] }", "bad-value", "$.states.unexpected[0].to")]
    public void A_mapping_that_cannot_be_is_told_at_its_place(string members, string code, string text)
    {
        ToolRun run = ToolRun.With($$"""{ "format": "ticket-mapping/1", "ticket": "id", "zone": "Etc/UTC", {{members}} }""", "verify", "-");

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains(text, run.Error, StringComparison.Ordinal);
        Assert.Contains($"[{code}]", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--as-of", "yesterday", "give an instant with its offset such as")]
    [InlineData("--as-of", "2026-02-30T00:00Z", "give an instant with its offset such as")]
    [InlineData("--as-of", "9999-12-31T23:59:59-18:00", "give an instant with its offset such as")]
    [InlineData("--as-of", "9901-01-01T00:00Z", "give an instant with its offset such as")]
    [InlineData("--as-of=-9998-01-01T00:00:00+18:00", "", "give an instant with its offset such as")]
    [InlineData("--fail-on", "attainment:101", "give missed, unused, or attainment: and a percentage")]
    [InlineData("--worst", "-1", "--worst takes a number from 0 to 1000")]
    [InlineData("--worst", "1001", "--worst takes a number from 0 to 1000")]
    [InlineData("--worst", "lots", "--worst takes a number from 0 to 1000")]
    public void An_option_that_cannot_be_is_told(string option, string value, string message)
    {
        ToolRun run = ToolRun.With(Header + "\n", ["replay", SamplePolicy, "-", "--mapping", SampleMapping, option, .. value.Length == 0 ? [] : new[] { value }]);

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Standard_input_can_be_given_once()
    {
        ToolRun run = ToolRun.With(Header + "\n", "replay", "-", "-", "--mapping", SampleMapping);

        Assert.Equal((ExitCode.BadInput, "-: found - more than once; allowed is one of policy, tickets and mapping from standard input [standard-input-twice]\n1 problem\n"), (run.Exit, run.Error));
    }

    [Theory]
    [InlineData("replai", "found no command \"replai\" (did you mean \"replay\"?); allowed is verify, explain, replay, compare, calendar, lifecycle, kpi, score, route or schema")]
    [InlineData("", "found no command; allowed is verify, explain,")]
    public void A_command_that_does_not_exist_is_told_with_those_that_do(string command, string message)
    {
        ToolRun run = ToolRun.Of(command.Length == 0 ? [] : [command, "policy.json"]);

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.StartsWith("error: " + message, run.Error, StringComparison.Ordinal);
        Assert.EndsWith("\nFor what is allowed: aftersales --help\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_place_of_a_file_is_told()
    {
        string folder = Repository.PathOf("docs");

        Assert.Equal($"{folder}: found a folder; allowed is the path of a file, or - for standard input [is-folder]\n1 problem\n", ToolRun.Of("verify", folder).Error);
        Assert.Equal((ExitCode.BadInput, $"{folder}: found a folder; allowed is the path of a file, or - for standard input [is-folder]\n1 problem\n"), Ended(ToolRun.Of("replay", SamplePolicy, folder, "--mapping", SampleMapping)));
    }

    [Fact]
    public void Of_a_document_of_another_kind_only_that_is_told()
    {
        ToolRun run = ToolRun.Of("replay", Repository.PathOf("docs", "samples", "survey.json"), "tickets.csv", "--mapping", SamplePolicy);

        Assert.Equal(ExitCode.BadInput, run.Exit);
        Assert.Matches(new Regex("^\\S+survey.json:2:13: \\$.format: found \"survey/1\"; allowed is \"sla-policy/1\" \\[bad-value\\]\n\\S+rapid-response.json:2:13: \\$.format: found \"sla-policy/1\"; allowed is \"ticket-mapping/1\" \\[bad-value\\]\n2 problems\n$"), run.Error);
    }

    [Theory]
    [InlineData("", "it names no file")]
    [InlineData("-", "a page goes to a file")]
    [InlineData(".", "it is a folder")]
    [InlineData("no/such/folder/page.html", "there is no such folder")]
    public void A_page_that_could_not_be_written_is_refused_before_the_file_is_read(string path, string why)
    {
        foreach (string[] command in (string[][])
            [["replay", "p", "t", "--mapping", "m"], ["compare", "p", "o", "t", "--mapping", "m"], ["verify", "p"], ["score", "s", "a"], ["kpi", "t", "--mapping", "m"]])
        {
            Assert.Equal(
                (ExitCode.BadInput, $"error: \"{path}\" is not allowed for --html: {why}; give the path of a file in a folder that exists.\nFor what is allowed: aftersales {command[0]} --help\n"),
                Ended(ToolRun.Of([.. command, "--html", path])));
        }
    }

    [Fact]
    public void A_file_with_a_header_and_no_rows_is_a_replay_of_no_tickets()
    {
        ToolRun run = ToolRun.With(Header + "\n", "replay", SamplePolicy, "-", "--mapping", SampleMapping);

        Assert.Equal((ExitCode.Fine, ""), (run.Exit, run.Error));
        Assert.StartsWith("rapid-response v1 on 0 tickets (0 rows) of (standard input)\n\nNo clock ran.\n", run.Output, StringComparison.Ordinal);
    }

    private static (int Exit, string Error) Ended(ToolRun run) => (run.Exit, run.Error);

    private static string Refused(string file)
    {
        ToolRun run = ToolRun.With(file, "replay", SamplePolicy, "-", "--mapping", SampleMapping);

        Assert.Equal((ExitCode.BadInput, ""), (run.Exit, run.Output));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        return run.Error;
    }
}
