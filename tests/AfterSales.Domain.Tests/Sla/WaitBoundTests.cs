using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>Waits at the edges: of the start, the due, the cap, each other, and of the instant that is looked from.</summary>
public class WaitBoundTests
{
    private static readonly Pause Customer = Pause.On(WaitReason.Customer);
    private static readonly DeadlineRule Hour = DeadlineRule.Elapsed(Duration.FromHours(1));
    private static readonly DeadlineRule Morning = DeadlineRule.OpenTime(Duration.FromHours(1.5));

    [Fact]
    public void Of_a_wait_that_began_before_the_start_only_the_rest_counts() =>
        Assert.Equal("11:30:00", Due(Hour, Waited(Customer, "09:00", "10:30")));

    [Fact]
    public void A_wait_that_was_over_by_the_start_counts_nothing()
    {
        Assert.Equal("11:00:00", Due(Hour, Waited(Customer, "09:00", "10:00")));
        Assert.Equal("12:00:00", Due(Morning, Waited(Customer, "09:00", "10:30").Paused(Customer, At("10:30"), At("10:30")), start: "10:30"));
    }

    [Fact]
    public void A_wait_without_length_moves_nothing()
    {
        Assert.Equal("11:00:00", Due(Hour, Waited(Customer, "10:20", "10:20")));
        Assert.Equal("12:00:00", Due(Morning, Waited(Customer, "12:00", "12:00"), start: "10:30"));
    }

    [Fact]
    public void Waits_that_touch_are_one_wait()
    {
        DueFacts touching = Waited(Customer, "10:10", "10:40").Paused(Pause.On(WaitReason.Parts), At("10:40"), At("11:10"));

        Assert.Equal("12:00:00", Due(Hour, touching));
    }

    [Fact]
    public void A_wait_within_another_adds_nothing_whichever_was_told_first()
    {
        Assert.Equal("11:40:00", Due(Hour, Waited(Customer, "10:10", "10:50").Paused(Customer, At("10:20"), At("10:30"))));
        Assert.Equal("11:40:00", Due(Hour, Waited(Customer, "10:20", "10:30").Paused(Customer, At("10:10"), At("10:50"))));
    }

    [Fact]
    public void A_due_that_one_wait_moved_may_be_reached_by_the_next()
    {
        // 11:00 becomes 11:30; the second wait begins before that and moves it to 12:15.
        Assert.Equal("12:15:00", Due(Hour, Waited(Customer, "10:10", "10:40").Paused(Customer, At("11:20"), At("12:05"))));
        Assert.Equal("11:30:00", Due(Hour, Waited(Customer, "10:10", "10:40").Paused(Customer, At("11:31"), At("12:05"))));
    }

    [Fact]
    public void Each_reason_has_a_cap_of_its_own()
    {
        Pause customer = Customer.UpTo(Duration.FromMinutes(10));
        Pause parts = Pause.On(WaitReason.Parts).UpTo(Duration.FromMinutes(5));

        Assert.Equal("11:15:00", Due(Hour, Waited(customer, "10:00", "10:20").Paused(parts, At("10:30"), At("10:50"))));
    }

    [Fact]
    public void A_cap_that_is_just_used_up_leaves_nothing_for_a_later_wait()
    {
        Pause capped = Customer.UpTo(Duration.FromMinutes(30));

        Assert.Equal("11:30:00", Due(Hour, Waited(capped, "10:10", "10:40").Paused(capped, At("11:30"), At("12:30"))));
        Assert.Equal("12:00:00", Due(Morning, Waited(capped, "10:10", "10:40").Paused(capped, At("12:00"), At("14:00"))));
    }

    [Fact]
    public void A_cap_with_a_minute_left_gives_a_later_wait_that_minute() => Assert.Equal(
        "11:30:00",
        Due(Hour, Waited(Customer.UpTo(Duration.FromMinutes(30)), "10:10", "10:39").Paused(Customer.UpTo(Duration.FromMinutes(30)), At("10:50"), At("12:30"))));

    [Fact]
    public void A_wait_ends_no_earlier_than_it_begins()
    {
        Assert.Equal("endExclusive", Assert.Throws<ArgumentOutOfRangeException>(() => Waited(Customer, "10:00:00.000000001", "10:00")).ParamName);
        Assert.Equal("pause", Assert.Throws<ArgumentNullException>(() => Waited(null!, "10:00", "11:00")).ParamName);
    }

    [Fact]
    public void Facts_keep_their_waits_beside_an_appointment_and_the_appointment_beside_a_wait()
    {
        DueFacts waitFirst = Waited(Customer, "10:10", "10:40").WithAppointment(At("16:00"));
        DueFacts waitLast = DueFacts.None.WithAppointment(At("16:00")).Paused(Customer, At("10:10"), At("10:40"));

        Assert.All([waitFirst, waitLast], facts => Assert.Equal((At("16:00"), "11:30:00"), (facts.Appointment, Due(Hour, facts))));
        Assert.Null(DueFacts.None.Appointment);
    }

    [Fact]
    public void A_pause_reads_in_english_and_chinese_with_its_cap_and_without()
    {
        Pause capped = Customer.UpTo(Duration.FromHours(36));

        Assert.Equal(("waiting for customer", "等待 customer"), (Customer.ToString(), $"{Customer:zh}"));
        Assert.Equal(("waiting for customer, up to 36 h", "等待 customer，累计不超过 36 小时"), (capped.ToString(), $"{capped:zh}"));
        Assert.Throws<FormatException>(() => $"{capped:de}");
    }

    [Fact]
    public void Pauses_are_the_same_when_reason_and_cap_are()
    {
        Pause capped = Customer.UpTo(Duration.FromHours(2));

        Assert.Equal(capped, Pause.On(WaitReason.Customer).UpTo(Duration.FromMinutes(120)));
        Assert.Equal(capped.GetHashCode(), Pause.On(WaitReason.Customer).UpTo(Duration.FromMinutes(120)).GetHashCode());
        Assert.NotEqual(capped, Customer);
        Assert.NotEqual(capped, Customer.UpTo(Duration.FromHours(2) + Duration.Epsilon));
        Assert.NotEqual(capped, Pause.On(WaitReason.Parts).UpTo(Duration.FromHours(2)));
    }

    [Fact]
    public void A_pause_has_a_reason_and_a_cap_longer_than_nothing()
    {
        Assert.Equal(Duration.Epsilon, Customer.UpTo(Duration.Epsilon).Cap);
        Assert.Equal((WaitReason.Customer, null), (Customer.Reason, Customer.Cap));
        Assert.Equal("cap", Assert.Throws<ArgumentOutOfRangeException>(() => Customer.UpTo(Duration.Zero)).ParamName);
        Assert.Throws<InvalidOperationException>(() => Pause.On(default));
    }

    private static DueFacts Waited(Pause pause, string from, string to) => DueFacts.None.Paused(pause, At(from), At(to));

    private static string Due(DeadlineRule rule, DueFacts facts, string start = "10:00") =>
        World.Text(rule.Due(At(start), World.ServiceHours, facts).At, World.Shanghai)["Tue 2026-03-31 ".Length..];

    private static Instant At(string time) => World.At("Tue 2026-03-31 " + time, World.Shanghai);
}
