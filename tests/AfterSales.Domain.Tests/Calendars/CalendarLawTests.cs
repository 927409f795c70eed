using AfterSales.Domain.Calendars;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Tests.Calendars;

/// <summary>The laws by which the operations are defined.</summary>
public class CalendarLawTests
{
    private static readonly Gen<(BusinessCalendar Calendar, Instant A, Instant B, Instant C, Duration N, Duration M)> Questions =
        from one in CalendarGenerators.CasesWithInstants(3)
        from n in CalendarGenerators.Amounts
        from m in CalendarGenerators.Amounts
        select (one.Case.Calendar, one.Instants[0], one.Instants[1], one.Instants[2], n, m);

    [Fact]
    public void The_working_time_until_the_end_of_an_amount_is_the_amount() => Law.Holds(Questions, q =>
    {
        foreach (Duration amount in new[] { q.N, -q.N, Duration.Zero })
        {
            if (q.Calendar.TryAdd(q.A, amount, out Instant end))
            {
                Assert.Equal(amount, q.Calendar.WorkingTimeBetween(q.A, end));
            }
        }
    });

    [Fact]
    public void Adding_in_two_steps_of_one_sign_is_adding_at_once() => Law.Holds(Questions, q =>
    {
        foreach ((Duration n, Duration m) in new[] { (q.N, q.M), (-q.N, -q.M) })
        {
            bool atOnce = q.Calendar.TryAdd(q.A, n + m, out Instant end);
            bool inSteps = q.Calendar.TryAdd(q.A, n, out Instant first) & q.Calendar.TryAdd(first, m, out Instant second);
            Assert.Equal(atOnce, inSteps);
            Assert.True(!atOnce || end == second, $"{end} at once, {second} in steps");
        }
    });

    [Fact]
    public void Steps_of_different_signs_do_not_cancel_across_closed_time()
    {
        Instant night = World.At("Fri 2026-03-27 03:13", World.Shanghai);
        Assert.Equal(
            World.At("Fri 2026-03-27 09:00", World.Shanghai),
            World.ServiceHours.Add(World.ServiceHours.Add(night, Duration.FromMinutes(12)), -Duration.FromMinutes(12)));
    }

    [Fact]
    public void Adding_is_monotone_in_start_and_amount() => Law.Holds(Questions, q =>
    {
        (Instant early, Instant late) = q.A <= q.B ? (q.A, q.B) : (q.B, q.A);
        (Duration less, Duration more) = q.N <= q.M ? (q.N, q.M) : (q.M, q.N);
        if (q.Calendar.TryAdd(late, less, out Instant lateEnd))
        {
            Assert.True(q.Calendar.Add(early, less) <= lateEnd);
        }

        if (q.Calendar.TryAdd(early, more, out Instant moreEnd))
        {
            Assert.True(q.Calendar.Add(early, less) <= moreEnd);
        }
    });

    [Fact]
    public void Working_time_is_additive_antisymmetric_and_at_most_the_elapsed_time() => Law.Holds(Questions, q =>
    {
        Duration between = q.Calendar.WorkingTimeBetween(q.A, q.B);
        Assert.Equal(between, -q.Calendar.WorkingTimeBetween(q.B, q.A));
        Assert.Equal(q.Calendar.WorkingTimeBetween(q.A, q.C), between + q.Calendar.WorkingTimeBetween(q.B, q.C));
        Duration forward = q.A <= q.B ? between : -between;
        Assert.InRange(forward, Duration.Zero, q.A <= q.B ? q.B - q.A : q.A - q.B);
    });

    [Fact]
    public void Closing_one_more_day_never_makes_a_deadline_earlier() => Law.Holds(Questions, q =>
    {
        BusinessCalendar stricter = q.Calendar.ClosedOn(q.B.InZone(q.Calendar.Zone).Date, "one more");
        if (stricter.TryAdd(q.A, q.N, out Instant end))
        {
            Assert.True(q.Calendar.Add(q.A, q.N) <= end);
        }
    });

    [Fact]
    public void Subtracting_is_adding_the_opposite() => Law.Holds(Questions, q =>
    {
        if (q.Calendar.TryAdd(q.A, -q.N, out Instant start))
        {
            Assert.Equal(start, q.Calendar.Subtract(q.A, q.N));
        }
    });

