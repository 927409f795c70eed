using AfterSales.Domain.Cli.Mapping;
using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>Makes the history of a ticket out of its rows, and counts what it could not use or found strange.</summary>
internal sealed class TicketAssembler
{
    private readonly TicketMapping _mapping;
    private readonly CellReader _cells;
    private readonly RequestReader _requests;
    private readonly StateWalk? _states;
    private readonly EventList _events = new();

    /// <param name="mapping">What the columns mean.</param>
    /// <param name="columns">The columns of the rows.</param>
    /// <param name="file">What problems call the file.</param>
    /// <param name="broken">Is told of each cell that cannot be read.</param>
    internal TicketAssembler(TicketMapping mapping, ColumnSet columns, string file, Action<Problem> broken)
    {
        _mapping = mapping;
        _cells = new CellReader(mapping, columns, file, broken);
        _requests = new RequestReader(mapping.Request, columns, Remarks);
        _states = mapping.States is { } states ? new StateWalk(states, _cells, _events, Unused, Remarks) : null;
    }

    /// <summary>Rows that were left out.</summary>
    internal RowCounts Unused { get; } = new();

    /// <summary>Rows that were used, but that somebody should look at.</summary>
    internal RowCounts Remarks { get; } = new();

    /// <returns>The history; null when the ticket cannot be used, which has been counted.</returns>
    internal SlaHistory? Assemble(string ticket, IReadOnlyList<LogRow> rows)
    {
        _events.Clear();
        _cells.Forgive();
        foreach (LogRow row in rows)
        {
            CheckAscending(ticket, row);
        }

        _states?.Check(ticket, rows);

        IReadOnlyList<(LogRow Row, Instant At)> timed = _mapping.RowsAreEvents ? InTime(ticket, rows) : [];
        Instant? opened = _mapping.Opened is { } column ? _cells.Time(RowFor(column.Time, rows), column.Time.Column) : timed.Count > 0 ? timed[0].At : null;
        if (opened is { } at)
        {
            Collect(ticket, rows, timed, at);
        }

        if (_cells.IsBroken)
        {
            Unused.Add(new("broken", "belongs to a ticket with a cell that cannot be read", "所属工单有无法读取的单元格"), ticket, rows[0].Line, rows.Count);
            return null;
        }

        if (opened is null)
        {
            Unused.Add(
                _mapping.Opened is null
                    ? new("no-opening-time", "belongs to a ticket of which no row has a time", "所属工单没有任何一行带时间")
                    : new("no-opening-time", $"belongs to a ticket without a time in {_mapping.Opened.Time.Column}", $"所属工单的 {_mapping.Opened.Time.Column} 没有时间"),
                ticket, rows[0].Line, rows.Count);
            return null;
        }

        return _events.ToHistory(ticket, Remarks);
    }

    private static LogRow RowFor(TimeColumn column, IReadOnlyList<LogRow> rows) => column.OnLastRow ? rows[^1] : rows[0];

    private void Collect(string ticket, IReadOnlyList<LogRow> rows, IReadOnlyList<(LogRow Row, Instant At)> timed, Instant opened)
    {
        LogRow first = timed.Count > 0 ? timed[0].Row : rows[0];
        ServiceRequest request = _requests.Read(first, ticket);
        _events.Open(rows[0].Line, opened, request, _mapping.Opened?.Signal ?? Signal.Received);
        foreach ((LogRow row, Instant at) in timed)
        {
            ServiceRequest now = _requests.Read(row, ticket);
            if (!now.Equals(request))
            {
                request = now;
                // What is classified before the ticket is opened is how it is opened.
                _events.Reclassify(row.Line, Instant.Max(at, opened), now);
            }
        }

        CollectEvents(ticket, timed);
        _states?.Collect(ticket, timed);
        foreach (SignalColumn signal in _mapping.Signals)
        {
            LogRow row = RowFor(signal.Time, rows);
            if (_cells.Time(row, signal.Time.Column) is { } at)
            {
                _events.Signal(row.Line, at, signal.Signal);
            }
            else if (_mapping.RowsAreEvents && !_cells.IsBroken)
            {
                Remarks.Add(new(
                    "no-time", $"the last row of a ticket has no {signal.Time.Column}, so there is no {signal.Signal}",
                    $"工单最后一行没有 {signal.Time.Column}，因此没有 {signal.Signal}"), ticket, row.Line);
            }
        }

        CollectWaits(ticket, rows[^1]);
        CollectAppointments(ticket, rows[^1]);
    }

