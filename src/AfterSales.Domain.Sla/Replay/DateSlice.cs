using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>How many deadlines fell on one date, and how many of them were missed; over all objectives.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class DateSlice
{
    internal DateSlice(LocalDate date, long met, long missed)
    {
        Date = date;
        Met = met;
        Missed = missed;
    }

    /// <summary>Gets the date of the due.</summary>
    public LocalDate Date { get; }

    /// <summary>Gets how many were met.</summary>
    public long Met { get; }

    /// <summary>Gets how many were missed.</summary>
    public long Missed { get; }

    /// <summary>Gets met / (met + missed), with its interval.</summary>
    public Share Attainment => new(Met, Met + Missed);

    /// <summary>Returns date and attainment.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Date:uuuu-MM-dd}: {Attainment}");
}
