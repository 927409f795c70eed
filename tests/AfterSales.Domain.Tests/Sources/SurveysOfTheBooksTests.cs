using AfterSales.Domain.Kpis;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using NodaTime;

namespace AfterSales.Domain.Tests.Sources;

/// <summary>The ready-made rulebooks keep the rules of their sources on what customers are asked, what becomes of what they say, and what is to be reached.</summary>
public class SurveysOfTheBooksTests
{
    [Theory]
    [Shows("R22")]
    [InlineData("the fan began to smoke", null, "quality, First: rule danger (\"smoke\")", "quality")]
    [InlineData("快递太慢", null, "delivery, Third: rule late-delivery (\"快递\")", "delivery")]
    [InlineData("", "attitude", "service, Second: rule rude (attitude 0)", "service")]
    [InlineData("", "effect", "service, Second: rule not-solved (effect 0)", "service")]
    public void Feedback_is_classed_by_what_it_says_with_a_team_and_a_time(string words, string? zero, string classed, string team)
    {
        KeyValuePair<SurveyDimension, double>[] ratings = zero is null ? [] : [KeyValuePair.Create(SurveyDimension.Named(zero), 0.0)];
        ClassifiedFeedback feedback = Rulebooks.SatisfactionMechanism.Feedback!.Classify(new CustomerFeedback("T-1", Instant.FromUtc(2026, 4, 3, 2, 0), words, ratings));

        Assert.Equal((classed, team), ($"{feedback}", feedback.Owner));
        Assert.NotNull(feedback.Due);
    }

    [Theory]
    [Shows("R23")]
    [InlineData("four-priorities")]
    [InlineData("satisfaction-mechanism")]
    public void The_survey_asks_six_things_when_the_customer_has_tried_the_result(string book)
    {
        SurveyPlan plan = Rulebooks.Find(book)!.SurveyPlan!;
        Assert.Equal(
            ["overall", "attitude", "response-speed", "effect", "skill", "product-quality"],
            plan.Survey.RatedQuestions.Select(question => question.Dimension.Name));

        SurveyCandidate candidate = new SurveyCandidate("T-1", World.At("Fri 2026-03-27 19:00", World.Shanghai)).Of("complaint");
        Assert.Equal(World.At("Mon 2026-03-30 10:00", World.Shanghai), Assert.IsType<PlannedInvitation>(plan.Decide(candidate, addOpenTime: null)).SendAt);
    }

    [Fact]
    [Shows("R24")]
    public void Customers_are_stratified_by_the_kind_of_service_and_reached_by_five_channels()
    {
        SurveyPlan plan = Rulebooks.SatisfactionMechanism.SurveyPlan!;
        Instant closed = World.At("Fri 2026-03-27 19:00", World.Shanghai);

        Assert.Equal(["web", "email", "social", "phone", "counter"], plan.Channels);
        Assert.Equal(1000, Asked("complaint"));
        Assert.InRange(Asked("repair"), 450, 550);
        Assert.InRange(Asked("inquiry"), 150, 250);
        Assert.Equal("counter", Assert.IsType<PlannedInvitation>(plan.Decide(new SurveyCandidate("T-1", closed).Of("complaint").ReachableBy(["counter"]), addOpenTime: null)).Channel);

        int Asked(string stratum) => Enumerable.Range(1, 1000)
            .Count(number => plan.Decide(new SurveyCandidate(FormattableString.Invariant($"T-{number}"), closed).Of(stratum), addOpenTime: null) is PlannedInvitation);
    }

    [Fact]
    [Shows("R25")]
    public void Answers_of_all_channels_are_cleaned_and_reported_by_kind_of_service()
    {
        Survey survey = Rulebooks.SatisfactionMechanism.SurveyPlan!.Survey;
        CleanedAnswers cleaned = survey.Clean(
        [
            Answer(0, "1", "T-1", "repair", 5, 4, 5, 5, 4, 4),
            Answer(1, "1-again", "T-1", "repair", 5, 4, 5, 5, 4, 4),
            Answer(2, "2", "T-2", "inquiry", 2, 4, 1, 2, 3, 4),
            Answer(3, "3", "T-3", "inquiry", 9, 4, 1, 2, 3, 4),
            Answer(4, "4", "T-4", "inquiry", null, null, null, null, null, null),
        ]);

        // Of two answers to one ticket the last counts.
        Assert.Equal(["duplicate", "valid", "valid", "out-of-range", "blank"], cleaned.Answers.Select(one => one.Label.Code));
        Assert.Equal((1, 2), (Csat.Of(cleaned, SurveyDimension.Overall).Satisfied.Successes, Csat.Of(cleaned, SurveyDimension.Overall).Satisfied.Count));
        Assert.Equal(["inquiry", "repair"], cleaned.By("kind").Keys.Order(StringComparer.Ordinal));

        SurveyResponse Answer(int minute, string id, string ticket, string kind, params int?[] ratings) =>
            new SurveyResponse(id, ticket, Instant.FromUtc(2026, 4, 3, 2, minute), ratings).From(ticket).With("kind", kind);
    }

    [Theory]
    [Shows("R26")]
    [InlineData("satisfaction", 93, GoalVerdict.Undecided)]
    [InlineData("satisfaction", 97, GoalVerdict.Kept)]
    [InlineData("satisfaction", 80, GoalVerdict.Missed)]
    [InlineData("solution-rate", 100, GoalVerdict.Kept)]
    [InlineData("solution-rate", 90, GoalVerdict.Missed)]
    [InlineData("repurchase", 41, GoalVerdict.Kept)]
    public void Goals_are_judged_by_the_interval_of_what_was_reached(string what, int ofHundred, GoalVerdict verdict)
    {
        KpiGoals goals = Rulebooks.FourPriorities.Goals!;
        Assert.Equal(goals, Rulebooks.OnlineSales.Goals!.With());
        ShareGoal? goal = Kpi.Find(what) is { } kpi ? goals.Of(kpi) : goals.Repurchase;
        Assert.Equal(verdict, goal!.Value.Judge(new Share(ofHundred, 100)));
    }
}
