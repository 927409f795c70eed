using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

/// <summary>What holds from when on: versions of a policy, publications of calendars, and the calendars a request names.</summary>
public class VersionTests
{
    private static readonly BusinessCalendar Desk = BusinessCalendar.Weekly("desk", World.Shanghai, World.OfficeHours);
    private static readonly BusinessCalendar Site = BusinessCalendar.Weekly("site", World.Shanghai, WeeklyHours.Parse("Mo-Su 10:00-20:00"));
    private static readonly Target Named = new("named", RequestCondition.Any, DeadlineRule.OpenTime(Duration.FromHours(1)));
    private static readonly SlaHistory Evening = Received("Tue 2026-03-31 17:30");

    [Fact]
    public void A_version_is_in_force_from_its_first_instant_until_the_next()
    {
        SlaPolicy first = Version(1, "Tue 2026-03-31 00:00", Reply("a"));
        SlaPolicy second = Version(2, "Wed 2026-04-01 00:00", Reply("a"));
        PolicyHistory history = new([second, first]);

        Assert.Equal([first, second], history.Versions);
        Assert.Null(history.InForceAt(At("Tue 2026-03-31 00:00") - Duration.Epsilon));
        Assert.Same(first, history.InForceAt(At("Tue 2026-03-31 00:00")));
        Assert.Same(first, history.InForceAt(At("Wed 2026-04-01 00:00") - Duration.Epsilon));
        Assert.Same(second, history.InForceAt(At("Wed 2026-04-01 00:00")));
        Assert.Equal("promise: v1 from 2026-03-30T16:00:00Z, v2 from 2026-03-31T16:00:00Z", history.ToString());
    }

    [Fact]
    public void Cycles_are_judged_by_the_version_of_their_start_objective_by_objective_in_time()
    {
        PolicyHistory history = new([Version(1, "Tue 2026-03-31 00:00", Reply("a"), Reply("b")), Version(2, "Wed 2026-04-01 00:00", Reply("c"), Reply("a"), Reply("b"))]);
        SlaHistory told = Story.InShanghai().Opened("Mon 2026-03-30 12:00", RapidResponse.Mail)
            .Signal("Mon 2026-03-30 23:59", Signal.Received).Signal("Mon 2026-03-30 23:59", Signal.Reply)
            .Signal("Tue 2026-03-31 00:00", Signal.Received).Signal("Tue 2026-03-31 00:10", Signal.Reply)
            .Signal("Wed 2026-04-01 00:00", Signal.Received).History;

        IReadOnlyList<VersionedCycle> cycles = history.Track(told, At("Wed 2026-04-01 00:10"));

        Assert.Equal(
            [("a", 1, "e4"), ("a", 2, "e6"), ("b", 1, "e4"), ("b", 2, "e6"), ("c", 2, "e6")],
            cycles.Select(one => (one.Cycle.Objective.Name, one.Policy.Version, one.Cycle.StartedBy.Value)));
        Assert.Equal($"v2 {cycles[4].Cycle}", cycles[4].ToString());
    }

    [Fact]
    public void Versions_of_one_policy_follow_each_other_in_number_and_time()
    {
        SlaPolicy third = Version(3, "Tue 2026-03-31 00:00", Reply("a"));

        Assert.Contains("At least one", Refused(), StringComparison.Ordinal);
        Assert.Contains("both in force from", Refused(third, Version(4, "Tue 2026-03-31 00:00", Reply("a"))), StringComparison.Ordinal);
        Assert.Contains("numbers have to grow", Refused(third, Version(3, "Wed 2026-04-01 00:00", Reply("a"))), StringComparison.Ordinal);
        Assert.Contains("numbers have to grow", Refused(third, Version(2, "Wed 2026-04-01 00:00", Reply("a"))), StringComparison.Ordinal);
        Assert.Contains("promise and other", Refused(third, new SlaPolicy("other", 4, At("Wed 2026-04-01 00:00"), [Reply("a")])), StringComparison.Ordinal);
        Assert.Equal("versions", Assert.Throws<ArgumentNullException>(() => new PolicyHistory(null!)).ParamName);
        Assert.Equal("versions", Assert.Throws<ArgumentNullException>(() => new PolicyHistory([third, null!])).ParamName);
        Assert.Equal("history", Assert.Throws<ArgumentNullException>(() => new PolicyHistory([third]).Track(null!, At("Wed 2026-04-01 00:00"))).ParamName);

        static string Refused(params SlaPolicy[] versions) => Assert.Throws<ArgumentException>(() => new PolicyHistory(versions)).Message;
    }

