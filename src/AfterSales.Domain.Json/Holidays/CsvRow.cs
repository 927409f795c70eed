using System.Text;

namespace AfterSales.Domain.Json;

/// <summary>A row of comma-separated text (RFC 4180): its cells, each with the place it starts at.</summary>
internal sealed class CsvRow
{
    private readonly List<(string Text, int Line, int Column)> _cells = [];

    private CsvRow(int line) => Line = line;

    internal int Line { get; }

    internal int Count => _cells.Count;

    internal bool IsBlank => Count == 1 && string.IsNullOrWhiteSpace(_cells[0].Text);

    internal (string Text, int Line, int Column) this[int index] => index < Count ? _cells[index] : ("", Line, 1);

    /// <summary>Cuts a text into rows; a quote that is not closed is a finding where it opens.</summary>
    internal static List<CsvRow> ReadAll(string text, DocumentFindings findings)
    {
        List<CsvRow> rows = [];
        int position = 0;
        int line = 1;
        while (position < text.Length)
        {
            rows.Add(Read(text, findings, ref position, ref line));
        }

        return rows;
    }

    private static CsvRow Read(string text, DocumentFindings findings, ref int position, ref int line)
    {
        CsvRow row = new(line);
        int lineStart = position;
        while (true)
        {
            int startLine = line;
            int column = position - lineStart + 1;
            StringBuilder cell = new();
            if (position < text.Length && text[position] == '"')
            {
                position++;
                if (!ReadQuoted(text, cell, ref position, ref line, ref lineStart))
                {
                    findings.Add(startLine, column, "bad-text", "found a quote that is not closed", "every '\"' has its closing one");
                }
            }

            while (position < text.Length && text[position] is not (',' or '\r' or '\n'))
            {
                cell.Append(text[position++]);
            }

            row._cells.Add((cell.ToString().Trim(), startLine, column));
            if (position == text.Length || text[position] != ',')
            {
                break;
            }

            position++;
        }

        if (position < text.Length)
        {
            position += text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? 2 : 1;
            line++;
        }

        return row;
    }

    private static bool ReadQuoted(string text, StringBuilder cell, ref int position, ref int line, ref int lineStart)
    {
        while (position < text.Length)
        {
            char current = text[position++];
            if (current == '"')
            {
                if (position == text.Length || text[position] != '"')
                {
                    return true;
                }

                position++;
            }
            else if (current == '\n')
            {
                line++;
                lineStart = position;
            }

            cell.Append(current);
        }

        return false;
    }
}
