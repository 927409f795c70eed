using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

public class DeadlineRuleTests
{
    private static readonly Duration Hour = Duration.FromHours(1);

    [Theory]
    [Shows("R05")]
    [InlineData("Tue 2026-03-31 10:00", "Tue 2026-03-31 11:00")]
    [InlineData("Tue 2026-03-31 11:30", "Tue 2026-03-31 14:00")] // over the lunch break
    [InlineData("Tue 2026-03-31 12:15", "Tue 2026-03-31 14:30")] // in the lunch break: received in working time
    [InlineData("Mon 2026-03-30 17:50", "Tue 2026-03-31 09:50")] // 10 minutes before closing
    [InlineData("Mon 2026-03-30 18:00", "Tue 2026-03-31 09:00")] // at closing: closed
    [InlineData("Mon 2026-03-30 18:10", "Tue 2026-03-31 09:00")]
    [InlineData("Tue 2026-03-31 02:00", "Tue 2026-03-31 09:00")] // at night on a working day: the same day
    [InlineData("Fri 2026-03-27 18:30", "Mon 2026-03-30 09:00")] // a weekend
    [InlineData("Sat 2026-02-14 17:30", "Tue 2026-02-24 09:30")] // a make-up Saturday before the Spring Festival
    [InlineData("Sat 2026-02-14 19:00", "Tue 2026-02-24 09:00")]
    [InlineData("Wed 2026-02-18 12:00", "Tue 2026-02-24 09:00")] // in the Spring Festival
    public void R05_mail_is_answered_in_one_open_hour_or_by_nine_of_the_next_working_day(string received, string due) =>
        Assert.Equal(due + ":00", Due(RapidResponse.ReplyRule, received));

    [Theory]
    [Shows("R05")]
    [InlineData("Tue 2026-03-31 02:00", "Wed 2026-04-01 09:00")] // the literal reading: the next working day after the date it arrived on
    [InlineData("Mon 2026-03-30 18:10", "Tue 2026-03-31 09:00")]
    [InlineData("Fri 2026-02-13 10:00", "Sat 2026-02-14 09:00")] // the make-up Saturday is a working day
    [InlineData("Sat 2026-02-14 10:00", "Tue 2026-02-24 09:00")]
    public void R05_read_literally_is_a_working_day_rule(string received, string due) =>
        Assert.Equal(due + ":00", Due(DeadlineRule.WorkingDay(1, new LocalTime(9, 0)), received));

    [Fact]
    public void A_working_day_rule_without_a_time_ends_at_that_days_closing() =>
        Assert.Equal("Thu 2026-04-02 18:00:00", Due(DeadlineRule.WorkingDay(2), "Tue 2026-03-31 10:00"));

    [Fact]
    public void A_night_shift_counts_by_its_own_date()
    {
        // Tue 02:00 belongs to the shift of Mon, so the next working day is Tue, whose shift closes on Wed 06:00.
        Instant start = World.At("Tue 2026-04-14 02:00", World.Berlin);

        DueResult due = DeadlineRule.WorkingDay(1).Due(start, World.NightDesk);

        Assert.Equal(World.At("Wed 2026-04-15 06:00", World.Berlin), due.At);
    }

    [Theory]
    [InlineData("Tue 2026-03-31 09:00", "Wed 2026-04-01 09:00")] // strictly after the start
    [InlineData("Tue 2026-03-31 08:59", "Tue 2026-03-31 09:00")]
    public void The_next_time_lies_strictly_after_the_start(string start, string due) =>
        Assert.Equal(due + ":00", Due(DeadlineRule.NextTime(new LocalTime(9, 0)), start));

    [Fact]
    public void A_time_in_a_gap_is_the_first_instant_after_it()
    {
        // New York has no 02:30 on Sun 2026-03-08, a make-up day of the workshop.
        Instant start = World.At("Sat 2026-03-07 20:00", World.NewYork);

        Assert.Equal(World.At("Sun 2026-03-08 03:00", World.NewYork), DeadlineRule.NextTime(new LocalTime(2, 30)).Due(start, World.Workshop).At);
    }

    [Fact]
    public void A_time_in_an_overlap_is_the_first_of_the_two()
    {
        BusinessCalendar always = BusinessCalendar.Always("always", World.NewYork);
        Instant start = World.At("Sat 2025-11-01 20:00", World.NewYork);

        Assert.Equal(World.At("Sun 2025-11-02 01:30 -04"), DeadlineRule.NextTime(new LocalTime(1, 30)).Due(start, always).At);
    }

