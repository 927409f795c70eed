using System.Text.Json;
using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Json;

/// <summary>A wait reason: the name of a well-known one, or <c>{ "name": "customs", "party": "third-party" }</c>.</summary>
internal static class WaitReasonForm
{
    private static readonly (string Word, ResponsibleParty Value)[] Parties =
    [
        ("company", ResponsibleParty.Company),
        ("customer", ResponsibleParty.Customer),
        ("supplier", ResponsibleParty.Supplier),
        ("third-party", ResponsibleParty.ThirdParty),
    ];

    internal static WaitReason Read(DocumentNode node)
    {
        if (node.Kind == NodeKind.Object)
        {
            ObjectReader reason = new(node);
            string name = reason.Required("name", Forms.Name);
            ResponsibleParty party = reason.Required("party", Party);
            return reason.Build(() => WaitReason.Named(name, party));
        }

        return Forms.Word([.. WaitReason.WellKnown.Select(reason => (reason.Name, reason))])(node);
    }

    internal static ResponsibleParty Party(DocumentNode node) => Forms.Word(Parties)(node);

    internal static void Write(Utf8JsonWriter json, WaitReason reason)
    {
        if (WaitReason.WellKnown.Any(known => known == reason && known.Party == reason.Party))
        {
            json.WriteStringValue(reason.Name);
            return;
        }

        json.WriteStartObject();
        json.WriteString("name", reason.Name);
        json.WriteString("party", Parties.Single(party => party.Value == reason.Party).Word);
        json.WriteEndObject();
    }
}
