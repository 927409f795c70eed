using NodaTime;

namespace AfterSales.Domain.Samples;

/// <summary>One row of the sample; what did not happen is null.</summary>
internal sealed class SampleTicket
{
    internal string Id { get; set; } = "";

    internal Instant Opened { get; set; }

    internal string Channel { get; set; } = "";

    internal string Kind { get; set; } = "";

    internal string Severity { get; set; } = "";

    internal string Locality { get; set; } = "";

    internal string Region { get; set; } = "";

    internal string ProductLine { get; set; } = "";

    internal Instant? CallMissed { get; set; }

    internal Instant? PickedUp { get; set; }

    internal Instant? CalledBack { get; set; }

    internal Instant? Replied { get; set; }

    internal Instant? TaskReceived { get; set; }

    internal Instant? VisitAgreed { get; set; }

    internal Instant? Appointment { get; set; }

    internal Instant? Arrived { get; set; }

    internal string WaitReason { get; set; } = "";

    internal Instant? WaitFrom { get; set; }

    internal Instant? WaitTo { get; set; }

    internal Instant? Resolved { get; set; }

    internal Instant? Confirmed { get; set; }
}
