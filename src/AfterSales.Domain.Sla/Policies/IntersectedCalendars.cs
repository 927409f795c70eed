namespace AfterSales.Domain.Sla;

/// <summary>Open when both calendars are; zone and working dates are those of the first.</summary>
public sealed class IntersectedCalendars : CalendarChoice
{
    private const int MaximumCount = 8;

    internal IntersectedCalendars(CalendarChoice left, CalendarChoice right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (CountOf(left) + CountOf(right) > MaximumCount)
        {
            throw new ArgumentException($"At most {MaximumCount} calendars can be intersected.", nameof(right));
        }

        Left = left;
        Right = right;
    }

    /// <summary>Gets the first; zone and working dates are its own.</summary>
    public CalendarChoice Left { get; }

    /// <summary>Gets the second.</summary>
    public CalendarChoice Right { get; }

    /// <inheritdoc/>
    public override bool Equals(CalendarChoice? other) => other is IntersectedCalendars both && both.Left.Equals(Left) && both.Right.Equals(Right);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Left, Right);

    /// <inheritdoc/>
    public override string ToString() => $"{Left} within {Right}";

    private static int CountOf(CalendarChoice choice) => choice is IntersectedCalendars both ? CountOf(both.Left) + CountOf(both.Right) : 1;
}
