using System.Text.Json;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Json;

namespace AfterSales.Domain.Tests.Json;

public class SchemaTests
{
    public static TheoryData<string> Kinds => [.. DocumentKinds.All.Select(kind => kind.Name)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_schema_of_a_kind_is_json_that_names_the_kind_s_format(string name)
    {
        DocumentKind kind = DocumentKinds.All.Single(kind => string.Equals(kind.Name, name, StringComparison.Ordinal));
        using JsonDocument schema = JsonDocument.Parse(kind.Schema);

        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.RootElement.GetProperty("$schema").GetString());
        Assert.Equal(kind.Format, schema.RootElement.GetProperty("properties").GetProperty("format").GetProperty("const").GetString());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_schema_knows_exactly_the_members_that_the_reader_knows(string name)
    {
        DocumentKind kind = DocumentKinds.All.Single(kind => string.Equals(kind.Name, name, StringComparison.Ordinal));
        using JsonDocument schema = JsonDocument.Parse(kind.Schema);
        string[] inSchema = [.. schema.RootElement.GetProperty("properties").EnumerateObject().Select(member => member.Name).Where(member => member[0] != '$').Order(StringComparer.Ordinal)];

        DocumentFinding unknown = kind.Check("""{ "no such member at all": 0 }"""u8).Single(finding => string.Equals(finding.Code, "unknown-member", StringComparison.Ordinal));
        string[] inReader = [.. unknown.Allowed["allowed are ".Length..].Split(", ").Order(StringComparer.Ordinal)];

        Assert.Equal(inReader, inSchema);
    }
}
