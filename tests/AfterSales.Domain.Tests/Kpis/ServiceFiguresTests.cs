using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;
using FsCheck.Fluent;
using NodaTime;
using static AfterSales.Domain.Tests.Kpis.KpiWorld;
using Interval = NodaTime.Interval;

namespace AfterSales.Domain.Tests.Kpis;

/// <summary>Figures that are no shares of tickets: utilisation, cost, repurchase, team rating, provider review.</summary>
public class ServiceFiguresTests
{
    private static readonly Domain.Calendars.BusinessCalendar Office = World.ServiceHours;

    private static readonly KpiPeriod Week = KpiPeriod.Containing(KpiPeriodKind.Week, World.Date("Mon 2026-04-13"), Office.Zone);

    [Fact]
    [Shows("R27")]
    public void Utilisation_is_work_and_travel_out_of_calendar_hours_less_leave_and_training()
    {
        double hours = Office.WorkingTimeBetween(Week.Start, Week.End).TotalHours;
        Interval tuesday = new(Office.Zone.AtStartOfDay(World.Date("Tue 2026-04-14")).ToInstant(), Office.Zone.AtStartOfDay(World.Date("Wed 2026-04-15")).ToInstant());
        double away = Office.WorkingTimeBetween(tuesday.Start, tuesday.End).TotalHours;
        Assert.True(away > 0 && away < hours);

        TechnicianUtilisation alone = TechnicianUtilisation.Of(Office, Week, [], Duration.FromHours(20), Duration.FromHours(4));
        TechnicianUtilisation twice = TechnicianUtilisation.Of(Office, Week, [tuesday, tuesday, new Interval(null, Week.Start)], Duration.FromHours(20), Duration.FromHours(4));
        Assert.Equal(24 / hours, alone.Value!.Value, 12);
        Assert.Equal(24 / (hours - away), twice.Value!.Value, 12);
        Assert.Equal(48 / (hours + hours - away), (alone + twice).Value!.Value, 12);
    }

