using AfterSales.Domain.Kpis;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;
using FsCheck.Fluent;
using NodaTime;
using static AfterSales.Domain.Tests.Kpis.KpiWorld;

namespace AfterSales.Domain.Tests.Kpis;

/// <summary>The laws of KPIs, on generated tickets.</summary>
public class KpiLaws
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public void Tallies_of_parts_merge_to_that_of_the_whole(int partitions) => Law.HoldsOnFewer(ManyTickets, 10, tickets =>
    {
        KpiTally merged = new(Plan);
        foreach (IGrouping<int, KpiTicket> part in tickets.Select((ticket, i) => (Ticket: ticket, Part: i % partitions)).GroupBy(one => one.Part, one => one.Ticket))
        {
            merged.Merge(Tally(Plan, part));
        }

        Assert.Equal(Everything(Tally(Plan, tickets)), Everything(merged));
    });

    [Fact]
    public void The_order_of_tickets_does_not_matter() => Law.HoldsOnFewer(
        from tickets in ManyTickets
        from shuffled in Gen.Shuffle(tickets)
        select (tickets, shuffled),
        10,
        one => Assert.Equal(Everything(Tally(Plan, one.tickets)), Everything(Tally(Plan, one.shuffled))));

    [Fact]
    public void Every_count_is_that_of_a_slow_model_that_goes_through_all_tickets() => Law.HoldsOnFewer(ManyTickets, 4, tickets =>
    {
        KpiPeriod may = KpiPeriod.Containing(KpiPeriodKind.Month, new LocalDate(2026, 5, 1), World.Shanghai);
        KpiTicket[] known = [.. tickets.Where(ticket => ticket.OpenedAt <= AsOf)];
        KpiTicket[] valid = [.. known.Where(ticket => ticket.Exclusion is null)];
        KpiResults results = Counted(tickets);

        Same(results.Value(Kpi.SolutionRate, may), valid.Where(ticket => may.Contains(ticket.OpenedAt)), ticket => ticket.ResolvedAt is not null && ticket.Outcome != TicketOutcome.NotSolved);
        Same(results.Value(Kpi.SelfService, may), valid.Where(ticket => may.Contains(ticket.OpenedAt)), ticket => ticket.IsSelfServed);
        Same(results.Value(Kpi.SolvedRemotely, may), valid.Where(ticket => ticket.ResolvedAt is { } at && may.Contains(at)), ticket => ticket.Visits == 0);
        Same(results.Value(Kpi.ReopenRate, may), valid.Where(ticket => ticket.FirstResolvedAt is { } at && may.Contains(at)), ticket => ticket.CustomerReopens > 0);
        Same(
            results.Value(Kpi.FirstTimeFix, may),
            valid.Where(ticket => ticket.Visits > 0 && ticket.ResolvedAt is { } at && may.Contains(at) && AsOf - at >= Duration.FromDays(30)),
            ticket => ticket.Visits == 1 && ticket.Reopens == 0 && !(ticket.RepeatedAt - ticket.ResolvedAt < Duration.FromDays(30)));
        Assert.Equal(valid.Count(ticket => ticket is { ResolvedAt: null, ClosedAt: null }), results.Backlog().Total);
        Assert.Equal((valid.Count(ticket => may.Contains(ticket.OpenedAt)), valid.Count(ticket => ticket.ResolvedAt is { } at && may.Contains(at))), (results.Flow(may).Created, results.Flow(may).Resolved));

        long[] seconds = [.. valid.Where(ticket => ticket.ResolvedAt is { } at && may.Contains(at)).Select(ticket => (long)(ticket.ResolvedAt!.Value - ticket.OpenedAt).TotalSeconds)];
        KpiDurations times = results.Durations(KpiMeasure.ResolutionTime, may);
        Assert.Equal((seconds.Length, true), (times.Count, times.IsExact));
        Assert.Equal(seconds.Length == 0 ? (double?)null : seconds.Average(), times.Mean?.TotalSeconds ?? (double?)null, (a, b) => a == b || Math.Abs(a!.Value - b!.Value) < 1e-6);

        static void Same(KpiValue value, IEnumerable<KpiTicket> outOf, Func<KpiTicket, bool> counts)
        {
            KpiTicket[] all = [.. outOf];
            Assert.Equal((all.Count(counts), all.Length), (value.Numerator, value.Denominator));
        }
    });

    [Fact]
    public void Every_share_lies_from_0_to_1_within_its_interval() => Law.HoldsOnFewer(ManyTickets, 4, tickets =>
    {
        KpiResults results = Counted(tickets);
        Assert.All(Kpi.All.Select(results.Value), value =>
        {
            Assert.InRange(value.Numerator, 0, value.Denominator);
            Assert.Equal(value.Denominator == 0, value.Share.Value is null);
            Assert.True(value.Share.WilsonInterval(Domain.Statistics.ConfidenceLevel.Percent95)?.Contains(value.Share.Value!.Value) ?? true);
        });
    });

    [Fact]
    public void Months_sum_to_the_quarter_quarters_to_the_year_and_slices_to_everything() => Law.HoldsOnFewer(ManyTickets, 10, tickets =>
    {
        KpiTally tally = Tally(Plan, tickets);
        KpiPeriod quarter = KpiPeriod.Containing(KpiPeriodKind.Quarter, new LocalDate(2026, 4, 1), World.Shanghai);
        KpiPeriod april = KpiPeriod.Containing(KpiPeriodKind.Month, new LocalDate(2026, 4, 1), World.Shanghai);
        KpiPeriod year = KpiPeriod.Containing(KpiPeriodKind.Year, new LocalDate(2026, 1, 1), World.Shanghai);
        foreach (Kpi kpi in Kpi.All)
        {
            KpiResults all = tally.Everything();
            KpiValue months = all.Value(kpi, april).Add(all.Value(kpi, april.Next())).Add(all.Value(kpi, april.Next().Next()));
            KpiValue quarters = all.Value(kpi, quarter.Previous()).Add(all.Value(kpi, quarter)).Add(all.Value(kpi, quarter.Next())).Add(all.Value(kpi, quarter.Next().Next()));
            Assert.Equal(Bare(all.Value(kpi, quarter)), Bare(months));
            Assert.Equal(Bare(all.Value(kpi, year)), Bare(quarters));
            Assert.Equal(Bare(all.Value(kpi)), Bare(tally.ValuesOf(KpiDimension.Region).Select(region => tally.Of(KpiDimension.Region, region).Value(kpi)).DefaultIfEmpty(all.Value(kpi)).Aggregate((sum, one) => sum.Add(one))));
        }

        static string Bare(KpiValue value) => $"{value.Numerator}/{value.Denominator} {string.Join(", ", value.Exclusions)}";
    });

    [Fact]
    public void An_excluded_ticket_changes_no_share_no_time_and_no_backlog() => Law.HoldsOnFewer(
        from tickets in ManyTickets
        from other in AnyTicket
        select (tickets, excluded: other.AsTest()),
        4,
        one =>
        {
            KpiResults without = Counted(one.tickets);
            KpiResults with = Counted([.. one.tickets, one.excluded]);
            Assert.Equal(Kpi.All.Select(kpi => without.Value(kpi).Share), Kpi.All.Select(kpi => with.Value(kpi).Share));
            Assert.Equal(KpiMeasure.All.Select(measure => $"{without.Durations(measure)}"), KpiMeasure.All.Select(measure => $"{with.Durations(measure)}"));
            Assert.Equal((without.Backlog().Total, without.Flow()), (with.Backlog().Total, with.Flow()));
        });

    [Fact]
    public void Every_clock_is_met_missed_or_left_out_for_one_reason() => Law.HoldsOnFewer(ManyTickets, 4, tickets =>
    {
        KpiValue value = Counted(tickets).Value(Kpi.ResponseOnTime);
        Assert.Equal(tickets.Where(ticket => ticket.OpenedAt <= AsOf).Sum(ticket => ticket.Clocks.Count(clock => clock.Objective == "reply")), value.Denominator + value.LeftOut);
    });
}
