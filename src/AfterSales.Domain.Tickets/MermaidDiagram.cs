using System.Text;

namespace AfterSales.Domain.Tickets;

/// <summary>Draws a lifecycle in Mermaid's state diagram language, one arrow a pair of states.</summary>
internal static class MermaidDiagram
{
    internal static string Of(Lifecycle lifecycle)
    {
        StringBuilder text = new("stateDiagram-v2\n");
        foreach (LifecycleState state in lifecycle.States)
        {
            text.Append("    state \"").Append(state.Name.Replace('-', ' ')).Append("\" as ").Append(Id(state.Name)).Append('\n');
        }

        text.Append("    [*] --> ").Append(Id(lifecycle.States[0].Name)).Append('\n');
        foreach (IGrouping<(string From, string To), Transition> arrow in lifecycle.Transitions.GroupBy(row => (row.From, row.To)))
        {
            text.Append("    ").Append(Id(arrow.Key.From)).Append(" --> ").Append(Id(arrow.Key.To))
                .Append(" : ").Append(string.Join(", ", arrow.Select(row => row.Trigger.Name).Distinct(StringComparer.Ordinal))).Append('\n');
        }

        foreach (LifecycleState state in lifecycle.States.Where(state => state.IsClosed))
        {
            text.Append("    ").Append(Id(state.Name)).Append(" --> [*]\n");
        }

        return text.ToString();
    }

    // A hyphen ends an identifier in Mermaid, and words such as "state" or "end" are its own, hence the prefix.
    private static string Id(string name) => "s_" + name.Replace('-', '_');
}
