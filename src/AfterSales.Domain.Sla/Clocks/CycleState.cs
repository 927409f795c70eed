using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>One cycle of one objective as it stands: what clocks change, and from what every figure on the cycle is computed.</summary>
internal sealed class CycleState
{
    private readonly SlaEvent _startedBy;
    private SlaEvent? _finishedBy;

    internal CycleState(Objective objective, SlaEvent startedBy)
    {
        Objective = objective;
        _startedBy = startedBy;
    }

    internal Objective Objective { get; }

    internal EventId StartedBy => _startedBy.Id;

    internal Instant Start => _startedBy.At;

    /// <summary>Gets or sets a value indicating whether the cycle is left to another objective.</summary>
    internal bool IsSkipped { get; set; }

    internal CoverageKind Coverage { get; private set; }

    /// <summary>Gets why there is no deadline; null while there is one.</summary>
    internal NoDeadlineReason? NoDeadline { get; private set; }

    internal bool WasCovered { get; private set; }

    /// <summary>Gets the request that chose the target, or found none.</summary>
    internal ServiceRequest? Request { get; private set; }

    internal Target? Target { get; private set; }

    internal BusinessCalendar? Calendar { get; private set; }

    /// <summary>Gets the last event that changed the rule, the calendar or the appointment, or opened it again; the due may not lie before it.</summary>
    internal Instant? Floor => Extra?.Floor;

    internal Instant? Appointment => Extra?.Appointment;

    internal CycleFinish Finish { get; private set; }

    /// <summary>Gets when it was finished; only a finished cycle is asked.</summary>
    internal Instant FinishedAt => _finishedBy!.At;

    /// <summary>Gets the signal that finished it; the default for a restart.</summary>
    internal Signal FinishedBy => _finishedBy is SignalEvent happened ? happened.Signal : default;

    /// <summary>Gets the due with which it was breached before something else could change it.</summary>
    internal Instant? Frozen => Extra?.Frozen;

    /// <summary>Gets what only few cycles have; null for all others, of which there are many.</summary>
    internal CycleExtra? Extra { get; private set; }

    internal bool IsShown => !IsSkipped && (Coverage != CoverageKind.OutOfScope || WasCovered);

    internal bool IsOpen => Finish == CycleFinish.Open;

    internal CycleState Copy()
    {
        CycleState copy = (CycleState)MemberwiseClone();
        copy.Extra = Extra?.Copy();
        return copy;
    }

    internal void Cover(in Coverage coverage)
    {
        Coverage = coverage.Kind;
        NoDeadline = coverage.Reason;
        Target = coverage.Target;
        Calendar = coverage.Calendar;
        Request = coverage.Request;
        WasCovered |= coverage.Kind == CoverageKind.Covered;
    }

    /// <summary>Takes away the target but remembers that there was one: the cycle goes on unseen, and may be covered again.</summary>
    internal void Uncover(in Coverage coverage, Instant at)
    {
        Coverage = coverage.Kind;
        NoDeadline = coverage.Reason;
        MakeExtra().UncoveredAt = at;
    }

    internal void Change(in Coverage coverage, Instant at)
    {
        Cover(coverage);
        CycleExtra extra = MakeExtra();
        extra.Floor = at;
        extra.UncoveredAt = null;
        extra.Segment = null;
        extra.EarlierSegments.Clear();
    }

    /// <summary>Closes a segment, of which <paramref name="used"/> was used, and begins one with what the new allowance has left.</summary>
    internal void ChangeProportionally(in Coverage coverage, Instant at, Duration used, Duration allowance)
    {
        CycleExtra extra = MakeExtra();
        extra.EarlierSegments.Add(new CycleSegment(extra.Segment?.Start ?? Start, at, Target!, Calendar!, used));
        extra.Segment = (at, allowance);
        extra.UncoveredAt = null;
        extra.Floor = at;
        Cover(coverage);
    }

    internal void ChangeCalendar(BusinessCalendar calendar, Instant at)
    {
        CycleExtra extra = MakeExtra();
        extra.Floor = at;
        if (extra.Segment is not null && !Target!.Rule!.Taken(Start, calendar).Equals(Target.Rule.Taken(Start, Calendar!)))
        {
            // The share was one of an allowance that the start does not have by this calendar.
            extra.Segment = null;
            extra.EarlierSegments.Clear();
        }

        Calendar = calendar;
    }

    internal void Appoint(Instant? appointment)
    {
        if (appointment != Appointment)
        {
            MakeExtra().Appointment = appointment;
        }
    }

    internal void ChangeAppointment(Instant appointment, Instant at)
    {
        Appoint(appointment);
        MakeExtra().Floor = at;
    }

    internal void MoveDueTo(Instant at) => MakeExtra().Floor = at;

    internal void Freeze(Instant due) => MakeExtra().Frozen = due;

    internal void FinishAs(CycleFinish finish, SlaEvent by)
    {
        Finish = finish;
        _finishedBy = by;
    }

    /// <summary>Opens the cycle again; the time since it finished pauses it.</summary>
    internal void Resume(Instant at)
    {
        CycleExtra extra = MakeExtra();
        if (Finish == CycleFinish.Stopped)
        {
            extra.FirstStop ??= FinishedAt;
        }

        if (FinishedAt < at)
        {
            extra.ResolvedSpans.Add((FinishedAt, at));
        }

        Finish = CycleFinish.Open;
        _finishedBy = null;
    }

    private CycleExtra MakeExtra() => Extra ??= new CycleExtra();
}
