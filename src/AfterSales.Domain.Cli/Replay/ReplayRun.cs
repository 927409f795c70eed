using AfterSales.Domain.Cli.Mapping;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>One walk over a ticket file: tracks every ticket against a policy and adds up what came of it.</summary>
/// <remarks>
/// Held in memory: the rows of one ticket, the tickets that are still open at their last event (they are judged as of the last instant of the file), and some 20 bytes a ticket
/// that notice one that comes back. With <c>holdAll</c>, all rows.
/// </remarks>
internal sealed class ReplayRun
{
    private const int RowsBetweenSteps = 1000;

    private readonly SlaPolicy _policy;
    private readonly TicketMapping _mapping;
    private readonly ColumnSet _columns;
    private readonly TicketAssembler _assembler;
    private readonly Instant? _asOf;
    private readonly string _file;
    private readonly List<(string Ticket, long Line, SlaHistory History)> _open = [];
    private readonly WorstMisses _worst;

    internal ReplayRun(SlaPolicy policy, TicketMapping mapping, string file, Instant? asOf, int mostMisses)
    {
        _policy = policy;
        _mapping = mapping;
        _columns = new ColumnSet(mapping);
        _file = file;
        _asOf = asOf;
        _worst = new WorstMisses(mostMisses);
        _assembler = new TicketAssembler(mapping, _columns, file, Broken.Add);
    }

    /// <summary>Rows and cells that could not be read.</summary>
    internal Problems Broken { get; } = new();

    internal AttainmentTally Tally { get; } = new();

    /// <summary>Every ticket with its history, when somebody asked to keep them; null else.</summary>
    internal List<(string Ticket, SlaHistory History)>? Kept { get; init; }

    internal IReadOnlyList<MissedCycle> Worst => _worst.Worst;

    internal Dictionary<string, TimeTaken> TimeTaken { get; } = new(StringComparer.Ordinal);

    internal SortedDictionary<IgnoredReason, long> Ignored { get; } = [];

    internal RowCounts Unused => _assembler.Unused;

    internal RowCounts Remarks => _assembler.Remarks;

    internal long Rows { get; private set; }

    /// <summary>The instant to which all was judged; null when no ticket could be used.</summary>
    internal Instant? AsOf { get; private set; }

    /// <exception cref="BadInputException">The file cannot be read.</exception>
    /// <exception cref="NotGroupedException">The log is not grouped by ticket, and <paramref name="holdAll"/> is not set.</exception>
    internal void Execute(Stream stream, bool holdAll, Action<double> progress, CancellationToken cancellation)
    {
        using TicketFile file = new(stream, _file, _mapping, _columns, Broken.Add);
        IEnumerable<(string Ticket, LogRow Row)> rows = TicketGroups.Named(Counted(file, progress, cancellation), _mapping, _columns, Unused);
        IEnumerable<(string Ticket, IReadOnlyList<LogRow> Rows)> tickets = !_mapping.RowsAreEvents
            ? TicketGroups.EachItsOwn(rows, Unused)
            : holdAll ? TicketGroups.Held(rows) : TicketGroups.InTurn(rows);
        foreach ((string ticket, IReadOnlyList<LogRow> group) in tickets)
        {
            if (_assembler.Assemble(ticket, group) is { } history)
            {
                Kept?.Add((ticket, history));
                Track(ticket, group[0].Line, history);
            }
        }

        foreach ((string ticket, long line, SlaHistory history) in _open)
        {
            cancellation.ThrowIfCancellationRequested();
            Count(ticket, line, _policy.Track(history, AsOf!.Value));
        }
    }

    private IEnumerable<LogRow> Counted(TicketFile file, Action<double> progress, CancellationToken cancellation)
    {
        foreach (LogRow row in file.Rows(cancellation))
        {
            if (++Rows % RowsBetweenSteps == 0 && file.Progress is { } share)
            {
                progress(share);
            }

            yield return row;
        }
    }

    private void Track(string ticket, long line, SlaHistory history)
    {
        if (_asOf is { } asOf)
        {
            AsOf = asOf;
            Count(ticket, line, _policy.Track(history, asOf));
            return;
        }

        Instant last = history.Events[^1].At;
        AsOf = AsOf is { } before ? Instant.Max(before, last) : last;
        SlaReport report = _policy.Track(history, last);
        if (report.Objectives.Any(objective => objective.Cycles.Any(cycle => cycle.FinishedAt is null)))
        {
            _open.Add((ticket, line, history));
        }
        else
        {
            Count(ticket, line, report);
        }
    }

    private void Count(string ticket, long line, SlaReport report)
    {
        Tally.Add(report);
        foreach (IgnoredEvent ignored in report.Ignored)
        {
            Ignored[ignored.Reason] = Ignored.GetValueOrDefault(ignored.Reason) + 1;
        }

        foreach (SlaCycle cycle in report.Objectives.SelectMany(objective => objective.Cycles))
        {
            if (cycle.State is BreachedState breached)
            {
                _worst.Add(new MissedCycle(ticket, line, cycle.Objective.Name, cycle.Target?.Name ?? "", cycle.Start, breached));
            }

            Instant? stopped = cycle.State switch { MetState met => met.At, BreachedState late => late.At, _ => null };
            if (stopped is { } at)
            {
                if (!TimeTaken.TryGetValue(cycle.Objective.Name, out TimeTaken? taken))
                {
                    TimeTaken.Add(cycle.Objective.Name, taken = new TimeTaken());
                }

                taken.Add(at - cycle.Start);
            }
        }
    }
}
