using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>A visit agreed, or agreed anew, with the customer.</summary>
public sealed class AppointmentAgreedEvent : SlaEvent
{
    internal AppointmentAgreedEvent(EventId id, Instant at, Instant appointment)
        : base(id, at) => Appointment = appointment;

    private AppointmentAgreedEvent(AppointmentAgreedEvent other)
        : base(other) => Appointment = other.Appointment;

    /// <summary>Gets the instant agreed on.</summary>
    public Instant Appointment { get; }

    private protected override string What => $"appointment agreed for {Appointment}";

    private protected override SlaEvent Copy() => new AppointmentAgreedEvent(this);
}
