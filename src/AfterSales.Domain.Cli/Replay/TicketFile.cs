using System.Globalization;
using System.Text.Unicode;
using AfterSales.Domain.Cli.Mapping;
using AfterSales.Domain.Json;
using CsvHelper;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>A ticket file, plain or gzip, opened for one walk over its rows.</summary>
internal sealed class TicketFile : IDisposable
{
    private readonly string _name;
    private readonly ColumnSet _columns;
    private readonly HashSet<string> _missing;
    private readonly Stream _raw;
    private readonly CsvReader _csv;
    private readonly Action<Problem> _broken;
    private readonly string[] _lastSeen;
    private readonly int[] _positions;

    /// <param name="raw">The bytes; disposed with this object.</param>
    /// <param name="name">What problems call the file.</param>
    /// <param name="mapping">What its columns mean.</param>
    /// <param name="columns">The columns to read.</param>
    /// <param name="broken">Is told of each row that is broken and left out.</param>
    internal TicketFile(Stream raw, string name, TicketMapping mapping, ColumnSet columns, Action<Problem> broken)
    {
        _raw = raw;
        _name = name;
        _columns = columns;
        _broken = broken;
        _missing = new HashSet<string>(mapping.Missing, StringComparer.Ordinal);
        _lastSeen = new string[columns.Count];
        _positions = new int[columns.Count];
        _csv = CsvText.Open(raw, name, mapping.Delimiter, Malformed);
    }

    /// <summary>How far into the file the walk has come, from 0 to 1; null where the length is not known.</summary>
    internal double? Progress => _raw.CanSeek && _raw.Length > 0 ? (double)_raw.Position / _raw.Length : null;

    /// <summary>Reads the header and then row by row.</summary>
    /// <exception cref="BadInputException">The header is wrong, or the file is no CSV or damaged.</exception>
    internal IEnumerable<LogRow> Rows(CancellationToken cancellation)
    {
        ReadHeader();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!CsvText.Step(_name, _csv.Read))
            {
                yield break;
            }

            if (!Utf8.IsValid(_csv.RawRecord))
            {
                _broken(Problem.OfLine(_name, _csv.LineNumber, "", "not-utf8", CsvText.NoUtf8, CsvText.Utf8));
                continue;
            }

            yield return new LogRow(_csv.LineNumber, Cells());
        }
    }

    public void Dispose()
    {
        _csv.Dispose();
        _raw.Dispose();
    }

    private void Malformed(CsvMalformedRecord record)
    {
        string row = Quoting.Quoted(record.RawRecord);
        string cells = _csv.Headers.Count.ToString(CultureInfo.InvariantCulture);
        (string code, Phrase found, Phrase allowed) = record.Reason switch
        {
            CsvMalformedReason.FieldCountMismatch => ("bad-row", new Phrase($"found another number of cells in {row}", $"单元格数不符：{row}"), new Phrase($"allowed are {cells} cells, as in the header", $"应与表头一致，为 {cells} 个")),
            CsvMalformedReason.UnterminatedQuote => ("bad-quote", new Phrase($"found a quote that is not closed: {row}", $"引号未闭合：{row}"), new Phrase("allowed is a closing quote", "应有闭合的引号")),
            _ => ("bad-quote", new Phrase($"found a quote where none may stand: {row}", $"引号位置有误：{row}"), new Phrase("allowed are quotes around a whole cell, and doubled inside", "引号应括住整个单元格，其中的引号应写两遍")),
        };
        _broken(Problem.OfLine(_name, record.LineNumber, "", code, found, allowed));
    }

    private void ReadHeader()
    {
        string[] header = CsvText.Header(_csv, _name, ("allowed is a header line with the names of the columns, and a row per event or per ticket", "应有含列名的表头，以及每个事件或每张工单一行"));
        Problems problems = new();
        foreach (IGrouping<string, int> same in Enumerable.Range(0, header.Length).GroupBy(index => header[index], StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            string[] numbers = [.. same.Select(index => (index + 1).ToString(CultureInfo.InvariantCulture))];
            Phrase places = (string.Join(" and ", numbers), string.Join("、", numbers));
            problems.Add(Problem.OfLine(_name, 1, "", "duplicate-column", ($"found the column {Quoting.Quoted(same.Key)} as number {places.English}", $"列 {Quoting.Quoted(same.Key)} 重复出现，为第 {places.Chinese} 列"), CsvText.EachOnce));
        }

        foreach (string column in _columns.Names)
        {
            int position = Array.IndexOf(header, column);
            _positions[_columns.SlotOf(column)] = position;
            if (position < 0)
            {
                problems.Add(Problem.OfLine(_name, 1, "", "unknown-column",
                    Phrase.Found($"found no column {Quoting.Quoted(column)}, which the mapping names", $"没有映射所指的列 {Quoting.Quoted(column)}", column, header), CsvText.Columns(header)));
            }
        }

        if (problems.Count > 0)
        {
            throw new BadInputException(problems);
        }
    }

    /// <summary>The cells of the named columns. A value that repeats from row to row is kept once.</summary>
    private string?[] Cells()
    {
        string?[] cells = new string?[_positions.Length];
        for (int slot = 0; slot < cells.Length; slot++)
        {
            string cell = _csv.GetString(_positions[slot]);
            if (string.Equals(cell, _lastSeen[slot], StringComparison.Ordinal))
            {
                cell = _lastSeen[slot];
            }

            _lastSeen[slot] = cell;
            cells[slot] = _missing.Contains(cell) ? null : cell;
        }

        return cells;
    }
}
