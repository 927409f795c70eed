using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>
/// Generators and shrinkers of the types of AfterSales.Domain in one registration: <c>[Properties(Arbitrary = [typeof(AfterSalesArbitraries)])]</c> with
/// FsCheck.Xunit and FsCheck.NUnit, <c>Config.Default.WithArbitrary([typeof(AfterSalesArbitraries)])</c> with FsCheck alone.
/// </summary>
/// <remarks>
/// Each is of the same name as what it makes; the generators themselves stand in <see cref="CalendarGenerators"/>, <see cref="RequestGenerators"/> and
/// <see cref="SlaGenerators"/>. Shrinking ends: every smaller value has less in it. The members hold no state and are safe for use by several threads.
/// </remarks>
public static class AfterSalesArbitraries
{
    /// <summary>Gets instants on minutes and nanoseconds between 2020 and 2030.</summary>
    /// <returns>The instants; they shrink to whole hours.</returns>
    public static Arbitrary<Instant> Instant() => Arb.From(CalendarGenerators.Instants(new LocalDate(2025, 1, 1), days: 5 * 365), Rounder);

    /// <summary>Gets amounts of time from 1 ns to some days.</summary>
    /// <returns>The durations; they shrink to shorter and rounder ones.</returns>
    public static Arbitrary<Duration> Duration() => Arb.From(CalendarGenerators.Amounts, RuleShrinker.Shorter);

    /// <summary>Gets dates between 1986 and 2030, often near a clock change of one of <see cref="CalendarGenerators.Zones"/>.</summary>
    /// <returns>The dates; they do not shrink.</returns>
    public static Arbitrary<LocalDate> LocalDate() => Arb.From(from zone in Gen.Elements(CalendarGenerators.Zones.ToArray()) from date in CalendarGenerators.Dates(zone) select date);

    /// <summary>Gets times on whole minutes.</summary>
    /// <returns>The times; they do not shrink.</returns>
    public static Arbitrary<LocalTime> LocalTime() => Arb.From(RuleGenerators.Times);

    /// <summary>Gets <see cref="CalendarGenerators.Zones"/>.</summary>
    /// <returns>The zones; they do not shrink.</returns>
    public static Arbitrary<DateTimeZone> DateTimeZone() => Arb.From(Gen.Elements(CalendarGenerators.Zones.ToArray()));

    /// <summary>Gets <see cref="CalendarGenerators.DayHours"/>.</summary>
    /// <returns>The hours; they shrink to fewer ranges.</returns>
    public static Arbitrary<DayHours> DayHours() => Arb.From(CalendarGenerators.DayHours, CalendarShrinker.Smaller);

    /// <summary>Gets <see cref="CalendarGenerators.WeeklyHours"/>.</summary>
    /// <returns>The hours; they shrink to fewer ranges.</returns>
    public static Arbitrary<WeeklyHours> WeeklyHours() => Arb.From(CalendarGenerators.WeeklyHours, CalendarShrinker.Smaller);

    /// <summary>Gets <see cref="CalendarGenerators.HolidaySets"/>.</summary>
    /// <returns>The sets; they shrink to fewer entries.</returns>
    public static Arbitrary<HolidaySet> HolidaySet() => Arb.From(CalendarGenerators.HolidaySets, CalendarShrinker.Smaller);

    /// <summary>Gets <see cref="CalendarGenerators.Calendars"/>.</summary>
    /// <returns>The calendars; they shrink to fewer layers, seasons, entries and ranges.</returns>
    public static Arbitrary<BusinessCalendar> BusinessCalendar() => Arb.From(CalendarGenerators.Calendars, CalendarShrinker.Smaller);

    /// <summary>Gets <see cref="RequestGenerators.Requests"/>.</summary>
    /// <returns>The requests; they shrink to fewer things known.</returns>
    public static Arbitrary<ServiceRequest> ServiceRequest() => Arb.From(RequestGenerators.Requests, RequestShrinker.Smaller);

    /// <summary>Gets <see cref="RequestGenerators.Conditions"/>.</summary>
    /// <returns>The conditions; they shrink to their parts.</returns>
    public static Arbitrary<RequestCondition> RequestCondition() => Arb.From(RequestGenerators.Conditions, RequestShrinker.Smaller);

    /// <summary>Gets <see cref="SlaGenerators.Rules"/>.</summary>
    /// <returns>The rules; they shrink to their parts and to shorter amounts.</returns>
    public static Arbitrary<DeadlineRule> DeadlineRule() => Arb.From(SlaGenerators.Rules, RuleShrinker.Smaller);

    /// <summary>Gets <see cref="SlaGenerators.Policies"/>.</summary>
    /// <returns>The policies; they shrink to fewer objectives, targets and calendars, and to simpler ones.</returns>
    public static Arbitrary<SlaPolicy> SlaPolicy() => Arb.From(SlaGenerators.Policies, PolicyShrinker.Smaller);

    /// <summary>Gets <see cref="SlaGenerators.Histories"/>.</summary>
    /// <returns>The histories; they shrink to fewer events.</returns>
    public static Arbitrary<SlaHistory> SlaHistory() => Arb.From(SlaGenerators.Histories, HistoryShrinker.Smaller);

    /// <summary>Gets <see cref="SlaGenerators.TrackedHistories"/>.</summary>
    /// <returns>The cases; the history shrinks first, then the policy.</returns>
    public static Arbitrary<TrackedHistory> TrackedHistory() => Arb.From(
        SlaGenerators.TrackedHistories,
        one => HistoryShrinker.Smaller(one).Concat(PolicyShrinker.Smaller(one.Policy).Select(policy => new TrackedHistory(policy, one.History, one.AsOf))));

    private static IEnumerable<Instant> Rounder(Instant at)
    {
        long hour = NodaTime.Duration.FromHours(1).BclCompatibleTicks;
        Instant rounded = NodaTime.Instant.FromUnixTimeTicks(at.ToUnixTimeTicks() / hour * hour);
        return rounded == at ? [] : [rounded];
    }
}
