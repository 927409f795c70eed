using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>A stretch of starts in which the calendars stay the same, with the curves drawn for it.</summary>
internal sealed class SweepWindow
{
    internal SweepWindow(Instant from, Instant to, CancellationToken cancellation)
    {
        From = from;
        Curves = new RuleCurves(from, to, cancellation);
    }

    internal Instant From { get; }

    internal RuleCurves Curves { get; }
}