    [Fact]
    public void Working_days_are_counted_as_one_by_one() => Law.Holds(Questions, q =>
    {
        LocalDate date = q.A.InZone(q.Calendar.Zone).Date;
        LocalDate to = q.B.InZone(q.Calendar.Zone).Date;
        int sign = to < date ? -1 : 1;
        (LocalDate first, LocalDate last) = sign > 0 ? (date, to) : (to, date);
        LocalDate[] days = [.. Enumerable.Range(0, Period.DaysBetween(first, last)).Select(first.PlusDays).Where(IsWorkingDay)];

        Assert.Equal(sign * days.Length, q.Calendar.WorkingDaysBetween(date, to));
        Assert.All(days, day => Assert.True(q.Calendar.IsWorkingDay(day)));
        LocalDate after = first.PlusDays(-1);
        foreach ((LocalDate day, int index) in days.Select((day, index) => (day, index)))
        {
            Assert.Equal(day, q.Calendar.AddWorkingDays(after, index + 1));
            Assert.Equal(days[days.Length - 1 - index], q.Calendar.AddWorkingDays(last, -(index + 1)));
        }

        // A working day owns an open range of its own.
        bool IsWorkingDay(LocalDate day) => q.Calendar.OpeningOf(day) is { } opening && opening < q.Calendar.ClosingOf(day);
    });

    [Fact]
    public void Next_and_previous_working_days_come_in_exact_pairs() => Law.Holds(Questions, q =>
    {
        LocalDate date = q.A.InZone(q.Calendar.Zone).Date;
        bool isWorkingDay = q.Calendar.IsWorkingDay(date);
        Assert.Equal(isWorkingDay ? date : q.Calendar.NextWorkingDay(date), q.Calendar.NextWorkingDayOrSame(date));
        Assert.Equal(isWorkingDay ? date : q.Calendar.PreviousWorkingDay(date), q.Calendar.PreviousWorkingDayOrSame(date));
        if (q.Calendar.NextWorkingDay(date) is { } next)
        {
            Assert.True(next > date);
            Assert.Equal(q.Calendar.PreviousWorkingDayOrSame(date), q.Calendar.PreviousWorkingDay(next));
        }
    });

    [Fact]
    public void The_difference_of_two_versions_is_where_they_answer_differently() => Law.Holds(Questions, q =>
    {
        (Instant from, Instant to) = q.A <= q.B ? (q.A, q.B) : (q.B, q.A);
        BusinessCalendar after = q.Calendar.ClosedOn(q.C.InZone(q.Calendar.Zone).Date, "new").OpenOn(q.B.InZone(q.Calendar.Zone).Date, DayHours.Parse("10:00-11:00"), "new").WithVersion(2);

        OpennessChange[] changes = [.. BusinessCalendar.Difference(q.Calendar, after, from, to)];

        Duration gained = Sum(changes.Where(change => change.BecameOpen));
        Duration lost = Sum(changes.Where(change => !change.BecameOpen));
        Assert.Equal(after.WorkingTimeBetween(from, to) - q.Calendar.WorkingTimeBetween(from, to), gained - lost);
        foreach (OpennessChange change in changes)
        {
            Assert.Equal(change.BecameOpen ? change.End - change.Start : Duration.Zero, after.WorkingTimeBetween(change.Start, change.End));
            Assert.Equal(change.BecameOpen ? Duration.Zero : change.End - change.Start, q.Calendar.WorkingTimeBetween(change.Start, change.End));
        }

        bool isInAChange = changes.Any(change => change.Start <= q.C && q.C < change.End);
        Assert.Equal(q.C >= from && q.C < to && q.Calendar.IsOpen(q.C) != after.IsOpen(q.C), isInAChange);

        static Duration Sum(IEnumerable<OpennessChange> changes) => changes.Aggregate(Duration.Zero, (sum, change) => sum + (change.End - change.Start));
    });

    [Fact]
    public void Weekly_hours_survive_being_printed_and_read() => Law.Holds(CalendarGenerators.Cases, one =>
    {
        WeeklyHours hours = ((WeeklyBasis)one.Calendar.Basis).Hours;
        Assert.Equal(hours, WeeklyHours.Parse(hours.ToString()));
        for (int day = 1; day <= 7; day++)
        {
            DayHours dayHours = hours[(IsoDayOfWeek)day];
            Assert.Equal(dayHours, DayHours.Parse(dayHours.ToString()));
        }
    });

    [Fact]
    public void Calendars_made_of_the_same_parts_are_equal() => Law.Holds(CalendarGenerators.Cases, one =>
    {
        CalendarCase again = new() { Zone = one.Zone, Anchor = one.Anchor, Week = one.Week, Seasons = one.Seasons, Layers = one.Layers };
        Assert.NotSame(one.Calendar, again.Calendar);
        Assert.Equal(one.Calendar, again.Calendar);
        Assert.Equal(one.Calendar.GetHashCode(), again.Calendar.GetHashCode());
        Assert.NotEqual(one.Calendar, one.Calendar.WithVersion(2));
        Assert.NotEqual(one.Calendar, one.Calendar.Named("other"));
        Assert.NotEqual(one.Calendar, one.Calendar.ClosedOn(one.Anchor, "a new reason"));
    });
}
