using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Tickets;

/// <summary>What never changes about a ticket.</summary>
internal sealed record TicketOrigin(TicketId Id, Lifecycle Lifecycle, Instant OpenedAt, Actor OpenedBy);
