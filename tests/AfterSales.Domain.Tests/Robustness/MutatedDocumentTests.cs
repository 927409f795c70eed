using System.Text;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Json;
using Xunit.Abstractions;

namespace AfterSales.Domain.Tests.Robustness;

/// <summary>Documents with something broken in them: there are findings with places, or there is a value that is written back and read equal; never anything else.</summary>
public class MutatedDocumentTests(ITestOutputHelper output)
{
    public static TheoryData<string> Kinds => [.. DocumentKinds.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_has_documents_to_break_and_all_of_them_read_and_write_equal(string name)
    {
        DocumentKind kind = Kind(name);
        IReadOnlyList<string> samples = DocumentForms.Samples(kind);
        Assert.True(samples.Count > 0, $"the kind {name} has no valid document in docs/samples or in {nameof(DocumentForms)}");
        Assert.True(DocumentForms.RereadOf(kind) is not null, $"{nameof(DocumentForms)} does not say how a {name} is read again");
        foreach (string sample in samples)
        {
            Assert.Empty(kind.Check(Encoding.UTF8.GetBytes(sample)));
            DocumentForms.RereadOf(kind)!(Encoding.UTF8.GetBytes(sample));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_broken_document_gives_findings_with_places_or_a_value_that_is_written_and_read_equal(string name)
    {
        DocumentKind kind = Kind(name);
        IReadOnlyList<string> samples = DocumentForms.Samples(kind);
        Action<byte[]> reread = DocumentForms.RereadOf(kind)!;
        int read = 0;
        new Mutants(output).Try(
            name,
            Mutants.PerKind,
            random => new JsonMutator(random).Mutate(samples[random.Next(samples.Count)]),
            mutant =>
            {
                IReadOnlyList<DocumentFinding> findings = kind.Check(mutant);
                Assert.All(findings, AssertTellsThePlace);
                if (findings.Count == 0)
                {
                    read++;
                    reread(mutant);
                }

                (DocumentKind? recognised, IReadOnlyList<DocumentFinding> told) = DocumentKind.Recognise(mutant, DocumentKinds.All);
                Assert.Equal(recognised is null, told.Count > 0);
                Assert.Equal(findings.Count == 0, ReferenceEquals(recognised, kind));
                Assert.All(told, AssertTellsThePlace);
            });
        Assert.InRange(read, Mutants.PerKind / 200, Mutants.PerKind - (Mutants.PerKind / 20));
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "a hundred thousand arrays", new string('[', 100_000) },
        { "a hundred thousand objects", string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) },
        { "a megabyte of text", $"{{\"format\":\"{new string('x', 1 << 20)}\"}}" },
        { "a megabyte of a name", $"{{\"{new string('x', 1 << 20)}\":1}}" },
        { "a megabyte of digits", $"{{\"format\":{new string('7', 1 << 20)}}}" },
        { "a hundred thousand repeated members", $"{{{string.Join(',', Enumerable.Repeat("\"format\":\"calendar/1\"", 100_000))}}}" },
        { "a hundred thousand unknown members", $"{{{string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"x{i}\":0"))}}}" },
        { "NUL", "{\"format\":\"a\0b\"}" },
        { "an escaped NUL", "{\"format\":\"\\u0000\"}" },
        { "half a surrogate pair", "{\"format\":\"\\ud83d\"}" },
        { "a name with half a surrogate pair", "{\"\\udc00\":1}" },
        { "two byte order marks", "\uFEFF\uFEFF{}" },
        { "nothing", "" },
        { "white space", " \r\n\t" },
        { "two documents", "{}{}" },
        { "a number beyond any", "{\"version\":1e999999999}" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_text_is_refused_by_every_kind_with_a_few_short_findings(string what, string text)
    {
        Assert.NotEmpty(what);
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        foreach (DocumentKind kind in DocumentKinds.All)
        {
            IReadOnlyList<DocumentFinding> findings = kind.Check(bytes);
            Assert.InRange(findings.Count, 1, 201);
            Assert.All(findings, AssertTellsThePlace);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_byte_order_mark_and_windows_line_endings_change_nothing(string name)
    {
        DocumentKind kind = Kind(name);
        foreach (string sample in DocumentForms.Samples(kind))
        {
            Assert.Empty(kind.Check([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(sample.ReplaceLineEndings("\r\n"))]));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Raw_bytes_that_are_no_utf8_are_refused(string name)
    {
        byte[] text = Encoding.UTF8.GetBytes(DocumentForms.Samples(Kind(name))[0]);
        int inName = Array.IndexOf(text, (byte)'"') + 1;
        foreach (byte[] broken in new byte[][] { [0xFF], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80] })
        {
            IReadOnlyList<DocumentFinding> findings = Kind(name).Check([.. text[..inName], .. broken, .. text[inName..]]);
            Assert.All(findings, AssertTellsThePlace);
            Assert.Contains(findings, finding => $"{finding}".Contains("UTF-8", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("calendar", "\"name\": \"c\", \"zone\": \"Etc/UTC\", \"hours\": \"24/7\", \"holidays\": [{0}]", "\"china-2026\"", "$.holidays")]
    [InlineData("sla-policy", "\"name\": \"p\", \"version\": 1, \"effectiveFrom\": \"2026-01-01T00:00:00Z\", \"objectives\": [], \"calendars\": [{0}]", "{}", "$.calendars")]
    public void What_is_added_one_by_one_has_a_limit_that_is_told(string name, string members, string one, string path)
    {
        string text = $"{{ \"format\": \"{Kind(name).Format}\", {members.Replace("{0}", string.Join(',', Enumerable.Repeat(one, 1001)), StringComparison.Ordinal)} }}";
        DocumentFinding finding = Assert.Single(Kind(name).Check(Encoding.UTF8.GetBytes(text)), finding => finding.Code == "too-large");
        Assert.Equal((path, "found 1001 entries", "allowed are at most 1000 here"), (finding.Path, finding.Found, finding.Allowed));
    }

    private static DocumentKind Kind(string name) => DocumentKinds.All.Single(kind => kind.Name == name);

    private static void AssertTellsThePlace(DocumentFinding finding)
    {
        Assert.True(finding is { Line: > 0, Column: > 0, Allowed.Length: > 0, Found.Length: > 0, Code.Length: > 0 } && finding.Path.StartsWith('$'), $"{finding}");
        Assert.InRange($"{finding}".Length, 1, 4000);
        Assert.DoesNotContain('\0', $"{finding}");
    }
}
