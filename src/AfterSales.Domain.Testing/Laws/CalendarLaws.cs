using AfterSales.Domain.Calendars;
using AfterSales.Domain.Json;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>The laws of business time, for your own calendar in one line: <c>CalendarLaws.HoldFor(ourCalendar)</c>.</summary>
/// <remarks>The instants lie near the calendar's own dated entries, near clock changes of its zone, and anywhere from 2015 to 2035. The methods are safe for use by several threads.</remarks>
public static class CalendarLaws
{
    private static readonly Duration Later = Duration.FromHours(5);

    /// <summary>Gets every law.</summary>
    public static IReadOnlyList<Law<AskedCalendar>> All { get; } =
    [
        new("the working time until the end of an amount is the amount", one =>
            one.Calendar.TryAdd(one.At, one.Amount, out Instant end) && one.Calendar.WorkingTimeBetween(one.At, end) is var between && between != one.Amount ? $"{between} until {end}" : null),
        new("adding in two steps is adding at once", TwoSteps),
        new("a later start never ends earlier", one => one.Calendar.TryAdd(Last(one), one.Amount, out Instant late) && one.Calendar.Add(First(one), one.Amount) is var early && early > late
            ? $"from {First(one)} until {early}, and from {Last(one)} already until {late}" : null),
        new("subtracting takes back what was added, up to closed time", one =>
            one.Calendar.TryAdd(one.At, one.Amount, out Instant end) && one.Calendar.WorkingTimeBetween(one.Calendar.Subtract(end, one.Amount), end) is var between && between != one.Amount ? $"{between}" : null),
        new("working time adds up, turns its sign with its ends, and is no more than time", WorkingTime),
        new("closing one more day never makes a deadline earlier", one =>
            one.Calendar.ClosedOn(one.Other.InZone(one.Calendar.Zone).Date, "one more").TryAdd(one.At, one.Amount, out Instant end) && one.Calendar.Add(one.At, one.Amount) > end ? $"{end} is earlier" : null),
        new("a description has no gaps, and says open where the calendar is open", Description),
        new("the next boundary is where openness changes", Boundaries),
        new("a calendar that is written as JSON and read back is equal", one => one.Calendar.Equals(CalendarDocument.Read(CalendarDocument.Write(one.Calendar)).Value) ? null : "it is not"),
    ];

    /// <summary>Tries every law on a calendar, each on <see cref="LawRun.Default"/> many questions.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="LawBrokenException">A law does not hold.</exception>
    public static void HoldFor(BusinessCalendar calendar) => HoldFor(calendar, All, LawRun.Default);

    /// <summary>Tries laws on a calendar.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="laws">What has to be true, such as <see cref="All"/>.</param>
    /// <param name="run">How many cases, and which.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="LawBrokenException">A law does not hold.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void HoldFor(BusinessCalendar calendar, IEnumerable<Law<AskedCalendar>> laws, LawRun run)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(laws);
        ArgumentNullException.ThrowIfNull(run);
        LawRunner.Hold(laws, Arb.From(CalendarGenerators.QuestionsTo(calendar), Smaller), run);
    }

    internal static IEnumerable<AskedCalendar> Smaller(AskedCalendar one) =>
        RuleShrinker.Shorter(one.Amount).Select(amount => new AskedCalendar(one.Calendar, one.At, one.Other, amount))
            .Concat(InstantShrinker.Smaller(one.At).Select(at => new AskedCalendar(one.Calendar, at, one.Other, one.Amount)))
            .Concat(InstantShrinker.Smaller(one.Other).Select(other => new AskedCalendar(one.Calendar, one.At, other, one.Amount)));

    private static Instant First(AskedCalendar one) => Instant.Min(one.At, one.Other);

    private static Instant Last(AskedCalendar one) => Instant.Max(one.At, one.Other);

    private static string? TwoSteps(AskedCalendar one)
    {
        bool atOnce = one.Calendar.TryAdd(one.At, one.Amount + Later, out Instant end);
        bool inSteps = one.Calendar.TryAdd(one.At, one.Amount, out Instant first) & one.Calendar.TryAdd(first, Later, out Instant second);
        return atOnce == inSteps && (!atOnce || end == second) ? null : $"{(atOnce ? end : "never")} at once, {(inSteps ? second : "never")} by way of {first}";
    }

    private static string? WorkingTime(AskedCalendar one)
    {
        Duration between = one.Calendar.WorkingTimeBetween(one.At, one.Other);
        Instant third = one.Other + one.Amount;
        Duration whole = one.Calendar.WorkingTimeBetween(one.At, third);
        Duration rest = one.Calendar.WorkingTimeBetween(one.Other, third);
        Duration forward = one.Calendar.WorkingTimeBetween(First(one), Last(one));
        return between + one.Calendar.WorkingTimeBetween(one.Other, one.At) != Duration.Zero ? $"{between} there, {one.Calendar.WorkingTimeBetween(one.Other, one.At)} back"
            : between + rest != whole ? $"{between} and {rest} are not {whole}"
            : forward < Duration.Zero || forward > Last(one) - First(one) ? $"{forward} between {First(one)} and {Last(one)}"
            : null;
    }

    private static string? Description(AskedCalendar one)
    {
        Instant at = one.At;
        Instant end = one.At + Duration.FromDays(10);
        foreach (CalendarSpan span in one.Calendar.Describe(at, end))
        {
            if (span.Start != at || one.Calendar.IsOpen(span.Start) != span.IsOpen || one.Calendar.IsOpen(span.End - Duration.Epsilon) != span.IsOpen)
            {
                return $"{span} follows what ended at {at}";
            }

            at = span.End;
        }

        return at == end ? null : $"it ends at {at}";
    }

    private static string? Boundaries(AskedCalendar one)
    {
        Instant? opening = one.Calendar.NextOpening(one.At);
        Instant? closing = one.Calendar.NextClosing(one.At);
        return opening is { } opens && (opens <= one.At || !one.Calendar.IsOpen(opens) || one.Calendar.IsOpen(opens - Duration.Epsilon)) ? $"the next opening is {opens}"
            : closing is { } closes && (closes <= one.At || one.Calendar.IsOpen(closes) || !one.Calendar.IsOpen(closes - Duration.Epsilon)) ? $"the next closing is {closes}"
            : null;
    }
}
