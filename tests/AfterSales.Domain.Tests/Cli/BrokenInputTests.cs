using System.Globalization;
using System.IO.Compression;
using System.Text;
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
    [InlineData("--fail-on", "attainment:101", "give missed, unused, or attainment: and a percentage")]
    [InlineData("--worst", "-1", "--worst takes a number from 0 to 1000")]
    public void An_option_that_cannot_be_is_told(string option, string value, string message)
    {
        ToolRun run = ToolRun.With(Header + "\n", "replay", SamplePolicy, "-", "--mapping", SampleMapping, option, value);

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

    private static string Refused(string file)
    {
        ToolRun run = ToolRun.With(file, "replay", SamplePolicy, "-", "--mapping", SampleMapping);

        Assert.Equal((ExitCode.BadInput, ""), (run.Exit, run.Output));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        return run.Error;
    }
}
