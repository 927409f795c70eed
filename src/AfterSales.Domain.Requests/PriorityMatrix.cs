namespace AfterSales.Domain.Requests;

/// <summary>Impact × urgency → one of four priorities (R03).</summary>
/// <remarks>Two matrices are equal when all nine cells are. This type is immutable and safe for use by several threads.</remarks>
public sealed class PriorityMatrix : IEquatable<PriorityMatrix>
{
    private const int Side = 3;

    private readonly Priority[] _cells;

    private PriorityMatrix(Priority[] cells) => _cells = cells;

    /// <summary>
    /// Gets the usual matrix: high × high is 1; high × medium and medium × high are 2; medium × medium, high × low and low × high are 3; the rest is 4.
    /// </summary>
    public static PriorityMatrix Standard { get; } = new(
    [
        Priority.P4, Priority.P4, Priority.P3,
        Priority.P4, Priority.P3, Priority.P2,
        Priority.P3, Priority.P2, Priority.P1,
    ]);

    /// <summary>Looks up a cell.</summary>
    /// <param name="impact">How much is affected.</param>
    /// <param name="urgency">How long it can wait.</param>
    /// <returns>The priority; never unknown.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not one of its enumeration.</exception>
    public Priority Of(Impact impact, Urgency urgency) => _cells[Index(impact, urgency)];

    /// <summary>Returns a copy with one cell changed.</summary>
    /// <param name="impact">How much is affected.</param>
    /// <param name="urgency">How long it can wait.</param>
    /// <param name="priority">From 1 (highest) to 4; not unknown.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not allowed.</exception>
    public PriorityMatrix With(Impact impact, Urgency urgency, Priority priority)
    {
        Priority[] cells = [.. _cells];
        cells[Index(impact, urgency)] = priority is >= Priority.P1 and <= Priority.P4
            ? priority
            : throw new ArgumentOutOfRangeException(nameof(priority), priority, "Allowed are P1, P2, P3 and P4.");
        return new PriorityMatrix(cells);
    }

    /// <summary>Says whether all cells are equal.</summary>
    /// <param name="other">The other matrix.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(PriorityMatrix? other) => other is not null && _cells.SequenceEqual(other._cells);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PriorityMatrix);

    /// <inheritdoc/>
    public override int GetHashCode() => _cells.Aggregate(17, (hash, cell) => HashCode.Combine(hash, cell));

    /// <summary>Returns the rows from low to high impact, each from low to high urgency: "4 4 3 / 4 3 2 / 3 2 1".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join(" / ", Enumerable.Range(0, Side)
        .Select(row => string.Join(" ", _cells.Skip(row * Side).Take(Side).Select(cell => FormattableString.Invariant($"{(int)cell}")))));

    private static int Index(Impact impact, Urgency urgency) =>
        ((int)RequestText.Checked(impact, (int)impact, Impact.High, nameof(impact)) * Side)
        + (int)RequestText.Checked(urgency, (int)urgency, Urgency.High, nameof(urgency));
}
