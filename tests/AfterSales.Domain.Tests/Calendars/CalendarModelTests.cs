using AfterSales.Domain.Calendars;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Interval = NodaTime.Interval;

namespace AfterSales.Domain.Tests.Calendars;

/// <summary>Every question, on random calendars in a dozen zones, against a model that counts minute by minute.</summary>
public class CalendarModelTests
{
    private const int Days = 7;

    private static readonly Gen<(CalendarCase Case, Instant[] Instants, Duration[] Amounts)> Questions =
        from one in CalendarGenerators.Cases
        from instants in CalendarGenerators.Instants(one.Anchor, Days).ListOf(12)
        from amounts in CalendarGenerators.Amounts.ListOf(12)
        select (one, (Instant[])[.. instants], (Duration[])[.. amounts]);

    [Fact]
    public void A_calendar_answers_what_counting_minute_by_minute_answers() => Law.Holds(Questions, question =>
    {
        MinuteModel model = new(question.Case, Days);
        BusinessCalendar calendar = question.Case.Calendar;
        Instant[] instants = [.. question.Instants.Where(model.Holds)];
        foreach ((Instant at, Instant other, Duration amount) in instants.Zip(instants.Reverse(), question.Amounts))
        {
            Assert.Equal(model.IsOpenAt(at), calendar.IsOpen(at));
            Assert.Equal(model.OpenBefore(other) - model.OpenBefore(at), calendar.WorkingTimeBetween(at, other));
            AddsAsTheModel(model, calendar, at, amount);
            SubtractsAsTheModel(model, calendar, at, amount);
        }

        Assert.Equal(ModelPeriods(model), calendar.OpenPeriods(model.InstantOf(0), model.End));
    });

    [Fact]
    public void Next_and_previous_boundaries_are_those_of_the_model() => Law.Holds(Questions, question =>
    {
        MinuteModel model = new(question.Case, Days);
        BusinessCalendar calendar = question.Case.Calendar;
        Interval[] periods = ModelPeriods(model);
        Instant[] openings = [.. periods.Select(period => period.Start).Where(start => start > model.InstantOf(0))];
        Instant[] closings = [.. periods.Select(period => period.End).Where(end => end < model.End)];
        foreach (Instant at in question.Instants.Where(model.Holds).Concat(openings).Concat(closings))
        {
            SameInside(model, openings.Cast<Instant?>().FirstOrDefault(opening => opening > at), calendar.NextOpening(at));
            SameInside(model, closings.Cast<Instant?>().FirstOrDefault(closing => closing > at), calendar.NextClosing(at));
            SameInside(model, openings.Cast<Instant?>().LastOrDefault(opening => opening < at), calendar.PreviousOpening(at));
            SameInside(model, closings.Cast<Instant?>().LastOrDefault(closing => closing < at), calendar.PreviousClosing(at));
            Instant? now = calendar.IsOpen(at) ? at : calendar.NextOpening(at);
            Assert.Equal(now, calendar.NextOpeningOrNow(at));
        }
    });

    [Fact]
    public void A_description_has_no_gaps_and_is_open_where_the_calendar_is() => Law.Holds(Questions, question =>
    {
        MinuteModel model = new(question.Case, Days);
        BusinessCalendar calendar = question.Case.Calendar;
        Instant from = question.Instants.Min();
        Instant to = Instant.Max(from, question.Instants.Max());

        CalendarSpan[] spans = [.. calendar.Describe(from, to)];

        Instant at = from;
        Duration open = Duration.Zero;
        OpeningReason? before = null;
        foreach (CalendarSpan span in spans)
        {
            Assert.Equal(at, span.Start);
            Assert.True(span.End > span.Start);
            Assert.NotEqual(before, span.Reason);
            Assert.Equal(span.IsOpen ? span.Duration : Duration.Zero, calendar.WorkingTimeBetween(span.Start, span.End));
            open += span.IsOpen ? span.Duration : Duration.Zero;
            (at, before) = (span.End, span.Reason);
        }

        Assert.Equal(to, at);
        Assert.Equal(calendar.WorkingTimeBetween(from, to), open);
    });

    private static void AddsAsTheModel(MinuteModel model, BusinessCalendar calendar, Instant at, Duration amount)
    {
        if (model.OpenBefore(at) + amount > model.Total)
        {
            return;
        }

        Instant end = calendar.Add(at, amount);

        Assert.Equal(model.OpenBefore(at) + amount, model.OpenBefore(end));
        Assert.True(model.OpenBefore(end - Duration.Epsilon) < model.OpenBefore(end), $"{end} is not the earliest instant");
    }

    private static void SubtractsAsTheModel(MinuteModel model, BusinessCalendar calendar, Instant at, Duration amount)
    {
        if (amount > model.OpenBefore(at))
        {
            return;
        }

        Instant start = calendar.Subtract(at, amount);

        Assert.Equal(model.OpenBefore(at) - amount, model.OpenBefore(start));
        Assert.True(model.OpenBefore(start + Duration.Epsilon) > model.OpenBefore(start), $"{start} is not the latest instant");
    }

    private static Interval[] ModelPeriods(MinuteModel model)
    {
        List<Interval> periods = [];
        int minute = 0;
        while (minute < model.Minutes)
        {
            int start = minute;
            while (minute < model.Minutes && model.IsOpen[minute])
            {
                minute++;
            }

            if (minute > start)
            {
                periods.Add(new Interval(model.InstantOf(start), model.InstantOf(minute)));
            }

            minute++;
        }

        return [.. periods];
    }

    /// <summary>A boundary that lies outside the model's days is none for the model.</summary>
    private static void SameInside(MinuteModel model, Instant? expected, Instant? actual)
    {
        bool isInside = actual is { } at && at > model.InstantOf(0) && at < model.End;
        Assert.Equal(expected, isInside ? actual : null);
    }
}
