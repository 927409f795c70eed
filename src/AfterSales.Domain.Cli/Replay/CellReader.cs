using System.Globalization;
using AfterSales.Domain.Cli.Mapping;
using AfterSales.Domain.Json;
using NodaTime;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>Reads times and numbers out of cells; what cannot be read becomes a problem with its line and column.</summary>
internal sealed class CellReader(TicketMapping mapping, ColumnSet columns, string file, Action<Problem> broken)
{
    private readonly Phrase _aTime = TimeIn(mapping);
    // A cell can be read for several reasons; it is told once.
    private readonly HashSet<(long Line, string Column)> _refused = [];

    private readonly (string Text, Instant At)[] _last = new (string, Instant)[columns.Count];

    /// <summary>Whether a cell of the rows read since the last <see cref="Forgive"/> could not be read.</summary>
    internal bool IsBroken { get; private set; }

    internal void Forgive()
    {
        IsBroken = false;
        _refused.Clear();
    }

    /// <summary>The time in a cell; null when it is missing, or cannot be read and has been told.</summary>
    internal Instant? Time(LogRow row, string column)
    {
        int slot = columns.SlotOf(column);
        if (row.Cells[slot] is not { } text)
        {
            return null;
        }

        // Most columns repeat their value from row to row, and parsing a date costs more than all the rest.
        if (ReferenceEquals(_last[slot].Text, text))
        {
            return _last[slot].At;
        }

        if (mapping.Times.TryRead(text, out Instant at))
        {
            _last[slot] = (text, at);
            return at;
        }

        Refuse(row, column, "bad-time", text, _aTime);
        return null;
    }

    internal long? Number(LogRow row, string column)
    {
        if (columns.Cell(row, column) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            return number;
        }

        Refuse(row, column, "bad-number", text, ("allowed is a whole number", "应为整数"));
        return null;
    }

    internal string? Text(LogRow row, string column) => columns.Cell(row, column);

    private static Phrase TimeIn(TicketMapping mapping)
    {
        string[] formats = [.. mapping.Times.Formats.Select(format => $"\"{format}\"")];
        string[] missing = [.. mapping.Missing.Select(one => $"\"{one}\"")];
        return (
            $"allowed is a time of the years 1900 to 2099 in the format {Quoting.List(formats)}" + (missing.Length == 0 ? "" : $", or {Quoting.List(missing)} where there is none"),
            $"应为 1900 至 2099 年的时间，格式为 {string.Join("、", formats)}" + (missing.Length == 0 ? "" : $"；没有时间时为 {string.Join("、", missing)}"));
    }

    private void Refuse(LogRow row, string column, string code, string text, Phrase allowed)
    {
        IsBroken = true;
        if (_refused.Add((row.Line, column)))
        {
            broken(Problem.OfLine(file, row.Line, column, code, ($"found {Quoting.Quoted(text)}", $"内容为 {Quoting.Quoted(text)}"), allowed));
        }
    }
}
