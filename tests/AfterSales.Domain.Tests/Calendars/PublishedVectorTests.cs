using System.Globalization;
using System.Text.Json;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Tests.Kit;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Tests.Calendars;

/// <summary>
/// Facts transcribed from the test suites of zendesk/biz, working_hours and ERPNext. Those whose convention we share hold; the others are listed here
/// with our value and why.
/// </summary>
public class PublishedVectorTests
{
    private const string ZeroStays = "an amount of zero leaves the instant where it is; biz moves it to the next or previous business instant";
    private const string GapIsTheTransition = "a start inside a gap is the first instant after it (the transition), not the wall-clock time moved by the length of the gap";
    private const string StartDoesNotMove = "the n-th working day strictly after the date counts from the date itself; working_hours first moves a day off to a working day, which then does not count";

    private static readonly Dictionary<string, (string Ours, string Why)> Differences = new(StringComparer.Ordinal)
    {
        ["v003"] = ("2006-01-03T00:00:00Z", ZeroStays),
        ["v004"] = ("2006-01-03T00:00:00Z", ZeroStays),
        ["v007"] = ("2006-01-03T00:00:00Z", ZeroStays),
        ["v008"] = ("2006-01-03T00:00:00Z", ZeroStays),
        ["v011"] = ("2006-01-03T00:00:00Z", ZeroStays),
        ["v012"] = ("2006-01-03T00:00:00Z", ZeroStays),
        ["v033"] = ("-142200", "reversed arguments give a negative amount, so that working time is additive; biz answers 0"),
        ["v066"] = ("2006-04-02T10:00:00Z/2006-04-02T10:15:00Z", GapIsTheTransition + ": 02:30-03:15 keeps the 15 minutes that exist"),
        ["v090"] = ("2014-03-09T10:00:00Z", GapIsTheTransition),
        ["v336"] = ("90000", "a day with the clocks going back has 25 hours of real time; working_hours counts wall-clock time"),
        ["v346"] = ("2014-04-09", StartDoesNotMove),
        ["v347"] = ("2014-04-07", StartDoesNotMove),
        ["v349"] = ("2014-04-10", StartDoesNotMove),
        ["v350"] = ("2014-04-08", StartDoesNotMove),
    };

    [SharedFact("vectors/business-time.json")]
    public void Published_facts_hold_or_differ_by_a_convention_that_is_listed_here()
    {
        using JsonDocument vectors = JsonDocument.Parse(File.ReadAllText(Repository.SharedPath("vectors/business-time.json")));
        SortedDictionary<string, string> differing = new(StringComparer.Ordinal);
        int count = 0;
        foreach (JsonElement vector in vectors.RootElement.EnumerateArray())
        {
            count++;
            string ours = Ours(vector, Calendar(vector.GetProperty("calendar")));
            if (!string.Equals(ours, Expected(vector.GetProperty("expected")), StringComparison.Ordinal))
            {
                differing.Add(vector.GetProperty("id").GetString()!, ours);
            }
        }

        Assert.Equal(242, count);
        Assert.Equal(new SortedDictionary<string, string>(Differences.ToDictionary(pair => pair.Key, pair => pair.Value.Ours), StringComparer.Ordinal), differing);
        Assert.All(Differences.Values, difference => Assert.True(difference.Why.Length > 20));
    }

    private static BusinessCalendar Calendar(JsonElement description)
    {
        string[] names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
        WeeklyHours hours = WeeklyHours.Closed;
        foreach (JsonProperty day in description.GetProperty("hours").EnumerateObject())
        {
            hours = hours.With((IsoDayOfWeek)(Array.IndexOf(names, day.Name) + 1), Day(day.Value));
        }

        BusinessCalendar calendar = BusinessCalendar.Weekly("vector", DateTimeZoneProviders.Tzdb[description.GetProperty("timezone").GetString()!], hours);
        if (description.TryGetProperty("exceptions", out JsonElement exceptions))
        {
            calendar = calendar.With(new HolidaySet("exceptions", exceptions.EnumerateObject().Select(day =>
                Day(day.Value) is { IsClosed: false } special ? DatedHours.Special(Date(day.Name), special, "exception") : DatedHours.Closed(Date(day.Name), "exception"))));
        }

        // In these sources a holiday beats an exception, and a break beats both: the order of our layers.
        calendar = calendar.With(new HolidaySet("holidays", description.GetProperty("holidays").EnumerateArray().Select(day => DatedHours.Closed(Date(day.GetString()!), "holiday"))));
        if (description.TryGetProperty("breaks", out JsonElement breaks))
        {
            calendar = calendar.With(new HolidaySet("breaks", breaks.EnumerateObject().SelectMany(day =>
                Day(day.Value).Ranges.Select(part => DatedHours.ClosedFor(Date(day.Name), part, "break")))));
        }

        return calendar;
    }

