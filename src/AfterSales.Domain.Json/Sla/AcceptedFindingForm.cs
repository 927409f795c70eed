using System.Text;
using System.Text.Json;
using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Json;

/// <summary>A finding of the verification that is wanted: <c>{ "code": "non-monotone-cut-off", "where": "reply / mail and chat", "reason": "the regulation says so" }</c>.</summary>
internal static class AcceptedFindingForm
{
    // All but the last, which says that an accepted finding was not found and cannot itself be accepted.
    private static readonly (string Word, FindingCode Value)[] Codes =
        [.. Enumerable.Range(0, (int)FindingCode.AcceptedButNotFound).Select(number => (Dashed(((FindingCode)number).ToString()), (FindingCode)number))];

    internal static Accepted? Read(DocumentNode node)
    {
        ObjectReader accepted = new(node);
        FindingCode code = accepted.Required("code", Forms.Word(Codes));
        string where = accepted.Required("where", Forms.NonEmptyText);
        string reason = accepted.Required("reason", Forms.NonEmptyText);
        return accepted.Build(() => new Accepted(code, where, reason));
    }

    internal static void Write(Utf8JsonWriter json, AcceptedFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("code", Codes.Single(code => code.Value == finding.Code).Word);
        json.WriteString("where", finding.Where);
        json.WriteString("reason", finding.Reason);
        json.WriteEndObject();
    }

    private static string Dashed(string name)
    {
        StringBuilder text = new();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    internal sealed record Accepted(FindingCode Code, string Where, string Reason);
}
