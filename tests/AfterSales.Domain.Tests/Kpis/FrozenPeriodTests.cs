using AfterSales.Domain.Kpis;
using AfterSales.Domain.Tests.Kit;
using FsCheck.Fluent;
using NodaTime;
using static AfterSales.Domain.Tests.Kpis.KpiWorld;

namespace AfterSales.Domain.Tests.Kpis;

/// <summary>A closed period is frozen; what changes later is an adjustment beside it (R28).</summary>
public class FrozenPeriodTests
{
    private static readonly KpiPlan EndOfMay = PlanAsOf("Mon 2026-06-01 00:00");

    [Fact]
    [Shows("R28")]
    public void A_ticket_of_march_that_is_solved_after_its_closing_is_an_adjustment()
    {
        KpiTicket solved = Opened("Mon 2026-03-02 09:00").Resolved(On("Mon 2026-03-02 12:00"));
        KpiTicket late = Opened("Tue 2026-03-31 09:00");
        KpiFrozenPeriod march = Tally(PlanAsOf("Wed 2026-04-01 00:00"), [solved, late]).Close(Month(3));
        KpiTally later = Tally(EndOfMay, [solved, late.Resolved(On("Wed 2026-04-08 09:00"))]);

        KpiAdjustment adjustment = march.AdjustmentsIn(later).Single(one => one.Dimension is null && one.Frozen.Kpi == Kpi.SolutionRate);
        Assert.Equal((1, 2), (march.Everything().Value(Kpi.SolutionRate).Numerator, march.Everything().Value(Kpi.SolutionRate).Denominator));
        Assert.Equal((1, 0, 2), (adjustment.NumeratorChange, adjustment.DenominatorChange, adjustment.Now.Numerator));
        Assert.Equal("solution rate 2026-03: 50.0 % (95 % Wilson 9.5–90.5, n = 2); adjusted since by +1 / 0, now 100.0 % (95 % Wilson 34.2–100.0, n = 2)", $"{adjustment}");
        Assert.StartsWith("问题解决率 2026-03：50.0 %", $"{adjustment:zh}", StringComparison.Ordinal);
        Assert.Contains("结账后调整 +1 / 0", $"{adjustment:zh}", StringComparison.Ordinal);
        Assert.Throws<FormatException>(() => $"{adjustment:fr}");
        Assert.Contains(march.AdjustmentsIn(later), one => one is { Dimension.Name: "region", Value: "pudong" } && one.Frozen.Kpi == Kpi.SolutionRate);
        Assert.Equal("2026-03, closed as of 2026-03-31T16:00:00Z", $"{march}");
        Assert.Equal(1, march.Everything().Backlog().Total);
    }

    [Fact]
    public void What_is_frozen_never_changes_and_adds_up_with_its_adjustments_to_what_is_shown_later() => Law.HoldsOnFewer(
        from tickets in ManyTickets
        from more in ManyTickets
        select (tickets, more),
        10,
        one =>
        {
            KpiTally tally = Tally(EndOfMay, one.tickets);
            KpiFrozenPeriod frozen = tally.Close(Month(4));
            string before = Counted(frozen);
            Assert.Empty(frozen.AdjustmentsIn(tally));
            Assert.Equal(tally.Everything().Value(Kpi.SolutionRate, Month(4)).Denominator, frozen.Everything().Value(Kpi.SolutionRate).Denominator);

            KpiTally later = Tally(PlanAsOf("Tue 2026-06-30 12:00"), one.tickets.Concat(one.more));
            foreach (KpiTicket ticket in one.more)
            {
                tally.Add(ticket);
            }

            ILookup<Kpi?, KpiAdjustment> adjustments = frozen.AdjustmentsIn(later).Where(adjustment => adjustment.Dimension is null).ToLookup(adjustment => adjustment.Frozen.Kpi);
            Assert.All(Kpi.All, kpi =>
            {
                KpiValue now = later.Everything().Value(kpi, Month(4));
                KpiAdjustment? adjustment = adjustments[kpi].SingleOrDefault();
                Assert.Equal(
                    (now.Numerator, now.Denominator),
                    (frozen.Everything().Value(kpi).Numerator + (adjustment?.NumeratorChange ?? 0), frozen.Everything().Value(kpi).Denominator + (adjustment?.DenominatorChange ?? 0)));
            });
            Assert.Equal(before, Counted(frozen));
            Assert.Equal(before, Counted(KpiFrozenPeriod.From(EndOfMay, Month(4), frozen.ToSnapshot())));
        });

    [Fact]
    public void Only_a_period_that_has_ended_can_be_closed_and_only_a_later_tally_of_the_same_kind_adjusts_it()
    {
        KpiTally tally = Tally(EndOfMay, [Opened("Mon 2026-05-04 09:00"), Opened("Mon 2026-03-02 09:00")]);
        KpiFrozenPeriod may = tally.Close(Month(5));

        Assert.Contains("after the cut-off", Assert.Throws<ArgumentException>(() => tally.Close(Month(6))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => tally.Close(KpiPeriod.Containing(KpiPeriodKind.Week, new LocalDate(2026, 3, 2), World.Shanghai)));
        Assert.Equal("2026-Q1", tally.Close(KpiPeriod.Containing(KpiPeriodKind.Quarter, new LocalDate(2026, 3, 2), World.Shanghai)).Period.ToString());
        Assert.Contains("2026-06-01 or later", Assert.Throws<ArgumentException>(() => may.AdjustmentsIn(new KpiTally(PlanAsOf("Sun 2026-05-31 00:00")))).Message.Replace("2026-05-31T16:00:00Z", "2026-06-01", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => may.AdjustmentsIn(new KpiTally(new KpiPlan(AsOf, World.Shanghai))));
        Assert.Contains("counts of 2026-03", Assert.Throws<ArgumentException>(() => KpiFrozenPeriod.From(EndOfMay, Month(5), tally.ToSnapshot())).Message, StringComparison.Ordinal);
    }

    private static KpiPlan PlanAsOf(string at) => new KpiPlan(On(at), World.Shanghai)
        .RespondingBy("reply").ResolvingBy("resolution").By(KpiDimension.Region, KpiDimension.Severity).With(QuarterHour);

    private static string Counted(KpiFrozenPeriod frozen) => string.Join('\n', Kpi.All.Select(kpi => Counts(frozen.Everything().Value(kpi))).Append($"{frozen.Everything().Flow()}"));
}