    private static string Ours(JsonElement vector, BusinessCalendar calendar)
    {
        JsonElement inputs = vector.GetProperty("inputs");
        return vector.GetProperty("op").GetString() switch
        {
            "add_business_time" => Text(calendar.Add(Moment("start"), Seconds())),
            "subtract_business_time" => Text(calendar.Subtract(Moment("start"), Seconds())),
            "business_time_between" => calendar.WorkingTimeBetween(Moment("from"), Moment("to")).TotalSeconds.ToString(CultureInfo.InvariantCulture),
            "is_open" => calendar.IsOpen(Moment("at")) ? "true" : "false",
            "is_break" => calendar.ReasonAt(Moment("at")).Code is "closed-part" ? "true" : "false",
            "is_holiday" => IsHoliday(inputs.TryGetProperty("at", out _) ? Moment("at").InZone(calendar.Zone).Date : Day("date")) ? "true" : "false",
            "next_open_instant" => Text(calendar.NextOpeningOrNow(Moment("at"))!.Value),
            "next_close_instant" => Text(calendar.NextClosing(Moment("at"))!.Value),
            "next_period_start" => Text(calendar.NextOpening(Moment("at"))!.Value),
            "previous_open_instant" => Text(LastOpenMoment(calendar, Moment("at"))),
            "open_periods" when inputs.GetProperty("direction").GetString() is "forward" => Text(Forward().Take(Count())),
            "open_periods" => Text(Backward().Take(Count())),
            "next_business_dates" => string.Join(" ", Enumerable.Range(1, inputs.GetProperty("take").GetInt32()).Select(n => Text(calendar.AddWorkingDays(Day("after"), n)))),

            // The source counts (from, to], we count [from, to).
            "business_days_between" => calendar.WorkingDaysBetween(Day("from").PlusDays(1), Day("to").PlusDays(1)).ToString(CultureInfo.InvariantCulture),
            "add_business_days" when inputs.TryGetProperty("startDate", out _) => Text(calendar.AddWorkingDays(Day("startDate"), inputs.GetProperty("days").GetInt32())),
            "add_business_days" => Text(OnWorkingDay(inputs.GetProperty("days").GetInt32())),
            "resolve_local" => Resolved(),
            string other => throw new InvalidOperationException($"unknown operation {other}"),
            null => throw new InvalidOperationException("no operation"),
        };

        Instant Moment(string name) => InstantPattern.General.Parse(inputs.GetProperty(name).GetString()!).GetValueOrThrow();
        LocalDate Day(string name) => Date(inputs.GetProperty(name).GetString()!);
        int Count() => inputs.TryGetProperty("take", out JsonElement take) ? take.GetInt32() : int.MaxValue;
        Duration Seconds() => Duration.FromSeconds(inputs.GetProperty("seconds").GetInt64());
        bool IsHoliday(LocalDate date) => calendar.Layers.SelectMany(layer => layer.Entries).Any(entry => entry is ClosedDay && entry.Date == date);

        Instant OnWorkingDay(int days)
        {
            ZonedDateTime start = Moment("start").InZone(calendar.Zone);
            Instant same = (calendar.AddWorkingDays(start.Date, days) + start.TimeOfDay).InZoneStrictly(calendar.Zone).ToInstant();
            return days > 0 ? calendar.NextOpeningOrNow(same)!.Value : LastOpenMoment(calendar, same);
        }

        IEnumerable<Interval> Forward() => calendar.OpenPeriods(
            Moment("from"),
            inputs.TryGetProperty("until", out _) ? Moment("until") : calendar.Horizon.End);

        IEnumerable<Interval> Backward()
        {
            Instant? opening = calendar.PreviousOpening(Moment("from"));
            while (opening is { } start)
            {
                yield return new Interval(start, Instant.Min(calendar.NextClosing(start)!.Value, Moment("from")));
                opening = calendar.PreviousOpening(start);
            }
        }

        // What a range that starts at this wall-clock time opens at; 24:00 is the end of a range.
        string Resolved()
        {
            string time = inputs.GetProperty("time").GetString()!;
            DateTimeZone zone = calendar.Zone;
            BusinessCalendar always = BusinessCalendar.Weekly("resolve", zone, WeeklyHours.Closed);
            return time.StartsWith("24", StringComparison.Ordinal)
                ? Text(always.OpenOn(Day("date"), DayHours.AllDay, "whole day").ClosingOf(Day("date"))!.Value)
                : Text(always.OpenOn(Day("date"), DayHours.Parse($"{time}-24:00"), "from then on").OpeningOf(Day("date"))!.Value);
        }
    }

    /// <summary>The instant itself when open time passes until it, else the closing before it.</summary>
    private static Instant LastOpenMoment(BusinessCalendar calendar, Instant at) =>
        calendar.IsOpen(at - Duration.Epsilon) ? at : calendar.PreviousClosing(at)!.Value;

    private static string Expected(JsonElement expected) => expected.ValueKind switch
    {
        JsonValueKind.Object when expected.TryGetProperty("seconds", out JsonElement seconds) => seconds.GetDouble().ToString(CultureInfo.InvariantCulture),
        JsonValueKind.Object => expected.GetProperty("date").GetString()!,
        JsonValueKind.Array => string.Join(" ", expected.EnumerateArray().Select(item =>
            item.ValueKind == JsonValueKind.Array ? string.Join("/", item.EnumerateArray().Select(end => end.GetString())) : item.GetString())),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => expected.ToString(),
    };

    private static DayHours Day(JsonElement ranges) => new(ranges.EnumerateArray().SelectMany(range =>
        DayHours.Parse($"{range[0].GetString()}-{range[1].GetString()}").Ranges));

    private static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    private static string Text(Instant at) => InstantPattern.ExtendedIso.Format(at);

    private static string Text(LocalDate date) => LocalDatePattern.Iso.Format(date);

    private static string Text(IEnumerable<Interval> periods) => string.Join(" ", periods.Select(period => $"{Text(period.Start)}/{Text(period.End)}"));
}