    [Fact]
    public void The_earliest_ignores_what_is_unset_and_the_latest_does_not()
    {
        DeadlineRule appointment = DeadlineRule.Appointment(Hour);
        DeadlineRule hour = DeadlineRule.Elapsed(Hour);
        Instant start = World.At("Tue 2026-03-31 10:00", World.Shanghai);

        Assert.Equal(start + Hour, DeadlineRule.Earliest(appointment, hour).Due(start, World.ServiceHours).At);
        Assert.Equal(UnsetReason.NoAppointment, DeadlineRule.Latest(appointment, hour).Due(start, World.ServiceHours).Reason);
    }

    [Fact]
    public void An_appointment_is_due_after_its_grace_and_never_before_the_start()
    {
        Instant start = World.At("Tue 2026-03-31 10:00", World.Shanghai);
        DeadlineRule rule = DeadlineRule.Appointment(Duration.FromMinutes(15));

        Assert.Equal(start + Hour + Duration.FromMinutes(15), rule.Due(start, World.ServiceHours, DueFacts.None.WithAppointment(start + Hour)).At);
        Assert.Equal(start, rule.Due(start, World.ServiceHours, DueFacts.None.WithAppointment(start - Hour)).At);
    }

    [Fact]
    public void The_grace_of_an_appointment_may_be_open_time()
    {
        DueFacts facts = DueFacts.None.WithAppointment(World.At("Tue 2026-03-31 17:30", World.Shanghai));

        Assert.Equal("Wed 2026-04-01 09:30:00", Due(DeadlineRule.AppointmentInOpenTime(Hour), "Mon 2026-03-30 10:00", facts));
    }

    [Fact]
    public void A_calendar_that_never_opens_gives_no_due()
    {
        BusinessCalendar never = BusinessCalendar.Weekly("never", World.Shanghai, WeeklyHours.Parse("off"));
        Instant start = World.At("Tue 2026-03-31 10:00", World.Shanghai);

        Assert.Equal(UnsetReason.BeyondHorizon, DeadlineRule.OpenTime(Hour).Due(start, never).Reason);
        Assert.Equal(UnsetReason.BeyondHorizon, DeadlineRule.NextTime(LocalTime.Noon).Due(start, never).Reason);
        Assert.Equal(UnsetReason.BeyondHorizon, DeadlineRule.WorkingDay(1).Due(start, never).Reason);
        Assert.Equal(start + Hour, DeadlineRule.Elapsed(Hour).Due(start, never).At);
    }

    [Fact]
    public void A_wait_moves_an_elapsed_deadline_by_its_clock_time_and_an_open_one_by_its_open_time()
    {
        DueFacts waited = Waited(Pause.On(WaitReason.Customer), "Tue 2026-03-31 11:30", "Tue 2026-03-31 14:00");

        Assert.Equal("Tue 2026-03-31 15:30:00", Due(DeadlineRule.Elapsed(Duration.FromHours(3)), "Tue 2026-03-31 10:00", waited));

        // Three open hours end at 14:30; of the wait, 11:30–12:00 and 13:30–14:00 are open.
        Assert.Equal("Tue 2026-03-31 15:30:00", Due(DeadlineRule.OpenTime(Duration.FromHours(3)), "Tue 2026-03-31 10:00", waited));
    }

    [Fact]
    public void A_wait_that_begins_after_the_due_does_not_count() =>
        Assert.Equal("Tue 2026-03-31 11:00:00", Due(DeadlineRule.Elapsed(Hour), "Tue 2026-03-31 10:00", Waited(Pause.On(WaitReason.Customer), "Tue 2026-03-31 11:01", "Tue 2026-03-31 12:00")));

    [Fact]
    public void A_wait_that_begins_at_the_due_counts() =>
        Assert.Equal("Tue 2026-03-31 12:00:00", Due(DeadlineRule.Elapsed(Hour), "Tue 2026-03-31 10:00", Waited(Pause.On(WaitReason.Customer), "Tue 2026-03-31 11:00", "Tue 2026-03-31 12:00")));

    [Fact]
    public void A_deadline_at_a_time_does_not_fall_inside_a_wait() =>
        Assert.Equal("Tue 2026-03-31 10:00:00", Due(DeadlineRule.NextTime(new LocalTime(9, 0)), "Mon 2026-03-30 20:00", Waited(Pause.On(WaitReason.Customer), "Tue 2026-03-31 08:00", "Tue 2026-03-31 10:00")));

