using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Tests.Calendars;

/// <summary>What a caller may rely on of the compiled form: the same answers from any number of threads and in any order of questions, and no garbage.</summary>
public class CompiledFormTests
{
    private static readonly Instant Start = Instant.FromUtc(2021, 1, 1, 0, 0);

    [Fact]
    public void Many_threads_that_ask_first_get_the_same_answers()
    {
        Instant[] instants = [.. Enumerable.Range(0, 400).Select(index => Start + Duration.FromHours(index * 199L))];
        Instant[] expected = [.. instants.Select(at => Fresh().Add(at, Duration.FromHours(40)))];
        for (int round = 0; round < 20; round++)
        {
            BusinessCalendar shared = Fresh();
            Instant[] answers = new Instant[instants.Length];
            Parallel.For(0, instants.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, index =>
            {
                // Every thread begins somewhere else, so that the windows grow in both directions at once.
                int one = (index * 151) % instants.Length;
                answers[one] = shared.Add(instants[one], Duration.FromHours(40));
            });

            Assert.Equal(expected, answers);
        }
    }

    [Fact]
    public void The_answer_does_not_depend_on_what_was_asked_before()
    {
        Instant at = World.At("Fri 2026-03-27 17:30", World.Shanghai);
        foreach (Instant before in new[] { Instant.MinValue, Start - Duration.FromDays(30_000), Start, at, Start + Duration.FromDays(20_000), Instant.MaxValue })
        {
            BusinessCalendar calendar = Fresh();
            _ = calendar.IsOpen(before);

            Assert.Equal(World.At("Mon 2026-03-30 09:30", World.Shanghai), calendar.Add(at, Duration.FromHours(1)));
            Assert.Equal(Duration.FromHours(1), calendar.WorkingTimeBetween(at, World.At("Mon 2026-03-30 09:30", World.Shanghai)));
            Assert.Equal(World.Date("Mon 2026-03-30"), calendar.AddWorkingDays(World.Date("Fri 2026-03-27"), 1));
            Assert.Equal(World.At("Fri 2026-03-27 18:00", World.Shanghai), calendar.NextClosing(at));
            Assert.Equal(World.At("Fri 2026-03-27 13:30", World.Shanghai), calendar.PreviousOpening(at));
        }
    }

    [Fact]
    public void Questions_allocate_nothing_once_their_years_are_compiled()
    {
        BusinessCalendar calendar = World.ServiceHours;
        LocalDate date = new(2021, 1, 1);
        long sum = Ask(calendar, date, Start, 3001);
        long before = GC.GetAllocatedBytesForCurrentThread();
        sum += Ask(calendar, date, Start, 3001);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.NotEqual(0, sum);
    }

    [Fact]
    public void Questions_about_a_crowded_day_allocate_nothing_either()
    {
        string quarters = string.Join(",", Enumerable.Range(0, 96).Select(quarter => FormattableString.Invariant($"{quarter / 4:00}:{quarter % 4 * 15:00}-{quarter / 4:00}:{(quarter % 4 * 15) + 10:00}")));
        BusinessCalendar calendar = BusinessCalendar.Weekly("crowded", World.Shanghai, World.OfficeHours)
            .With(new HolidaySet("crowded", [DatedHours.Special(new LocalDate(2026, 2, 14), DayHours.Parse(quarters), "crowded")]));
        LocalDate date = new(2026, 2, 14);
        Instant start = Instant.FromUtc(2026, 2, 13, 17, 3);
        long sum = Ask(calendar, date, start, 3);
        long before = GC.GetAllocatedBytesForCurrentThread();
        sum += Ask(calendar, date, start, 3);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
        Assert.NotEqual(0, sum);
    }

