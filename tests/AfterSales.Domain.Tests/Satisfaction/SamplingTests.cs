using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Tests.Satisfaction;

/// <summary>R23, R24, R36: who is asked, when, how often, by which channel; at random or stratified.</summary>
public class SamplingTests
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private static readonly Gen<Stratum[]> Strata =
        from sizes in Gen.Choose(0, 500).ListOf()
        from spread in Gen.Choose(0, 5)
        select sizes.Select((size, i) => new Stratum($"s{i:00}", size, (i + spread) % 4)).ToArray();

    // Cochran 1977: z²·0.25/0.05² = 384.1; finite population; Yamane.
    [Fact]
    public void Sample_sizes_equal_the_published_ones()
    {
        Assert.Equal(385, SampleSize.ForShare(0.05, 0.5, ConfidenceLevel.Percent95));
        Assert.Equal(213, SampleSize.ForPopulation(289, 800));
        Assert.Equal(223, SampleSize.Yamane(500, 0.05));
        Assert.Equal(255, SampleSize.Yamane(700, 0.05));
        Assert.Equal(1284, SampleSize.Invitations(385, 0.3));
        Assert.Equal(30, SampleSize.Invitations(3, 0.1));
    }

    [Fact]
    public void Who_is_to_be_asked_once_in_a_lifetime_is_asked_once()
    {
        SurveyPlan plan = new SurveyPlan(SurveyWorld.AfterRepair, SurveyDelay.Elapsed(Duration.FromDays(2)), ["web"]).AtMostEvery(Duration.MaxValue);
        SurveyCandidate candidate = new("T-1", SurveyWorld.Monday);

        Assert.IsType<PlannedInvitation>(plan.Decide(candidate, addOpenTime: null));
        Assert.Equal("asked-recently", Assert.IsType<WithheldInvitation>(plan.Decide(candidate.AskedAt(SurveyWorld.Monday - Duration.FromDays(7000)), addOpenTime: null)).Code);
    }

    [Fact]
    public void A_spread_of_any_allowed_size_divides_a_sample()
    {
        Assert.Equal([75L, 25], SampleAllocation.Neyman([new Stratum("a", 300, 1e90), new Stratum("b", 100, 1e90)], 100).Select(one => one.Size));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Stratum("a", 300, 1e300));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Stratum("a", 300, double.NaN));
    }

    [Fact]
    public void Impossible_sample_sizes_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForShare(0, 0.5, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForShare(0.05, 50, default));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.ForPopulation(0, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.Invitations(10, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SampleSize.Yamane(10, double.NaN));
    }

    // Strata of R's apistrat; Hamilton's method computed by hand; Neyman by his formula.
    [Fact]
    [Shows("R24")]
    public void R24_a_sample_is_divided_among_strata_as_published()
    {
        Stratum[] strata = [new("elementary", 4421, 125.249428), new("high", 755, 109.302742), new("middle", 1018, 117.579153)];

        Assert.Equal([143L, 24, 33], SampleAllocation.Proportional(strata, 200).Select(one => one.Size));
        IReadOnlyList<StratumAllocation> neyman = SampleAllocation.Neyman(strata, 200);
        Assert.Equal(146.4991, neyman[0].Exact, 1e-3);
        Assert.Equal(21.8332, neyman[1].Exact, 1e-3);
        Assert.Equal(31.6677, neyman[2].Exact, 1e-3);
        Assert.Equal([146L, 22, 32], neyman.Select(one => one.Size));
        Assert.Equal("elementary: 146 of 4421", $"{neyman[0]}");
    }

    [Fact]
    [Shows("R24")]
    public void R24_allocations_sum_exactly_and_never_ask_more_than_there_are() => Law.Holds(
        from strata in Strata from size in Gen.Choose(0, 3000) from neyman in Gen.Elements(true, false) select (strata, size, neyman),
        one =>
        {
            IReadOnlyList<StratumAllocation> allocation = one.neyman ? SampleAllocation.Neyman(one.strata, one.size) : SampleAllocation.Proportional(one.strata, one.size);
            Assert.Equal(one.strata, allocation.Select(stratum => stratum.Stratum));
            Assert.Equal(Math.Min(one.size, one.strata.Sum(stratum => stratum.Population)), allocation.Sum(stratum => stratum.Size));
            Assert.All(allocation, stratum => Assert.InRange(stratum.Size, 0, stratum.Stratum.Population));
            Assert.All(allocation, stratum => Assert.Equal(stratum.Size == 0, stratum.IsEmpty));
        });

    [Fact]
    public void Two_strata_with_one_name_are_refused() =>
        Assert.Throws<ArgumentException>(() => SampleAllocation.Proportional([new Stratum("a", 1), new Stratum("a", 2)], 1));

    [Fact]
    [Shows("R24")]
    public void R24_a_stable_sample_takes_about_its_rate_and_grows_with_it()
    {
        string[] tickets = [.. Enumerable.Range(0, 20_000).Select(i => $"T-{i}")];
        int taken = tickets.Count(new StableSample("after-repair", 0.2).Contains);
        Assert.InRange(taken, 3800, 4200);
        Assert.All(tickets.Where(new StableSample("after-repair", 0.1).Contains), ticket => Assert.True(new StableSample("after-repair", 0.2).Contains(ticket)));
        Assert.NotEqual(taken, tickets.Count(ticket => new StableSample("after-repair", 0.2).Contains(ticket) && new StableSample("other", 0.2).Contains(ticket)));
        Assert.DoesNotContain(tickets, new StableSample("after-repair", 0).Contains);
        Assert.All(tickets, ticket => Assert.True(new StableSample("after-repair", 1).Contains(ticket)));
    }

    // Written down so that a later version cannot change who is asked without this test failing.
    [Fact]
    public void A_stable_sample_is_the_same_in_every_version()
    {
        StableSample sample = new("after-repair", 0.5);
        Assert.Equal([0.95006, 0.74691, 0.97325], new[] { "T-1", "T-2", "工单-3" }.Select(ticket => Math.Round(sample.Position(ticket), 5)));
        Assert.Equal(["a", "e"], RandomSample.Draw(["a", "b", "c", "d", "e"], 2, seed: 1));
    }

    [Fact]
    [Shows("R24")]
    public void R24_a_random_sample_does_not_depend_on_the_order_of_tickets() => Law.Holds(
        from count in Gen.Choose(0, 40) from size in Gen.Choose(0, 50) from seed in Gen.Choose(0, int.MaxValue)
        from shuffled in Gen.Shuffle(Enumerable.Range(0, count).Select(i => $"T-{i}").ToArray())
        select (count, size, seed: (ulong)seed, shuffled),
        one =>
        {
            IReadOnlyList<string> drawn = RandomSample.Draw(one.shuffled, one.size, one.seed);
            Assert.Equal(drawn, RandomSample.Draw(Enumerable.Range(0, one.count).Select(i => $"T-{i}"), one.size, one.seed));
            Assert.Equal(Math.Min(one.size, one.count), drawn.Distinct(StringComparer.Ordinal).Count());
            Assert.All(drawn, ticket => Assert.Contains(ticket, one.shuffled));
        });

    [Fact]
    [Shows("R24")]
    public void R24_a_random_sample_takes_each_ticket_equally_often()
    {
        Dictionary<string, int> taken = Enumerable.Range(0, 10).ToDictionary(i => $"T-{i}", _ => 0, StringComparer.Ordinal);
        for (ulong seed = 0; seed < 4000; seed++)
        {
            foreach (string ticket in RandomSample.Draw(taken.Keys.ToArray(), 3, seed))
            {
                taken[ticket]++;
            }
        }

        // Each is expected 1,200 times with a standard deviation of 29.
        Assert.All(taken.Values, times => Assert.InRange(times, 1200 - 145, 1200 + 145));
        Assert.Throws<ArgumentException>(() => RandomSample.Draw(["a", "a"], 1, 0));
    }

    [Fact]
    [Shows("R23")]
    public void R23_some_time_is_left_so_that_the_customer_has_tried_the_result()
    {
        Instant closed = Instant.FromUtc(2026, 3, 27, 9, 30);
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 9, 30), SurveyDelay.Elapsed(Duration.FromHours(48)).SendAt(closed, null));
        Assert.Equal(Instant.FromUtc(2026, 3, 30, 2, 0), SurveyDelay.Days(3, new LocalTime(10, 0), Shanghai).SendAt(closed, null));
        Assert.Equal(Instant.FromUtc(2026, 3, 30, 1, 0), SurveyDelay.OpenTime(Duration.FromHours(8)).SendAt(closed, (at, _) => Instant.FromUtc(2026, 3, 30, 1, 0)));
        Assert.Equal(closed, SurveyDelay.OpenTime(Duration.Zero).SendAt(closed, (at, _) => at - Duration.FromHours(1)));
        Assert.Throws<ArgumentNullException>(() => SurveyDelay.OpenTime(Duration.FromHours(8)).SendAt(closed, null));
        Assert.Equal("3 days after closing at 10:00 (Asia/Shanghai)", $"{SurveyDelay.Days(3, new LocalTime(10, 0), Shanghai)}");
        Assert.Equal(SurveyDelay.Elapsed(Duration.FromHours(1)), SurveyDelay.Elapsed(Duration.FromMinutes(60)));
        Assert.NotEqual(SurveyDelay.Elapsed(Duration.FromHours(1)), SurveyDelay.OpenTime(Duration.FromHours(1)));
    }

    // Berlin, Sun 2026-03-29: 02:30 does not exist, the clocks go from 02:00 to 03:00 (01:00Z).
    [Fact]
    public void A_time_that_the_clocks_skip_is_the_first_instant_after_it() => Assert.Equal(
        Instant.FromUtc(2026, 3, 29, 1, 0),
        SurveyDelay.Days(1, new LocalTime(2, 30), DateTimeZoneProviders.Tzdb["Europe/Berlin"]).SendAt(Instant.FromUtc(2026, 3, 28, 12, 0), null));

    [Fact]
    [Shows("R36")]
    public void R36_a_customer_is_asked_by_the_best_channel_and_reminded()
    {
        SurveyPlan plan = Plan().RemindingAfter([Duration.FromDays(3), Duration.FromDays(7)]);
        PlannedInvitation planned = Assert.IsType<PlannedInvitation>(plan.Decide(Candidate().ReachableBy(["phone", "e-mail"]), null));

        Assert.Equal(("e-mail", SurveyWorld.Monday + Duration.FromDays(2)), (planned.Channel, planned.SendAt));
        Assert.Equal([SurveyWorld.Monday + Duration.FromDays(5), SurveyWorld.Monday + Duration.FromDays(9)], planned.Reminders);
        Assert.Equal("sent at 2026-04-01T02:00:00Z by e-mail", $"{planned}");
        Assert.Equal("2026-04-01T02:00:00Z 通过 e-mail 发送", $"{planned:zh}");
    }

    [Fact]
    public void A_customer_who_is_not_asked_gets_a_reason()
    {
        SurveyPlan plan = Plan().AtMostEvery(Duration.FromDays(90)).Asking("vip", 0);
        (SurveyCandidate Candidate, string Code)[] cases =
        [
            (Candidate().OptingOut(), "opted-out"),
            (Candidate().ReachableBy([]), "no-channel"),
            (Candidate().AskedAt(SurveyWorld.Monday - Duration.FromDays(10)), "asked-recently"),
            (Candidate().Of("vip"), "not-sampled"),
        ];
        foreach ((SurveyCandidate candidate, string code) in cases)
        {
            WithheldInvitation withheld = Assert.IsType<WithheldInvitation>(plan.Decide(candidate, null));
            Assert.Equal(code, withheld.Code);
            Assert.StartsWith("not sent: ", $"{withheld}", StringComparison.Ordinal);
            Assert.StartsWith("不发送：", $"{withheld:zh}", StringComparison.Ordinal);
        }

        Assert.IsType<PlannedInvitation>(plan.Decide(Candidate().AskedAt(SurveyWorld.Monday - Duration.FromDays(88)), null));
        Assert.IsType<WithheldInvitation>(plan.Asking(0).Decide(Candidate(), null));
    }

    [Fact]
    public void A_plan_that_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new SurveyPlan(SurveyWorld.AfterRepair, SurveyDelay.Elapsed(Duration.Zero), []));
        Assert.Throws<ArgumentException>(() => Plan().RemindingAfter([Duration.FromDays(7), Duration.FromDays(3)]));
        Assert.Throws<ArgumentException>(() => Plan().RemindingAfter([Duration.FromDays(31)]));
        Assert.Throws<ArgumentException>(() => Plan().RemindingAfter(Enumerable.Range(1, 6).Select(day => Duration.FromDays(day))));
        Assert.Throws<ArgumentOutOfRangeException>(() => Plan().AtMostEvery(Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => Plan().Asking(1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => SurveyDelay.Elapsed(Duration.FromHours(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SurveyDelay.Days(0, LocalTime.Noon, Shanghai));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StableSample("s", double.NaN));
    }

    private static SurveyPlan Plan() => new(SurveyWorld.AfterRepair, SurveyDelay.Elapsed(Duration.FromDays(2)), ["web", "e-mail", "phone"]);

    private static SurveyCandidate Candidate() => new("T-1", SurveyWorld.Monday);
}
