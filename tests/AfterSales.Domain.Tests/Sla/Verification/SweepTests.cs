using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;
using static AfterSales.Domain.Tests.Sla.Verification.Verified;

namespace AfterSales.Domain.Tests.Sla.Verification;

/// <summary>Which starts a verification tries.</summary>
public class SweepTests
{
    /// <summary>Clean in ordinary weeks; on a day that opens after ten there is no open time before the due.</summary>
    private static readonly Objective ByTen = Reply(For("all", RequestCondition.Any, DeadlineRule.IfOpen(OpenHours(1), otherwise: Next(10))));

    private static readonly Objective ByNine = Reply(For("all", RequestCondition.Any, DeadlineRule.IfOpen(OpenHours(1), otherwise: Next(9))));

    [Fact]
    public void A_day_that_opens_late_years_from_now_is_looked_at()
    {
        BusinessCalendar office = Office.OpenOn(World.Date("Wed 2029-06-06"), DayHours.Parse("11:00-18:00"), "stock-taking");
        SlaPolicy policy = new SlaPolicy("small", 1, Start, [ByTen]).With(office);

        FindingExample example = Assert.Single(Only(policy, FindingCode.NoOpenTimeBeforeDue).Examples);

        Assert.Equal(("Tue 2029-06-05 18:00:00", "Wed 2029-06-06 10:00:00"), (Text(example.Start), Text(example.Due)));
        Clean(new SlaPolicy("small", 1, Start, [ByTen]).With(Office));
    }

    [Fact]
    public void Of_several_dated_days_the_last_is_looked_at_as_well()
    {
        BusinessCalendar office = Office.ClosedOn(World.Date("Wed 2027-01-06"), "stock-taking").OpenOn(World.Date("Wed 2029-06-06"), DayHours.Parse("11:00-18:00"), "stock-taking");

        Assert.Equal("Tue 2029-06-05 18:00:00", Text(Assert.Single(Only(new SlaPolicy("small", 1, Start, [ByTen]).With(office), FindingCode.NoOpenTimeBeforeDue).Examples).Start));
    }

    [Fact]
    public void Hours_that_begin_years_from_now_are_looked_at()
    {
        BusinessCalendar office = Office.With(Season.From(new LocalDate(2029, 6, 4), WeeklyHours.Parse("Mo-Fr 11:00-18:00"), "later hours"));

        Assert.Equal("Fri 2029-06-01 18:00:00", Text(Assert.Single(Only(new SlaPolicy("small", 1, Start, [ByTen]).With(office), FindingCode.NoOpenTimeBeforeDue).Examples).Start));
    }

    [Fact]
    public void Dated_days_of_a_combined_calendar_are_looked_at_on_both_sides()
    {
        BusinessCalendar dated = Office.OpenOn(World.Date("Wed 2029-06-06"), DayHours.Parse("11:00-18:00"), "stock-taking");
        BusinessCalendar site = BusinessCalendar.Weekly("site", World.Shanghai, WeeklyHours.Parse("Mo-Su 06:00-22:00"));

        foreach (BusinessCalendar both in new[] { dated.Intersect(site), site.Intersect(dated) })
        {
            SlaPolicy policy = new SlaPolicy("small", 1, Start, [ByTen]).With(both.Named(Office.Name));

            Assert.Equal("Tue 2029-06-05 18:00:00", Text(Assert.Single(Only(policy, FindingCode.NoOpenTimeBeforeDue).Examples).Start));
        }
    }

    [Fact]
    public void A_scope_of_years_is_looked_at_to_its_end()
    {
        BusinessCalendar office = Office.OpenOn(World.Date("Wed 2028-03-08"), DayHours.Parse("11:00-18:00"), "stock-taking");
        SlaPolicy policy = new SlaPolicy("small", 1, Start, [ByTen]).With(office);

        Assert.NotEmpty(policy.Verify(VerificationScope.Everything.Between(Start, World.At("Thu 2028-03-09 00:00", World.Shanghai))));
        Assert.Empty(policy.Verify(VerificationScope.Everything.Between(Start, World.At("Tue 2028-03-07 18:00", World.Shanghai))));
    }

