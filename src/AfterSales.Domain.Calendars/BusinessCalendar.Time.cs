using System.Runtime.CompilerServices;
using NodaTime.Text;

namespace AfterSales.Domain.Calendars;

/// <content>Questions about instants and amounts of open time.</content>
public sealed partial class BusinessCalendar
{
    /// <summary>Returns the spans that are open in one version and closed in the other: whose deadlines have to be computed anew.</summary>
    /// <param name="before">The older version.</param>
    /// <param name="after">The newer version.</param>
    /// <param name="from">The first instant that matters.</param>
    /// <param name="to">The first instant that no longer matters.</param>
    /// <returns>The changed spans in order, computed while they are read; neighbours differ in direction or do not touch.</returns>
    /// <exception cref="ArgumentNullException">A calendar is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    public static IEnumerable<OpennessChange> Difference(BusinessCalendar before, BusinessCalendar after, Instant from, Instant to)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        CheckOrder(from, to);
        return Changes(before, after, from, to);
    }

    /// <summary>Says whether an instant is open. An opening instant is, a closing instant is not.</summary>
    /// <param name="at">The instant; outside the horizon it is closed.</param>
    /// <returns>True when it is open.</returns>
    public bool IsOpen(Instant at) => _compiled.IsOpen(at);

    /// <summary>Says whether the holidays of an instant's date are known: whether a result there can be relied on.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>True when its local date is from <see cref="KnownFrom"/> through <see cref="KnownThrough"/>, or no holiday set states a span.</returns>
    public bool IsKnown(Instant at)
    {
        LocalDate date = Instant.Max(WithLocalTime.Start, Instant.Min(at, WithLocalTime.End)).InZone(Zone).Date;
        return (KnownFrom is not { } from || date >= from) && (KnownThrough is not { } through || date <= through);
    }

    /// <summary>Returns when an amount of open time has passed since an instant.</summary>
    /// <param name="start">The instant to count from; it may be closed.</param>
    /// <param name="openTime">
    /// How much open time. Above zero: the earliest instant by which it has passed, so that an amount that fills the day ends at closing time. Below zero: the latest
    /// instant from which it passes until the start. Zero: the start itself.
    /// </param>
    /// <returns>The instant u with <c>WorkingTimeBetween(start, u) = openTime</c>.</returns>
    /// <exception cref="BeyondHorizonException">So much open time does not exist from the start to the end (or the beginning) of the horizon.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Instant Add(Instant start, Duration openTime) =>
        _compiled.TryAfterAtOnce(start, openTime, out Instant end) ? end : AddWithCare(start, openTime);

    /// <summary>Returns when an amount of open time has passed, as <see cref="Add"/> does, without an exception.</summary>
    /// <param name="start">The instant to count from.</param>
    /// <param name="openTime">How much open time; below zero counts backwards.</param>
    /// <param name="end">The instant when the result is true, else the start.</param>
    /// <returns>True when so much open time exists within the horizon.</returns>
    public bool TryAdd(Instant start, Duration openTime, out Instant end)
    {
        if (_compiled.TryAfterAtOnce(start, openTime, out end))
        {
            return true;
        }

        Instant? found = _compiled.After(start, openTime);
        end = found ?? start;
        return found is not null;
    }

    /// <summary>Returns the instant from which an amount of open time passes until another: <c>Add(end, −openTime)</c>.</summary>
    /// <param name="end">The instant to count back from.</param>
    /// <param name="openTime">How much open time; below zero counts forward.</param>
    /// <returns>The latest instant from which the amount passes until the end.</returns>
    /// <exception cref="BeyondHorizonException">So much open time does not exist within the horizon.</exception>
    public Instant Subtract(Instant end, Duration openTime) =>
        Add(end, openTime == Duration.MinValue ? Duration.MaxValue : -openTime);

    /// <summary>Returns the open time between two instants.</summary>
    /// <param name="start">The instant to count from.</param>
    /// <param name="end">The instant to count to.</param>
    /// <returns>The open time; negative when the end is before the start: <c>between(a, b) = −between(b, a)</c> and <c>between(a, b) + between(b, c) = between(a, c)</c>.</returns>
    public Duration WorkingTimeBetween(Instant start, Instant end) => Duration.FromNanoseconds(_compiled.WorkBetween(start, end));

    /// <summary>Returns the first opening strictly after an instant.</summary>
    /// <param name="after">The instant; when it is an opening itself, the next one is returned.</param>
    /// <returns>The opening, or null when the calendar does not open again.</returns>
    public Instant? NextOpening(Instant after) => _compiled.NextOpening(after);

    /// <summary>Returns the instant itself when it is open, else the next opening.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The first open instant from there on, or null when there is none.</returns>
    public Instant? NextOpeningOrNow(Instant at) => IsOpen(at) ? at : NextOpening(at);

    /// <summary>Returns the first closing strictly after an instant.</summary>
    /// <param name="after">The instant; when it is a closing itself, the next one is returned.</param>
    /// <returns>The closing, or null when there is none.</returns>
    public Instant? NextClosing(Instant after) => _compiled.NextClosing(after);

    /// <summary>Returns the last opening strictly before an instant.</summary>
    /// <param name="before">The instant; when it is an opening itself, the one before is returned.</param>
    /// <returns>The opening, or null when there is none.</returns>
    public Instant? PreviousOpening(Instant before) => _compiled.PreviousOpening(before);

    /// <summary>Returns the last closing strictly before an instant.</summary>
    /// <param name="before">The instant; when it is a closing itself, the one before is returned.</param>
    /// <returns>The closing, or null when there is none.</returns>
    public Instant? PreviousClosing(Instant before) => _compiled.PreviousClosing(before);

    /// <summary>Returns the open spans between two instants, merged and cut to them.</summary>
    /// <param name="from">The first instant.</param>
    /// <param name="to">The first instant after.</param>
    /// <returns>The spans in order, computed while they are read; neighbours never touch.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    public IEnumerable<Interval> OpenPeriods(Instant from, Instant to)
    {
        CheckOrder(from, to);
        return Periods(from, to);
    }

    private Instant AddWithCare(Instant start, Duration openTime) => _compiled.After(start, openTime) ?? throw NotEnoughOpenTime(start, openTime);

    private static void CheckOrder(Instant from, Instant to)
    {
        if (to < from)
        {
            throw new ArgumentOutOfRangeException(nameof(to), to, $"Allowed is {InstantPattern.ExtendedIso.Format(from)}, where the span begins, or later.");
        }
    }

    private static IEnumerable<OpennessChange> Changes(BusinessCalendar before, BusinessCalendar after, Instant from, Instant to)
    {
        // At each step one of both opens or closes, or both do: two changes of one direction never touch.
        Instant at = from;
        while (at < to)
        {
            Instant next = Instant.Min(to, Instant.Min(before.NextChange(at) ?? to, after.NextChange(at) ?? to));
            bool isOpen = after.IsOpen(at);
            if (isOpen != before.IsOpen(at))
            {
                yield return new OpennessChange(at, next, isOpen);
            }

            at = next;
        }
    }

    private IEnumerable<Interval> Periods(Instant from, Instant to)
    {
        Instant? start = NextOpeningOrNow(from);
        while (start is { } opening && opening < to)
        {
            Instant closing = NextClosing(opening)!.Value;
            yield return new Interval(opening, Instant.Min(closing, to));
            start = NextOpening(closing);
        }
    }

    private Instant? NextChange(Instant after) => IsOpen(after) ? NextClosing(after) : NextOpening(after);

    private BeyondHorizonException NotEnoughOpenTime(Instant start, Duration openTime) => new(
        $"{Name} has not {DurationPattern.Roundtrip.Format(openTime)} of open time from "
        + $"{InstantPattern.ExtendedIso.Format(start)} within its horizon, {InstantPattern.General.Format(Horizon.Start)} to {InstantPattern.General.Format(Horizon.End)}; "
        + "TryAdd answers false instead.");
}
