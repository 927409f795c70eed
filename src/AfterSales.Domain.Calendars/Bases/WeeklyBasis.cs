namespace AfterSales.Domain.Calendars;

/// <summary>Weekly hours in a zone, with seasons; made by <see cref="BusinessCalendar.Weekly"/>.</summary>
/// <remarks>This type is immutable and thread-safe.</remarks>
public sealed class WeeklyBasis : CalendarBasis
{
    private readonly Season[] _seasons;

    /// <summary>The week as seven days when no season can change it, else null.</summary>
    private readonly DayHours[]? _everyWeek;

    internal WeeklyBasis(DateTimeZone zone, WeeklyHours hours, Season[] seasons)
    {
        Zone = zone;
        Hours = hours;
        _seasons = seasons;
        _everyWeek = seasons.Length == 0 && hours.Seasons.Count == 0 ? hours.WeekOn(default) : null;
    }

    /// <inheritdoc/>
    public override DateTimeZone Zone { get; }

    /// <summary>Gets the hours outside the seasons.</summary>
    public WeeklyHours Hours { get; }

    /// <summary>Gets the seasons in the order they were added; where several hold for a date, the last of them wins.</summary>
    public IReadOnlyList<Season> Seasons => _seasons;

    /// <inheritdoc/>
    public override bool Equals(CalendarBasis? other) =>
        other is WeeklyBasis weekly && Zone.Equals(weekly.Zone) && Hours.Equals(weekly.Hours) && _seasons.SequenceEqual(weekly._seasons);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Zone.Id, Hours, _seasons.Length);

    /// <summary>Returns hours, seasons and zone, as in "Mo-Fr 09:00-17:00, Asia/Shanghai".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join(", ", [Hours.ToString(), .. _seasons.Select(season => season.ToString()), Zone.Id]);

    internal override (int First, int Last) Extent =>
        Hours.IsClosed && _seasons.All(season => season.Hours.IsClosed) ? NoDay : AnyDay;

    internal override int Parts => 1;

    internal override bool HasWeekdays => true;

    internal override DayHours HoursOfWeekday(LocalDate isoDate, IsoDayOfWeek worksAs) =>
        (SeasonOn(isoDate)?.Hours ?? Hours).On(isoDate, worksAs);

    internal override void Expand(int firstDay, int lastDay, int baseDay, DatedPlan plan, List<OwnedRange> into)
    {
        ClockMapper mapper = new(Zone, baseDay);
        for (int day = firstDay; day <= lastDay; day++)
        {
            foreach (ClockRange range in HoursOn(day, plan).RangeArray)
            {
                (long start, long end) = mapper.Map(day, range);
                if (start < end)
                {
                    into.Add(new OwnedRange(day, start, end));
                }
            }
        }
    }

    internal override OpeningReason ReasonAt(Instant at, LocalDate ownerOrLocalDate, bool isOpen)
    {
        if (isOpen)
        {
            Season? season = SeasonOn(ownerOrLocalDate);
            season = season?.Hours.SeasonOn(ownerOrLocalDate) ?? season ?? Hours.SeasonOn(ownerOrLocalDate);
            return season is null ? OpeningReason.RegularHours : OpeningReason.InSeason(season);
        }

        DayHours hours = HoursOfWeekday(ownerOrLocalDate, ownerOrLocalDate.DayOfWeek);
        return hours.IsClosed ? OpeningReason.DayOff : OpeningReason.Between(hours, at.InZone(Zone).TimeOfDay);
    }

    private DayHours HoursOn(int day, DatedPlan plan) =>
        (plan.IsEmpty ? null : plan.On(day).Hours)
        ?? _everyWeek?[DayNumber.WeekIndex(day)]
        ?? HoursOfWeekday(DayNumber.Date(day), DayNumber.DayOfWeek(day));

    private Season? SeasonOn(LocalDate isoDate)
    {
        for (int index = _seasons.Length - 1; index >= 0; index--)
        {
            if (_seasons[index].IncludesIso(isoDate))
            {
                return _seasons[index];
            }
        }

        return null;
    }
}