    [Fact]
    public void A_day_that_opens_late_just_after_the_year_is_looked_at_too()
    {
        BusinessCalendar office = Office.OpenOn(World.Date("Wed 2027-06-23"), DayHours.Parse("11:00-18:00"), "stock-taking");

        FindingExample example = Assert.Single(Only(new SlaPolicy("small", 1, Start, [ByTen]).With(office), FindingCode.NoOpenTimeBeforeDue).Examples);

        Assert.Equal("Tue 2027-06-22 18:00:00", Text(example.Start));
    }

    [Fact]
    public void Between_the_first_year_and_the_dated_entries_there_is_nothing_to_look_at()
    {
        // Holidays are known through 2027: the first start after it that is tried lies five weeks before the entry of Wed 2029-06-06.
        HolidaySet known = new HolidaySet("holidays", []).KnownBetween(new LocalDate(2026, 1, 1), new LocalDate(2027, 12, 31));
        BusinessCalendar office = Office.With(known).OpenOn(World.Date("Wed 2029-06-06"), DayHours.Parse("08:00-18:00"), "stock-taking");

        FindingExample example = Assert.Single(Only(new SlaPolicy("small", 1, Start, [Reply(For("all", RequestCondition.Any, OpenHours(4)))]).With(office), FindingCode.HolidaysNotKnown).Examples);

        Assert.Equal("Wed 2029-05-02 08:00:00", Text(example.Start));
    }

    [Fact]
    public void A_calendar_counts_from_its_publication_on()
    {
        Instant published = World.At("Wed 2026-06-10 12:00", World.Shanghai);
        BusinessCalendar late = BusinessCalendar.Weekly("office", World.Shanghai, WeeklyHours.Parse("Mo-Fr 11:00-18:00")).WithVersion(2);
        SlaPolicy policy = new SlaPolicy("small", 1, Start, [ByTen]).With(Office).WithPublished(late, published);

        FindingExample example = Assert.Single(Only(policy, FindingCode.NoOpenTimeBeforeDue).Examples);

        Assert.Equal("Wed 2026-06-10 18:00:00", Text(example.Start));
        Assert.Equal(example.Due, TrackedDue(policy, example));
        Assert.Empty(policy.Verify(VerificationScope.Everything.Between(Start, published)).Select(one => $"{one}"));
        Assert.NotEmpty(policy.Verify(VerificationScope.Everything.Between(published, published + Duration.FromDays(1))));
    }

    [Fact]
    public void A_scope_that_begins_before_a_version_looks_at_it_only_while_it_is_in_force()
    {
        // The faulty version comes into force on Saturday: in this scope nobody writes on a working day of its time.
        SlaPolicy clean = new SlaPolicy("small", 1, Start, [Reply(For("all", RequestCondition.Any, OpenHours(1)))]).With(Office);
        SlaPolicy faulty = new SlaPolicy("small", 2, World.At("Sat 2026-06-06 00:00", World.Shanghai), [ByNine]).With(Office);
        VerificationScope Until(string end) => VerificationScope.Everything.Between(Start, World.At(end, World.Shanghai));

        Assert.DoesNotContain(new PolicyHistory([clean, faulty]).Verify(Until("Sun 2026-06-07 12:00")), one => one.Code == FindingCode.NonMonotoneCutOff);
        Finding found = Assert.Single(new PolicyHistory([clean, faulty]).Verify(Until("Tue 2026-06-09 12:00")), one => one.Code == FindingCode.NonMonotoneCutOff);
        Assert.Equal((2, "Mon 2026-06-08 17:50:00"), (found.PolicyVersion, Text(found.Examples[0].Start)));
    }

    [Fact]
    public void A_scope_that_begins_after_a_version_came_into_force_does_not_go_back_to_its_beginning()
    {
        SlaPolicy faulty = new SlaPolicy("small", 1, Start, [ByNine]).With(Office);
        VerificationScope saturday = VerificationScope.Everything.Between(World.At("Sat 2026-06-06 00:00", World.Shanghai), World.At("Sun 2026-06-07 12:00", World.Shanghai));

        Assert.DoesNotContain(new PolicyHistory([faulty]).Verify(saturday), one => one.Code == FindingCode.NonMonotoneCutOff);
        Assert.Empty(new PolicyHistory([faulty, new SlaPolicy("small", 2, World.At("Fri 2026-06-05 00:00", World.Shanghai), [Reply(For("all", RequestCondition.Any, OpenHours(1)))]).With(Office)]).Verify(saturday));
    }

