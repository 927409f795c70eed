using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>Deadline rules at their bounds: what is just allowed and just refused, how each reads in both languages, when two are the same.</summary>
public class RuleBoundTests
{
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly Duration Shortest = Duration.FromNanoseconds(1);

    /// <summary>Each differs from every other.</summary>
    private static readonly DeadlineRule[] Different =
    [
        DeadlineRule.Elapsed(Hour),
        DeadlineRule.Elapsed(Hour + Shortest),
        DeadlineRule.OpenTime(Hour),
        DeadlineRule.OpenTime(Hour + Shortest),
        DeadlineRule.WorkingDay(1),
        DeadlineRule.WorkingDay(2),
        DeadlineRule.WorkingDay(1, new LocalTime(9, 0)),
        DeadlineRule.WorkingDay(1, new LocalTime(9, 1)),
        DeadlineRule.NextTime(new LocalTime(9, 0)),
        DeadlineRule.NextTime(new LocalTime(9, 1)),
        DeadlineRule.Appointment(Hour),
        DeadlineRule.Appointment(Hour + Shortest),
        DeadlineRule.AppointmentInOpenTime(Hour),
        DeadlineRule.IfOpen(DeadlineRule.Elapsed(Hour), DeadlineRule.OpenTime(Hour)),
        DeadlineRule.IfOpen(DeadlineRule.Elapsed(Hour), DeadlineRule.WorkingDay(1)),
        DeadlineRule.IfOpen(DeadlineRule.WorkingDay(1), DeadlineRule.OpenTime(Hour)),
        DeadlineRule.Earliest(DeadlineRule.Elapsed(Hour), DeadlineRule.OpenTime(Hour)),
        DeadlineRule.Earliest(DeadlineRule.OpenTime(Hour), DeadlineRule.Elapsed(Hour)),
        DeadlineRule.Earliest(DeadlineRule.Elapsed(Hour)),
        DeadlineRule.Latest(DeadlineRule.Elapsed(Hour), DeadlineRule.OpenTime(Hour)),
        DeadlineRule.Latest(DeadlineRule.OpenTime(Hour), DeadlineRule.Elapsed(Hour)),
        DeadlineRule.Latest(DeadlineRule.Elapsed(Hour)),
    ];

