using System.Globalization;
using System.Text.Unicode;
using AfterSales.Domain.Cli.Mapping;
using AfterSales.Domain.Json;
using CsvHelper;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>A ticket file, plain or gzip, opened for one walk over its rows.</summary>
internal sealed class TicketFile : IDisposable
{
    // A longer row is a forgotten quote, which would otherwise swallow the rest of the file.
    private const int LargestRow = 1 << 20;

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
        _csv = CsvReader.Create(Unpacked(raw), new CsvReaderOptions
        {
            Separator = mapping.Delimiter,
            TrackLineNumbers = true,
            MaxRecordSize = LargestRow,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = Malformed,
        });
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
            if (!Advance(_csv.Read))
            {
                yield break;
            }

            if (!Utf8.IsValid(_csv.RawRecord))
            {
                _broken(Problem.OfLine(_name, _csv.LineNumber, "", "not-utf8", "found bytes that are no UTF-8", "allowed is UTF-8; convert files in GBK and other encodings first"));
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

    /// <summary>Unpacks gzip, which is known by its first two bytes and not by the name, so that it works on standard input too.</summary>
    private static Stream Unpacked(Stream raw)
    {
        PeekedStream peeked = new(raw);
        return peeked.StartsWith(0x1F, 0x8B) ? new GunzipStream(peeked) : peeked;
    }

    private T Advance<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (CsvFormatException error)
        {
            throw Bad(error.LineNumber, "bad-csv", error.Message, string.Create(CultureInfo.InvariantCulture, $"allowed are rows of at most {LargestRow} bytes; most likely a quote is not closed"));
        }
        catch (InvalidDataException error)
        {
            throw Bad(1, "bad-gzip", $"the compressed file is damaged ({error.Message})", "allowed is a whole gzip file or plain text");
        }
        catch (IOException error)
        {
            throw Bad(1, "cannot-read", $"it cannot be read on ({error.Message})", "allowed is a file that can be read to its end");
        }
    }

    private void Malformed(CsvMalformedRecord record)
    {
        (string code, string found, string allowed) = record.Reason switch
        {
            CsvMalformedReason.FieldCountMismatch => ("bad-row", $"found another number of cells in {Quoting.Quoted(record.RawRecord)}",
                string.Create(CultureInfo.InvariantCulture, $"allowed are {_csv.Headers.Count} cells, as in the header")),
            CsvMalformedReason.UnterminatedQuote => ("bad-quote", $"found a quote that is not closed: {Quoting.Quoted(record.RawRecord)}", "allowed is a closing quote"),
            _ => ("bad-quote", $"found a quote where none may stand: {Quoting.Quoted(record.RawRecord)}", "allowed are quotes around a whole cell, and doubled inside"),
        };
        _broken(Problem.OfLine(_name, record.LineNumber, "", code, found, allowed));
    }

    private void ReadHeader()
    {
        string[] header = Advance(() =>
        {
            _csv.ReadHeader();
            return _csv.Headers.ToArray();
        });
        if (header.Length == 0)
        {
            throw new BadInputException(Problem.OfFile(_name, "empty-file", "found nothing", "allowed is a header line with the names of the columns, and a row per event or per ticket"));
        }

        Problems problems = new();
        foreach (IGrouping<string, int> same in Enumerable.Range(0, header.Length).GroupBy(index => header[index], StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            string places = string.Join(" and ", same.Select(index => (index + 1).ToString(CultureInfo.InvariantCulture)));
            problems.Add(Problem.OfLine(_name, 1, "", "duplicate-column", $"found the column {Quoting.Quoted(same.Key)} as number {places}", "allowed is each name once"));
        }

        foreach (string column in _columns.Names)
        {
            int position = Array.IndexOf(header, column);
            _positions[_columns.SlotOf(column)] = position;
            if (position < 0)
            {
                problems.Add(Problem.OfLine(_name, 1, "", "unknown-column", $"found no column {Quoting.Quoted(column)}, which the mapping names{NearMiss.Hint(column, header)}",
                    "allowed are " + string.Join(", ", header.Select(name => Quoting.Cut(name)))));
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

    private BadInputException Bad(long line, string code, string found, string allowed) => new(Problem.OfLine(_name, Math.Max(1, line), "", code, found, allowed));
}
