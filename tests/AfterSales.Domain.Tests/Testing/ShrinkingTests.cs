using System.Collections;
using System.Numerics;
using System.Reflection;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Tests.Testing;

/// <summary>Every shrinker of the registration: what it gives is valid and strictly smaller, and a property that fails on purpose ends at the smallest value that fails.</summary>
public class ShrinkingTests
{
    public static TheoryData<string> Members => RegistrationTests.Members;

    [Theory]
    [MemberData(nameof(Members))]
    public void Whatever_is_smaller_is_valid_and_strictly_smaller(string member)
    {
        object arbitrary = RegistrationTests.Make(member);
        MethodInfo shrinker = arbitrary.GetType().GetMethod("Shrinker", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)!;
        foreach (object value in RegistrationTests.Values(arbitrary, seed: 23, count: Math.Min(30, Law.Cases)))
        {
            BigInteger size = Sizes.Of(value);
            Assert.True(size >= 0, $"{member}: the measure of {value} is {size}");
            foreach (object smaller in ((IEnumerable)shrinker.Invoke(arbitrary, [value])!).Cast<object>().Take(300))
            {
                Assert.True(Sizes.Of(smaller) < size, $"{member}: {smaller} ({Sizes.Of(smaller)}) is not smaller than {value} ({size})");
                AssertValid(smaller);
            }
        }
    }

    /// <summary>Things of which something can be left out, or be plainer, are shrunk; dates, times and zones are as plain as they come.</summary>
    [Theory]
    [MemberData(nameof(Members))]
    public void Everything_but_dates_times_and_zones_shrinks(string member)
    {
        object arbitrary = RegistrationTests.Make(member);
        MethodInfo shrinker = arbitrary.GetType().GetMethod("Shrinker", BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)!;
        bool shrinks = RegistrationTests.Values(arbitrary, seed: 5, count: 30).Any(value => ((IEnumerable)shrinker.Invoke(arbitrary, [value])!).Cast<object>().Any());

        Assert.Equal(member is not ("LocalDate" or "LocalTime" or "DateTimeZone"), shrinks);
    }

    [Fact]
    public void A_technician_shrinks_to_the_one_thing_that_matters()
    {
        Technician speaks = Shrunk.Smallest((Technician one) => !one.Speaks(SpokenLanguage.Wu));
        Assert.Equal(new Technician(speaks.Id, Grade.Junior, RoutingGenerators.AlwaysAtWork).Speaking(SpokenLanguage.Wu), speaks);

        Technician skilled = Shrunk.Smallest((Technician one) => one.LevelOf(Skill.Named("compressor")) < 3);
        Assert.Equal(new Technician(skilled.Id, Grade.Junior, RoutingGenerators.AlwaysAtWork).WithSkill(Skill.Named("compressor"), 3), skilled);

        Technician loaded = Shrunk.Smallest((Technician one) => one.Load < 2 || one.Provider is null);
        Assert.Equal(new Technician(loaded.Id, Grade.Junior, RoutingGenerators.AlwaysAtWork).Carrying(2).OfProvider(loaded.Provider!), loaded);
    }

    [Fact]
    public void A_work_item_shrinks_to_the_one_thing_that_matters()
    {
        WorkItem needy = Shrunk.Smallest((WorkItem one) => !one.Skills.Any(need => need.MinimumLevel > 1 && need.DropGroup is null));
        WorkItem plain = new(needy.Id, new ServiceRequest(RequestKind.Repair), needy.QueuedAt, needy.QueuedAt);
        Assert.Equal(plain.Requiring(needy.Skills[0].Skill, 2), needy);
        Assert.Equal(0, Sizes.Of(needy.QueuedAt));

        WorkItem urgent = Shrunk.Smallest((WorkItem one) => one.Request.Severity != Severity.Urgent);
        Assert.Equal(new WorkItem(urgent.Id, new ServiceRequest(RequestKind.Repair).WithSeverity(Severity.Urgent), urgent.QueuedAt, urgent.QueuedAt), urgent);
    }

    [Fact]
    public void A_routing_policy_shrinks_to_what_is_not_usual()
    {
        RoutingPolicy limited = Shrunk.Smallest((RoutingPolicy one) => one.Intake is null);
        Assert.Equal(new RoutingPolicy("generated", 1).FallingBackTo([]).LimitingIntakeTo(limited.Intake!.Value), limited);

        RoutingPolicy widened = Shrunk.Smallest((RoutingPolicy one) => one.Steps.All(step => step.RingsAdded == 0));
        RelaxationStep step = Assert.Single(widened.Steps, one => one.RingsAdded > 0);
        Assert.Equal(new RoutingPolicy("generated", 1).FallingBackTo([]).Relaxing([new RelaxationStep(step.Name, Duration.Zero).AddingRing()]), widened);

        RoutingPolicy weighing = Shrunk.Smallest((RoutingPolicy one) => one.Scoring.WeightOf(ScorePart.Language) == Scoring.Default.WeightOf(ScorePart.Language));
        Assert.Equal(new RoutingPolicy("generated", 1).FallingBackTo([]).With(Scoring.Default.Weighing(ScorePart.Language, weighing.Scoring.WeightOf(ScorePart.Language))), weighing);
    }

