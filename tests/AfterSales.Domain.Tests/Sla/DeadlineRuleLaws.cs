using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using static AfterSales.Domain.Testing.RuleGenerators;

namespace AfterSales.Domain.Tests.Sla;

public class DeadlineRuleLaws
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    private static Gen<(DeadlineRule Rule, BusinessCalendar Calendar, Instant Start, WaitCase[] Waits)> Cases(Gen<DeadlineRule> rules) =>
        from rule in rules
        from calendar in SlaGenerators.OneCalendar
        from start in SlaGenerators.Instants
        from waits in WaitCase.After(start)
        select (rule, calendar, start, waits);

    [Fact]
    public void A_due_never_lies_before_the_start() => Law.Holds(Cases(Rules), one => Due(one).At >= one.Start);

    [Fact]
    public void More_allowance_never_gives_an_earlier_due() => Law.Holds(
        from one in Cases(DurationRules) from more in Amounts select (one, more),
        two =>
        {
            DeadlineRule larger = two.one.Rule is OpenTimeRule open ? DeadlineRule.OpenTime(open.Amount + two.more) : DeadlineRule.Elapsed(((ElapsedRule)two.one.Rule).Amount + two.more);
            return Due(two.one with { Rule = larger }).At >= Due(two.one).At;
        });

    /// <summary>A wait that overlaps one of a capped reason uses up that cap without moving the due, so that a later wait counts less: the one exception.</summary>
    [Fact]
    public void A_wait_never_gives_an_earlier_due() => Law.Holds(
        from one in Cases(Rules) where !IsCapped(one.Waits) || one.Waits.All(wait => wait.Pause.Reason == WaitReason.Customer) select one,
        one => Enumerable.Range(0, one.Waits.Length).All(i => Due(one with { Waits = [.. one.Waits.Take(i)] }).At <= Due(one with { Waits = [.. one.Waits.Take(i + 1)] }).At));

    [Fact]
    public void Splitting_a_wait_at_any_point_changes_nothing() => Law.Holds(
        from one in Cases(Rules) from cut in Gen.Choose(1, 1499) select (one, cut),
        two => Due(two.one with
        {
            Waits =
            [
                .. two.one.Waits.SelectMany(wait => wait.Start + Duration.FromMinutes(two.cut) is var cut && cut < wait.End
                    ? new[] { wait with { End = cut }, wait with { Start = cut } }
                    : [wait]),
            ],
        }) == Due(two.one));

    [Fact]
    public void Amounts_of_time_are_monotone_in_the_start_whatever_the_waits() => Law.Holds(
        from one in Cases(DurationRules) from later in Amounts select (one, later),
        two => Due(two.one).At <= Due(two.one with { Start = two.one.Start + two.later }).At);

    [Fact]
    public void Dated_rules_are_monotone_in_the_start_when_nothing_waits() => Law.Holds(
        from rule in DatedRules from calendar in SlaGenerators.OneCalendar from start in SlaGenerators.Instants from later in Amounts select (rule, calendar, start, later),
        one => one.rule.Due(one.start, one.calendar).At <= one.rule.Due(one.start + one.later, one.calendar).At);

    [Fact]
    public void The_earliest_is_no_later_and_the_latest_no_earlier_than_a_part() => Law.Holds(
        from one in Cases(Leaves) from other in Leaves select (one, other),
        two =>
            Due(two.one with { Rule = DeadlineRule.Earliest(two.one.Rule, two.other) }).At <= Due(two.one).At
            && Due(two.one with { Rule = DeadlineRule.Latest(two.one.Rule, two.other) }).At >= Due(two.one).At);

    [Fact]
    public void A_duration_rule_counts_the_minutes_that_count_and_no_others() => Law.Holds(
        Cases(DurationRules),
        one => Assert.Equal(CountedMinuteByMinute(one.Rule, one.Calendar, one.Start, one.Waits), Due(one).At));

    [Fact]
    public void Open_time_with_waits_equals_adding_on_a_calendar_with_the_waits_cut_out() => Law.Holds(
        from one in Cases(from amount in Amounts select (DeadlineRule)DeadlineRule.OpenTime(amount)) where !IsCapped(one.Waits) select one,
        one =>
        {
            Duration amount = ((OpenTimeRule)one.Rule).Amount;
            List<NodaTime.Interval> open = [.. one.Calendar.OpenPeriods(one.Start, one.Start + Duration.FromDays(40))];
            Instant due = one.Start;
            Duration left = amount;
            foreach ((Instant from, Instant to) in open.SelectMany(period => CutOut(period.Start, period.End, one.Waits)))
            {
                if (left <= to - from)
                {
                    due = from + left;
                    break;
                }

                left -= to - from;
            }

            // A due that falls together with the begin of a wait lies at its end: no deadline lies inside a wait that counts.
            foreach (WaitCase wait in one.Waits.OrderBy(wait => wait.Start))
            {
                due = wait.Start <= due && due < wait.End ? wait.End : due;
            }

            Assert.Equal(due, Due(one).At);
        });

    [Fact]
    public void Dated_rules_find_the_first_fitting_time_minute_by_minute() => Law.Holds(
        from rule in DatedRules from calendar in SlaGenerators.OneCalendar from start in SlaGenerators.Instants select (rule, calendar, start),
        one => Assert.Equal(Searched(one.rule, one.calendar, one.start), one.rule.Due(one.start, one.calendar).At));

    private static bool IsCapped(WaitCase[] waits) => Array.Exists(waits, wait => wait.Pause.Cap is not null);

    private static DueResult Due((DeadlineRule Rule, BusinessCalendar Calendar, Instant Start, WaitCase[] Waits) one) =>
        one.Rule.Due(one.Start, one.Calendar, WaitCase.Facts(one.Waits));

    /// <summary>The obviously right model: walk the minutes; one that nobody waits in and that is open (or any, on the clock) uses a minute of the allowance.</summary>
    private static Instant CountedMinuteByMinute(DeadlineRule rule, BusinessCalendar calendar, Instant start, WaitCase[] waits)
    {
        bool onTheClock = rule is ElapsedRule;
        Duration left = onTheClock ? ((ElapsedRule)rule).Amount : ((OpenTimeRule)rule).Amount;
        Duration capLeft = waits.Select(wait => wait.Pause.Cap).FirstOrDefault(cap => cap is not null) ?? Duration.MaxValue;
        Instant now = start;
        while (true)
        {
            bool counts = onTheClock || calendar.IsOpen(now);
            bool customer = waits.Any(wait => wait.Pause.Reason == WaitReason.Customer && wait.Start <= now && now < wait.End);
            bool parts = waits.Any(wait => wait.Pause.Reason == WaitReason.Parts && wait.Start <= now && now < wait.End);
            bool held = parts || (customer && capLeft > Duration.Zero);
            capLeft -= customer && counts ? Minute : Duration.Zero;
            if (!held && left == Duration.Zero)
            {
                return now;
            }

            left -= counts && !held ? Minute : Duration.Zero;
            now += Minute;
            if (left == Duration.Zero && !held && !IsHeldAt(waits, now, capLeft))
            {
                return now;
            }
        }
    }

    private static bool IsHeldAt(WaitCase[] waits, Instant now, Duration capLeft) => waits.Any(wait =>
        wait.Start <= now && now < wait.End && (wait.Pause.Reason == WaitReason.Parts || capLeft > Duration.Zero));

    private static IEnumerable<(Instant From, Instant To)> CutOut(Instant from, Instant to, WaitCase[] waits)
    {
        Instant at = from;
        foreach (WaitCase wait in waits.OrderBy(wait => wait.Start))
        {
            if (wait.Start >= to || wait.End <= at)
            {
                continue;
            }

            if (wait.Start > at)
            {
                yield return (at, wait.Start);
            }

            at = Instant.Max(at, wait.End);
        }

        if (at < to)
        {
            yield return (at, to);
        }
    }

    private static Instant Searched(DeadlineRule rule, BusinessCalendar calendar, Instant start)
    {
        if (rule is NextTimeRule next)
        {
            // The first minute after the start whose local time has reached the wanted one on a working day, and had not before.
            for (LocalDate date = start.InZone(calendar.Zone).Date; ; date = date.PlusDays(1))
            {
                Instant at = FirstAtOrAfter(date, next.At, calendar.Zone);
                if (calendar.IsWorkingDay(date) && at > start)
                {
                    return at;
                }
            }
        }

        WorkingDayRule days = (WorkingDayRule)rule;
        LocalDate day = start.InZone(calendar.Zone).Date;
        LocalDate before = day.PlusDays(-1);
        if (calendar.IsWorkingDay(before) && calendar.OpeningOf(before) <= start && start < calendar.ClosingOf(before))
        {
            day = before;
        }

        for (int passed = 0; passed < days.Days;)
        {
            day = day.PlusDays(1);
            passed += calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return Instant.Max(start, days.At is { } time ? FirstAtOrAfter(day, time, calendar.Zone) : calendar.ClosingOf(day)!.Value);
    }

    private static Instant FirstAtOrAfter(LocalDate date, LocalTime time, DateTimeZone zone)
    {
        Instant at = date.AtMidnight().InUtc().ToInstant() - Duration.FromHours(15);
        while (at.InZone(zone).LocalDateTime < date + time)
        {
            at += Minute;
        }

        return at;
    }
}
