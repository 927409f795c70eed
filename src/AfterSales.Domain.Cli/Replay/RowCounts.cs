using System.Runtime.InteropServices;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>Rows counted by reason, with the first examples of each; bounded, however many reasons a file has.</summary>
internal sealed class RowCounts
{
    internal const int MostExamples = 3;
    private const int MostReasons = 200;

    private static readonly RowReason Others = new("other", "other reasons", "其他原因");

    private readonly Dictionary<RowReason, Entry> _byReason = [];

    internal long Rows { get; private set; }

    internal IEnumerable<Entry> ByReason => _byReason.Values.OrderByDescending(entry => entry.Rows).ThenBy(entry => entry.Reason.English, StringComparer.Ordinal);

    internal void Add(RowReason reason, string ticket, long line, long rows = 1)
    {
        Rows += rows;
        RowReason key = _byReason.Count < MostReasons || _byReason.ContainsKey(reason) ? reason : Others;
        ref Entry? entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_byReason, key, out _);
        entry ??= new Entry(key);
        entry.Count(ticket, line, rows);
    }

    /// <summary>One reason.</summary>
    internal sealed class Entry(RowReason reason)
    {
        private readonly List<(long Line, string Ticket)> _examples = [];

        internal RowReason Reason { get; } = reason;

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
