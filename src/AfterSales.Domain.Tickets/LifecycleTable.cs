using System.Text;

namespace AfterSales.Domain.Tickets;

/// <summary>Writes state × trigger as text that is read in review: what happens, and what is refused.</summary>
internal static class LifecycleTable
{
    internal static string Of(Lifecycle lifecycle)
    {
        StringBuilder text = new();
        text.Append(lifecycle.Name).Append(": begins in ").Append(lifecycle.States[0].Name).Append('\n');
        foreach (LifecycleState state in lifecycle.States)
        {
            text.Append('\n').Append(state.Name).Append("  [").Append(Category(state)).Append("]\n");
            IReadOnlyList<Transition> rows = lifecycle.TransitionsFrom(state.Name);
            foreach (Transition row in rows)
            {
                text.Append("  ").Append(row.Trigger.Name).Append(" -> ").Append(row.To);
                Append(text, "by", row.Roles.Select(role => role.Name));
                Append(text, "when", row.Guards.Select(guard => guard.Name));
                Append(text, "needs", row.Needs.Select(detail => detail.Name));
                Append(text, "does", row.Effects.Select(effect => effect.ToString()));
                text.Append('\n');
            }

            string refused = string.Join(", ", lifecycle.Triggers.Where(trigger => rows.All(row => row.Trigger != trigger)));
            text.Append("  refused: ").Append(rows.Count == 0 ? "everything" : refused.Length == 0 ? "nothing" : refused).Append('\n');
        }

        return text.ToString();
    }

    private static string Category(LifecycleState state) => state switch
    {
        { IsClosed: true } => $"closed, {state.Outcome}",
        { Wait: { } wait } => $"waits: {wait}",
        _ => state.Category.ToString(),
    };

    private static void Append(StringBuilder text, string word, IEnumerable<string> items)
    {
        string list = string.Join(", ", items);
        if (list.Length > 0)
        {
            text.Append(" | ").Append(word).Append(' ').Append(list);
        }
    }
}
