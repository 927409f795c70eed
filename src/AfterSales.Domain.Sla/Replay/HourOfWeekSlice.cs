using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>How many deadlines fell in one hour of the week, and how many of them were missed; over all objectives.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class HourOfWeekSlice
{
    internal HourOfWeekSlice(IsoDayOfWeek day, int hour, long met, long missed)
    {
        Day = day;
        Hour = hour;
        Met = met;
        Missed = missed;
    }

    /// <summary>Gets the weekday of the due.</summary>
    public IsoDayOfWeek Day { get; }

    /// <summary>Gets the hour of the due, from 0 to 23.</summary>
    public int Hour { get; }

    /// <summary>Gets how many were met.</summary>
    public long Met { get; }

    /// <summary>Gets how many were missed.</summary>
    public long Missed { get; }

    /// <summary>Gets met / (met + missed), with its interval.</summary>
    public Share Attainment => new(Met, Met + Missed);

    /// <summary>Returns weekday, hour and attainment.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Day} {Hour:00}:00: {Attainment}");
}
