using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>A change of the request; it carries the whole request as it is from then on.</summary>
public sealed class ReclassifiedEvent : SlaEvent
{
    internal ReclassifiedEvent(EventId id, Instant at, ServiceRequest request)
        : base(id, at)
    {
        ArgumentNullException.ThrowIfNull(request);
        Request = request;
    }

    private ReclassifiedEvent(ReclassifiedEvent other)
        : base(other) => Request = other.Request;

    /// <summary>Gets the whole request as it is from then on.</summary>
    public ServiceRequest Request { get; }

    private protected override string What => $"reclassified ({Request})";

    private protected override SlaEvent Copy() => new ReclassifiedEvent(this);
}