    [Fact]
    public void A_calendar_whose_work_is_unevenly_spread_is_searched_not_walked()
    {
        // Open day and night, but for one month that is chopped into thousands of pieces.
        IEnumerable<DatedHours> pieces =
            from day in Enumerable.Range(0, 28)
            from quarter in Enumerable.Range(0, 95)
            select DatedHours.ClosedFor(new LocalDate(2026, 2, 1).PlusDays(day), new ClockRange(LocalTime.FromMinutesSinceMidnight((quarter * 15) + 14), LocalTime.FromMinutesSinceMidnight((quarter * 15) + 15)), "minute");
        BusinessCalendar calendar = BusinessCalendar.Always(DateTimeZone.Utc).With(new HolidaySet("pieces", pieces));
        Instant start = Instant.FromUtc(2026, 1, 1, 0, 0);

        for (int minutes = 1; minutes < 50_000; minutes += 7)
        {
            Instant end = calendar.Add(start, Duration.FromMinutes(minutes));
            Assert.Equal(Duration.FromMinutes(minutes), calendar.WorkingTimeBetween(start, end));
            Assert.True(calendar.IsOpen(end - Duration.Epsilon));
        }
    }

    [Fact]
    public void Days_crowded_with_pieces_agree_with_a_count_of_minutes_in_both_directions()
    {
        // Three weeks in which the shop is open for odd minutes: no pieces on most days, hundreds on some, so that buckets of the compiled form overflow or stay empty.
        const int Days = 21;
        LocalDate first = new(2026, 3, 2);
        bool[] open = new bool[Days * 1440];
        List<DatedHours> dated = [];
        for (int day = 0; day < Days; day++)
        {
            int pieces = (day % 7) switch { 0 => 1, 2 => 3, 3 => 4, 5 => 97, 6 => 400, _ => 0 };
            List<string> ranges = [];
            for (int piece = 0; piece < pieces; piece++)
            {
                int start = (piece * 1440 / pieces) + (piece * 5 % 2);
                int length = 1 + (piece * 7 % Math.Max(1, (1440 / pieces) - 2));
                ranges.Add(FormattableString.Invariant($"{start / 60:00}:{start % 60:00}-{(start + length) / 60:00}:{(start + length) % 60:00}"));
                Array.Fill(open, true, (day * 1440) + start, length);
            }

            if (ranges.Count > 0)
            {
                dated.Add(DatedHours.Special(first.PlusDays(day), DayHours.Parse(string.Join(",", ranges)), "odd minutes"));
            }
        }

        BusinessCalendar calendar = BusinessCalendar.Weekly("odd", DateTimeZone.Utc, WeeklyHours.Closed).With(new HolidaySet("odd", dated));
        Instant origin = first.AtMidnight().InUtc().ToInstant();
        long[] before = [0, .. open.Select((_, minute) => (long)open.Take(minute + 1).Count(one => one))];

        for (int minute = 0; minute < open.Length; minute += 11)
        {
            Instant at = origin + Duration.FromMinutes(minute);
            Assert.Equal(open[minute], calendar.IsOpen(at));
            foreach (int amount in new[] { 1, 2, 61, 300, -1, -2, -61, -300 })
            {
                long target = before[minute] + amount;
                int expected = amount > 0 ? Array.FindIndex(before, one => one >= target) : Array.FindLastIndex(before, one => one <= target);
                bool exists = target >= 0 && target <= before[^1];
                Assert.Equal(exists, calendar.TryAdd(at, Duration.FromMinutes(amount), out Instant end));
                Assert.Equal(exists ? origin + Duration.FromMinutes(expected) : at, end);
            }

            int later = Math.Min(open.Length, minute + 4321);
            Assert.Equal(Duration.FromMinutes(before[later] - before[minute]), calendar.WorkingTimeBetween(at, origin + Duration.FromMinutes(later)));
        }
    }

