using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>How many deadlines fell in one hour of one date, and how many of them were missed; over all objectives.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class HourSlice
{
    internal HourSlice(LocalDate date, int hour, long met, long missed)
    {
        Date = date;
        Hour = hour;
        Met = met;
        Missed = missed;
    }

    /// <summary>Gets the date of the due.</summary>
    public LocalDate Date { get; }

    /// <summary>Gets the hour of the due, from 0 to 23.</summary>
    public int Hour { get; }

    /// <summary>Gets how many were met.</summary>
    public long Met { get; }

    /// <summary>Gets how many were missed.</summary>
    public long Missed { get; }

    /// <summary>Gets met / (met + missed), with its interval.</summary>
    public Share Attainment => new(Met, Met + Missed);

    /// <summary>Returns date, hour and attainment.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Date:uuuu-MM-dd} {Hour:00}:00: {Attainment}");
}