    [Fact]
    public void Publications_take_effect_in_time_whatever_the_order_they_were_told_in()
    {
        // The site's calendar, told first, is published after the desk's.
        SlaPolicy policy = On(CalendarChoice.Named("desk")).With(Desk, Site)
            .WithPublished(Site.WithVersion(2), At("Tue 2026-03-31 20:00"))
            .WithPublished(Desk.ClosedOn(World.Date("Wed 2026-04-01"), "stock-taking").WithVersion(2), At("Tue 2026-03-31 18:30"));

        Assert.Equal("Wed 2026-04-01 09:30:00", DueText(policy, "Tue 2026-03-31 18:29:59"));
        Assert.Equal("Thu 2026-04-02 09:30:00", DueText(policy, "Tue 2026-03-31 18:30"));
        Assert.Equal("Thu 2026-04-02 09:30:00", DueText(policy, "Tue 2026-03-31 20:00"));
    }

    [Fact]
    public void A_publication_that_a_cycle_does_not_count_by_leaves_it_alone()
    {
        SlaPolicy policy = On(CalendarChoice.Named("desk")).With(Desk, Site).WithPublished(Site.WithVersion(2), At("Tue 2026-03-31 18:30"));

        Assert.Null(policy.Track(Evening, At("Tue 2026-03-31 19:00"))["reply"].Current!.NotBefore);
    }

    [Fact]
    public void A_cycle_that_starts_in_the_instant_of_a_publication_counts_by_it()
    {
        SlaPolicy policy = On(CalendarChoice.Named("desk")).With(Desk).WithPublished(Desk.ClosedOn(World.Date("Wed 2026-04-01"), "stock-taking").WithVersion(2), At("Tue 2026-03-31 17:30"));

        Assert.Equal("Thu 2026-04-02 09:30:00", DueText(policy, "Tue 2026-03-31 18:00"));
    }

    [Fact]
    public void A_calendar_is_published_strictly_after_the_one_before()
    {
        SlaPolicy policy = On(CalendarChoice.Named("desk")).With(Desk).WithPublished(Desk.WithVersion(2), At("Tue 2026-03-31 18:30"));

        Assert.Equal("publishedAt", Assert.Throws<ArgumentException>(() => policy.WithPublished(Desk.WithVersion(3), At("Tue 2026-03-31 18:30"))).ParamName);
        Assert.Equal(3, policy.WithPublished(Desk.WithVersion(3), At("Tue 2026-03-31 18:30") + Duration.Epsilon).Calendars.Count);
        Assert.Equal("calendar", Assert.Throws<ArgumentNullException>(() => policy.WithPublished(null!, At("Wed 2026-04-01 18:30"))).ParamName);
    }

    [Fact]
    public void What_a_publication_moves_is_asked_for_from_its_instant_on()
    {
        CalendarPublication published = On(CalendarChoice.Named("desk")).With(Desk).Publish(Desk.ClosedOn(World.Date("Wed 2026-04-01"), "stock-taking").WithVersion(2), At("Tue 2026-03-31 18:30"));

        MovedDue moved = Assert.Single(published.MovedDues([Evening], At("Tue 2026-03-31 18:30")));
        Assert.Equal((At("Wed 2026-04-01 09:30"), At("Thu 2026-04-02 09:30")), (moved.Before, moved.After));
        Assert.StartsWith("reply: 2026-04-01T01:30:00Z → 2026-04-02T01:30:00Z (", moved.ToString(), StringComparison.Ordinal);
        Assert.Equal("asOf", Assert.Throws<ArgumentOutOfRangeException>(() => published.MovedDues([Evening], At("Tue 2026-03-31 18:30") - Duration.Epsilon)).ParamName);
        Assert.Equal("histories", Assert.Throws<ArgumentNullException>(() => published.MovedDues(null!, At("Tue 2026-03-31 18:30"))).ParamName);
    }

