namespace AfterSales.Domain.Routing;

/// <summary>Which regions lie side by side: a region's first ring are its neighbours, its second ring their neighbours, and so on.</summary>
/// <remarks>
/// Regions are named in the host's words and compared ordinally; being neighbours is mutual. Two maps are equal when neighbours and ring width are.
/// This type is immutable and safe for use by several threads; each verb returns a changed copy.
/// </remarks>
public sealed class RegionMap : IEquatable<RegionMap>
{
    internal const int Unreachable = int.MaxValue;

    private readonly SortedDictionary<string, SortedSet<string>> _neighbours;

    private RegionMap(SortedDictionary<string, SortedSet<string>> neighbours, int ringWidth)
    {
        _neighbours = neighbours;
        RingWidth = ringWidth;
    }

    /// <summary>Gets the map on which no region has a neighbour and a ring widens no travel radius.</summary>
    public static RegionMap Empty { get; } = new(new(StringComparer.Ordinal), 0);

    /// <summary>Gets by how many metres each ring widens a technician's travel radius; 0 by default.</summary>
    public int RingWidth { get; }

    /// <summary>Gets the pairs of neighbours, each once, ordered by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Borders =>
    [
        .. _neighbours.SelectMany(pair => pair.Value
            .Where(other => string.CompareOrdinal(pair.Key, other) < 0)
            .Select(other => new KeyValuePair<string, string>(pair.Key, other))),
    ];

    /// <summary>Returns a map on which two regions are neighbours.</summary>
    /// <param name="region">A region.</param>
    /// <param name="neighbour">Another region.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An argument is empty or only white space, or both are the same region.</exception>
    public RegionMap Joining(string region, string neighbour)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(region);
        ArgumentException.ThrowIfNullOrWhiteSpace(neighbour);
        if (string.Equals(region, neighbour, StringComparison.Ordinal))
        {
            throw new ArgumentException($"{region} cannot be its own neighbour.", nameof(neighbour));
        }

        SortedDictionary<string, SortedSet<string>> neighbours = new(_neighbours, StringComparer.Ordinal)
        {
            [region] = new(NeighboursOf(region), StringComparer.Ordinal) { neighbour },
            [neighbour] = new(NeighboursOf(neighbour), StringComparer.Ordinal) { region },
        };
        return new RegionMap(neighbours, RingWidth);
    }

    /// <summary>Returns a map on which each ring also widens travel radii.</summary>
    /// <param name="metres">From 0 to 2,000,000.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="metres"/> is outside that range.</exception>
    public RegionMap WithRingWidth(int metres) => metres is >= 0 and <= Technician.MaximumTravelRadius
        ? new RegionMap(_neighbours, metres)
        : throw new ArgumentOutOfRangeException(nameof(metres), metres, "A ring is 0 to 2,000,000 metres wide.");

    /// <summary>Returns in which ring of one region another lies.</summary>
    /// <param name="from">A region.</param>
    /// <param name="to">A region.</param>
    /// <returns>0 for the region itself, 1 for a neighbour, and so on; null when no chain of neighbours leads there.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public int? RingOf(string from, string to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        return RingsAround(from).TryGetValue(to, out int ring) ? ring : null;
    }

    /// <summary>Says whether both maps have the same neighbours and ring width.</summary>
    /// <param name="other">The other map.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(RegionMap? other) =>
        ReferenceEquals(this, other) || (other is not null && RingWidth == other.RingWidth && Borders.SequenceEqual(other.Borders));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RegionMap);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(RingWidth, _neighbours.Count);

    /// <summary>Returns the pairs of neighbours, as in "Huangpu – Pudong".</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        Borders.Count == 0 ? "no neighbours" : string.Join(", ", Borders.Select(border => $"{border.Key} – {border.Value}"));

    /// <summary>Every region that a chain of neighbours leads to, with its ring: breadth first.</summary>
    internal Dictionary<string, int> RingsAround(string region)
    {
        Dictionary<string, int> rings = new(StringComparer.Ordinal) { [region] = 0 };
        Queue<string> reached = new([region]);
        while (reached.Count > 0)
        {
            string current = reached.Dequeue();
            foreach (string neighbour in NeighboursOf(current))
            {
                if (rings.TryAdd(neighbour, rings[current] + 1))
                {
                    reached.Enqueue(neighbour);
                }
            }
        }

        return rings;
    }

    private IEnumerable<string> NeighboursOf(string region) => _neighbours.TryGetValue(region, out SortedSet<string>? found) ? found : [];
}
