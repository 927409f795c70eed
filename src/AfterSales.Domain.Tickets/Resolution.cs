using NodaTime;

namespace AfterSales.Domain.Tickets;

/// <summary>The last resolution before the ticket came into its present state; it knows the first.</summary>
internal sealed class Resolution(Instant at, Resolution? last)
{
    private readonly Resolution? _first = last?._first ?? last;

    internal Instant At { get; } = at;

    internal Instant FirstAt => (_first ?? this).At;
}
