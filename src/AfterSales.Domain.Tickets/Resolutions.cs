using NodaTime;

namespace AfterSales.Domain.Tickets;

/// <summary>When the ticket was resolved first and last.</summary>
internal sealed record Resolutions(Instant First, Instant Last);