    [Fact]
    public void Above_85_percent_is_a_warning_and_nobody_available_is_no_figure()
    {
        double hours = Office.WorkingTimeBetween(Week.Start, Week.End).TotalHours;
        TechnicianUtilisation at = TechnicianUtilisation.Of(Office, Week, [], Duration.FromHours(hours * 0.85), Duration.Zero);
        TechnicianUtilisation above = TechnicianUtilisation.Of(Office, Week, [], Duration.FromHours(hours * 0.85), Duration.FromMinutes(1));
        TechnicianUtilisation nobody = TechnicianUtilisation.Of(Office, Week, [new Interval(null, null)], Duration.Zero, Duration.Zero);

        Assert.Equal((false, true, false), (at.IsWarning, above.IsWarning, nobody.IsWarning));
        Assert.EndsWith("; warning: above 85 %", $"{above}", StringComparison.Ordinal);
        Assert.EndsWith("；警告：超过 85 %", $"{above:zh}", StringComparison.Ordinal);
        Assert.Equal((null, "nothing-counted", "no figure: nothing was counted"), (nobody.Value, nobody.Missing!.Code, $"{nobody}"));
        Assert.Equal(at, nobody + at);
        Assert.Throws<ArgumentOutOfRangeException>(() => TechnicianUtilisation.Of(Office, Week, [], -Duration.Epsilon, Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => TechnicianUtilisation.Of(Office, Week, [], Duration.Zero, -Duration.Epsilon));
    }

    [Fact]
    [Shows("R27")]
    public void Cost_is_the_full_cost_of_a_resolved_ticket_with_labour_parts_and_travel_apart()
    {
        KpiTicket open = Opened("Mon 2026-03-02 09:00");
        KpiFlow flow = Counted(open.Resolved(On("Tue 2026-03-03 09:00")), open.Resolved(On("Wed 2026-03-04 09:00")), open.Resolved(On("Wed 2026-03-04 10:00")), open).Flow(Month(3));
        CostPerTicket cost = new(new ServiceCost("CNY", 600.30m, 250m, 49.71m), flow);

        Assert.Equal((900.01m / 3, 200.10m, 3L), (cost.Value, cost.Labour, cost.Resolved));
        Assert.Equal("CNY 300.00 a ticket (labour 200.10, parts 83.33, travel 16.57; 3 resolved)", $"{cost}");
        Assert.Equal("每单 CNY 300.00（人工 200.10、配件 83.33、路途 16.57；已解决 3 单）", $"{cost:zh}");
        Assert.Equal(6, (cost + cost).Resolved);
        Assert.Equal(cost.Value, (cost + cost).Value);

        CostPerTicket none = new(new ServiceCost("CNY", 1m, 0m, 0m), Counted().Flow());
        Assert.Equal((null, "nothing-counted"), (none.Value, none.Missing!.Code));
        Assert.Contains("Found EUR; allowed is CNY", Assert.Throws<ArgumentException>(() => new ServiceCost("CNY", 1m, 0m, 0m) + new ServiceCost("EUR", 1m, 0m, 0m)).Message, StringComparison.Ordinal);
        Assert.Contains("three capital letters", Assert.Throws<ArgumentException>(() => new ServiceCost("cny", 1m, 0m, 0m)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => new CostPerTicket(default, flow));
        Assert.Equal("CNY 900.01 (labour 600.30, parts 250.00, travel 49.71)", $"{cost.Cost}");
    }

    [Fact]
    [Shows("R26")]
    public void Customers_who_bought_again_after_service_stand_beside_those_who_never_needed_any()
    {
        KpiTicket Ticket(string customer) => Opened("Mon 2026-03-02 09:00", Repair.WithCustomer(new PersonId(customer)));
        KpiTicket Closed(string customer) => Ticket(customer).Closed(On("Tue 2026-03-03 09:00"), TicketOutcome.Solved);
        CustomerPurchase Bought(string customer, string at) => new(new PersonId(customer), On(at));
        Duration window = Duration.FromDays(90);

        Repurchase figures = Repurchase.Of(
            [
                Closed("back"), Closed("back"), Closed("gone"), Closed("late"), Closed("before"), Ticket("open"), Closed("test").AsTest(),
                Opened("Mon 2026-06-01 09:00", Repair.WithCustomer(new PersonId("recent"))).Closed(On("Mon 2026-06-01 12:00"), TicketOutcome.Solved),
            ],
            [
                Bought("back", "Wed 2026-04-01 09:00"), Bought("late", "Mon 2026-06-01 09:00"), Bought("before", "Mon 2026-03-02 09:00"), Bought("open", "Wed 2026-04-01 09:00"), Bought("test", "Wed 2026-04-01 09:00"),
                Bought("recent", "Tue 2026-06-02 09:00"),
                Bought("other", "Mon 2026-03-02 09:00"), Bought("other", "Mon 2026-03-02 09:00"),
                Bought("fan", "Mon 2026-03-02 09:00"), Bought("fan", "Tue 2026-03-03 09:00"), Bought("new", "Mon 2026-06-01 09:00"), Bought("future", "Wed 2026-07-01 09:00"),
            ],
            window, AsOf);

        Assert.Equal((new Share(1, 4), new Share(1, 2), 2), (figures.Served, figures.Others, figures.WindowOpen));
        Assert.Equal(-0.25, figures.Difference.Value!.Value, 12);
        Assert.StartsWith("with tickets 25.0 %", $"{figures}", StringComparison.Ordinal);
        Assert.Contains("窗口未满 2", $"{figures:zh}", StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => Repurchase.Of([], [], Duration.Zero, AsOf));
    }

    [Fact]
    public void Repurchase_of_disjoint_customers_adds_up_to_the_whole() => Law.HoldsOnFewer(
        from tickets in ManyTickets
        from customers in Gen.Choose(0, 12).ArrayOf(60)
        from purchases in (from customer in Gen.Choose(0, 15) from hour in Gen.Choose(0, 4300) select (customer, hour)).ArrayOf(40)
        select (tickets, customers, purchases),
        10,
        one =>
        {
            KpiTicket[] tickets = [.. one.tickets.Select((ticket, i) => Owned(ticket, one.customers[i]))];
            CustomerPurchase[] purchases = [.. one.purchases.Select(bought => new CustomerPurchase(Customer(bought.customer), On("Thu 2026-01-01 00:00") + Duration.FromHours(bought.hour)))];
            Repurchase whole = Repurchase.Of(tickets, purchases, Duration.FromDays(60), AsOf);
            Repurchase parts = Enumerable.Range(0, 16).Select(i => Repurchase.Of(
                tickets.Where(ticket => ticket.Request.Customer == Customer(i)), purchases.Where(bought => bought.Customer == Customer(i)), Duration.FromDays(60), AsOf)).Aggregate((sum, part) => sum + part);
            Assert.Equal(whole, parts);
            Assert.Equal(whole, Repurchase.Of(tickets.Reverse(), purchases.Reverse(), Duration.FromDays(60), AsOf));
        });

    [Fact]
    [Shows("R30")]
    public void A_team_is_rated_by_kpis_and_from_all_sides_with_the_parts_shown()
    {
        KpiTicket open = Opened("Mon 2026-03-02 09:00");
        KpiTicket solved = open.Resolved(On("Mon 2026-03-02 12:00"));
        KpiResults results = Counted([.. Enumerable.Repeat(solved, 8), open, solved.Reopened(byCustomer: true)]);
        ThreeSixtyRating sides = ThreeSixtyRating.Of(
            "team-1", [.. Enumerable.Range(0, 3).Select(i => new PeerRating($"p{i}", RaterRole.Peer, 60 + (10 * i)))], new Dictionary<RaterRole, double> { [RaterRole.Peer] = 1 }, ConfidenceLevel.Percent95);

        TeamRating rating = TeamRating.Of(
            TeamRatingPart.Of(results.Value(Kpi.SolutionRate), 2), TeamRatingPart.Of(results.Value(Kpi.ReopenRate), 1), TeamRatingPart.Of(sides, 1), TeamRatingPart.Of(results.Value(Kpi.Satisfaction), 5));

        // Solution 80, reopening 1 of 9 is 88.9, colleagues 70; nobody answered, so satisfaction weighs nothing.
        Assert.Equal((80.0 * 2 / 4) + ((100 - (100.0 / 9)) / 4) + (70.0 / 4), rating.Total.Value!.Value, 9);
        Assert.Equal((4, 3L, "all-left-out"), (rating.Parts.Count, rating.Total.Count, rating.Parts[3].Points.Missing!.Code));
        Assert.Contains("360° rating", $"{rating}", StringComparison.Ordinal);
        Assert.Contains("客户满意度", $"{rating:zh}", StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => $"{rating:fr}");
        Assert.Null(TeamRating.Of(TeamRatingPart.Of(results.Value(Kpi.Satisfaction), 1)).Total.Value);
        Assert.Throws<ArgumentException>(() => TeamRating.Of());
        Assert.Throws<ArgumentOutOfRangeException>(() => TeamRatingPart.Of(sides, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => TeamRatingPart.Of(sides, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => TeamRatingPart.Of(sides, double.MaxValue));
    }

    [Fact]
    [Shows("R17")]
    public void A_provider_is_suspended_and_restored_by_its_kpis_and_between_the_thresholds_nothing_changes()
    {
        ServiceProvider provider = new(new TeamId("CoolFix"), new Interval(null, null), 10);
        provider = Reviewed(provider, 75, 75);
        Assert.Equal((75, ProviderStanding.Active), (provider.Assessment, provider.Standing));
        provider = Reviewed(provider, 68, 70);
        Assert.Equal((69, ProviderStanding.Suspended), (provider.Assessment, provider.Standing));
        provider = Reviewed(provider, 75, 83);
        Assert.Equal((79, ProviderStanding.Suspended), (provider.Assessment, provider.Standing));
        Assert.Equal(ProviderStanding.Active, Reviewed(provider, 80, 80).Standing);

        KpiResults empty = Counted();
        ProviderReview none = ProviderReview.Of(provider, AssessmentRule.Default, empty.Value(Kpi.FirstTimeFix), empty.Value(Kpi.SolutionRate));
        Assert.Equal(("nothing-counted", provider), (none.Missing!.Code, none.After));

        static ServiceProvider Reviewed(ServiceProvider provider, int quality, int timeliness)
        {
            KpiTicket open = Opened("Mon 2026-03-02 09:00", Complaint);
            KpiTicket solved = open.Resolved(On("Mon 2026-03-02 12:00"));
            KpiResults good = Counted(Enumerable.Repeat(solved, quality).Concat(Enumerable.Repeat(open, 100 - quality)));
            KpiResults timely = Counted(Enumerable.Repeat(solved.Closed(solved.ResolvedAt!.Value, TicketOutcome.Solved), timeliness).Concat(Enumerable.Repeat(open, 100 - timeliness)));
            ProviderReview review = ProviderReview.Of(provider, AssessmentRule.Default, good.Value(Kpi.SolutionRate), timely.Value(Kpi.ComplaintClosure));
            Assert.Null(review.Missing);
            return review.After;
        }
    }

    private static PersonId Customer(int number) => new($"C-{number}");

    private static KpiTicket Owned(KpiTicket ticket, int customer)
    {
        KpiTicket owned = new(ticket.Id, ticket.Request.WithCustomer(Customer(customer)), ticket.OpenedAt);
        owned = ticket.IsTest ? owned.AsTest() : owned;
        return ticket.ClosedAt is { } at ? owned.Closed(at, ticket.Outcome) : owned;
    }
}
