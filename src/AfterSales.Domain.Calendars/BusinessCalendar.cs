using NodaTime.Text;

namespace AfterSales.Domain.Calendars;

/// <summary>A set of half-open spans of time in which a business is open: the opening instant is open, the closing instant is closed.</summary>
/// <remarks>
/// <para>
/// A calendar is weekly hours in a time zone (or two calendars combined), dated entries in layers, and a horizon outside which it is closed. Durations are real
/// elapsed time: a shift that holds a clock change is as long as it really lasts.
/// </para>
/// <para>
/// Verbs such as <see cref="With(HolidaySet)"/> return a changed copy. Two calendars are equal when name, version, basis, layers and horizon are. This type is immutable
/// and thread-safe; what it computes on first use is published without locks and is the same from every thread.
/// </para>
/// </remarks>
public sealed partial class BusinessCalendar : IEquatable<BusinessCalendar>
{
    /// <summary>The longest horizon, so that nanoseconds since its start fit in 64 bits.</summary>
    private const int LongestHorizonInDays = 250 * 366;

    /// <summary>The most layers and the most seasons: each is looked at for each date.</summary>
    private const int MostOfAKind = 1000;

    /// <summary>The most calendars in a combined one, however deep: each is asked in the depth of the others.</summary>
    private const int MostParts = 100;

    private static readonly Interval DefaultHorizon = new(Instant.FromUtc(1900, 1, 1, 0, 0), Instant.FromUtc(2100, 1, 1, 0, 0));
    private static readonly Interval WidestHorizon = new(Instant.FromUtc(1, 1, 8, 0, 0), Instant.FromUtc(9900, 1, 1, 0, 0));

    /// <summary>The instants that have a local time in every zone.</summary>
    private static readonly Interval WithLocalTime = new(Instant.MinValue + Duration.FromDays(1), Instant.MaxValue - Duration.FromDays(1));

    private readonly HolidaySet[] _layers;
    private readonly DatedPlan _plan;
    private readonly CompiledCalendar _compiled;

    private BusinessCalendar(string name, int version, CalendarBasis basis, HolidaySet[] layers, Interval horizon)
    {
        Name = name;
        Version = version;
        Basis = basis;
        Horizon = horizon;
        _layers = layers;
        _plan = new DatedPlan(layers, basis);
        (KnownFrom, KnownThrough) = Knowledge.Of(layers, basis);
        Extent = ExtentWithin(horizon);
        _compiled = new CompiledCalendar(this);
    }

    /// <summary>Gets the name: 1 to 64 characters of a–z, 0–9 and '-', or for combined calendars an expression such as "(team and site)" until they are <see cref="Named"/>.</summary>
    public string Name { get; }

    /// <summary>Gets the version, from 1.</summary>
    public int Version { get; }

    /// <summary>Gets the zone whose dates own the open spans; for combined calendars the left one's.</summary>
    public DateTimeZone Zone => Basis.Zone;

