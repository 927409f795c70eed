using System.Text;

namespace AfterSales.Domain.Tests.Robustness;

/// <summary>Breaks any text: its bytes, its encoding, its lines, and the cells of its rows.</summary>
internal sealed class TextMutator(Random random)
{
    private static readonly string[] StrangeCells =
    [
        "", " ", "\"", "\"\"", "\"a\nb\"", "\"a", "a\"b", "?", "-", "0", "-1", "1e400", "NaN", "99999999999999999999", "٣", "１", "ı", "\0", "\u2028", "\uFEFF", "9999-12-31 23:59:59", "0001-01-01 00:00:00",
        "2026-02-30", "2026-13-01", "2026-01-01", "2026-03-29 02:30:00", "31/12/2026 24:00", "2026-01-01T00:00:00+19:00", "2026-01-01T00:00:00Z", "closed", "make-up", "special", "09:00-25:00", "urgent", "true", "ticket", "id", "date",
    ];

    /// <summary>Returns the rows of a table with one to four things broken.</summary>
    public byte[] MutateRows(string text, char delimiter)
    {
        List<List<string>> rows = [.. text.TrimEnd('\n').Split('\n').Select(row => row.Split(delimiter).ToList())];
        for (int changes = random.Next(1, 5); changes > 0; changes--)
        {
            ChangeRow(rows);
        }

        byte[] bytes = Encoding.UTF8.GetBytes(string.Join(random.Next(10) == 0 ? "\r\n" : "\n", rows.Select(row => string.Join(delimiter, row))) + (random.Next(5) == 0 ? "" : "\n"));
        return random.Next(5) == 0 ? Break(bytes) : bytes;
    }

    /// <summary>Returns the bytes with one thing broken that no structure protects from.</summary>
    public byte[] Break(byte[] text)
    {
        int at = random.Next(text.Length + 1);
        int size = random.Next(1, 41);
        return random.Next(14) switch
        {
            0 => [0xEF, 0xBB, 0xBF, .. text],
            1 => [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF, .. text],
            2 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(text))],
            3 => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).ReplaceLineEndings("\r\n")),
            4 => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).ReplaceLineEndings("\r")),
            5 => With(text, at, 0, [0]),
            6 => With(text, at, 0, [0xED, 0xA0, 0x80]),
            7 => With(text, at, 1, [(byte)random.Next(256)]),
            8 => text[..at],
            9 => With(text, at, size, []),
            10 => With(text, at, 0, [.. text.Skip(at).Take(size * 5)]),
            11 => [.. text, .. text],
            12 => [.. Encoding.UTF8.GetBytes(new string(random.Next(2) == 0 ? '[' : '"', random.Next(10) == 0 ? 1 << 20 : 200)), .. text],
            _ => With(text, at, 0, Encoding.UTF8.GetBytes(random.Next(10) == 0 ? new string('7', 1 << 20) : "/* x */\u0085,;\t")),
        };
    }

    private static byte[] With(byte[] text, int at, int removed, byte[] inserted) => [.. text.Take(at), .. inserted, .. text.Skip(at + removed)];

    private void ChangeRow(List<List<string>> rows)
    {
        int at = random.Next(rows.Count);
        List<string> row = rows[at];
        int cell = random.Next(row.Count);
        switch (random.Next(12))
        {
            case 0:
                rows.RemoveAt(rows.Count > 1 ? at : 0);
                rows.AddRange(rows.Count == 0 ? [[""]] : []);
                break;
            case 1:
                rows.Insert(random.Next(rows.Count + 1), [.. row]);
                break;
            case 2:
                row.RemoveAt(row.Count > 1 ? cell : 0);
                row.AddRange(row.Count == 0 ? [""] : []);
                break;
            case 3:
                row.Insert(cell, StrangeCells[random.Next(StrangeCells.Length)]);
                break;
            case 4:
                int other = random.Next(row.Count);
                (row[cell], row[other]) = (row[other], row[cell]);
                break;
            case 5:
                row[cell] = row[random.Next(row.Count)];
                break;
            case 6:
                rows.ForEach(one => one.RemoveAt(one.Count > 1 ? Math.Min(cell, one.Count - 1) : 0));
                rows.ForEach(one => one.AddRange(one.Count == 0 ? [""] : []));
                break;
            case 7:
                row[cell] = random.Next(20) == 0 ? new string('x', 1 << 20) : new string('7', 400);
                break;
            case 8:
                rows.AddRange(Enumerable.Range(0, random.Next(1, 200)).Select(_ => row.ToList()));
                break;
            case 9:
                row[cell] = $"{StrangeCells[random.Next(StrangeCells.Length)]}{row[cell]}";
                break;
            default:
                row[cell] = StrangeCells[random.Next(StrangeCells.Length)];
                break;
        }
    }
}
