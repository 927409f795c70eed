using System.Globalization;
using NodaTime.Text;

namespace AfterSales.Domain.Calendars;

/// <content>Verbs that return a changed copy.</content>
public sealed partial class BusinessCalendar
{
    /// <summary>Returns the same calendar under another name.</summary>
    /// <param name="name">The name, 1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The renamed calendar.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    public BusinessCalendar Named(string name) => new(NameRule.Checked(name, "calendar", nameof(name)), Version, Basis, _layers, Horizon);

    /// <summary>Returns the same calendar as another version.</summary>
    /// <param name="version">The version, from 1.</param>
    /// <returns>The calendar with the version.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="version"/> is below 1.</exception>
    public BusinessCalendar WithVersion(int version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        return new BusinessCalendar(Name, version, Basis, _layers, Horizon);
    }

    /// <summary>Returns the calendar with a layer of dated entries, which beats earlier layers for its dates.</summary>
    /// <param name="layer">The entries, as in <c>ChinaHolidays.Through(2026)</c>.</param>
    /// <returns>The changed calendar.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="layer"/> is null.</exception>
    /// <exception cref="ArgumentException">The calendar has 1,000 layers already.</exception>
    /// <exception cref="InvalidOperationException">The layer has a make-up day that works as a weekday, and this is a combined calendar, which has none.</exception>
    public BusinessCalendar With(HolidaySet layer)
    {
        ArgumentNullException.ThrowIfNull(layer);
        return With([layer]);
    }

    /// <summary>Returns the calendar with several layers of dated entries at once, the later beating the earlier: as if added one by one, in one step.</summary>
    /// <param name="layers">The layers; none changes nothing.</param>
    /// <returns>The changed calendar.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="layers"/> is null.</exception>
    /// <exception cref="ArgumentException">A layer is null, or the calendar would have more than 1,000.</exception>
    /// <exception cref="InvalidOperationException">A layer has a make-up day that works as a weekday, and this is a combined calendar, which has none.</exception>
    public BusinessCalendar With(IEnumerable<HolidaySet> layers)
    {
        HolidaySet[] added = Listed(layers, _layers.Length, nameof(layers), "layers");
        return !Basis.HasWeekdays && added.SelectMany(layer => layer.Entries).FirstOrDefault(entry => entry is MakeUpWorkingDay { Hours: null }) is { } makeUp
            ? throw new InvalidOperationException(
                $"\"{makeUp}\" needs the hours of a weekday, and {Name} is combined of other calendars: allowed are make-up days with hours of their own; or add the set to the calendars that are combined.")
            : new BusinessCalendar(Name, Version, Basis, [.. _layers, .. added], Horizon);
    }

    /// <summary>Returns the calendar with one dated entry as a layer of its own, which beats what was said of that date before.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>The changed calendar.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="entry"/> is null.</exception>
    /// <exception cref="ArgumentException">The calendar has 1,000 layers already.</exception>
    /// <exception cref="InvalidOperationException">The entry is a make-up day that works as a weekday, and this is a combined calendar, which has none.</exception>
    public BusinessCalendar With(DatedHours entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return With(new HolidaySet("dated", [entry]));
    }

    /// <summary>Returns the calendar with weekly hours that hold for a part of time; where several seasons hold for a date, the one added last wins.</summary>
    /// <param name="season">The season.</param>
    /// <returns>The changed calendar.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="season"/> is null.</exception>
    /// <exception cref="ArgumentException">The calendar has 1,000 seasons already.</exception>
    /// <exception cref="InvalidOperationException">This is a combined calendar, which has no weekly hours.</exception>
    public BusinessCalendar With(Season season)
    {
        ArgumentNullException.ThrowIfNull(season);
        return With([season]);
    }

    /// <summary>Returns the calendar with several seasons at once, the later winning over the earlier: as if added one by one, in one step.</summary>
    /// <param name="seasons">The seasons; none changes nothing.</param>
    /// <returns>The changed calendar.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="seasons"/> is null.</exception>
    /// <exception cref="ArgumentException">A season is null, or the calendar would have more than 1,000.</exception>
    /// <exception cref="InvalidOperationException">This is a combined calendar, which has no weekly hours.</exception>
    public BusinessCalendar With(IEnumerable<Season> seasons)
    {
        Season[] added = Listed(seasons, (Basis as WeeklyBasis)?.Seasons.Count ?? 0, nameof(seasons), "seasons");
        return Basis is WeeklyBasis weekly
            ? new BusinessCalendar(Name, Version, new WeeklyBasis(weekly.Zone, weekly.Hours, [.. weekly.Seasons, .. added]), _layers, Horizon)
            : throw new InvalidOperationException($"{Name} is combined of other calendars and has no weekly hours: add the season to the calendars that are combined.");
    }

    /// <summary>Returns the calendar closed on a date. A night shift of the date before still ends in its own time.</summary>
    /// <param name="date">The date.</param>
    /// <param name="reason">Why, as in "stock-taking".</param>
    /// <returns>The changed calendar.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty or white space, or the calendar has 1,000 layers already.</exception>
    public BusinessCalendar ClosedOn(LocalDate date, string reason) => With(DatedHours.Closed(date, reason));

    /// <summary>Returns the calendar closed for a part of a date, whichever date owns what is open then.</summary>
    /// <param name="date">The date the closure starts on.</param>
    /// <param name="part">The part of the day; it may run past midnight.</param>
    /// <param name="reason">Why, as in "staff meeting".</param>
    /// <returns>The changed calendar.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty or white space, or the calendar has 1,000 layers already.</exception>
    public BusinessCalendar ClosedOn(LocalDate date, ClockRange part, string reason) => With(DatedHours.ClosedFor(date, part, reason));

