namespace AfterSales.Domain.Routing;

/// <summary>At most so many items within a window that ends now, so that a newcomer with nothing to do is not flooded.</summary>
/// <remarks>Two limits are equal when number and window are. The default value allows nothing and is refused by policies. This type is immutable.</remarks>
public readonly record struct IntakeLimit
{
    /// <summary>Makes a limit.</summary>
    /// <param name="items">From 1 to 1,000.</param>
    /// <param name="window">Longer than 0: an assignment counts for this long, its own instant included, the end not.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public IntakeLimit(int items, Duration window)
    {
        Items = items is >= 1 and <= 1000 ? items : throw new ArgumentOutOfRangeException(nameof(items), items, "Allowed are 1 to 1000 items.");
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(window, Duration.Zero);
        Window = window;
    }

    /// <summary>Gets how many items, from 1 to 1,000.</summary>
    public int Items { get; }

    /// <summary>Gets how long an assignment counts.</summary>
    public Duration Window { get; }

    /// <summary>Returns number and window, as in "3 items in 2:00:00".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Items} items in {RoutingWords.Text(Window)}");

    /// <summary>How many more items may be given at an instant.</summary>
    internal int LeftFor(Technician technician, Instant at)
    {
        int counted = 0;
        foreach (Instant assigned in technician.AssignmentArray)
        {
            counted += Counts(assigned, at) ? 1 : 0;
        }

        return Math.Max(0, Items - counted);
    }

    /// <summary>Which assignment stands in the way of one more: when it no longer counts, there is room. Null when nothing stands in the way.</summary>
    /// <param name="technician">Whose assignments count, and are in ascending order.</param>
    /// <param name="at">The instant.</param>
    /// <param name="givenNow">How many more he was given at this instant.</param>
    internal Instant? InTheWay(Technician technician, Instant at, int givenNow)
    {
        IntakeLimit self = this;
        Instant[] counted = [.. technician.AssignmentArray.Where(assigned => self.Counts(assigned, at)), .. Enumerable.Repeat(at, givenNow)];
        return counted.Length >= Items ? counted[counted.Length - Items] : null;
    }

    private bool Counts(Instant assigned, Instant at) => assigned <= at && at - assigned < Window;
}
