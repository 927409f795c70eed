using NodaTime;

namespace AfterSales.Domain.Tickets;

/// <summary>What is agreed with the customer about time.</summary>
internal sealed record Visits(Instant? VisitAt, Instant? ExpiresAt)
{
    internal static Visits None { get; } = new(null, null);
}