    [Fact]
    public void A_request_names_the_calendars_of_its_site_and_its_customer()
    {
        SlaPolicy site = On(CalendarChoice.OfSite).With(Desk, Site);
        SlaPolicy customer = On(CalendarChoice.OfCustomer).With(Desk, Site);
        SlaHistory both = Received("Tue 2026-03-31 18:30", RapidResponse.Mail.WithSiteCalendar("site").WithCustomerCalendar("desk"));

        Assert.Equal(At("Tue 2026-03-31 19:30"), site.Track(both, At("Tue 2026-03-31 19:00"))["reply"].Current!.Due!.Value.At);
        Assert.Equal(At("Wed 2026-04-01 10:00"), customer.Track(both, At("Tue 2026-03-31 19:00"))["reply"].Current!.Due!.Value.At);
        Assert.Equal(("the request names no calendar of its site", "请求没有指明现场日历"), Missing(site, Evening));
        Assert.Equal(("the request names no calendar of its customer", "请求没有指明客户日历"), Missing(customer, Evening));
        Assert.Equal(("the policy has no calendar \"yard\"", "策略中没有名为“yard”的日历"), Missing(site, Received("Tue 2026-03-31 17:30", RapidResponse.Mail.WithSiteCalendar("yard"))));
    }

    [Fact]
    public void An_intersection_needs_both_of_its_calendars()
    {
        SlaPolicy policy = On(CalendarChoice.Intersection(CalendarChoice.Named("desk"), CalendarChoice.OfSite));

        Assert.Equal("the policy has no calendar \"desk\"", Missing(policy, Evening).English);
        Assert.Equal("the request names no calendar of its site", Missing(policy.With(Desk), Evening).English);
        SlaHistory named = Received("Tue 2026-03-31 17:30", RapidResponse.Mail.WithSiteCalendar("site"));
        Assert.Equal(At("Wed 2026-04-01 10:30"), policy.With(Desk, Site).Track(named, At("Tue 2026-03-31 18:00"))["reply"].Current!.Due!.Value.At);
    }

    [Fact]
    public void Calendars_of_different_times_are_never_open_together()
    {
        // The desk's hours are known to the end of 2025, the site's from 2026 on.
        BusinessCalendar Known(BusinessCalendar calendar, int from, int to) => calendar.Within(new Interval(Instant.FromUtc(from, 1, 1, 0, 0), Instant.FromUtc(to, 1, 1, 0, 0)));
        SlaPolicy policy = On(CalendarChoice.Intersection(CalendarChoice.Named("desk"), CalendarChoice.Named("site"))).With(Known(Desk, 2000, 2026), Known(Site, 2026, 2050));

        Assert.Equal(UnsetReason.BeyondHorizon, policy.Track(Evening, At("Tue 2026-03-31 19:00"))["reply"].Current!.Due!.Value.Reason);
        Assert.Contains(policy.Verify(), one => one.Code == FindingCode.CalendarNeverOpen);
    }

    private static (string English, string Chinese) Missing(SlaPolicy policy, SlaHistory history)
    {
        NoDeadlineReason reason = Assert.IsType<NotCoveredState>(policy.Track(history, At("Tue 2026-03-31 18:00"))["reply"].Current!.State).Reason;
        return ($"{reason}", $"{reason:zh}");
    }

    private static SlaPolicy On(CalendarChoice calendar) =>
        new("desk", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [new Objective("reply", Signal.Received, Signal.Reply, [Named.On(calendar)])]);

    private static SlaPolicy Version(int number, string from, params Objective[] objectives) => new("promise", number, At(from), objectives);

    private static Objective Reply(string name) => new Objective(name, Signal.Received, Signal.Reply, [new Target("one hour", RequestCondition.Any, DeadlineRule.Elapsed(Duration.FromHours(1)))]).Repeating();

    private static SlaHistory Received(string at) => Received(at, RapidResponse.Mail);

    private static SlaHistory Received(string at, ServiceRequest request) => Story.InShanghai().Opened(at, request).Signal(at, Signal.Received).History;

    private static string DueText(SlaPolicy policy, string asOf) => World.Text(policy.Track(Evening, At(asOf))["reply"].Current!.Due!.Value.At, World.Shanghai);

    private static Instant At(string text) => World.At(text, World.Shanghai);
}
