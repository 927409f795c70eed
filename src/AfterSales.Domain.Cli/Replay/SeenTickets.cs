namespace AfterSales.Domain.Cli.Replay;

/// <summary>Which tickets came before, by a hash of 64 bits: some 20 bytes a ticket instead of its whole id. Two ids with one hash are told as a ticket that comes back, which costs time but no correctness.</summary>
internal sealed class SeenTickets
{
    private readonly HashSet<ulong> _hashes = [];

    internal bool Add(string ticket)
    {
        // FNV-1a over the code units, then a final mix, because the set takes the low bits.
        ulong hash = 14695981039346656037;
        unchecked
        {
            foreach (char c in ticket)
            {
                hash = (hash ^ c) * 1099511628211;
            }

            hash = (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15;
            return _hashes.Add(hash ^ (hash >> 29));
        }
    }
}