    private void CollectEvents(string ticket, IReadOnlyList<(LogRow Row, Instant At)> timed)
    {
        if (_mapping.Events is not { } events)
        {
            return;
        }

        Dictionary<string, string> openWaits = new(StringComparer.Ordinal);
        foreach ((LogRow row, _) in timed)
        {
            if (_cells.Time(row, events.At) is not { } at)
            {
                continue;
            }

            string? value = _cells.Text(row, events.Meaning.Column);
            if (value is null || !events.Meaning.Values.TryGetValue(value, out EventMeaning? meaning))
            {
                Unused.Add(RowReason.Unnamed("unknown-event", events.Meaning.Column, value), ticket, row.Line);
                continue;
            }

            if (meaning.Signal is { } signal)
            {
                _events.Signal(row.Line, at, signal);
            }

            if (meaning.WaitEnds is { } ends)
            {
                if (openWaits.Remove(ends.Name, out string? wait))
                {
                    _events.EndWait(row.Line, at, wait);
                }
                else
                {
                    Remarks.Add(new("no-such-wait", $"ends a wait for {ends} that has not begun", $"结束了尚未开始的等待（{ends}）"), ticket, row.Line);
                }
            }

            if (meaning.WaitBegins is { } begins)
            {
                if (openWaits.ContainsKey(begins.Name))
                {
                    Remarks.Add(new("second-wait", $"begins a wait for {begins} that goes on already", $"重复开始了正在进行的等待（{begins}）"), ticket, row.Line);
                }
                else
                {
                    openWaits.Add(begins.Name, _events.BeginWait(row.Line, at, begins));
                }
            }
        }
    }

    private void CollectWaits(string ticket, LogRow row)
    {
        foreach (WaitColumns wait in _mapping.Waits)
        {
            Instant? from = _cells.Time(row, wait.From);
            Instant? to = _cells.Time(row, wait.To);
            if (from is null && to is null)
            {
                continue;
            }

            WaitReason reason = wait.Reason;
            if (wait.ReasonByValue is { } byValue)
            {
                string? value = _cells.Text(row, byValue.Column);
                if (value is null || !byValue.Values.TryGetValue(value, out reason))
                {
                    Remarks.Add(
                        value is null
                            ? new("unknown-wait", $"a wait without a reason in {byValue.Column}; left out", $"等待在 {byValue.Column} 中没有原因；未计入")
                            : new("unknown-wait", $"{byValue.Column} is {Quoting.Quoted(value)}, which the mapping does not name; the wait is left out", $"{byValue.Column} 为 {Quoting.Quoted(value)}，映射中没有此值；该等待未计入"),
                        ticket, row.Line);
                    continue;
                }
            }

            if (from is not { } begin || to < begin)
            {
                Remarks.Add(
                    from is null
                        ? new("bad-wait", $"a wait with an end in {wait.To} and no beginning in {wait.From}; left out", $"等待在 {wait.To} 有结束而在 {wait.From} 没有开始；未计入")
                        : new("bad-wait", $"a wait that ends in {wait.To} before it begins in {wait.From}; left out", $"等待的结束（{wait.To}）早于开始（{wait.From}）；未计入"),
                    ticket, row.Line);
                continue;
            }

            string id = _events.BeginWait(row.Line, begin, reason);
            if (to is { } end)
            {
                _events.EndWait(row.Line, end, id);
            }
        }
    }

    private void CollectAppointments(string ticket, LogRow row)
    {
        foreach (AppointmentColumns columns in _mapping.Appointments)
        {
            Instant? agreed = _cells.Time(row, columns.Agreed);
            Instant? appointment = _cells.Time(row, columns.Appointment);
            if (agreed is { } at && appointment is { } time)
            {
                _events.Agree(row.Line, at, time);
            }
            else if (appointment is not null && !_cells.IsBroken)
            {
                Remarks.Add(new(
                    "bad-appointment", $"an appointment in {columns.Appointment} without the time in {columns.Agreed} when it was agreed; left out",
                    $"{columns.Appointment} 有预约而 {columns.Agreed} 没有约定时间；未计入"), ticket, row.Line);
            }
        }
    }

    /// <summary>The rows of an event log by their own time; rows that stand below a later one are sorted in and remarked.</summary>
    private IReadOnlyList<(LogRow Row, Instant At)> InTime(string ticket, IReadOnlyList<LogRow> rows)
    {
        string? column = _mapping.States?.At ?? _mapping.Events?.At;
        if (column is null)
        {
            return [];
        }

        List<(LogRow Row, Instant At)> timed = new(rows.Count);
        bool isSorted = true;
        foreach (LogRow row in rows)
        {
            if (_cells.Time(row, column) is { } at)
            {
                if (timed.Count > 0 && at < timed[^1].At)
                {
                    isSorted = false;
                    Remarks.Add(new("out-of-order", $"{column} lies before that of the row above of the same ticket; sorted in", $"{column} 早于同一工单的上一行；已重新排序"), ticket, row.Line);
                }

                timed.Add((row, at));
            }
            else if (!_cells.IsBroken)
            {
                Unused.Add(new("no-time", $"no time in {column}", $"{column} 没有时间"), ticket, row.Line);
            }
        }

        return isSorted ? timed : [.. timed.OrderBy(one => one.At)];
    }

    private void CheckAscending(string ticket, LogRow row)
    {
        (string Column, Instant At)? last = null;
        foreach (string column in _mapping.Ascending)
        {
            if (_cells.Time(row, column) is { } at)
            {
                if (last is { } before && at < before.At)
                {
                    Remarks.Add(new("not-ascending", $"{column} lies before {before.Column}", $"{column} 早于 {before.Column}"), ticket, row.Line);
                }

                last = (column, at);
            }
        }
    }
}