    [Fact]
    public void Two_centuries_with_more_spans_than_an_index_can_number_answer_as_each_year_does_by_itself()
    {
        // Four ranges a day make 100,000 spans in 70 years; an index numbers 65,534 of them, and the later ones are searched.
        WeeklyHours hours = WeeklyHours.Parse("Mo-Su 00:10-03:00,06:00-09:01,12:00-13:30,18:00-23:50");
        BusinessCalendar century = BusinessCalendar.Weekly("long", World.Shanghai, hours);
        Assert.True(century.IsOpen(Instant.FromUtc(1901, 1, 1, 0, 0)));
        Assert.False(century.IsOpen(Instant.FromUtc(2099, 6, 1, 15, 55)));

        foreach (int year in new[] { 1901, 1944, 1945, 1990, 2051, 2098 })
        {
            BusinessCalendar alone = BusinessCalendar.Weekly("alone", World.Shanghai, hours);
            Instant start = Instant.FromUtc(year, 2, 27, 15, 40);
            for (int step = 0; step < 400; step++)
            {
                Instant at = start + (Duration.FromMinutes(37) * step);
                Duration amount = Duration.FromMinutes((step * 61) - 9_000);
                Instant end = alone.Add(at, amount);
                Assert.Equal(end, century.Add(at, amount));
                Assert.Equal(amount, century.WorkingTimeBetween(at, end));
                Assert.Equal(alone.IsOpen(at), century.IsOpen(at));
                Assert.Equal(alone.NextOpening(at), century.NextOpening(at));
                Assert.Equal(alone.PreviousClosing(at), century.PreviousClosing(at));
            }
        }
    }

    [Fact]
    public void All_the_open_time_of_a_crowded_day_is_reached_and_not_a_nanosecond_more()
    {
        // 96 pieces on one day of a calendar that is closed otherwise: all rows lie in one bucket of the compiled form and are searched by halves.
        string quarters = string.Join(",", Enumerable.Range(0, 96).Select(quarter => FormattableString.Invariant($"{quarter / 4:00}:{quarter % 4 * 15:00}-{quarter / 4:00}:{(quarter % 4 * 15) + 10:00}")));
        BusinessCalendar calendar = BusinessCalendar.Weekly("crowded", DateTimeZone.Utc, WeeklyHours.Closed).OpenOn(new LocalDate(2026, 2, 14), DayHours.Parse(quarters), "crowded");
        Instant first = Instant.FromUtc(2026, 2, 14, 0, 0);
        Instant last = Instant.FromUtc(2026, 2, 14, 23, 55);
        Duration all = Duration.FromMinutes(960);

        foreach (Instant from in new[] { first, first - Duration.FromDays(3) })
        {
            Assert.Equal(last, calendar.Add(from, all));
            Assert.False(calendar.TryAdd(from, all + Duration.Epsilon, out _));
            Assert.Equal(first + Duration.FromMinutes(10), calendar.Add(from, Duration.FromMinutes(10)));
            Assert.Equal(first + Duration.FromMinutes(15) + Duration.Epsilon, calendar.Add(from, Duration.FromMinutes(10) + Duration.Epsilon));
        }

        foreach (Instant from in new[] { last, last + Duration.FromDays(3) })
        {
            Assert.Equal(first, calendar.Subtract(from, all));
            Assert.False(calendar.TryAdd(from, -all - Duration.Epsilon, out _));
            Assert.Equal(last - Duration.FromMinutes(10), calendar.Subtract(from, Duration.FromMinutes(10)));
            Assert.Equal(last - Duration.FromMinutes(15) - Duration.Epsilon, calendar.Subtract(from, Duration.FromMinutes(10) + Duration.Epsilon));
        }

        Instant noon = first + Duration.FromHours(12);
        Assert.Equal(last, calendar.Add(noon, all / 2));
        Assert.Equal(first, calendar.Subtract(noon, all / 2));
        Assert.Equal(noon, calendar.Add(noon, Duration.Zero));
        Assert.False(calendar.TryAdd(noon, (all / 2) + Duration.Epsilon, out _));
        Assert.False(calendar.TryAdd(noon, (-all / 2) - Duration.Epsilon, out _));
        Assert.Equal(all / 2, calendar.WorkingTimeBetween(first, noon));
        Assert.Equal((noon + Duration.FromMinutes(15), noon + Duration.FromMinutes(10)), (calendar.NextOpening(noon), calendar.NextClosing(noon)));
        Assert.Equal((noon - Duration.FromMinutes(15), noon - Duration.FromMinutes(5)), (calendar.PreviousOpening(noon), calendar.PreviousClosing(noon)));
    }

