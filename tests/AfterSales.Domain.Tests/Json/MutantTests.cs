using System.Text;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Json;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Json;

/// <summary>Documents with something broken in them: there are findings with places, or there is a value, and nothing is thrown.</summary>
public class MutantTests
{
    private static readonly byte[][] Originals =
    [
        .. new[] { "rapid-response.json", "tickets.mapping.json", "uci-incidents.mapping.json", "uci-incidents.policy.json", "history.json", "survey-plan.json", "feedback-rules.json" }
            .Select(name => File.ReadAllBytes(Repository.PathOf("docs", "samples", name))),
        Encoding.UTF8.GetBytes("""
            { "format": "calendar/1", "name": "a", "union": [
              { "name": "b", "zone": "Europe/Berlin", "hours": "Mo-Fr 09:00-17:00; Jul-Aug Mo-Fr 08:00-12:00", "seasons": [ { "name": "s", "everyYear": ["12-20", "01-06"], "hours": "off" } ],
                "holidays": [ "china-2026", { "name": "c", "knownFrom": "2026-01-01", "knownThrough": "2026-12-31", "days": [ { "date": "2026-05-05", "closedFor": "12:00-24:00", "reason": "x" } ] } ] },
              { "name": "d", "zone": "Etc/UTC", "hours": "24/7", "version": 2, "horizon": { "from": "2000-01-01T00:00:00Z", "until": "2050-01-01T00:00:00Z" } } ] }
            """),
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e400", "123456789012345678901234567890", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}", "[[[[[[]]]]]]", "\"P99999999999D\"", "\"-9998-01-01\"", "\"9999-12-31\"",
        "\"9999-12-31T23:59:59.999999999+18:00\"", "\"0001-01-01T00:00:00-18:00\"", "\"9999-12-31T23:59:59-18:00\"", "\"-9998-01-01T00:00:00+18:00\"", "\"00:00-00:00\"", "\"Mo-Fr\"", "\"24:00\"", "\"7777777777777777777\"", "{\"elapsed\":\"PT1H\"}", "[\"urgent\"]", "\"always\"",
        "\"" + new string('x', 20_000) + "\"",
    ];

    private static readonly Gen<byte[]> Mutants =
        from original in Gen.Elements(Originals)
        from changes in Change(original.Length).NonEmptyListOf()
        select changes.Take(4).Aggregate(original, (text, change) => change(text));

    [Fact]
    public void A_broken_document_gives_findings_with_places_and_never_an_exception() => Law.Holds(Mutants, mutant =>
    {
        (DocumentKind? kind, IReadOnlyList<DocumentFinding> findings) = DocumentKind.Recognise(mutant, DocumentKinds.All);

        Assert.Equal(kind is null, findings.Count > 0);
        Assert.All(findings, finding => Assert.True(finding is { Line: > 0, Column: > 0, Allowed.Length: > 0, Found.Length: > 0 } && finding.Path.StartsWith('$')));
        foreach (DocumentKind one in DocumentKinds.All)
        {
            Assert.True(ReferenceEquals(one, kind) == (one.Check(mutant).Count == 0));
        }
    });

    /// <summary>Bytes changed, cut, doubled or taken from elsewhere, or a whole value replaced by a strange one.</summary>
    private static Gen<Func<byte[], byte[]>> Change(int length) => Gen.OneOf<Func<byte[], byte[]>>(
        from at in Gen.Choose(0, length)
        from value in Gen.Choose(0, 255)
        select (Func<byte[], byte[]>)(text => [.. text.Select((b, i) => i == at ? (byte)value : b)]),
        from at in Gen.Choose(0, length)
        from size in Gen.Choose(1, 40)
        select (Func<byte[], byte[]>)(text => [.. text.Take(at), .. text.Skip(at + size)]),
        from at in Gen.Choose(0, length)
        from size in Gen.Choose(1, 200)
        select (Func<byte[], byte[]>)(text => [.. text.Take(at + size), .. text.Skip(at)]),
        from nth in Gen.Choose(0, 200)
        from value in Gen.Elements(Values)
        select (Func<byte[], byte[]>)(text => WithValue(text, nth, value)),
        from nth in Gen.Choose(0, 200)
        from value in Gen.Elements(Values)
        select (Func<byte[], byte[]>)(text => WithValue(text, nth, value)));

    /// <summary>Replaces the text or number that follows the nth colon.</summary>
    private static byte[] WithValue(byte[] text, int nth, string value)
    {
        string json = Encoding.UTF8.GetString(text);
        int at = -1;
        for (int i = 0; i <= nth; i++)
        {
            int next = json.IndexOf("\": ", at + 1, StringComparison.Ordinal);
            if (next < 0)
            {
                break;
            }

            at = next;
        }

        if (at < 0)
        {
            return text;
        }

        int start = at + 3;
        int end = start < json.Length && json[start] == '"' ? json.IndexOf('"', start + 1) + 1 : json.IndexOfAny([',', '}', '\n'], start);
        return end <= start ? text : Encoding.UTF8.GetBytes(json[..start] + value + json[end..]);
    }
}
