using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>All clocks of one ticket under one policy, moved by events in the order of their instants. Amendments are resolved before.</summary>
internal sealed class ClockEngine
{
    private readonly SlaPolicy _policy;
    private readonly ObjectiveClock[] _clocks;
    private List<IgnoredEvent>? _ignored;
    private ServiceRequest? _request;
    private int _publication;
    private ReclassificationInstant? _reclassified;

    internal ClockEngine(SlaPolicy policy)
    {
        _policy = policy;
        _clocks = new ObjectiveClock[policy.Objectives.Count];
        for (int i = 0; i < _clocks.Length; i++)
        {
            _clocks[i] = new ObjectiveClock(this, policy.Objectives[i]);
        }
    }

    private ClockEngine(ClockEngine other)
    {
        _policy = other._policy;
        _clocks = Array.ConvertAll(other._clocks, clock => clock.Copy(this));
        _ignored = other._ignored is null ? null : [.. other._ignored];
        _request = other._request;
        _publication = other._publication;
        Waits = other.Waits is null ? null : [.. other.Waits];
        Appointment = other.Appointment;
        _reclassified = other._reclassified?.Copy();
    }

    internal CalendarBook Book => _policy.Book;

    internal ServiceRequest Request => _request!;

    internal bool IsOpened => _request is not null;

    internal Instant? Appointment { get; private set; }

    internal List<TrackedWait>? Waits { get; private set; }

    internal ReadOnlySpan<ObjectiveClock> Clocks => _clocks;

    internal IReadOnlyList<IgnoredEvent> Ignored => _ignored is null ? [] : _ignored;

    internal ClockEngine Copy() => new(this);

    internal void Ignore(SlaEvent happened, IgnoredReason reason, string? objective) => (_ignored ??= []).Add(new IgnoredEvent(happened, reason, objective));

    internal bool HasPublicationThrough(Instant at) => _publication < Book.Publications.Length && Book.Publications[_publication] <= at;

    /// <summary>Lets the calendars published by then act on the open cycles, each at its own instant.</summary>
    internal void AdvanceTo(Instant at)
    {
        while (HasPublicationThrough(at))
        {
            Instant published = Book.Publications[_publication++];
            if (IsOpened)
            {
                foreach (ObjectiveClock clock in _clocks)
                {
                    clock.Publish(published);
                }
            }
        }
    }

    internal void Apply(SlaEvent happened)
    {
        AdvanceTo(happened.At);
        if (happened is ReclassifiedEvent change)
        {
            Reclassify(change);
            return;
        }

        _reclassified?.Add(happened);
        Act(happened);
    }

    private void Act(SlaEvent happened)
    {
        switch (happened)
        {
            case SignalEvent signal:
                foreach (ObjectiveClock clock in _clocks)
                {
                    clock.Signal(signal);
                }

                break;
            case WaitBegunEvent begun:
                BeginWait(begun);
                break;
            case WaitEndedEvent ended:
                EndWait(ended);
                break;
            case AppointmentAgreedEvent agreed:
                Appointment = agreed.Appointment;
                foreach (ObjectiveClock clock in _clocks)
                {
                    clock.Appoint(agreed.Appointment, agreed.At);
                }

                break;
            case OpenedEvent opened:
                _request = opened.Request;
                break;
            default:
                throw new ArgumentException($"{happened.GetType().Name} is no event that moves clocks.", nameof(happened));
        }
    }

    /// <summary>Reclassifications at one instant count as one, the last: what stood before the first of them is kept until time goes on.</summary>
    private void Reclassify(ReclassifiedEvent change)
    {
        if (_reclassified?.At == change.At)
        {
            _reclassified.Restore(this);
        }
        else
        {
            _reclassified = new ReclassificationInstant(change.At, WithoutReclassification());
        }

        _request = change.Request;
        foreach (ObjectiveClock clock in _clocks)
        {
            clock.Reclassify(change);
        }
    }

    private ClockEngine WithoutReclassification()
    {
        _reclassified = null;
        return Copy();
    }

    private void BeginWait(WaitBegunEvent begun)
    {
        Waits ??= [];
        if (OpenWait(begun.WaitId) >= 0)
        {
            Ignore(begun, IgnoredReason.WaitBegunTwice, objective: null);
            return;
        }

        foreach (ObjectiveClock clock in _clocks)
        {
            clock.Wait(begun);
        }

        Waits.Add(new TrackedWait(begun.WaitId, begun.Reason, begun.At, Instant.MaxValue));
    }

    private void EndWait(WaitEndedEvent ended)
    {
        int index = OpenWait(ended.WaitId);
        if (index < 0)
        {
            Ignore(ended, IgnoredReason.WaitNotBegun, objective: null);
            return;
        }

        if (Waits![index].Start == ended.At)
        {
            Waits.RemoveAt(index);
            return;
        }

        Waits[index] = Waits[index].EndedAt(ended.At);
    }

    private int OpenWait(string id) =>
        Waits?.FindLastIndex(wait => wait.IsOpen && string.Equals(wait.Id, id, StringComparison.Ordinal)) ?? -1;

    /// <summary>The clocks as they stood before the first reclassification of an instant, and what else happened in it since.</summary>
    private sealed class ReclassificationInstant
    {
        private readonly ClockEngine _before;
        private readonly List<SlaEvent> _since;

        internal ReclassificationInstant(Instant at, ClockEngine before)
            : this(at, before, [])
        {
        }

        private ReclassificationInstant(Instant at, ClockEngine before, List<SlaEvent> since)
        {
            At = at;
            _before = before;
            _since = since;
        }

        internal Instant At { get; }

        internal void Add(SlaEvent happened)
        {
            if (happened.At == At)
            {
                _since.Add(happened);
            }
        }

        internal ReclassificationInstant Copy() => new(At, _before, [.. _since]);

        internal void Restore(ClockEngine engine)
        {
            ClockEngine before = _before.Copy();
            Array.Copy(Array.ConvertAll(before._clocks, clock => clock.Copy(engine)), engine._clocks, engine._clocks.Length);
            engine._ignored = before._ignored;
            engine._request = before._request;
            engine._publication = before._publication;
            engine.Waits = before.Waits;
            engine.Appointment = before.Appointment;
            foreach (SlaEvent happened in _since)
            {
                engine.Act(happened);
            }
        }
    }
}
