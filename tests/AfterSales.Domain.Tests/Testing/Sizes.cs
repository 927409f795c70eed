using System.Numerics;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Tests.Testing;

/// <summary>
/// How much there is in a generated value: how many parts beyond the plainest value of its type, and below that how large its numbers are. Whole and never negative, so that whatever
/// makes it smaller comes to an end.
/// </summary>
internal static class Sizes
{
    private static readonly BigInteger Part = BigInteger.One << 100;
    private static readonly Instant Epoch = Instant.FromUtc(1900, 1, 1, 0, 0);
    private static readonly RoutingPolicy PlainRouting = new("plain", version: 1);

    public static BigInteger Of(object value) => value switch
    {
        Instant at => Rounding(at),
        Duration amount => (BigInteger)amount.TotalNanoseconds,
        LocalDate or LocalTime or DateTimeZone => 0,
        DayHours hours => Part * hours.Ranges.Count,
        WeeklyHours hours => Sum(Enumerable.Range(1, 7).Select(day => hours[(IsoDayOfWeek)day]), Of),
        HolidaySet set => Part * set.Entries.Count,
        BusinessCalendar calendar => Calendar(calendar),
        ServiceRequest request => Part * (RequestDimension.WellKnown.Count(dimension => dimension.ValueOf(request) != dimension.ValueOf(new ServiceRequest(RequestKind.Repair))) + request.Attributes.Count
            + Given(request.Customer, request.Product, request.Problem, request.SiteCalendar, request.CustomerCalendar)),
        RequestCondition condition => Condition(condition),
        DeadlineRule rule => Rule(rule),
        SlaPolicy policy => Sum(policy.Objectives, Objective) + (Part * (policy.Calendars.Count + policy.Accepted.Count)),
        SlaHistory history => Sum(history.Events, Event),
        TrackedHistory one => Of(one.History) + Of(one.Policy),
        AskedCalendar one => Of(one.Calendar) + Of(one.Amount) + Rounding(one.At) + Rounding(one.Other),
        Lifecycle lifecycle => (Part * (lifecycle.States.Count + Terms(lifecycle.Terms))) + Sum(lifecycle.Transitions, row => Part * (1 + row.Roles.Count + row.Guards.Count + row.Needs.Count + row.Effects.Count)),
        TicketWalk walk => Of(walk.Opened.Lifecycle) + Sum(walk.Attempts, attempt => Action(attempt.Action)),
        Technician technician => Of(technician),
        WorkItem item => Of(item),
        RoutingPolicy policy => Of(policy),
        RoutedBatch batch => Of(batch.Policy) + Sum(batch.Technicians, one => Part + Of(one)) + Sum(batch.Items, one => Part + Of(one)),
        Survey survey => Sum(survey.Questions, Question) + (survey.OpenFor == Duration.FromDays(30) ? 0 : Part),
        AnsweredSurvey one => Of(one.Survey) + Sum(one.Responses, Response),
        _ => throw new ArgumentException($"There is no measure of a {value.GetType().Name}; say here what makes one smaller.", nameof(value)),
    };

    private static BigInteger Of(Technician one) =>
        (Part * (one.Languages.Count + one.Regions.Count + one.Leave.Count + one.Assignments.Count + Given(one.Provider, one.OnCall, one.Base, one.ServesEverywhere ? "everywhere" : null, one.Hours.Equals(RoutingGenerators.AlwaysAtWork) ? null : one.Hours)))
        + Sum(one.Skills, skill => Part + skill.Value) + Sum(one.ProductHistory, product => Part + product.Value)
        + one.Capacity + one.Load + one.LastAssigned + (int)one.Grade + one.TravelRadius;

    private static BigInteger Of(WorkItem one) => Of(one.Request)
        + (Part * (one.RequiredLanguages.Count + one.PreferredLanguages.Count + one.Excluded.Count + Given(one.Due, one.Point, one.LastTechnician, one.MayBeOutsourced ? "providers" : null, one.CreatedAt == one.QueuedAt ? null : "waited")))
        + Sum(one.Skills, need => Part + need.MinimumLevel) + one.Size + Rounding(one.QueuedAt) + (one.Due is { } due ? Rounding(due) : 0);

    private static BigInteger Of(RoutingPolicy one)
    {
        int staffing = new[] { Severity.Unknown, Severity.General, Severity.Important, Severity.Urgent }.Count(severity => !one.StaffingOf(severity).Equals(PlainRouting.StaffingOf(severity)));
        Scoring scoring = one.Scoring;
        int scores = Enum.GetValues<ScorePart>().Count(part => scoring.WeightOf(part) != Scoring.Default.WeightOf(part))
            + new[] { scoring.SkillSurplusCap != Scoring.Default.SkillSurplusCap, scoring.ProximityRange != Scoring.Default.ProximityRange, scoring.FullProductHistory != Scoring.Default.FullProductHistory, scoring.SlackRange != Scoring.Default.SlackRange }.Count(differs => differs);
        return (Part * (staffing + scores + one.Regions.Borders.Count + Given(one.Intake, one.Ageing, one.Assessment.Equals(PlainRouting.Assessment) ? null : one.Assessment)))
            + Sum(one.Ladder, rung => rung.UpTo is null ? Part : 2 * Part) + one.Regions.RingWidth
            + Sum(one.Steps, step => (Part * (1 + step.DroppedGroups.Count + step.RingsAdded + step.GradesAdded + (step.AllowsProviders ? 1 : 0))) + Of(step.After));
    }

