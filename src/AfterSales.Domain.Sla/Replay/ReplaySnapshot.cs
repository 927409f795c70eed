using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Sla;

/// <summary>What a <see cref="ReplayTally"/> has gathered, as plain values for storage; <see cref="ReplayTally.From"/> goes on with it.</summary>
/// <remarks>The format is that of <see cref="CurrentVersion"/>. Equality is by reference. Immutable and thread-safe; each verb returns a changed copy.</remarks>
public sealed class ReplaySnapshot
{
    /// <summary>The version of the format.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Makes a snapshot of no tickets from stored values; <see cref="OfTickets"/> says of how many.</summary>
    /// <param name="counts">The rows of all breakdowns.</param>
    /// <param name="worstMisses">The misses that are kept.</param>
    /// <param name="lateness">How late misses were.</param>
    /// <exception cref="ArgumentNullException">An argument, a row or a miss is null.</exception>
    public ReplaySnapshot(IEnumerable<ReplayCount> counts, IEnumerable<CycleReference> worstMisses, QuantileSnapshot lateness)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(worstMisses);
        ArgumentNullException.ThrowIfNull(lateness);
        Counts = Array.AsReadOnly<ReplayCount>([.. counts]);
        WorstMisses = Array.AsReadOnly<CycleReference>([.. worstMisses]);
        Lateness = lateness;
        foreach (object part in Counts.Concat<object>(WorstMisses))
        {
            ArgumentNullException.ThrowIfNull(part, nameof(counts));
        }
    }

    /// <summary>Gets the rows of all breakdowns.</summary>
    public IReadOnlyList<ReplayCount> Counts { get; }

    /// <summary>Gets the misses that are kept.</summary>
    public IReadOnlyList<CycleReference> WorstMisses { get; }

    /// <summary>Gets how late misses were.</summary>
    public QuantileSnapshot Lateness { get; }

    /// <summary>Gets the number of tickets, test tickets not counted.</summary>
    public long Tickets { get; private init; }

    /// <summary>Gets the number of test tickets.</summary>
    public long TestTickets { get; private init; }

    /// <summary>Gets the number of tickets opened after the plan's instant.</summary>
    public long NotYetOpened { get; private init; }

    /// <summary>Gets the number of events that clocks took no notice of.</summary>
    public long IgnoredEvents { get; private init; }

    /// <summary>Says how many tickets and events it is of; each number from 0 to <see cref="ReplayCount.MaximumCount"/>.</summary>
    /// <param name="tickets">Tickets that count.</param>
    /// <param name="testTickets">Test tickets.</param>
    /// <param name="notYetOpened">Tickets opened after the plan's instant.</param>
    /// <param name="ignoredEvents">Events that clocks took no notice of.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its bounds.</exception>
    public ReplaySnapshot OfTickets(long tickets, long testTickets, long notYetOpened, long ignoredEvents)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tickets);
        ArgumentOutOfRangeException.ThrowIfNegative(testTickets);
        ArgumentOutOfRangeException.ThrowIfNegative(notYetOpened);
        ArgumentOutOfRangeException.ThrowIfNegative(ignoredEvents);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tickets, ReplayCount.MaximumCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(testTickets, ReplayCount.MaximumCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(notYetOpened, ReplayCount.MaximumCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ignoredEvents, ReplayCount.MaximumCount);
        return new ReplaySnapshot(Counts, WorstMisses, Lateness) { Tickets = tickets, TestTickets = testTickets, NotYetOpened = notYetOpened, IgnoredEvents = ignoredEvents };
    }
}
