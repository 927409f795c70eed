using AfterSales.Domain.Cli.Mapping;
using AfterSales.Domain.Json;
using AfterSales.Domain.Sla;
using NodaTime;
using Spectre.Console;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>What to walk over, and how: a ticket file under a policy.</summary>
internal sealed record TicketWalk(string Tickets, Instant? AsOf, int Worst, bool Ungrouped)
{
    /// <summary>Whether every history is to be kept, for what can be told only when the last instant of the file is known.</summary>
    internal bool KeepsHistories { get; init; }

    /// <summary>Walks over the file with a progress bar for people, and once more with all of it in memory when it turns out not to be grouped by ticket.</summary>
    internal Task<(ReplayRun Run, NotGroupedException? NotGrouped)> RunAsync(Session session, SlaPolicy policy, TicketMapping mapping, CancellationToken cancellation) => session.HasTerminal
        ? session.ProgressBars().Progress().AutoClear(true).StartAsync(context =>
        {
            ProgressTask task = context.AddTask("tickets", maxValue: 1);
            return Task.Run(() => Walk(session, policy, mapping, share => task.Value = share, cancellation), cancellation);
        })
        : Task.Run(() => Walk(session, policy, mapping, _ => { }, cancellation), cancellation);

    private (ReplayRun Run, NotGroupedException? NotGrouped) Walk(Session session, SlaPolicy policy, TicketMapping mapping, Action<double> progress, CancellationToken cancellation)
    {
        ReplayRun run = NewRun();
        try
        {
            run.Execute(Input.Open(session, Tickets), Ungrouped, progress, cancellation);
            return (run, null);
        }
        catch (NotGroupedException ungrouped) when (!string.Equals(Tickets, Input.Standard, StringComparison.Ordinal))
        {
            run = NewRun();
            run.Execute(Input.Open(session, Tickets), holdAll: true, progress, cancellation);
            return (run, ungrouped);
        }
        catch (NotGroupedException ungrouped)
        {
            throw new BadInputException(Problem.OfLine(Input.NameOf(Tickets), ungrouped.Line, "", "not-grouped",
                ($"the ticket {Quoting.Quoted(ungrouped.Ticket)} comes back after rows of others", $"工单 {Quoting.Quoted(ungrouped.Ticket)} 在其他工单之后再次出现"),
                ("standard input cannot be read twice: sort it by ticket, or give --ungrouped to hold all of it in memory", "标准输入不能读取两遍：请按工单排序，或用 --ungrouped 将其全部保存在内存中")));
        }

        ReplayRun NewRun() => new(policy, mapping, Input.NameOf(Tickets), AsOf, Worst) { Kept = KeepsHistories ? [] : null };
    }
}
