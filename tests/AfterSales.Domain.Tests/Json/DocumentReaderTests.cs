using System.Text;
using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tests.Json;

public class DocumentReaderTests
{
    private const string Start = "{ \"format\": \"service-request/1\"";

    [Fact]
    public void Every_problem_is_reported_at_once_with_path_line_column_and_what_is_allowed()
    {
        const string text = """
            {
              "format": "service-request/1",
              "severity": "urgnet",
              "chanel": "phone",
              "priority": 1,
              "attributes": { "VIP": "yes", "floor": "" },
              "severity": "general"
            }
            """;

        IReadOnlyList<DocumentFinding> findings = ServiceRequestDocument.Read(text).Findings;

        Assert.Equal(
            [
                "line 3, column 15, $.severity: found \"urgnet\"; allowed is \"unknown\", \"general\", \"important\" or \"urgent\" (did you mean \"urgent\"?)",
                "line 4, column 13, $.chanel: found the unknown member \"chanel\" (did you mean \"channel\"?); allowed are " + Members,
                "line 5, column 15, $.priority: found 1; allowed is \"unknown\", \"1\", \"2\", \"3\" or \"4\"",
                "line 6, column 26, $.attributes.VIP: found \"VIP\" as the name of an attribute; allowed is a name of 1 to 64 characters of a-z, 0-9 and '-'",
                "line 6, column 42, $.attributes.floor: found \"\"; allowed is a value of attribute floor: a text of 1 to 256 characters",
                "line 7, column 3, $.severity: found \"severity\" again; allowed is each member once",
            ],
            findings.Select(finding => finding.ToString()));
        Assert.Equal(["bad-value", "unknown-member", "wrong-type", "bad-value", "bad-value", "duplicate-member"], findings.Select(finding => finding.Code));
    }

