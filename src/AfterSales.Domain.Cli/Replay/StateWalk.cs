using AfterSales.Domain.Cli.Mapping;
using AfterSales.Domain.Json;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>Walks over the states of a ticket: entering one is a signal, being in one may be a wait, leaving a settled one for one that is not reopens the ticket.</summary>
internal sealed class StateWalk(StateColumn states, CellReader cells, EventList events, RowCounts unused, RowCounts remarks)
{
    private readonly HashSet<(string, string)> _unexpected = [.. states.Unexpected];

    /// <summary>Remarks what is strange about the rows as they stand in the file: changes that should not be, a counter that falls.</summary>
    internal void Check(string ticket, IReadOnlyList<LogRow> rows)
    {
        string? state = null;
        long? sequence = null;
        foreach (LogRow row in rows)
        {
            if (states.Sequence is { } column && cells.Number(row, column) is { } number)
            {
                if (number < sequence)
                {
                    remarks.Add(new("sequence-falls", $"{column} is lower than in the row above of the same ticket", $"{column} 小于同一工单的上一行"), ticket, row.Line);
                }

                sequence = number;
            }

            if (cells.Text(row, states.Meaning.Column) is { } value && states.Meaning.Values.ContainsKey(value))
            {
                if (state is not null && _unexpected.Contains((state, value)))
                {
                    remarks.Add(new(
                        "unexpected-change", $"{states.Meaning.Column} goes from {Quoting.Quoted(state)} to {Quoting.Quoted(value)}",
                        $"{states.Meaning.Column} 由 {Quoting.Quoted(state)} 变为 {Quoting.Quoted(value)}"), ticket, row.Line);
                }

                state = value;
            }
        }
    }

    /// <summary>Collects the events of the rows, which stand in the order of time.</summary>
    internal void Collect(string ticket, IReadOnlyList<(LogRow Row, Instant At)> rows)
    {
        string? state = null;
        StateMeaning? meaning = null;
        string? wait = null;
        foreach ((LogRow row, Instant at) in rows)
        {
            string? value = cells.Text(row, states.Meaning.Column);
            if (value is null || !states.Meaning.Values.TryGetValue(value, out StateMeaning? next))
            {
                unused.Add(RowReason.Unnamed("unknown-state", states.Meaning.Column, value), ticket, row.Line);
                continue;
            }

            if (string.Equals(value, state, StringComparison.Ordinal))
            {
                continue;
            }

            if (wait is not null)
            {
                events.EndWait(row.Line, at, wait);
                wait = null;
            }

            if (meaning is { IsSettled: true } && !next.IsSettled)
            {
                events.Signal(row.Line, at, Signal.Reopened);
            }

            if (next.Signal is { } signal)
            {
                events.Signal(row.Line, at, signal);
            }

            if (next.Wait is { } reason)
            {
                wait = events.BeginWait(row.Line, at, reason);
            }

            (state, meaning) = (value, next);
        }
    }
}
