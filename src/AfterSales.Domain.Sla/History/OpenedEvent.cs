using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>The beginning of a history: the request as it was when the ticket was opened.</summary>
public sealed class OpenedEvent : SlaEvent
{
    internal OpenedEvent(EventId id, Instant at, ServiceRequest request)
        : base(id, at)
    {
        ArgumentNullException.ThrowIfNull(request);
        Request = request;
    }

    private OpenedEvent(OpenedEvent other)
        : base(other) => Request = other.Request;

    /// <summary>Gets the whole request.</summary>
    public ServiceRequest Request { get; }

    private protected override string What => $"opened ({Request})";

    private protected override SlaEvent Copy() => new OpenedEvent(this);
}