    private static BigInteger Calendar(BusinessCalendar calendar) => calendar.Basis switch
    {
        CombinedBasis both => Part + Calendar(both.Left) + Calendar(both.Right),
        WeeklyBasis weekly => Of(weekly.Hours) + (Part * weekly.Seasons.Count) + Sum(calendar.Layers, layer => Part + Of(layer)),
        _ => 0,
    };

    private static BigInteger Condition(RequestCondition condition) => condition switch
    {
        AnyCondition => 0,
        AllCondition all => Part + Sum(all.Parts, Condition),
        AnyOfCondition any => Part + Sum(any.Parts, Condition),
        NotCondition not => Part + Condition(not.Part),
        _ => Part,
    };

    private static BigInteger Rule(DeadlineRule rule) => rule switch
    {
        ElapsedRule elapsed => Part + Of(elapsed.Amount),
        OpenTimeRule open => Part + Of(open.Amount),
        WorkingDayRule day => (Part * (day.At is null ? 1 : 2)) + day.Days,
        IfOpenRule either => Part + Rule(either.Then) + Rule(either.Otherwise),
        EarliestRule earliest => Part + Sum(earliest.Parts, Rule),
        LatestRule latest => Part + Sum(latest.Parts, Rule),
        _ => Part,
    };

    private static BigInteger Objective(Objective one) =>
        (Part * (1 + one.Alarms.Count + one.Pauses.Count + one.CancelsOn.Count + one.EndsOn.Count + (one.Party == Party.Customer ? 0 : 1) + (one.ReclassifyMode == ReclassifyMode.KeepStart ? 0 : 1) + (one.ReopenMode == ReopenMode.Ignore ? 0 : 1) + (one.Repetition == Repetition.Once && !one.SkipsFirstCycle ? 0 : 1) + Given(one.WithinObjective)))
        + Condition(one.AppliesTo)
        + Sum(one.Targets, target => (Part * (target.Calendar is AlwaysOpenCalendar ? 1 : 2)) + Condition(target.When) + (target.Rule is { } rule ? Rule(rule) : 0));

    /// <summary>A later event is larger: cutting a gap moves everything behind it to an earlier instant.</summary>
    private static BigInteger Event(SlaEvent one) => (4 * Part) + (BigInteger)(one.At - Epoch).TotalNanoseconds + one switch
    {
        OpenedEvent opened => Of(opened.Request),
        ReclassifiedEvent changed => Of(changed.Request) + (20 * Part),
        _ => 0,
    };

    private static int Terms(LifecycleTerms terms)
    {
        LifecycleTerms standard = LifecycleTerms.Standard;
        return new[]
        {
            terms.ReopenWindow != standard.ReopenWindow, terms.SilenceWindow != standard.SilenceWindow, terms.RepeatWindow != standard.RepeatWindow, terms.LateReports != standard.LateReports,
            terms.RemindersBeforeGivingUp != standard.RemindersBeforeGivingUp, terms.ReopensBeforeRaising != standard.ReopensBeforeRaising, terms.HighestLevel != standard.HighestLevel,
            terms.MajorRemedyAbove is not null, terms.MajorRemedyFrom is not null,
        }.Count(differs => differs);
    }

    private static BigInteger Action(TicketAction one) =>
        Part * (1 + one.Lines.Count + one.Texts.Count + Given(one.Assignee, one.Team, one.Reason, one.Request, one.Time, one.Amount, one.Link, one.Person));

    private static BigInteger Question(SurveyQuestion one)
    {
        if (one.Scale is not { } scale)
        {
            return Part * (1 + (one.IsMandatory ? 1 : 0) + (one.Wording.Length > 0 ? 1 : 0));
        }

        SurveyQuestion usual = one.Kind == QuestionKind.Rating ? SurveyQuestion.Rating(one.Name, one.Dimension, scale) : one;
        bool[] said =
        [
            one.Kind != QuestionKind.Rating, one.Dimension != SurveyDimension.Overall, (scale.Minimum, scale.Maximum) != (1, 5), scale.IsReversed, scale.NotApplicable is not null,
            one.Weight != usual.Weight, !one.IsMandatory, one.Wording.Length > 0,
        ];
        return Part * (1 + said.Count(one => one));
    }

    private static BigInteger Response(SurveyResponse one) => Rounding(one.AnsweredAt) + (Part * (1 + one.Ratings.Count(rating => rating is not null) + one.Texts.Count + one.Attributes.Count
        + Given(one.Version, one.SentAt, one.TimeTaken, one.Respondent.Length == 0 ? null : one.Respondent, one.Channel.Length == 0 ? null : one.Channel, one.FollowUpRound == 0 ? null : "round", one.IsTest ? "test" : null)));

    private static BigInteger Rounding(Instant at)
    {
        BigInteger sinceEpoch = (BigInteger)(at - Epoch).TotalNanoseconds;
        return sinceEpoch % (BigInteger)Duration.FromHours(1).TotalNanoseconds;
    }

    private static int Given(params object?[] things) => things.Count(thing => thing is not null);

    private static BigInteger Sum<T>(IEnumerable<T> things, Func<T, BigInteger> size) => things.Aggregate(BigInteger.Zero, (sum, thing) => sum + size(thing));

    private static BigInteger Sum<T>(IEnumerable<T> things, Func<object, BigInteger> size)
        where T : class => things.Aggregate(BigInteger.Zero, (sum, thing) => sum + size(thing));
}
