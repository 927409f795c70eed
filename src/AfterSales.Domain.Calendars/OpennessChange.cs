using NodaTime.Text;

namespace AfterSales.Domain.Calendars;

/// <summary>A half-open span of time that is open in one version of a calendar and closed in another.</summary>
/// <remarks>Two changes are equal when ends and direction are. The default value is empty. This type is immutable.</remarks>
public readonly record struct OpennessChange
{
    internal OpennessChange(Instant start, Instant end, bool becameOpen)
    {
        Start = start;
        End = end;
        BecameOpen = becameOpen;
    }

    /// <summary>Gets the first instant of the span.</summary>
    public Instant Start { get; }

    /// <summary>Gets the first instant after it.</summary>
    public Instant End { get; }

    /// <summary>Gets a value indicating whether the newer calendar is open here and the older closed; false means the contrary.</summary>
    public bool BecameOpen { get; }

    /// <summary>Returns the span in UTC and the direction, as in "2026-02-14T01:00:00Z/2026-02-14T10:00:00Z became open".</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{InstantPattern.ExtendedIso.Format(Start)}/{InstantPattern.ExtendedIso.Format(End)} became {(BecameOpen ? "open" : "closed")}";
}