    [Fact]
    public void An_amount_that_ends_at_any_closing_of_a_year_ends_a_nanosecond_after_the_next_opening_when_it_is_a_nanosecond_longer()
    {
        foreach (BusinessCalendar calendar in new[] { World.ServiceHours, World.Workshop, World.NightDesk, Fresh().Union(World.Workshop) })
        {
            Instant from = Instant.FromUtc(2026, 1, 1, 0, 0);
            NodaTime.Interval[] periods = [.. calendar.OpenPeriods(from, from + Duration.FromDays(365))];
            Instant to = periods[^1].End;
            Duration all = calendar.WorkingTimeBetween(from, to);
            Duration open = Duration.Zero;
            for (int index = 0; index < periods.Length - 1; index++)
            {
                open += periods[index].Duration;
                Instant next = periods[index + 1].Start;
                Assert.Equal(periods[index].End, calendar.Add(from, open));
                Assert.Equal(next + Duration.Epsilon, calendar.Add(from, open + Duration.Epsilon));
                Assert.Equal(next, calendar.Subtract(to, all - open));
                Assert.Equal(periods[index].End - Duration.Epsilon, calendar.Subtract(to, all - open + Duration.Epsilon));
                Assert.Equal(open, calendar.WorkingTimeBetween(from, next));
                Assert.True(!calendar.IsOpen(periods[index].End) && calendar.IsOpen(next) && !calendar.IsOpen(next - Duration.Epsilon));
            }
        }
    }

    [Fact]
    public void Working_days_far_apart_are_counted_by_a_calendar_that_was_asked_nothing_before()
    {
        int weekdays = Enumerable.Range(0, Period.DaysBetween(new LocalDate(1990, 1, 1), new LocalDate(2015, 1, 1))).Count(day => new LocalDate(1990, 1, 1).PlusDays(day).DayOfWeek <= IsoDayOfWeek.Friday);

        Assert.Equal(weekdays, Plain().WorkingDaysBetween(new LocalDate(1990, 1, 1), new LocalDate(2015, 1, 1)));
        Assert.Equal(-weekdays, Plain().WorkingDaysBetween(new LocalDate(2015, 1, 1), new LocalDate(1990, 1, 1)));
        Assert.Equal(new LocalDate(2014, 12, 31), Plain().AddWorkingDays(new LocalDate(1989, 12, 31), weekdays));
        Assert.Equal(new LocalDate(1990, 1, 1), Plain().AddWorkingDays(new LocalDate(2015, 1, 1), -weekdays));

        static BusinessCalendar Plain() => BusinessCalendar.Weekly("plain", World.Shanghai, WeeklyHours.Parse("Mo-Fr 09:00-17:00"));
    }

    private static BusinessCalendar Fresh() => BusinessCalendar.Weekly("service-hours", World.Shanghai, World.OfficeHours).With(ChinaHolidays.Through(2026));

    private static long Ask(BusinessCalendar calendar, LocalDate date, Instant start, int minutes)
    {
        long sum = 0;
        for (int index = 0; index < 500; index++)
        {
            Instant at = start + Duration.FromMinutes(index * minutes);
            Instant end = calendar.Add(at, Duration.FromHours(40));
            sum += calendar.WorkingTimeBetween(at, end).Days;
            sum += calendar.IsOpen(at) ? 1 : 0;
            sum += calendar.Subtract(end, Duration.FromHours(1)) < end ? 1 : 0;
            sum += calendar.NextOpening(at)!.Value < end ? 1 : 0;
            sum += calendar.NextClosing(at)!.Value < end ? 1 : 0;
            sum += calendar.PreviousOpening(at)!.Value < end ? 1 : 0;
            sum += calendar.PreviousClosing(at)!.Value < end ? 1 : 0;
            sum += calendar.AddWorkingDays(date, index).Day;
            sum += calendar.WorkingDaysBetween(date, date.PlusDays(index));
        }

        return sum;
    }
}
