namespace AfterSales.Domain.Sla;

/// <summary>What a <see cref="ComparisonTally"/> has gathered, as plain values for storage; <see cref="ComparisonTally.From"/> goes on with it.</summary>
/// <remarks>The format is that of <see cref="CurrentVersion"/>. Equality is by reference. Immutable and thread-safe; each verb returns a changed copy.</remarks>
public sealed class ComparisonSnapshot
{
    /// <summary>The version of the format.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Makes a snapshot from stored values; <see cref="Keeping"/> adds the cycles that are kept.</summary>
    /// <param name="before">The replay under the first policy.</param>
    /// <param name="after">The replay under the other.</param>
    /// <param name="pairs">How many cycles changed from one outcome to another, by objective.</param>
    /// <exception cref="ArgumentNullException">An argument or an element is null.</exception>
    public ComparisonSnapshot(ReplaySnapshot before, ReplaySnapshot after, IEnumerable<OutcomePairs> pairs)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(pairs);
        Before = before;
        After = after;
        Pairs = Array.AsReadOnly<OutcomePairs>([.. pairs]);
        foreach (OutcomePairs one in Pairs)
        {
            ArgumentNullException.ThrowIfNull(one, nameof(pairs));
        }
    }

    /// <summary>Gets the replay under the first policy.</summary>
    public ReplaySnapshot Before { get; }

    /// <summary>Gets the replay under the other policy.</summary>
    public ReplaySnapshot After { get; }

    /// <summary>Gets how many cycles changed from one outcome to another, by objective.</summary>
    public IReadOnlyList<OutcomePairs> Pairs { get; }

    /// <summary>Gets the cycles that are newly missed.</summary>
    public IReadOnlyList<CycleReference> NewlyMissed { get; private init; } = [];

    /// <summary>Gets the cycles that are newly met.</summary>
    public IReadOnlyList<CycleReference> NewlyMet { get; private init; } = [];

    /// <summary>Gets the cycles whose deadline moved most.</summary>
    public IReadOnlyList<CycleReference> Moved { get; private init; } = [];

    /// <summary>Says which cycles are kept.</summary>
    /// <param name="newlyMissed">Those that are newly missed.</param>
    /// <param name="newlyMet">Those that are newly met.</param>
    /// <param name="moved">Those whose deadline moved most.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentNullException">An argument or an element is null.</exception>
    public ComparisonSnapshot Keeping(IEnumerable<CycleReference> newlyMissed, IEnumerable<CycleReference> newlyMet, IEnumerable<CycleReference> moved) =>
        new(Before, After, Pairs)
        {
            NewlyMissed = Checked(newlyMissed, nameof(newlyMissed)),
            NewlyMet = Checked(newlyMet, nameof(newlyMet)),
            Moved = Checked(moved, nameof(moved)),
        };

    private static IReadOnlyList<CycleReference> Checked(IEnumerable<CycleReference> references, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(references, parameterName);
        CycleReference[] list = [.. references];
        foreach (CycleReference one in list)
        {
            ArgumentNullException.ThrowIfNull(one, parameterName);
        }

        return Array.AsReadOnly(list);
    }
}
