namespace AfterSales.Domain.Satisfaction;

/// <summary>Simple random sampling without replacement from a given seed (R24).</summary>
/// <remarks>This type is thread-safe: it holds no state.</remarks>
public static class RandomSample
{
    /// <summary>Draws tickets so that every group of that size is equally likely.</summary>
    /// <param name="tickets">The tickets' ids, each once.</param>
    /// <param name="size">How many to draw; when there are fewer, all are drawn.</param>
    /// <param name="seed">Any number; the same seed draws the same tickets from the same ids, in whatever order they are given, on every platform.</param>
    /// <returns>The drawn ids, in ordinal order.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tickets"/> is null.</exception>
    /// <exception cref="ArgumentException">An id comes twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is negative.</exception>
    public static IReadOnlyList<string> Draw(IEnumerable<string> tickets, int size, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(tickets);
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        string[] ids = [.. tickets.OrderBy(id => id, StringComparer.Ordinal)];
        for (int i = 1; i < ids.Length; i++)
        {
            if (string.Equals(ids[i - 1], ids[i], StringComparison.Ordinal))
            {
                throw new ArgumentException($"Ticket {ids[i]} comes twice; each may come once.", nameof(tickets));
            }
        }

        int drawn = Math.Min(size, ids.Length);
        SplitMix64 random = new(seed);
        for (int i = 0; i < drawn; i++)
        {
            int other = i + random.Below(ids.Length - i);
            (ids[i], ids[other]) = (ids[other], ids[i]);
        }

        string[] sample = [.. ids.Take(drawn)];
        Array.Sort(sample, StringComparer.Ordinal);
        return sample;
    }
}
