using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tickets;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Tests.Kpis;

/// <summary>A service desk in Shanghai in the first half of 2026, counted as of the end of June.</summary>
internal static class KpiWorld
{
    public static PercentileGoal QuarterHour { get; } = new("answered-in-15-min", KpiMeasure.ResponseTime, Duration.FromMinutes(15), new ShareGoal(0.9));

    public static Instant AsOf { get; } = On("Tue 2026-06-30 12:00");

    public static KpiPlan Plan { get; } = new KpiPlan(AsOf, World.Shanghai)
        .RespondingBy("reply").ResolvingBy("resolution").By(KpiDimension.Region, KpiDimension.Severity).With(QuarterHour);

    public static ServiceRequest Repair { get; } = new ServiceRequest(RequestKind.Repair).WithRegion("pudong").WithSeverity(Severity.General);

    public static ServiceRequest Complaint { get; } = Repair.WithKind(RequestKind.Complaint);

    /// <summary>Tickets of every fate, from January to July, all over the edges of months.</summary>
    public static Gen<KpiTicket> AnyTicket { get; } =
        from number in Gen.Choose(1, 1_000_000)
        from kind in Gen.Elements(RequestKind.Inquiry, RequestKind.Repair, RequestKind.Complaint)
        from region in Gen.Elements("pudong", "minhang", null)
        from day in Gen.Choose(0, 185)
        from minute in Gen.Choose(0, 1439)
        from fate in Gen.Choose(0, 9)
        from first in Gen.Choose(0, 60 * 24 * 20)
        from second in Gen.Choose(0, 60 * 24 * 20)
        from bits in Gen.Choose(0, 255)
        from outcome in Gen.Elements(CycleOutcome.Met, CycleOutcome.Missed, CycleOutcome.Open, CycleOutcome.Cancelled, CycleOutcome.Exempt, CycleOutcome.Ended, CycleOutcome.Undated)
        select Ticket(new TicketId($"T-{number}"), new ServiceRequest(kind).WithRegion(region).WithSeverity((Severity)(bits % 4)), (day, minute), fate, (first, second), bits, outcome);

    public static Gen<KpiTicket[]> ManyTickets { get; } = AnyTicket.ArrayOf(60);

    public static Instant On(string text) => World.At(text, World.Shanghai);

    public static KpiTicket Opened(string at) => Opened(at, Repair);

    public static KpiTicket Opened(string at, ServiceRequest request) => new(new TicketId("T-1"), request, On(at));

    public static KpiResults Counted(params IEnumerable<KpiTicket> tickets) => Tally(Plan, tickets).Everything();

    public static KpiTally Tally(KpiPlan plan, IEnumerable<KpiTicket> tickets)
    {
        KpiTally tally = new(plan);
        foreach (KpiTicket ticket in tickets)
        {
            tally.Add(ticket);
        }

        return tally;
    }

    /// <summary>Everything a tally can answer, as text: two tallies with the same text have counted the same.</summary>
    public static string Everything(KpiTally tally) => string.Join('\n',
    [
        $"{tally.Tickets} {tally.NotYetOpened}",
        .. Slices(tally).SelectMany(results => (string[])
        [
            $"{results.Backlog()} {results.Flow()}",
            .. KpiMeasure.All.Select(measure => $"{results.Durations(measure)}"),
            .. tally.Periods.SelectMany(period => Kpi.All.Select(kpi => Counts(results.Value(kpi, period))).Append(Counts(results.Value(QuarterHour, period)))),
            .. tally.Periods.Select(period => $"{period} {results.Flow(period)} {results.Durations(KpiMeasure.ResolutionTime, period)}"),
        ]),
    ]);

    public static string Counts(KpiValue value) =>
        $"{value.Kpi?.Code} {value.Period} {value.Numerator}/{value.Denominator} {string.Join(", ", value.Exclusions.Select(pair => $"{pair.Key} {pair.Value}"))}";

    public static IEnumerable<KpiResults> Slices(KpiTally tally) =>
        [tally.Everything(), .. tally.Plan.Dimensions.SelectMany(dimension => tally.ValuesOf(dimension).Select(value => tally.Of(dimension, value)))];

    public static KpiPeriod Month(int month) => KpiPeriod.Containing(KpiPeriodKind.Month, new LocalDate(2026, month, 1), World.Shanghai);

    private static KpiTicket Ticket(TicketId id, ServiceRequest request, (int Day, int Minute) opened, int fate, (int First, int Second) later, int bits, CycleOutcome outcome)
    {
        Instant at = On("Thu 2026-01-01 00:00") + Duration.FromDays(opened.Day) + Duration.FromMinutes(opened.Minute);
        Instant first = at + Duration.FromMinutes(later.First);
        Instant second = first + Duration.FromMinutes(later.Second);
        KpiTicket ticket = new KpiTicket(id, request, at).WithClock(new KpiClock("reply", at, first, outcome)).WithClock(new KpiClock("resolution", at, second, outcome));
        ticket = (bits & 1) > 0 ? ticket.Replied(first) : ticket;
        ticket = (bits & 2) > 0 ? ticket.Visited() : ticket;
        ticket = (bits & 4) > 0 ? ticket.OnFirstContact() : ticket;
        ticket = (bits & 8) > 0 ? ticket.Touched(Duration.FromMinutes(bits)) : ticket;
        ticket = (bits & 16) > 0 ? ticket.Repeated(second + Duration.FromDays(bits % 40)) : ticket;
        ticket = (bits & 128) > 0 ? ticket.Surveyed() : ticket;
        ticket = (bits % 5) switch { 0 => ticket.Answered(isSatisfied: true), 1 => ticket.Answered(isSatisfied: false), 2 => ticket.Answered(isSatisfied: null), _ => ticket };
        ticket = fate switch
        {
            0 => ticket.AsTest(),
            1 => ticket.AsSpam().Resolved(first),
            2 => ticket.Closed(first, TicketOutcome.Merged),
            3 => ticket.Closed(first, TicketOutcome.Withdrawn),
            4 => ticket.Started(first).Closed(second, TicketOutcome.Withdrawn),
            5 => ticket.Resolved(first).Reopened(byCustomer: true),
            6 => ticket.Resolved(first).Reopened(byCustomer: (bits & 32) > 0).Resolved(second),
            7 => ticket.Closed(second, TicketOutcome.NotSolved),
            8 => ticket.SelfServed().Closed(first, TicketOutcome.Unconfirmed),
            _ => (bits & 64) > 0 ? ticket.Closed(second, TicketOutcome.Solved) : ticket,
        };
        return ticket;
    }
}
