namespace AfterSales.Domain.Routing;

/// <summary>When somebody is at work: while his hours are open and he is not on leave.</summary>
internal sealed class Presence(BusinessCalendar hours, Interval[] leave) : IEquatable<Presence>
{
    internal BusinessCalendar Hours => hours;

    internal Interval[] Leave => leave;

    internal Presence Without(Interval more) => new(hours, [.. leave, more]);

    internal bool Contains(Instant at) => LeaveAt(at) is null && hours.IsOpen(at);

    internal Interval? LeaveAt(Instant at)
    {
        foreach (Interval one in leave)
        {
            if (one.Contains(at))
            {
                return one;
            }
        }

        return null;
    }

    /// <summary>The first instant at or after this one at which he works; null when he never does again.</summary>
    internal Instant? NextAtWork(Instant at)
    {
        Instant candidate = at;

        // Each round passes the end of one leave for good, so it ends after as many rounds as there are leaves.
        while (hours.NextOpeningOrNow(candidate) is { } opening)
        {
            if (LeaveAt(opening) is not { } away)
            {
                return opening;
            }

            if (!away.HasEnd)
            {
                return null;
            }

            candidate = away.End;
        }

        return null;
    }

    /// <summary>How long he goes on working from an instant at which he works: until his hours close or a leave begins.</summary>
    internal Duration WorkLeftAt(Instant at)
    {
        Instant end = hours.NextClosing(at) ?? Instant.MaxValue;
        foreach (Interval one in leave)
        {
            if (one.HasStart && one.Start > at && one.Start < end && one.Contains(one.Start))
            {
                end = one.Start;
            }
        }

        return end - at;
    }

    public bool Equals(Presence? other) => other is not null && hours.Equals(other.Hours) && leave.SequenceEqual(other.Leave);

    public override bool Equals(object? obj) => Equals(obj as Presence);

    public override int GetHashCode() => HashCode.Combine(hours, leave.Length);
}