    [Fact]
    public void A_batch_shrinks_to_one_technician_and_one_item_that_say_nothing_else()
    {
        RoutedBatch smallest = Shrunk.Smallest((RoutedBatch one) => one.Policy.Assign(one.Items, one.Technicians, one.At).Assigned.Count == 0);

        Technician technician = Assert.Single(smallest.Technicians);
        WorkItem item = Assert.Single(smallest.Items);
        Assert.Equal((0, 0, 0, 1), (technician.Load, technician.Languages.Count, technician.Skills.Count, technician.Capacity));
        Assert.Equal(new WorkItem(item.Id, new ServiceRequest(RequestKind.Repair), item.QueuedAt, item.QueuedAt), item);
        Assert.Equal(new RoutingPolicy("generated", 1).FallingBackTo([]), smallest.Policy);
    }

    [Fact]
    public void A_lifecycle_shrinks_to_the_rows_that_matter()
    {
        Lifecycle reopens = Shrunk.Smallest((Lifecycle one) => !one.Transitions.Any(row => row.Trigger == Trigger.Reopen));
        Transition row = Assert.Single(reopens.Transitions);
        Assert.Equal(new Transition(row.From, Trigger.Reopen, row.To), row);
        Assert.Equal(new[] { reopens.States[0].Name, row.From, row.To }.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), reopens.States.Select(state => state.Name).Order(StringComparer.Ordinal));
        Assert.Equal(LifecycleTerms.Standard, reopens.Terms);