    public static TheoryData<DeadlineRule, string, string> Texts => new()
    {
        { DeadlineRule.Elapsed(Duration.FromMinutes(1565)), "26 h 5 min on the clock", "26 小时 5 分钟内" },
        { DeadlineRule.Elapsed(Duration.FromSeconds(45)), "45 s on the clock", "45 秒内" },
        { DeadlineRule.Elapsed(Duration.FromMinutes(2) + Duration.FromMilliseconds(1500)), "2 min 1.5 s on the clock", "2 分钟 1.5 秒内" },
        { DeadlineRule.Elapsed(Shortest), "0.000000001 s on the clock", "0.000000001 秒内" },
        { DeadlineRule.OpenTime(Hour + Duration.FromSeconds(7)), "1 h 7 s of open time", "营业时间 1 小时 7 秒内" },
        { DeadlineRule.WorkingDay(2), "by closing time of working day 2 after the start", "其后第 2 个工作日下班前" },
        { DeadlineRule.WorkingDay(11, new LocalTime(9, 30)), "by 09:30 of working day 11 after the start", "其后第 11 个工作日 09:30 前" },
        { DeadlineRule.NextTime(new LocalTime(17, 0)), "by the next 17:00 of a working day", "工作日的下一个 17:00 前" },
        { DeadlineRule.NextTime(new LocalTime(9, 30, 15)), "by the next 09:30:15 of a working day", "工作日的下一个 09:30:15 前" },
        { DeadlineRule.Appointment(Duration.Zero), "by the agreed appointment", "按约定的上门时间" },
        { DeadlineRule.AppointmentInOpenTime(Duration.Zero), "by the agreed appointment", "按约定的上门时间" },
        { DeadlineRule.Appointment(Duration.FromMinutes(15)), "15 min after the agreed appointment", "约定的上门时间后 15 分钟内" },
        { DeadlineRule.AppointmentInOpenTime(Duration.FromMinutes(15)), "15 min of open time after the agreed appointment", "约定的上门时间后营业时间 15 分钟内" },
        {
            DeadlineRule.Earliest(DeadlineRule.Elapsed(Hour), DeadlineRule.OpenTime(Duration.FromMinutes(40))),
            "the earliest of (1 h on the clock; 40 min of open time)",
            "最早者（1 小时内；营业时间 40 分钟内）"
        },
        {
            DeadlineRule.Latest(DeadlineRule.WorkingDay(3), DeadlineRule.Elapsed(Hour)),
            "the latest of (by closing time of working day 3 after the start; 1 h on the clock)",
            "最晚者（其后第 3 个工作日下班前；1 小时内）"
        },
        {
            // Which belongs to which is said by brackets.
            DeadlineRule.Earliest(DeadlineRule.IfOpen(DeadlineRule.Elapsed(Hour), DeadlineRule.NextTime(new LocalTime(9, 0))), DeadlineRule.Latest(DeadlineRule.WorkingDay(3), DeadlineRule.OpenTime(Hour))),
            "the earliest of ((1 h on the clock; received when closed: by the next 09:00 of a working day); the latest of (by closing time of working day 3 after the start; 1 h of open time))",
            "最早者（（1 小时内；营业时间外收到：工作日的下一个 09:00 前）；最晚者（其后第 3 个工作日下班前；营业时间 1 小时内））"
        },
        {
            DeadlineRule.IfOpen(DeadlineRule.Elapsed(Hour), DeadlineRule.IfOpen(DeadlineRule.OpenTime(Hour), DeadlineRule.WorkingDay(3))),
            "1 h on the clock; received when closed: (1 h of open time; received when closed: by closing time of working day 3 after the start)",
            "1 小时内；营业时间外收到：（营业时间 1 小时内；营业时间外收到：其后第 3 个工作日下班前）"
        },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_rule_reads_in_english_and_chinese(DeadlineRule rule, string english, string chinese)
    {
        Assert.Equal(english, rule.ToString());
        Assert.Equal(english, $"{rule:en}");
        Assert.Equal(chinese, $"{rule:zh}");
    }

    [Fact]
    public void Rules_that_differ_in_one_part_differ() => Assert.All(
        Different.SelectMany((left, i) => Different.Select((right, j) => (left, right, i == j))),
        pair => Assert.Equal(pair.Item3, pair.left.Equals(pair.right)));

    [Fact]
    public void Rules_made_twice_of_the_same_parts_are_equal_and_hash_equally()
    {
        DeadlineRule[] again =
        [
            DeadlineRule.WorkingDay(1, new LocalTime(9, 1)), DeadlineRule.Appointment(Duration.FromMinutes(60)), DeadlineRule.AppointmentInOpenTime(Duration.FromMinutes(60)),
            DeadlineRule.Earliest(DeadlineRule.OpenTime(Hour), DeadlineRule.Elapsed(Hour)), DeadlineRule.Latest([DeadlineRule.Elapsed(Hour)]),
            DeadlineRule.NextTime(new LocalTime(9, 1)), DeadlineRule.Elapsed(Hour), DeadlineRule.OpenTime(Hour),
        ];

        Assert.All(again, rule => Assert.Equal(Assert.Single(Different, rule.Equals).GetHashCode(), rule.GetHashCode()));
    }

    [Fact]
    public void The_shortest_amounts_are_allowed_and_nothing_shorter()
    {
        Assert.Equal(Shortest, DeadlineRule.Elapsed(Shortest).Amount);
        Assert.Equal(Shortest, DeadlineRule.OpenTime(Shortest).Amount);
        Assert.Equal((1, default(LocalTime?)), (DeadlineRule.WorkingDay(1).Days, DeadlineRule.WorkingDay(1).At));
        Assert.Equal((Duration.Zero, false), (DeadlineRule.Appointment(Duration.Zero).Grace, DeadlineRule.Appointment(Duration.Zero).GraceInOpenTime));
        Assert.Equal((Duration.Zero, true), (DeadlineRule.AppointmentInOpenTime(Duration.Zero).Grace, DeadlineRule.AppointmentInOpenTime(Duration.Zero).GraceInOpenTime));

        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineRule.Elapsed(Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineRule.OpenTime(-Shortest));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineRule.WorkingDay(0, LocalTime.Noon));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineRule.Appointment(-Shortest));
        Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineRule.AppointmentInOpenTime(-Shortest));
    }

    [Fact]
    public void Missing_parts_are_refused_by_the_name_of_the_argument()
    {
        Assert.Equal("rules", Assert.Throws<ArgumentNullException>(() => DeadlineRule.Earliest((IEnumerable<DeadlineRule>)null!)).ParamName);
        Assert.Equal("rules", Assert.Throws<ArgumentNullException>(() => DeadlineRule.Latest(DeadlineRule.Elapsed(Hour), null!)).ParamName);
        Assert.Equal("then", Assert.Throws<ArgumentNullException>(() => DeadlineRule.IfOpen(null!, DeadlineRule.Elapsed(Hour))).ParamName);
        Assert.Equal("otherwise", Assert.Throws<ArgumentNullException>(() => DeadlineRule.IfOpen(DeadlineRule.Elapsed(Hour), null!)).ParamName);
        Assert.Contains("At least one", Assert.Throws<ArgumentException>(() => DeadlineRule.Latest()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_by_opening_counts_as_one_case_beside_its_two_parts()
    {
        static DeadlineRule OfSize(int size) => DeadlineRule.Latest(Enumerable.Range(1, size - 1).Select(minutes => DeadlineRule.Elapsed(Duration.FromMinutes(minutes))));

        Assert.IsType<IfOpenRule>(DeadlineRule.IfOpen(OfSize(62), DeadlineRule.Elapsed(Hour)));
        Assert.Contains("65 cases; at most 64", Assert.Throws<ArgumentException>(() => DeadlineRule.IfOpen(OfSize(62), OfSize(2))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tue 2026-03-31 08:59:59.999999999", "Tue 2026-03-31 09:00:00")]
    [InlineData("Tue 2026-03-31 09:00", "Tue 2026-03-31 10:00:00")]
    [InlineData("Tue 2026-03-31 17:59:59.999999999", "Wed 2026-04-01 09:59:59.999999999")]
    public void Working_time_holds_its_opening_and_not_its_closing(string received, string due) => Assert.Equal(due, Due(RapidResponse.ReplyRule, received));

    [Fact]
    public void The_grace_on_the_clock_does_not_stop_at_closing() => Assert.Equal(
        "Tue 2026-03-31 18:30:00",
        Due(DeadlineRule.Appointment(Hour), "Mon 2026-03-30 10:00", DueFacts.None.WithAppointment(At("Tue 2026-03-31 17:30"))));

    [Theory]
    [InlineData("Tue 2026-04-14 05:59", "Wed 2026-04-15 06:00")] // the shift that began on Mon
    [InlineData("Tue 2026-04-14 06:00", "Thu 2026-04-16 06:00")] // it has ended, so Tue counts as the date
    public void At_its_closing_a_night_shift_is_over(string start, string due) =>
        Assert.Equal(World.At(due, World.Berlin), DeadlineRule.WorkingDay(1).Due(World.At(start, World.Berlin), World.NightDesk).At);

    [Fact]
    public void A_time_of_the_next_working_day_that_has_passed_in_a_night_shift_is_due_at_once()
    {
        // Tue 02:00 belongs to the shift of Mon; 01:00 of the next working day, Tue, was an hour ago.
        Instant start = World.At("Tue 2026-04-14 02:00", World.Berlin);

        Assert.Equal(start, DeadlineRule.WorkingDay(1, new LocalTime(1, 0)).Due(start, World.NightDesk).At);
    }

    [Fact]
    public void What_lies_beyond_the_end_of_time_is_unset_and_its_last_instant_is_not()
    {
        Instant start = Instant.MaxValue - Hour;
        Pause pause = Pause.On(WaitReason.Customer);
        DeadlineRule half = DeadlineRule.Elapsed(Duration.FromMinutes(30));

        Assert.Equal(Instant.MaxValue, DeadlineRule.Elapsed(Hour).Due(start, World.ServiceHours).At);
        Assert.Equal(UnsetReason.BeyondHorizon, DeadlineRule.Elapsed(Hour + Shortest).Due(start, World.ServiceHours).Reason);
        Assert.Equal(Instant.MaxValue, half.Due(start, World.ServiceHours, DueFacts.None.Paused(pause, start, start + Duration.FromMinutes(30))).At);
        Assert.Equal(UnsetReason.BeyondHorizon, half.Due(start, World.ServiceHours, DueFacts.None.Paused(pause, start, start + Duration.FromMinutes(31))).Reason);
        Assert.Equal(Instant.MaxValue, DeadlineRule.Appointment(Hour).Due(start, World.ServiceHours, DueFacts.None.WithAppointment(start)).At);
        Assert.Equal(UnsetReason.BeyondHorizon, DeadlineRule.Appointment(Hour).Due(start, World.ServiceHours, DueFacts.None.WithAppointment(start + Shortest)).Reason);
    }

    [Fact]
    public void Of_two_parts_the_order_decides_nothing()
    {
        DeadlineRule soon = DeadlineRule.Elapsed(Hour);
        DeadlineRule late = DeadlineRule.OpenTime(Duration.FromHours(3));

        Assert.Equal("Tue 2026-03-31 11:00:00", Due(DeadlineRule.Earliest(soon, late), "Tue 2026-03-31 10:00"));
        Assert.Equal("Tue 2026-03-31 11:00:00", Due(DeadlineRule.Earliest(late, soon), "Tue 2026-03-31 10:00"));
        Assert.Equal("Tue 2026-03-31 14:30:00", Due(DeadlineRule.Latest(soon, late), "Tue 2026-03-31 10:00"));
        Assert.Equal("Tue 2026-03-31 14:30:00", Due(DeadlineRule.Latest(late, soon), "Tue 2026-03-31 10:00"));
    }

    [Fact]
    public void A_result_says_when_it_is_due_or_why_nothing_is()
    {
        Instant start = At("Tue 2026-03-31 10:00");
        BusinessCalendar never = BusinessCalendar.Weekly("never", World.Shanghai, WeeklyHours.Parse("off"));
        DueResult due = DeadlineRule.Elapsed(Hour).Due(start, never);
        DueResult unagreed = DeadlineRule.Appointment(Hour).Due(start, never);
        DueResult beyond = DeadlineRule.OpenTime(Hour).Due(start, never);

        Assert.Equal((true, null, "2026-03-31T03:00:00Z", "2026-03-31T03:00:00Z"), (due.IsSet, due.Reason, $"{due}", $"{due:zh}"));
        Assert.Equal((false, UnsetReason.NoAppointment), (unagreed.IsSet, unagreed.Reason));
        Assert.Equal(("unset: no appointment has been agreed", "无期限：尚未约定上门时间"), ($"{unagreed}", $"{unagreed:zh}"));
        Assert.Equal(("unset: the calendar does not open for long enough within its horizon", "无期限：日历在其有效期内没有足够的营业时间"), ($"{beyond}", $"{beyond:zh}"));
        Assert.Contains("no appointment has been agreed", Assert.Throws<InvalidOperationException>(() => unagreed.At).Message, StringComparison.Ordinal);
    }

    private static string Due(DeadlineRule rule, string start) => Due(rule, start, DueFacts.None);

    private static string Due(DeadlineRule rule, string start, DueFacts facts) => World.Text(rule.Due(At(start), World.ServiceHours, facts).At, World.Shanghai);

    private static Instant At(string text) => World.At(text, World.Shanghai);
}
