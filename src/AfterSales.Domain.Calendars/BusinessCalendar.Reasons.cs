namespace AfterSales.Domain.Calendars;

/// <content>Why it is open or closed.</content>
public sealed partial class BusinessCalendar
{
    /// <summary>Returns what holds between two instants, span by span, without gaps: open or closed, and why.</summary>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The first instant after.</param>
    /// <returns>The spans in order, computed while they are read; each begins where the one before ends, and neighbours differ in reason.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    public IEnumerable<CalendarSpan> Describe(Instant from, Instant to)
    {
        CheckOrder(from, to);
        return Spans(from, to);
    }

    /// <summary>Returns why an instant is open or closed.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The reason; its <see cref="OpeningReason.IsOpen"/> is what <see cref="IsOpen"/> answers.</returns>
    public OpeningReason ReasonAt(Instant at)
    {
        if (!Horizon.Contains(at))
        {
            return OpeningReason.OutsideHorizon;
        }

        LocalDate localDate = at.InZone(Zone).Date;
        int day = DayNumber.Of(localDate);
        long position = (at - DayNumber.Start(day)).ToInt64Nanoseconds();
        if (IsOpen(at))
        {
            List<OwnedRange> ranges = [];
            Expand(day - 2, day + 2, day, ranges);
            int owner = ranges.Find(range => range.Start <= position && position < range.End).Day;
            return _plan.On(owner).Entry is { } entry ? OpeningReason.Of(entry) : Basis.ReasonAt(at, DayNumber.Date(owner), isOpen: true);
        }

        if (_plan.HasClosures && OpenWithoutClosures(day).Exists(range => range.Start <= position && position < range.End))
        {
            return OpeningReason.Of(new Closures(_plan, Zone, day).Near(day).First(closure => closure.Span.Start <= position && position < closure.Span.End).Entry);
        }

        return PlanOfClosed(day, position) switch
        {
            { Entry: ClosedDay closed } => OpeningReason.Of(closed),
            { Hours: { IsClosed: false } hours } => OpeningReason.Between(hours, at.InZone(Zone).TimeOfDay),
            { Hours: not null } => OpeningReason.DayOff,
            _ => Basis.ReasonAt(at, localDate, isOpen: false),
        };
    }

    /// <summary>The instants after the given one at which the reason may change, sorted, through the end of the local date at most.</summary>
    internal IReadOnlyList<Instant> Boundaries(Instant after)
    {
        if (after < Horizon.Start)
        {
            return [Horizon.Start];
        }

        if (after >= Horizon.End)
        {
            return [Instant.MaxValue];
        }

        LocalDate date = after.InZone(Zone).Date;
        int day = DayNumber.Of(date);
        Instant origin = DayNumber.Start(day);
        NodaTime.TimeZones.ZoneLocalMapping midnight = Zone.MapLocal(date.PlusDays(1).AtMidnight());
        Instant nextDate = midnight.Count == 0 ? midnight.LateInterval.Start : midnight.Last().ToInstant();

        NodaTime.TimeZones.ZoneInterval offset = Zone.GetZoneInterval(after);
        SortedSet<Instant> boundaries = [nextDate, Horizon.End, offset.HasEnd ? offset.End : nextDate, midnight.Count == 2 ? midnight.First().ToInstant() : nextDate];
        foreach (OwnedRange range in OpenWithoutClosures(day))
        {
            boundaries.Add(origin.PlusNanoseconds(range.Start));
            boundaries.Add(origin.PlusNanoseconds(range.End));
        }

        foreach ((_, (long start, long end)) in new Closures(_plan, Zone, day).Near(day))
        {
            boundaries.Add(origin.PlusNanoseconds(start));
            boundaries.Add(origin.PlusNanoseconds(end));
        }

        // Beyond the first midnight to come, here or in a part, the boundaries are not all known yet.
        Instant last = nextDate;
        if (Basis is CombinedBasis combined)
        {
            IReadOnlyList<Instant> left = combined.Left.Boundaries(after);
            IReadOnlyList<Instant> right = combined.Right.Boundaries(after);
            boundaries.UnionWith(left);
            boundaries.UnionWith(right);
            last = Instant.Min(last, Instant.Min(left[^1], right[^1]));
        }

        return [.. boundaries.Where(boundary => boundary > after && boundary <= last)];
    }

    /// <summary>
    /// The plan that keeps an instant closed: its date's, or in a combined calendar the plan of the date before whose night shift would have run on. (Weekly hours say
    /// themselves that the instant lies outside the hours of its own date.)
    /// </summary>
    private DayPlan PlanOfClosed(int day, long position)
    {
        DayPlan plan = _plan.On(day);
        if (plan.Hours is not null || _plan.IsEmpty || Basis is not CombinedBasis)
        {
            return plan;
        }

        List<OwnedRange> ranges = [];
        Basis.Expand(day - 2, day + 2, day, new DatedPlan([], Basis), ranges);
        int owner = ranges.FindIndex(range => range.Start <= position && position < range.End);
        return owner >= 0 ? _plan.On(ranges[owner].Day) : plan;
    }

    private List<OwnedRange> OpenWithoutClosures(int day)
    {
        List<OwnedRange> ranges = [];
        Basis.Expand(day - 2, day + 2, day, _plan, ranges);
        return ranges;
    }

    private IEnumerable<CalendarSpan> Spans(Instant from, Instant to)
    {
        CalendarSpan? running = null;
        Instant at = from;
        while (at < to)
        {
            Instant end = at;
            foreach (Instant next in Boundaries(at))
            {
                end = Instant.Min(next, to);
                OpeningReason reason = ReasonAt(at);
                if (running is { } one && one.Reason.Equals(reason))
                {
                    running = new CalendarSpan(one.Start, end, reason);
                }
                else
                {
                    if (running is { } finished)
                    {
                        yield return finished;
                    }

                    running = new CalendarSpan(at, end, reason);
                }

                at = end;
                if (at == to)
                {
                    break;
                }
            }
        }

        if (running is { } last)
        {
            yield return last;
        }
    }
}
