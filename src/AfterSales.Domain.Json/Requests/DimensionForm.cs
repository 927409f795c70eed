using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Json;

/// <summary>The values of request dimensions, by their names in documents.</summary>
internal static class DimensionForm
{
    internal static string Value(DocumentNode node, RequestDimension dimension)
    {
        if (node.Kind != NodeKind.Text)
        {
            node.Refuse("wrong-type", Allowed());
        }
        else if (!dimension.Allows(node.Text))
        {
            node.RefuseName("bad-value", Allowed, dimension.Values);
        }

        return node.Text;

        string Allowed() => dimension.IsFinite
            ? Quoting.List(dimension.Values.Select(value => $"\"{value}\""))
            : $"a value of {dimension}: a text of 1 to 256 characters";
    }

    /// <summary>Checks a member's name, which is the name of an attribute.</summary>
    internal static bool IsAttributeName(KeyValuePair<string, DocumentNode> member)
    {
        if (NameRule.IsName(member.Key))
        {
            return true;
        }

        member.Value.Findings.Add(member.Value, "bad-value", $"found {Quoting.Quoted(member.Key)} as the name of an attribute", "allowed is a name of 1 to 64 characters of a-z, 0-9 and '-'");
        return false;
    }
}
