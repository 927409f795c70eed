using System.Globalization;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>Writes a history in local time with weekdays; events are named e1, e2, … in the order in which they are told.</summary>
internal sealed class Story
{
    private readonly DateTimeZone _zone;
    private readonly List<SlaEvent> _events = [];

    public Story(DateTimeZone zone) => _zone = zone;

    /// <summary>Gets what is told so far.</summary>
    public SlaHistory History => new(_events);

    public IReadOnlyList<SlaEvent> Events => _events;

    public static Story InShanghai() => new(World.Shanghai);

    public Story Opened(string at, ServiceRequest request) => Add(SlaEvent.Opened(NextId, At(at), request));

    public Story Signal(string at, Signal signal) => Add(SlaEvent.Signalled(NextId, At(at), signal));

    public Story Waits(string at, string waitId, WaitReason reason) => Add(SlaEvent.WaitBegun(NextId, At(at), waitId, reason));

    public Story GoesOn(string at, string waitId) => Add(SlaEvent.WaitEnded(NextId, At(at), waitId));

    public Story Reclassified(string at, ServiceRequest request) => Add(SlaEvent.Reclassified(NextId, At(at), request));

    public Story Appointment(string at, string appointment) => Add(SlaEvent.AppointmentAgreed(NextId, At(at), At(appointment)));

    public Story TakenBack(string at, string id, string why) => Add(SlaEvent.TakenBack(NextId, At(at), new EventId(id), why));

    public Story Add(SlaEvent happened)
    {
        _events.Add(happened);
        return this;
    }

    /// <summary>The last event became known later.</summary>
    public Story RecordedAt(string at)
    {
        _events[^1] = _events[^1].Recorded(At(at));
        return this;
    }

    public EventId NextId => new("e" + (_events.Count + 1).ToString(CultureInfo.InvariantCulture));

    public Instant At(string text) => World.At(text, _zone);
}