    private const string Members = "format, kind, severity, priority, channel, locality, warranty, feedback-class, tier, language, region, product-line, customer, product, problem, siteCalendar, customerCalendar, attributes";

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{", 1, 2)]
    [InlineData("{ \"format\": \"service-request/1\",\n  \"kind\": repair }", 2, 11)]
    [InlineData("{ \"format\": \"service-request/1\", }", 1, 34)]
    [InlineData("{} {}", 1, 4)]
    [InlineData("// rules\n{}", 1, 1)]
    [InlineData("{ \"kind\": \"re\0pair\" }", 1, 14)]
    public void A_text_that_is_no_json_is_one_finding_at_the_place_where_it_goes_wrong(string text, int line, int column)
    {
        DocumentFinding finding = Assert.Single(ServiceRequestDocument.Read(text).Findings);

        Assert.Equal(("not-json", line, column), (finding.Code, finding.Line, finding.Column));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("3")]
    [InlineData("\"service-request/1\"")]
    public void A_json_text_that_is_no_object_is_refused(string text)
    {
        DocumentFinding finding = Assert.Single(ServiceRequestDocument.Read(text).Findings);

        Assert.Equal(("wrong-type", "$", "allowed is an object"), (finding.Code, finding.Path, finding.Allowed));
    }

    [Fact]
    public void A_document_of_another_kind_is_refused_by_name()
    {
        DocumentFinding finding = Assert.Single(ServiceRequestDocument.Read("""{ "format": "service-request/2" }""").Findings);

        Assert.Equal("line 1, column 13, $.format: found \"service-request/2\"; allowed is \"service-request/1\" (did you mean \"service-request/1\"?)", finding.ToString());
    }

    [Fact]
    public void A_byte_order_mark_is_left_aside_and_lines_may_end_in_carriage_returns()
    {
        byte[] text = [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("{\r\n\"format\":\r\"service-request/1\",\n\"severity\": 7}")];

        DocumentFinding finding = Assert.Single(ServiceRequestDocument.Read(text).Findings);

        Assert.Equal((4, 13), (finding.Line, finding.Column));
    }

    [Fact]
    public void A_column_counts_as_editors_do_in_utf16_code_units()
    {
        DocumentFinding finding = Assert.Single(ServiceRequestDocument.Read(Start + ", \"product\": \"空调🔧é\", \"severity\": 7 }").Findings);

        Assert.Equal((Start + ", \"product\": \"空调🔧é\", \"severity\": ").Length + 1, finding.Column);
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00 x")]
    public void A_lone_surrogate_is_a_finding_at_its_place(string escape)
    {
        DocumentReading<ServiceRequest> reading = ServiceRequestDocument.Read(Start + ", \"product\": \"" + escape + "\" }");

        Assert.Contains(reading.Findings, finding => finding is { Code: "bad-text", Line: 1, Column: 45, Path: "$.product" });
    }

    [Theory]
    [InlineData('\ud800')]
    [InlineData('\udc00')]
    public void A_lone_surrogate_in_a_text_of_the_host_is_a_finding_and_not_replaced(char surrogate)
    {
        DocumentFinding finding = Assert.Single(ServiceRequestDocument.Read(Start + ",\n  \"product\": \"" + surrogate + "\" }").Findings);

        Assert.Equal(("bad-text", 2, 15), (finding.Code, finding.Line, finding.Column));
    }

    // A hint costs a comparison with hundreds of names; it is not given for problems that are only counted.
    [Fact]
    public void A_hundred_thousand_slips_of_the_pen_are_counted_and_two_hundred_are_told()
    {
        string calendar = "{\"name\":\"a\",\"zone\":\"Asia/Shanghia\",\"hours\":\"24/7\"}";
        IReadOnlyList<DocumentFinding> zones = TechniciansDocument.Read($"{{\"format\":\"technicians/1\",\"technicians\":[],\"calendars\":[{string.Join(',', Enumerable.Repeat(calendar, 100_000))}]}}").Findings;
        IReadOnlyList<DocumentFinding> members = ServiceRequestDocument.Read(Start + string.Concat(Enumerable.Range(0, 100_000).Select(i => $",\"channle{i}\":1")) + "}").Findings;

        Assert.All(zones.Take(200), finding => Assert.EndsWith("(did you mean \"Asia/Shanghai\"?)", finding.Allowed, StringComparison.Ordinal));
        Assert.Equal((201, "99800 more problems are not listed"), (zones.Count, zones[200].Found));
        Assert.Equal((201, "99800 more problems are not listed"), (members.Count, members[200].Found));
    }

    [Fact]
    public void Names_of_a_large_policy_are_looked_up_and_not_searched()
    {
        static string Objective(int i) => $"{{\"name\":\"o{i}\",\"within\":\"x{i}\",\"startsOn\":[\"a\"],\"stopsOn\":[\"b\"],\"targets\":[]}}";
        string policy = $"{{\"format\":\"sla-policy/1\",\"name\":\"p\",\"version\":1,\"effectiveFrom\":\"2026-01-01T00:00:00Z\",\"objectives\":[{string.Join(',', Enumerable.Range(0, 60_000).Select(Objective))}]}}";
        IReadOnlyList<DocumentFinding> findings = SlaPolicyDocument.Read(policy).Findings;

        Assert.Equal((201, "119800 more problems are not listed"), (findings.Count, findings[200].Found));
    }

    [Fact]
    public void Broken_utf8_and_utf16_are_findings()
    {
        byte[] broken = [.. Encoding.UTF8.GetBytes(Start + ", \"product\": \""), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("\" }")];

        Assert.Contains(ServiceRequestDocument.Read(broken).Findings, finding => string.Equals(finding.Code, "bad-text", StringComparison.Ordinal));
        Assert.Equal("found a UTF-16 byte order mark", Assert.Single(ServiceRequestDocument.Read(Encoding.Unicode.GetPreamble()).Findings).Found);
    }

    [Theory]
    [InlineData(128, "wrong-type")]
    [InlineData(129, "too-deep")]
    [InlineData(130, "too-deep")]
    [InlineData(100_000, "too-deep")]
    public void A_hundred_and_twenty_eight_levels_are_read_and_no_more(int levels, string code)
    {
        string text = string.Concat(Enumerable.Repeat("[", levels)) + string.Concat(Enumerable.Repeat("]", levels));

        IReadOnlyList<DocumentFinding> findings = ServiceRequestDocument.Read(text).Findings;

        Assert.Equal(code, Assert.Single(findings).Code);
    }

    [Fact]
    public void A_text_larger_than_the_bound_is_refused_before_it_is_read()
    {
        byte[] text = new byte[(8 * 1024 * 1024) + 1];

        DocumentFinding finding = Assert.Single(ServiceRequestDocument.Read(text).Findings);

        Assert.Equal("found 8388609 bytes; allowed are at most 8388608", $"{finding.Found}; {finding.Allowed}");
    }

    [Fact]
    public void Findings_are_bounded_and_the_rest_is_counted()
    {
        string members = string.Concat(Enumerable.Range(0, 100_000).Select(i => $", \"member-{i}\": 0"));

        IReadOnlyList<DocumentFinding> findings = ServiceRequestDocument.Read(Start + members + " }").Findings;

        Assert.Equal(201, findings.Count);
        Assert.Equal("99800 more problems are not listed", findings[200].Found);
    }

    [Fact]
    public void Long_and_strange_text_is_shown_short_and_harmless()
    {
        DocumentFinding finding = Assert.Single(ServiceRequestDocument.Read(Start + ", \"severity\": \"\\u001b[31m\\u202e" + new string('x', 1_000_000) + "\" }").Findings);

        Assert.StartsWith("found \"\\u001b[31m\\u202exxx", finding.Found, StringComparison.Ordinal);
        Assert.EndsWith("xx… (1000006 characters)\"", finding.Found, StringComparison.Ordinal);
        Assert.True(finding.ToString().Length < 300);
    }

    [Fact]
    public void A_comment_may_stand_in_every_object()
    {
        DocumentReading<ServiceRequest> reading = ServiceRequestDocument.Read(Start + ", \"$schema\": \"x\", \"$comment\": \"why\", \"attributes\": { } }");

        Assert.Equal(new ServiceRequest(RequestKind.Unknown), reading.Value);
    }

    [Fact]
    public void A_reading_without_a_value_says_why_when_it_is_asked_for_it()
    {
        DocumentReading<ServiceRequest> reading = ServiceRequestDocument.Read("{}");

        Assert.False(reading.Succeeded);
        Assert.Equal("The document has a problem: line 1, column 1, $: found no member \"format\"; it must be there", Assert.Throws<InvalidOperationException>(() => reading.Value).Message);
    }
}
