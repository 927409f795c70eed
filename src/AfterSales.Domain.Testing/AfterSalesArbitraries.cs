using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>
/// Generators and shrinkers of the types of AfterSales.Domain in one registration: <c>[Properties(Arbitrary = [typeof(AfterSalesArbitraries)])]</c> with
/// FsCheck.Xunit and FsCheck.NUnit, <c>Config.Default.WithArbitrary([typeof(AfterSalesArbitraries)])</c> with FsCheck alone.
/// </summary>
/// <remarks>
/// Each is of the same name as what it makes; the generators themselves stand in <see cref="CalendarGenerators"/>, <see cref="RequestGenerators"/>,
/// <see cref="SlaGenerators"/>, <see cref="TicketGenerators"/>, <see cref="RoutingGenerators"/> and <see cref="SurveyGenerators"/>. Shrinking ends: every smaller value has less in it. The members hold no state and are safe for use by several threads.
/// </remarks>
public static class AfterSalesArbitraries
{
    /// <summary>Gets instants on minutes and nanoseconds between 2020 and 2030.</summary>
    /// <returns>The instants; they shrink to whole hours.</returns>
    public static Arbitrary<Instant> Instant() => Arb.From(CalendarGenerators.Instants(new LocalDate(2025, 1, 1), days: 5 * 365), InstantShrinker.Smaller);

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

    /// <summary>Gets calendars of every make, each with a question to it.</summary>
    /// <returns>The cases; the amount and the instants shrink, then the calendar.</returns>
    public static Arbitrary<AskedCalendar> AskedCalendar() => Arb.From(
        from calendar in CalendarGenerators.Calendars from one in CalendarGenerators.QuestionsTo(calendar) select one,
        one => CalendarLaws.Smaller(one).Concat(CalendarShrinker.Smaller(one.Calendar).Select(calendar => new AskedCalendar(calendar, one.At, one.Other, one.Amount))));

    /// <summary>Gets <see cref="TicketGenerators.Lifecycles"/>.</summary>
    /// <returns>The lifecycles; they shrink to fewer states and rows, which ask and do less.</returns>
    public static Arbitrary<Lifecycle> Lifecycle() => Arb.From(TicketGenerators.Lifecycles, LifecycleShrinker.Smaller);

    /// <summary>Gets <see cref="TicketGenerators.Walks"/>.</summary>
    /// <returns>The walks; they shrink to fewer attempts, which give less, then the lifecycle shrinks.</returns>
    public static Arbitrary<TicketWalk> TicketWalk() => Arb.From(TicketGenerators.Walks, WalkShrinker.SmallerWithLifecycle);

    /// <summary>Gets <see cref="RoutingGenerators.Technicians"/>.</summary>
    /// <returns>The technicians; they shrink to fewer skills, languages and so on, and to lower numbers.</returns>
    public static Arbitrary<Technician> Technician() => Arb.From(RoutingGenerators.Technicians, TechnicianShrinker.Smaller);

    /// <summary>Gets <see cref="RoutingGenerators.WorkItems"/>.</summary>
    /// <returns>The items; they shrink to fewer requirements and preferences, and to simpler requests.</returns>
    public static Arbitrary<WorkItem> WorkItem() => Arb.From(RoutingGenerators.WorkItems, WorkItemShrinker.Smaller);

    /// <summary>Gets <see cref="RoutingGenerators.Policies"/>.</summary>
    /// <returns>The policies; they shrink to fewer steps, rungs and borders, and to what holds without being said.</returns>
    public static Arbitrary<RoutingPolicy> RoutingPolicy() => Arb.From(RoutingGenerators.Policies, RoutingPolicyShrinker.Smaller);

    /// <summary>Gets policies with crews and queues.</summary>
    /// <returns>The cases; they shrink to fewer and smaller technicians and items, then the policy shrinks.</returns>
    public static Arbitrary<RoutedBatch> RoutedBatch() => Arb.From(from policy in RoutingGenerators.Policies from one in RoutingGenerators.BatchesOf(policy) select one, BatchShrinker.SmallerWithPolicy);

    /// <summary>Gets <see cref="SurveyGenerators.Surveys"/>.</summary>
    /// <returns>The surveys; they shrink to fewer and plainer questions.</returns>
    public static Arbitrary<Survey> Survey() => Arb.From(SurveyGenerators.Surveys, SurveyShrinker.Smaller);

    /// <summary>Gets <see cref="SurveyGenerators.AnsweredSurveys"/>.</summary>
    /// <returns>The cases; they shrink to fewer answers, of which less is known, then the survey shrinks.</returns>
    public static Arbitrary<AnsweredSurvey> AnsweredSurvey() => Arb.From(SurveyGenerators.AnsweredSurveys, AnswerShrinker.SmallerWithSurvey);
}
