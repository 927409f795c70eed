using AfterSales.Domain.Cli.Mapping;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>Puts the rows of a file together by ticket.</summary>
internal static class TicketGroups
{
    /// <summary>The rows of an event log that is grouped by ticket, one ticket at a time.</summary>
    /// <exception cref="NotGroupedException">A ticket comes back after rows of another one.</exception>
    internal static IEnumerable<(string Ticket, IReadOnlyList<LogRow> Rows)> InTurn(IEnumerable<(string Ticket, LogRow Row)> rows)
    {
        SeenTickets seen = new();
        List<LogRow> group = [];
        string? current = null;
        foreach ((string ticket, LogRow row) in rows)
        {
            if (!string.Equals(ticket, current, StringComparison.Ordinal))
            {
                if (current is not null)
                {
                    yield return (current, group);
                }

                if (!seen.Add(ticket))
                {
                    throw new NotGroupedException(ticket, row.Line);
                }

                group.Clear();
                current = ticket;
            }

            group.Add(row);
        }

        if (current is not null)
        {
            yield return (current, group);
        }
    }

    /// <summary>The rows of an event log in any order: all are held in memory until the last is read.</summary>
    internal static IEnumerable<(string Ticket, IReadOnlyList<LogRow> Rows)> Held(IEnumerable<(string Ticket, LogRow Row)> rows)
    {
        Dictionary<string, List<LogRow>> groups = new(StringComparer.Ordinal);
        List<string> order = [];
        foreach ((string ticket, LogRow row) in rows)
        {
            if (!groups.TryGetValue(ticket, out List<LogRow>? group))
            {
                groups.Add(ticket, group = []);
                order.Add(ticket);
            }

            group.Add(row);
        }

        foreach (string ticket in order)
        {
            yield return (ticket, groups[ticket]);
            groups.Remove(ticket);
        }
    }

    /// <summary>The rows of a ticket table, each a ticket; a second row of a ticket is left out and counted.</summary>
    internal static IEnumerable<(string Ticket, IReadOnlyList<LogRow> Rows)> EachItsOwn(IEnumerable<(string Ticket, LogRow Row)> rows, RowCounts unused)
    {
        SeenTickets seen = new();
        LogRow[] single = new LogRow[1];
        foreach ((string ticket, LogRow row) in rows)
        {
            if (seen.Add(ticket))
            {
                single[0] = row;
                yield return (ticket, single);
            }
            else
            {
                unused.Add(new("duplicate-ticket", "a second row of the ticket", "该工单的第二行"), ticket, row.Line);
            }
        }
    }

    /// <summary>The rows with their ticket's id; rows without one are left out and counted.</summary>
    internal static IEnumerable<(string Ticket, LogRow Row)> Named(IEnumerable<LogRow> rows, TicketMapping mapping, ColumnSet columns, RowCounts unused)
    {
        foreach (LogRow row in rows)
        {
            string?[] parts = [.. mapping.Ticket.Select(column => columns.Cell(row, column))];
            int missing = Array.IndexOf(parts, null);
            if (missing >= 0)
            {
                unused.Add(new("no-ticket", $"{mapping.Ticket[missing]} is missing, so the ticket is not known", $"缺少 {mapping.Ticket[missing]}，无法确定工单"), "", row.Line);
                continue;
            }

            yield return (parts.Length == 1 ? parts[0]! : string.Join(" / ", parts), row);
        }
    }
}