    [Fact]
    public void Overlapping_waits_of_two_reasons_are_counted_once()
    {
        DueFacts facts = Waited(Pause.On(WaitReason.Customer), "Tue 2026-03-31 10:10", "Tue 2026-03-31 10:30")
            .Paused(Pause.On(WaitReason.Parts), World.At("Tue 2026-03-31 10:20", World.Shanghai), World.At("Tue 2026-03-31 10:50", World.Shanghai));

        Assert.Equal("Tue 2026-03-31 11:40:00", Due(DeadlineRule.Elapsed(Hour), "Tue 2026-03-31 10:00", facts));
    }

    [Fact]
    public void A_cap_holds_for_all_waits_of_its_reason_together_in_the_rules_own_unit()
    {
        Pause capped = Pause.On(WaitReason.Customer).UpTo(Duration.FromMinutes(45));
        DueFacts facts = Waited(capped, "Tue 2026-03-31 10:10", "Tue 2026-03-31 10:40")
            .Paused(capped, World.At("Tue 2026-03-31 11:50", World.Shanghai), World.At("Tue 2026-03-31 14:30", World.Shanghai));

        // On the clock: 30 min and the first 15 min of the second wait. 13:00 + 45 min.
        Assert.Equal("Tue 2026-03-31 13:45:00", Due(DeadlineRule.Elapsed(Duration.FromHours(3)), "Tue 2026-03-31 10:00", facts));

        // Open: 30 min, then 11:50–12:00 and 13:30–13:35. 14:30 + 45 min.
        Assert.Equal("Tue 2026-03-31 15:15:00", Due(DeadlineRule.OpenTime(Duration.FromHours(3)), "Tue 2026-03-31 10:00", facts));
    }

    [Fact]
    public void Amounts_and_numbers_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineRule.Elapsed(Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineRule.Elapsed(-Hour));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineRule.OpenTime(Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineRule.WorkingDay(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineRule.Appointment(-Hour));
        Assert.Throws<ArgumentException>(() => DeadlineRule.Earliest());
        Assert.Throws<ArgumentNullException>(() => DeadlineRule.Latest(null!));
        Assert.Throws<ArgumentNullException>(() => DeadlineRule.IfOpen(DeadlineRule.Elapsed(Hour), null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => Pause.On(WaitReason.Customer).UpTo(Duration.Zero));
    }

    [Fact]
    public void A_rule_holds_at_most_64_cases()
    {
        DeadlineRule[] parts = [.. Enumerable.Range(1, 63).Select(hours => DeadlineRule.Elapsed(Duration.FromHours(hours)))];
        DeadlineRule largest = DeadlineRule.Earliest(parts);

        Assert.Equal(63, ((EarliestRule)largest).Parts.Count);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => DeadlineRule.Latest(largest));
        Assert.Contains("at most 64", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "1 h of open time; received when closed: by the next 09:00 of a working day")]
    [InlineData("zh", "营业时间 1 小时内；营业时间外收到：工作日的下一个 09:00 前")]
    public void A_rule_reads_as_people_say_it(string format, string text) => Assert.Equal(text, RapidResponse.ReplyRule.ToString(format, null));

    [Fact]
    public void An_unknown_language_is_refused_with_those_known()
    {
        FormatException refused = Assert.Throws<FormatException>(() => $"{RapidResponse.ReplyRule:fr}");

        Assert.Contains("en", refused.Message, StringComparison.Ordinal);
        Assert.Contains("zh", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_are_equal_when_their_parts_are()
    {
        DeadlineRule same = DeadlineRule.IfOpen(DeadlineRule.OpenTime(Duration.FromMinutes(60)), DeadlineRule.NextTime(new LocalTime(9, 0, 0)));

        Assert.Equal(RapidResponse.ReplyRule, same);
        Assert.Equal(RapidResponse.ReplyRule.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(RapidResponse.ReplyRule, DeadlineRule.IfOpen(DeadlineRule.OpenTime(Hour), DeadlineRule.NextTime(new LocalTime(9, 1))));
        Assert.NotEqual<DeadlineRule>(DeadlineRule.Elapsed(Hour), DeadlineRule.OpenTime(Hour));
        Assert.NotEqual<DeadlineRule>(DeadlineRule.Earliest(same), DeadlineRule.Latest(same));
    }

    private static DueFacts Waited(Pause pause, string from, string to) => DueFacts.None.Paused(pause, World.At(from, World.Shanghai), World.At(to, World.Shanghai));

    private static string Due(DeadlineRule rule, string start) => Due(rule, start, DueFacts.None);

    private static string Due(DeadlineRule rule, string start, DueFacts facts) =>
        World.Text(rule.Due(World.At(start, World.Shanghai), World.ServiceHours, facts).At, World.Shanghai);
}
