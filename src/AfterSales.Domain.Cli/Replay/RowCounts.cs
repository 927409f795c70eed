using System.Runtime.InteropServices;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>Rows counted by reason, with the first examples of each; bounded, however many reasons a file has.</summary>
internal sealed class RowCounts
{
    internal const int MostExamples = 3;
    private const int MostReasons = 200;

    private readonly Dictionary<(string Code, string Text), Entry> _byReason = [];

    internal long Rows { get; private set; }

    internal IEnumerable<Entry> ByReason => _byReason.Values.OrderByDescending(entry => entry.Rows).ThenBy(entry => entry.Text, StringComparer.Ordinal);

    internal void Add(string code, string text, string ticket, long line, long rows = 1)
    {
        Rows += rows;
        (string, string) key = _byReason.Count < MostReasons || _byReason.ContainsKey((code, text)) ? (code, text) : ("other", "other reasons");
        ref Entry? entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_byReason, key, out _);
        entry ??= new Entry(key.Item1, key.Item2);
        entry.Count(ticket, line, rows);
    }

    /// <summary>One reason.</summary>
    internal sealed class Entry(string code, string text)
    {
        private readonly List<(long Line, string Ticket)> _examples = [];

        internal string Code { get; } = code;

        internal string Text { get; } = text;

        internal long Rows { get; private set; }

        internal IReadOnlyList<(long Line, string Ticket)> Examples => _examples;

        internal void Count(string ticket, long line, long rows)
        {
            Rows += rows;
            if (_examples.Count < MostExamples)
            {
                _examples.Add((line, ticket));
            }
        }
    }
}
