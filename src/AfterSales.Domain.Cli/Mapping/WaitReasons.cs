using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Cli.Mapping;

/// <summary>The wait reasons that a mapping may name: the well-known ones and those that it adds, each with the party that answers for it.</summary>
internal sealed class WaitReasons
{
    private WaitReasons(IReadOnlyDictionary<string, WaitReason> byName) => ByName = byName;

    internal IReadOnlyDictionary<string, WaitReason> ByName { get; }

    /// <summary>Reads the member <c>"waitReasons": { "evidence": "customer" }</c>.</summary>
    internal static WaitReasons Read(ObjectReader mapping)
    {
        Dictionary<string, WaitReason> byName = WaitReason.WellKnown.ToDictionary(reason => reason.Name, StringComparer.Ordinal);
        foreach (WaitReason own in mapping.Optional<IReadOnlyList<WaitReason>>("waitReasons", Own, []))
        {
            byName[own.Name] = own;
        }

        return new WaitReasons(byName);
    }

    internal WaitReason Reason(DocumentNode node) => Forms.Word([.. ByName.Select(one => (one.Key, one.Value))])(node);

    private static IReadOnlyList<WaitReason> Own(DocumentNode node)
    {
        if (node.Kind != NodeKind.Object)
        {
            node.Refuse("wrong-type", "an object whose members are names of wait reasons, each with the party that answers for it");
            return [];
        }

        List<WaitReason> own = [];
        foreach (KeyValuePair<string, DocumentNode> member in node.Members)
        {
            int before = node.Findings.Count;
            ResponsibleParty party = WaitReasonForm.Party(member.Value);
            WaitReason reason = Forms.Checked(member.Value, () => WaitReason.Named(member.Key, party));
            if (node.Findings.Count == before)
            {
                own.Add(reason);
            }
        }

        return own;
    }
}
