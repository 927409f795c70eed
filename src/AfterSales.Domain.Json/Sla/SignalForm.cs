using System.Text.Json;
using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Json;

/// <summary>A signal by its name.</summary>
internal static class SignalForm
{
    internal static Signal Read(DocumentNode node)
    {
        int before = node.Findings.Count;
        string name = Forms.Name(node);
        return node.Findings.Count == before ? Signal.Named(name) : default;
    }

    internal static void WriteList(Utf8JsonWriter json, string member, IReadOnlyList<Signal> signals)
    {
        if (signals.Count == 0)
        {
            return;
        }

        json.WriteStartArray(member);
        foreach (Signal signal in signals)
        {
            json.WriteStringValue(signal.Name);
        }

        json.WriteEndArray();
    }
}
