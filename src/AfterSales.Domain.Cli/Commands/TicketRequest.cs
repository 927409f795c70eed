using AfterSales.Domain.Cli.Mapping;
using AfterSales.Domain.Cli.Replay;
using AfterSales.Domain.Json;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Cli.Commands;

/// <summary>What somebody asked of past tickets, and the reading of the documents that it names.</summary>
internal sealed record TicketRequest(
    IReadOnlyList<string> Policies, string Tickets, string Mapping, Instant? AsOf, int Shown, bool Ungrouped, bool SkipBadRows, string? Html, string Language, bool AsJson)
{
    /// <summary>Reads policies and mapping.</summary>
    /// <exception cref="BadInputException">One of them cannot be used, with the problems of all; or standard input is to be read twice.</exception>
    internal async Task<(IReadOnlyList<SlaPolicy> Policies, TicketMapping Mapping)> ReadAsync(Session session, CancellationToken cancellation)
    {
        Input.AllowStandardOnce(
            Policies.Count == 1 ? ("policy, tickets and mapping", "策略、工单与映射") : ("the policies, tickets and mapping", "两个策略、工单与映射"), [.. Policies, Tickets, Mapping]);
        Problems problems = new();
        List<SlaPolicy> policies = [];
        foreach (string path in Policies)
        {
            if (await Input.TryReadAsync(session, path, text => SlaPolicyDocument.Read(text), problems, cancellation).ConfigureAwait(false) is { } policy)
            {
                policies.Add(policy);
            }
        }

        TicketMapping? mapping = await Input.TryReadAsync(session, Mapping, text => TicketMappingDocument.Read(text), problems, cancellation).ConfigureAwait(false);
        return mapping is not null && policies.Count == Policies.Count ? (policies, mapping) : throw new BadInputException(problems);
    }

    /// <summary>Walks over the tickets under a policy.</summary>
    /// <exception cref="BadInputException">The file cannot be read, or some of its rows cannot and are not to be skipped.</exception>
    internal async Task<(ReplayRun Run, NotGroupedException? NotGrouped)> WalkAsync(Session session, SlaPolicy policy, TicketMapping mapping, bool keepsHistories, CancellationToken cancellation)
    {
        TicketWalk walk = new(Tickets, AsOf, Shown, Ungrouped) { KeepsHistories = keepsHistories };
        (ReplayRun run, NotGroupedException? notGrouped) = await walk.RunAsync(session, policy, mapping, cancellation).ConfigureAwait(false);
        return run.Broken.Count == 0 || SkipBadRows ? (run, notGrouped) : throw new BadInputException(run.Broken);
    }
}
