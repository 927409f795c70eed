using AfterSales.Domain.Cli.Mapping;
using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>What a replay has to tell.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Mapping">The mapping; times are shown in its zone.</param>
/// <param name="File">What the ticket file is called.</param>
/// <param name="Run">The walk.</param>
/// <param name="NotGrouped">Where the log was found not to be grouped by ticket, so that all of it was held in memory; null when it was grouped.</param>
/// <param name="WasHeld">Whether the caller asked to hold all of it.</param>
/// <param name="Failures">What <c>--fail-on</c> names and is so.</param>
internal sealed record ReplayReport(SlaPolicy Policy, TicketMapping Mapping, string File, ReplayRun Run, NotGroupedException? NotGrouped, bool WasHeld, IReadOnlyList<Phrase> Failures)
{
    /// <summary>The attainment rows in the order of the policy's objectives and targets; cycles without a target come last of their objective.</summary>
    internal IReadOnlyList<AttainmentRow> Rows
    {
        get
        {
            Dictionary<string, int> order = new(StringComparer.Ordinal);
            foreach (Objective objective in Policy.Objectives)
            {
                foreach (Target target in objective.Targets)
                {
                    order.Add(Key(objective.Name, target.Name), order.Count);
                }

                order.Add(Key(objective.Name, ""), order.Count);
            }

            return [.. Run.Tally.Rows.OrderBy(row => order[Key(row.Objective, row.Target)])];
        }
    }

    private static string Key(string objective, string target) => objective + "\0" + target;
}