    /// <summary>Gets the version of the time zone data, as in "TZDB: 2026a (mapping: …)"; null when the zone is not from NodaTime's built-in TZDB.</summary>
    public string? ZoneDataVersion =>
        ReferenceEquals(DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone.Id), Zone) ? DateTimeZoneProviders.Tzdb.VersionId : null;

    /// <summary>Gets what the calendar is open by before its dated entries.</summary>
    public CalendarBasis Basis { get; }

    /// <summary>Gets the dated entries in the order they were added; for its dates a later layer beats an earlier one.</summary>
    public IReadOnlyList<HolidaySet> Layers => _layers;

    /// <summary>Gets the span of time outside which the calendar is closed.</summary>
    public Interval Horizon { get; }

    /// <summary>Gets the first date for which all holiday sets are complete; null when none of them says.</summary>
    public LocalDate? KnownFrom { get; }

    /// <summary>Gets the last date for which all holiday sets are complete; null when none of them says. Results beyond it may change when holidays are announced.</summary>
    public LocalDate? KnownThrough { get; }

    /// <summary>The dates on which anything may be open, first to last; first after last when nothing ever is.</summary>
    internal (int First, int Last) Extent { get; }

    /// <summary>Makes a calendar of weekly hours: version 1, no dated entries, from 1900 to 2100.</summary>
    /// <param name="name">The name, 1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <param name="zone">The zone the hours are written in.</param>
    /// <param name="hours">The hours.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    public static BusinessCalendar Weekly(string name, DateTimeZone zone, WeeklyHours hours)
    {
        NameRule.Checked(name, "calendar", nameof(name));
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(hours);
        return new BusinessCalendar(name, version: 1, new WeeklyBasis(zone, hours, []), [], DefaultHorizon);
    }

    /// <summary>Makes the calendar "always", which is open day and night; each date is open from 00:00 to 24:00.</summary>
    /// <param name="zone">The zone whose dates are its working days.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="zone"/> is null.</exception>
    public static BusinessCalendar Always(DateTimeZone zone) => Always("always", zone);

    /// <summary>Makes a calendar that is open day and night; each date is open from 00:00 to 24:00.</summary>
    /// <param name="name">The name, 1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <param name="zone">The zone whose dates are its working days.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    public static BusinessCalendar Always(string name, DateTimeZone zone) => Weekly(name, zone, WeeklyHours.AllTheTime);

    /// <summary>Says whether name, version, basis, layers and horizon are equal.</summary>
    /// <param name="other">The other calendar.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(BusinessCalendar? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && string.Equals(Name, other.Name, StringComparison.Ordinal)
            && Version == other.Version
            && Horizon == other.Horizon
            && Basis.Equals(other.Basis)
            && _layers.SequenceEqual(other._layers));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BusinessCalendar);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Version, Basis, _layers.Length);

    /// <summary>Returns name, version and rules, as in "service-hours v1: Mo-Fr 09:00-18:00, Asia/Shanghai, 39 dated entries, known through 2026-12-31".</summary>
    /// <returns>The text.</returns>
    public override string ToString()
    {
        int entries = _layers.Sum(layer => layer.Entries.Count);
        string dated = entries == 0 ? "" : FormattableString.Invariant($", {entries} dated {(entries == 1 ? "entry" : "entries")}");
        string known = KnownThrough is { } through ? $", known through {LocalDatePattern.Iso.Format(through)}" : "";
        return FormattableString.Invariant($"{Name} v{Version}: {Basis}{dated}{known}");
    }

    /// <summary>Adds the ranges owned by the dates, dated entries and horizon applied, in nanoseconds since the start of a UTC day near them.</summary>
    internal void Expand(int firstDay, int lastDay, int baseDay, List<OwnedRange> into)
    {
        firstDay = Math.Max(firstDay, Extent.First);
        lastDay = Math.Min(lastDay, Extent.Last);
        if (firstDay > lastDay)
        {
            return;
        }

        int start = into.Count;
        Basis.Expand(firstDay, lastDay, baseDay, _plan, into);
        if (_plan.HasClosures)
        {
            new Closures(_plan, Zone, baseDay).CutFrom(into, start);
        }

        DayNumber.Split(Horizon.Start, out int horizonFirst, out long startNanosecond);
        DayNumber.Split(Horizon.End, out int horizonLast, out long endNanosecond);
        if (firstDay <= horizonFirst + 2 || lastDay >= horizonLast - 3)
        {
            long from = (NearBy(horizonFirst - baseDay) * DayNumber.Nanoseconds) + startNanosecond;
            long to = (NearBy(horizonLast - baseDay) * DayNumber.Nanoseconds) + endNanosecond;
            for (int index = start; index < into.Count; index++)
            {
                into[index] = into[index] with { Start = Math.Max(into[index].Start, from), End = Math.Min(into[index].End, to) };
            }

            into.RemoveAll(range => range.End <= range.Start);
        }
    }

    /// <summary>The merged open spans of a stretch given in nanoseconds since the start of a UTC day.</summary>
    internal IEnumerable<(long Start, long End)> OpenBetween(long start, long end, int baseDay)
    {
        Instant origin = DayNumber.Start(baseDay);
        foreach (Interval open in OpenPeriods(origin.PlusNanoseconds(start), origin.PlusNanoseconds(end)))
        {
            yield return ((open.Start - origin).ToInt64Nanoseconds(), (open.End - origin).ToInt64Nanoseconds());
        }
    }

    /// <summary>Days from the base day, cut to more than a horizon is long: the end of a part's horizon may lie further from the base than 64 bits of nanoseconds reach, and then cuts nothing.</summary>
    private static int NearBy(int days) => Math.Clamp(days, -LongestHorizonInDays - 1000, LongestHorizonInDays + 1000);

    private (int First, int Last) ExtentWithin(Interval horizon)
    {
        (int first, int last) = Basis.Extent;
        first = Math.Max(Math.Min(first, _plan.FirstOpenDay), DayNumber.Of(horizon.Start) - 3);
        last = Math.Min(Math.Max(last, _plan.LastOpenDay), DayNumber.Of(horizon.End) + 2);
        return first <= last ? (first, last) : CalendarBasis.NoDay;
    }
}
