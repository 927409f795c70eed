namespace AfterSales.Domain.Sla;

public sealed partial class SlaPolicy
{
    // Reporting progress and looking for a cancellation costs nothing if it is done once in so many tickets.
    private const int TicketsBetweenLooks = 1024;

    /// <summary>Begins to replay past tickets one by one; tallies of parts can be merged.</summary>
    /// <param name="plan">From when tickets are seen, and by what they are broken down.</param>
    /// <returns>An empty tally, which is not thread-safe.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public ReplayTally StartReplay(ReplayPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new ReplayTally(this, plan);
    }

    /// <summary>Replays past tickets: what attainment they had, or would have had, under this policy.</summary>
    /// <param name="histories">The tickets; read once, one at a time.</param>
    /// <param name="plan">From when tickets are seen, and by what they are broken down.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException">An argument or a history is null.</exception>
    public ReplayTally Replay(IEnumerable<SlaHistory> histories, ReplayPlan plan) => Replay(histories, plan, progress: null, CancellationToken.None);

    /// <summary>Replays past tickets: what attainment they had, or would have had, under this policy.</summary>
    /// <param name="histories">The tickets; read once, one at a time.</param>
    /// <param name="plan">From when tickets are seen, and by what they are broken down.</param>
    /// <param name="progress">Told how many tickets are done, now and then and at the end; null for nobody.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/>, one of them or <paramref name="plan"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ReplayTally Replay(IEnumerable<SlaHistory> histories, ReplayPlan plan, IProgress<long>? progress, CancellationToken cancellation = default)
    {
        ReplayTally tally = StartReplay(plan);
        Feed(histories, tally.Add, progress, cancellation);
        return tally;
    }

    /// <summary>Begins to compare this policy with another on past tickets one by one; tallies of parts can be merged.</summary>
    /// <param name="other">The other policy: what it would have been.</param>
    /// <param name="plan">From when tickets are seen, and by what they are broken down.</param>
    /// <returns>An empty tally, which is not thread-safe.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ComparisonTally StartComparison(SlaPolicy other, ReplayPlan plan)
    {
        ArgumentNullException.ThrowIfNull(other);
        ArgumentNullException.ThrowIfNull(plan);
        return new ComparisonTally(this, other, plan);
    }

    /// <summary>Compares this policy with another on past tickets.</summary>
    /// <param name="other">The other policy: what it would have been.</param>
    /// <param name="histories">The tickets; read once, one at a time.</param>
    /// <param name="plan">From when tickets are seen, and by what they are broken down.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException">An argument or a history is null.</exception>
    public ComparisonTally CompareWith(SlaPolicy other, IEnumerable<SlaHistory> histories, ReplayPlan plan) =>
        CompareWith(other, histories, plan, progress: null, CancellationToken.None);

    /// <summary>Compares this policy with another on past tickets.</summary>
    /// <param name="other">The other policy: what it would have been.</param>
    /// <param name="histories">The tickets; read once, one at a time.</param>
    /// <param name="plan">From when tickets are seen, and by what they are broken down.</param>
    /// <param name="progress">Told how many tickets are done, now and then and at the end; null for nobody.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The tally.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/>, <paramref name="histories"/>, one of them or <paramref name="plan"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ComparisonTally CompareWith(
        SlaPolicy other, IEnumerable<SlaHistory> histories, ReplayPlan plan, IProgress<long>? progress, CancellationToken cancellation = default)
    {
        ComparisonTally tally = StartComparison(other, plan);
        Feed(histories, tally.Add, progress, cancellation);
        return tally;
    }

    private static void Feed(IEnumerable<SlaHistory> histories, Action<SlaHistory> add, IProgress<long>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(histories);
        cancellation.ThrowIfCancellationRequested();
        long done = 0;
        foreach (SlaHistory history in histories)
        {
            add(history);
            if (++done % TicketsBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(done);
            }
        }

        progress?.Report(done);
    }
}