    [Fact]
    public void Deadlines_are_compared_to_the_nanosecond_up_to_the_end_of_2249()
    {
        // Both promise some 150 years of open time, the urgent one twelve hours more; but the other has a day off on the way, until noon of which it is later.
        // A nanosecond after that the urgent one is later, and another nanosecond on it is due in 2250.
        Interval horizon = new(Instant.FromUtc(2090, 1, 1, 0, 0), Instant.FromUtc(2290, 1, 1, 0, 0));
        BusinessCalendar always = BusinessCalendar.Weekly("always-open", World.Shanghai, WeeklyHours.Parse("Mo-Su 00:00-24:00")).Within(horizon);
        BusinessCalendar rested = always.Named("rested").ClosedOn(new LocalDate(2098, 6, 10), "day of rest");
        Instant noon = new LocalDateTime(2098, 6, 10, 12, 0).InZoneStrictly(World.Shanghai).ToInstant();
        Duration years = Instant.FromUtc(2250, 1, 1, 0, 0) - noon - Duration.FromNanoseconds(2);
        SlaPolicy policy = new SlaPolicy("far", 1, Instant.FromUtc(2098, 1, 1, 0, 0),
            [
                Reply(
                    new Target("urgent", Urgent, DeadlineRule.OpenTime(years)).On(CalendarChoice.Named("always-open")),
                    new Target("else", RequestCondition.Any, DeadlineRule.OpenTime(years - Duration.FromHours(12))).On(CalendarChoice.Named("rested"))),
            ]).With(always, rested);

        IReadOnlyList<Finding> findings = policy.Verify(VerificationScope.Everything.Between(noon - Duration.FromDays(5), noon + Duration.FromDays(5)));
        Finding finding = Assert.Single(findings, one => one.Code == FindingCode.LaterWhenMoreDemanding);

        // What is due after that is no earlier deadline than what is due before it.
        Assert.DoesNotContain(findings, one => one.Code == FindingCode.NonMonotoneCutOff);

        Assert.Equal(noon + Duration.Epsilon, finding.Examples[0].Start);
        Assert.Equal(Instant.FromUtc(2250, 1, 1, 0, 0) - Duration.Epsilon, finding.Examples[0].Due);
        Assert.Equal(Instant.FromUtc(2250, 1, 1, 0, 0) - Duration.FromNanoseconds(2), finding.Examples[1].Due);
    }

    [Fact]
    public void A_scope_reaches_from_1900_to_2100_and_over_ten_years_at_most()
    {
        Instant first = Instant.FromUtc(1900, 1, 1, 0, 0);
        Instant last = Instant.FromUtc(2100, 1, 1, 0, 0);
        VerificationScope scope = VerificationScope.Everything.Emitting(Signal.Reply);

        Assert.Equal((first, first + Duration.FromDays(3660)), scope.Between(first, first + Duration.FromDays(3660)) is var all ? (all.From!.Value, all.To!.Value) : default);
        Assert.Equal(last, scope.Between(last - Duration.Epsilon, last).To);
        Assert.Equal([Signal.Reply], scope.Between(last - Duration.Epsilon, last).Emitted!);
        Assert.Equal(Start, VerificationScope.Everything.Between(Start, Start + Duration.Epsilon).Emitting(Signal.Reply).From);
        Assert.Null(VerificationScope.Everything.Emitted);
        Assert.Throws<ArgumentOutOfRangeException>("startInclusive", () => scope.Between(first - Duration.Epsilon, first + Duration.FromDays(1)));
        Assert.Throws<ArgumentOutOfRangeException>("endExclusive", () => scope.Between(last - Duration.Epsilon, last + Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>("endExclusive", () => scope.Between(Start, Start));
        Assert.Throws<ArgumentOutOfRangeException>("endExclusive", () => scope.Between(first, first + Duration.FromDays(3660) + Duration.Epsilon));
        Assert.Throws<ArgumentNullException>("signals", () => scope.Emitting(null!));
        Assert.Throws<ArgumentNullException>("scope", () => new PolicyHistory([RapidResponse.Policy]).Verify(null!));
    }
}