        Lifecycle patient = Shrunk.Smallest((Lifecycle one) => one.Terms.SilenceWindow <= Duration.FromDays(7));
        Assert.Equal((1, 0), (patient.States.Count, patient.Transitions.Count));
        Assert.Equal(LifecycleTerms.Standard.ClosedBySilenceAfter(patient.Terms.SilenceWindow), patient.Terms);
    }

    [Fact]
    public void A_walk_shrinks_to_the_attempt_that_matters_and_what_it_gives()
    {
        TicketWalk closed = Shrunk.Smallest((TicketWalk one) => !one.Results().OfType<AcceptedTransition>().Any(result => result.Ticket.IsClosed));

        WalkAttempt attempt = Assert.Single(closed.Attempts);
        Transition row = Assert.Single(closed.Opened.Lifecycle.Transitions);
        Assert.Equal((row.Trigger, 0, 0), (attempt.Action.Trigger, row.Guards.Count, row.Needs.Count));
        Assert.Equal(TicketAction.Of(row.Trigger), attempt.Action);
        Assert.Equal(2, closed.Opened.Lifecycle.States.Count);
    }

    [Fact]
    public void A_survey_shrinks_to_the_question_that_matters()
    {
        Survey reversed = Shrunk.Smallest((Survey one) => !one.Questions.Any(question => question.Scale!.IsReversed));
        SurveyQuestion question = Assert.Single(reversed.Questions);
        Assert.Equal(new Survey("generated", 1, [SurveyQuestion.Rating(question.Name, SurveyDimension.Overall, AnswerScale.OneToFive.Reversed())]), reversed);

        Survey promoted = Shrunk.Smallest((Survey one) => !one.Questions.Any(asked => asked.Kind == QuestionKind.Recommendation));
        Assert.Equal(new Survey("generated", 1, [SurveyQuestion.Recommendation(promoted.Questions[0].Name)]), promoted);

        Survey two = Shrunk.Smallest((Survey one) => one.Questions.Count < 2);
        Assert.Equal(new Survey("generated", 1, two.Questions.Select(asked => SurveyQuestion.Rating(asked.Name, SurveyDimension.Overall, AnswerScale.OneToFive))), two);
        Assert.Equal(2, two.Questions.Count);
    }

    [Fact]
    public void Answers_shrink_to_the_one_that_matters_and_what_is_known_of_it()
    {
        AnsweredSurvey test = Shrunk.Smallest((AnsweredSurvey one) => !one.Responses.Any(response => response.IsTest));
        SurveyResponse response = Assert.Single(test.Responses);
        Assert.Single(test.Survey.Questions);
        Assert.Equal(("", "", true, null, null, null), (response.Respondent, response.Channel, response.IsTest, response.SentAt, response.TimeTaken, response.Version));
        Assert.Equal([null], response.Ratings);

        AnsweredSurvey worst = Shrunk.Smallest((AnsweredSurvey one) => !one.Survey.Clean(one.Responses).Scores.AllQuestions().Any(question => question.Satisfied.Successes > 0));
        Assert.Equal((1, 1), (worst.Responses.Count, worst.Survey.Questions.Count));
        Assert.InRange(Assert.Single(worst.Responses[0].Ratings)!.Value, 4, 5);
    }

    [Fact]
    public void Calendars_hours_requests_rules_policies_and_histories_shrink_to_what_matters()
    {
        WeeklyHours nights = Shrunk.Smallest((WeeklyHours one) => !one[IsoDayOfWeek.Friday].Ranges.Any(range => range.End <= range.Start));
        Assert.Single(nights[IsoDayOfWeek.Friday].Ranges);
        Assert.All(Enumerable.Range(1, 7).Where(day => day != 5), day => Assert.True(nights[(IsoDayOfWeek)day].IsClosed));

        HolidaySet makeUp = Shrunk.Smallest((HolidaySet one) => !one.Entries.Any(entry => entry is { Reason: "stock-taking" }));
        Assert.Equal("stock-taking", Assert.Single(makeUp.Entries).Reason);

        BusinessCalendar seasonal = Shrunk.Smallest((BusinessCalendar one) => one.Basis is not WeeklyBasis { Seasons.Count: > 0 });
        Assert.Equal((1, 0), (Assert.IsType<WeeklyBasis>(seasonal.Basis).Seasons.Count, seasonal.Layers.Count));

        Assert.Equal(new ServiceRequest(RequestKind.Repair).WithSeverity(Severity.Urgent), Shrunk.Smallest((ServiceRequest one) => one.Severity != Severity.Urgent));
        Assert.Equal(DeadlineRule.Elapsed(Duration.FromHours(1)).GetType(), Shrunk.Smallest((DeadlineRule one) => !Leaves(one).OfType<ElapsedRule>().Any()).GetType());

        SlaPolicy pausing = Shrunk.Smallest((SlaPolicy one) => one.Objectives.All(objective => objective.Pauses.Count == 0));
        Objective only = Assert.Single(pausing.Objectives);
        Assert.Equal((1, 1, 0), (only.Pauses.Count, only.Targets.Count, only.Alarms.Count));

        SlaHistory waits = Shrunk.Smallest((SlaHistory one) => !one.Events.OfType<WaitBegunEvent>().Any());
        Assert.Equal([typeof(OpenedEvent), typeof(WaitBegunEvent)], waits.Events.Select(happened => happened.GetType()));
        Assert.Equal(waits.Events[0].At, waits.Events[1].At);
    }

    private static IEnumerable<DeadlineRule> Leaves(DeadlineRule rule) => rule switch
    {
        IfOpenRule either => Leaves(either.Then).Concat(Leaves(either.Otherwise)),
        EarliestRule earliest => earliest.Parts.SelectMany(Leaves),
        LatestRule latest => latest.Parts.SelectMany(Leaves),
        _ => [rule],
    };

    /// <summary>Whatever has a document is written and read back equal.</summary>
    private static void AssertValid(object value)
    {
        switch (value)
        {
            case BusinessCalendar calendar:
                Assert.Equal(calendar, CalendarDocument.Read(CalendarDocument.Write(calendar)).Value);
                break;
            case SlaPolicy policy:
                Assert.Equal(policy.Objectives, SlaPolicyDocument.Read(SlaPolicyDocument.Write(policy)).Value.Objectives);
                break;
            case Lifecycle lifecycle:
                Assert.Equal(lifecycle, LifecycleDocument.Read(LifecycleDocument.Write(lifecycle)).Value);
                break;
            case Technician technician:
                Assert.Equal([technician], TechniciansDocument.Read(TechniciansDocument.Write([technician])).Value);
                break;
            case WorkItem item:
                Assert.Equal([item], WorkItemsDocument.Read(WorkItemsDocument.Write([item])).Value);
                break;
            case RoutingPolicy policy:
                Assert.Equal(policy, RoutingPolicyDocument.Read(RoutingPolicyDocument.Write(policy)).Value);
                break;
            case Survey survey:
                Assert.Equal(survey, SurveyDocument.Read(SurveyDocument.Write(survey)).Value);
                break;
            case LawCase one:
                Assert.NotEmpty(one.ToString());
                break;
        }
    }
}