    /// <summary>Returns the calendar with special hours on a date.</summary>
    /// <param name="date">The date.</param>
    /// <param name="hours">Its hours instead of the usual ones; at least one range.</param>
    /// <param name="reason">Why, as in "Christmas Eve".</param>
    /// <returns>The changed calendar.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hours"/> or <paramref name="reason"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="hours"/> is closed, or <paramref name="reason"/> is empty or white space, or the calendar has 1,000 layers already.</exception>
    public BusinessCalendar OpenOn(LocalDate date, DayHours hours, string reason) => With(DatedHours.Special(date, hours, reason));

    /// <summary>Returns the calendar with a make-up working day (调休) that has the hours of a weekday.</summary>
    /// <param name="date">The date, usually a Saturday or Sunday.</param>
    /// <param name="worksAs">The weekday whose hours it has, Monday to Sunday.</param>
    /// <param name="reason">What for, as in "Spring Festival".</param>
    /// <returns>The changed calendar.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reason"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="reason"/> is empty or white space, or the calendar has 1,000 layers already.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="worksAs"/> is not Monday to Sunday.</exception>
    /// <exception cref="InvalidOperationException">This is a combined calendar, which has no weekdays.</exception>
    public BusinessCalendar MakeUpDay(LocalDate date, IsoDayOfWeek worksAs, string reason) => With(DatedHours.MakeUp(date, worksAs, reason));

    /// <summary>Returns the calendar with another horizon, outside which it is closed.</summary>
    /// <param name="horizon">The span, with a start and an end, at most 250 years long, between the years 1 and 9900.</param>
    /// <returns>The changed calendar.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The span has no start or no end, is empty, longer than 250 years, or outside the years 1 to 9900.</exception>
    public BusinessCalendar Within(Interval horizon)
    {
        Checked(horizon, nameof(horizon));
        return new BusinessCalendar(Name, Version, Basis, _layers, horizon);
    }

    /// <summary>Returns the calendar that is open while both are: team hours within site hours. Zone and owning dates are this calendar's.</summary>
    /// <param name="other">The other calendar, of any zone.</param>
    /// <returns>The calendar "(this and other)", version 1, of the shared horizon.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The horizons share no time, or the calendar would be combined of more than 100.</exception>
    public BusinessCalendar Intersect(BusinessCalendar other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Instant start = Instant.Max(Horizon.Start, other.Horizon.Start);
        Instant end = Instant.Min(Horizon.End, other.Horizon.End);
        return start < end
            ? Combined(new IntersectionBasis(this, other), new Interval(start, end), nameof(other))
            : throw new ArgumentException($"The horizons of {Name} and {other.Name} share no time.", nameof(other));
    }

    /// <summary>Returns the calendar that is open while one of both is: follow the sun. The zone is this calendar's; a span is owned by the local date it starts on.</summary>
    /// <param name="other">The other calendar, of any zone.</param>
    /// <returns>The calendar "(this or other)", version 1, of both horizons together.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">Both horizons together are longer than 250 years, or the calendar would be combined of more than 100.</exception>
    public BusinessCalendar Union(BusinessCalendar other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Interval horizon = new(Instant.Min(Horizon.Start, other.Horizon.Start), Instant.Max(Horizon.End, other.Horizon.End));
        return (horizon.End - horizon.Start).Days <= LongestHorizonInDays
            ? Combined(new UnionBasis(this, other), horizon, nameof(other))
            : throw new ArgumentException($"The horizons of {Name} and {other.Name} together are longer than 250 years.", nameof(other));
    }

    /// <summary>Returns the calendar that is open while this one is and the other is not: hours without maintenance windows. Zone and owning dates are this calendar's.</summary>
    /// <param name="other">The calendar whose open time is taken out, of any zone.</param>
    /// <returns>The calendar "(this except other)", version 1, of this calendar's horizon.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The calendar would be combined of more than 100.</exception>
    public BusinessCalendar Except(BusinessCalendar other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Combined(new ExceptionBasis(this, other), Horizon, nameof(other));
    }

    private static T[] Listed<T>(IEnumerable<T> items, int before, string parameterName, string word)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(items, parameterName);
        T[] listed = [.. items.Take(MostOfAKind - before + 1)];
        int empty = Array.IndexOf(listed, null);
        if (empty >= 0)
        {
            throw new ArgumentException(string.Format(CultureInfo.InvariantCulture, "None of the {0} may be null; number {1} is.", word, empty + 1), parameterName);
        }

        return before + listed.Length <= MostOfAKind
            ? listed
            : throw new ArgumentException(string.Format(CultureInfo.InvariantCulture, "A calendar has at most {0} {1}; these would be more. A layer can hold any number of dated entries.", MostOfAKind, word), parameterName);
    }

    private static BusinessCalendar Combined(CombinedBasis basis, Interval horizon, string parameterName) => basis.Parts <= MostParts
        ? new(basis.ToString(), version: 1, basis, [], horizon)
        : throw new ArgumentException(
            FormattableString.Invariant($"A calendar is combined of at most {MostParts} others, and these would be {basis.Parts}: give what is open or closed on single dates as dated entries."), parameterName);

    private static void Checked(Interval horizon, string parameterName)
    {
        if (!horizon.HasStart || !horizon.HasEnd
            || horizon.Start < WidestHorizon.Start || horizon.End > WidestHorizon.End
            || horizon.End == horizon.Start || (horizon.End - horizon.Start).Days > LongestHorizonInDays)
        {
            throw new ArgumentOutOfRangeException(
                parameterName,
                horizon.ToString(),
                $"Allowed is a span of more than nothing and at most 250 years between {InstantPattern.General.Format(WidestHorizon.Start)} and {InstantPattern.General.Format(WidestHorizon.End)}.");
        }
    }
}
