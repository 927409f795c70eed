namespace AfterSales.Domain.Tickets;

/// <summary>What came of a replay: <see cref="ReplayedTicket"/> or <see cref="RefusedReplay"/>.</summary>
/// <remarks>A closed set of two. This type is immutable and safe for use by several threads.</remarks>
public abstract class ReplayResult
{
    private protected ReplayResult()
    {
    }
}
