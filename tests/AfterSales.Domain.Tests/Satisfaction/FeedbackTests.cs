using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Tests.Kit;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Tests.Satisfaction;

/// <summary>R21, R22: feedback is classed, given a priority, an owner and a time; unsatisfied customers are handled again until they are satisfied.</summary>
public class FeedbackTests
{
    private static readonly FeedbackRules Rules = new(
    [
        new FeedbackRule("safety", FeedbackCondition.Mentions("smoke", "burnt", "冒烟"), FeedbackTopic.Quality, FeedbackPriority.First).OwnedBy("quality-team").HandledWithin(Duration.FromHours(2)),
        new FeedbackRule("late-parcel", FeedbackCondition.Mentions("parcel", "courier", "物流"), FeedbackTopic.Delivery, FeedbackPriority.Second).HandledWithin(Duration.FromDays(1)),
        new FeedbackRule(
            "rude-and-slow",
            FeedbackCondition.All(FeedbackCondition.RatedAtMost(SurveyDimension.Attitude, 25), FeedbackCondition.RatedAtMost(SurveyDimension.ResponseSpeed, 50)),
            FeedbackTopic.Service,
            FeedbackPriority.Third),
    ]);

    [Theory]
    [Shows("R22")]
    [InlineData("It began to SMOKE", "quality", FeedbackPriority.First, "safety")]
    [InlineData("空调冒烟了", "quality", FeedbackPriority.First, "safety")]
    [InlineData("the courier never came, and smoke", "quality", FeedbackPriority.First, "safety")]
    [InlineData("the courier never came", "delivery", FeedbackPriority.Second, "late-parcel")]
    [InlineData("fine", "unclassified", FeedbackPriority.Second, null)]
    [InlineData("", "unclassified", FeedbackPriority.Second, null)]
    public void R22_the_first_rule_that_applies_classes_feedback(string words, string topic, FeedbackPriority priority, string? rule)
    {
        ClassifiedFeedback classified = Rules.Classify(new CustomerFeedback("T-1", SurveyWorld.Monday, words, []));
        Assert.Equal((topic, priority, rule), (classified.Topic.Name, classified.Priority, classified.Rule?.Name));
    }

    [Fact]
    [Shows("R22")]
    public void R22_the_rule_names_owner_due_and_what_it_saw()
    {
        ClassifiedFeedback classified = Rules.Classify(new CustomerFeedback("T-1", SurveyWorld.Monday, "burnt smell", []));
        Assert.Equal("quality-team", classified.Owner);
        Assert.Equal(SurveyWorld.Monday + Duration.FromHours(2), classified.Due);
        Assert.Equal("quality, First: rule safety (\"burnt\")", $"{classified}");
        Assert.Equal("quality，一级（紧急且重要）：规则 safety（\"burnt\"）", $"{classified:zh}");

        ClassifiedFeedback none = Rules.Classify(new CustomerFeedback("T-1", SurveyWorld.Monday, "hm", []));
        Assert.Null(none.Due);
        Assert.Equal("unclassified, Second: no rule applies", $"{none}");
    }

    [Fact]
    [Shows("R22")]
    public void R22_low_ratings_class_feedback_without_words()
    {
        SurveyResponse rude = SurveyWorld.Answer("a", "t", 2, 1, 4, 5, 4, 4, 4, 5);
        CustomerFeedback feedback = CustomerFeedback.From(SurveyWorld.AfterRepair, rude);

        // Speed 4 of 5 is 75 points, waited too long 5 of 5 is 0: the lower counts.
        Assert.Equal(0, feedback.Ratings[SurveyDimension.ResponseSpeed]);
        ClassifiedFeedback classified = Rules.Classify(feedback);
        Assert.Equal("service, Third: rule rude-and-slow (attitude 0 and response-speed 0)", $"{classified}");
        Assert.False(FeedbackCondition.RatedAtMost(SurveyDimension.Skill, 100).Holds(new CustomerFeedback("t", SurveyWorld.Monday, "", [])));
    }

    [Fact]
    public void Rules_that_cannot_be_are_refused()
    {
        FeedbackRule rule = Rules.Rules[0];
        Assert.Throws<ArgumentException>(() => new FeedbackRules([rule, rule]));
        Assert.Throws<ArgumentException>(() => FeedbackCondition.Mentions());
        Assert.Throws<ArgumentException>(() => FeedbackCondition.Mentions("a", " "));
        Assert.Throws<ArgumentException>(() => FeedbackCondition.All());
        Assert.Throws<ArgumentOutOfRangeException>(() => FeedbackCondition.RatedAtMost(SurveyDimension.Skill, 101));
        Assert.Throws<ArgumentOutOfRangeException>(() => rule.HandledWithin(Duration.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => new FeedbackRule("x", rule.When, rule.Topic, (FeedbackPriority)7));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CustomerFeedback("t", SurveyWorld.Monday, "", [KeyValuePair.Create(SurveyDimension.Skill, double.NaN)]));
        Assert.Throws<InvalidOperationException>(() => new FeedbackRule("x", rule.When, default, FeedbackPriority.First));
        Assert.Equal(Rules, new FeedbackRules(Rules.Rules));
        Assert.Equal(FeedbackCondition.Mentions("a"), FeedbackCondition.Mentions("a"));
        Assert.NotEqual(FeedbackCondition.Mentions("a"), FeedbackCondition.Mentions("b"));
        Assert.Equal(FeedbackCondition.All(FeedbackCondition.Mentions("a")), FeedbackCondition.All(FeedbackCondition.Mentions("a")));
    }

    [Fact]
    [Shows("R21")]
    public void R21_a_case_is_handled_again_until_the_customer_is_satisfied()
    {
        FollowUp followUp = FollowUp.Start("T-1");
        foreach (FollowUpAction action in new[] { FollowUpAction.Handled, FollowUpAction.Unsatisfied, FollowUpAction.Handled, FollowUpAction.Satisfied })
        {
            followUp = Assert.IsType<AcceptedFollowUp>(followUp.Apply(action)).Next;
        }

        Assert.Equal((FollowUpState.Satisfied, 2), (followUp.State, followUp.Round));
        Assert.True(followUp.HasEnded);
        Assert.Empty(followUp.Permitted);
    }

    [Fact]
    [Shows("R21")]
    public void R21_after_three_rounds_the_supervisor_takes_over_and_may_close_with_a_reason()
    {
        FollowUp followUp = FollowUp.Start("T-1");
        for (int round = 0; round < 3; round++)
        {
            followUp = Assert.IsType<AcceptedFollowUp>(followUp.Apply(FollowUpAction.Handled)).Next;
            RefusedFollowUp tooEarly = Assert.IsType<RefusedFollowUp>(followUp.CloseUnsatisfied("no parts any more"));
            Assert.Equal("not-possible-now", tooEarly.Code);
            followUp = Assert.IsType<AcceptedFollowUp>(followUp.Apply(FollowUpAction.Unsatisfied)).Next;
        }

        Assert.Equal(FollowUpState.SupervisorWorking, followUp.State);
        FollowUp closed = Assert.IsType<AcceptedFollowUp>(followUp.CloseUnsatisfied("no parts any more")).Next;
        Assert.Equal("follow-up of ticket T-1: ClosedUnsatisfied, with the supervisor after 3 rounds: no parts any more", $"{closed}");
        Assert.Equal("工单 T-1 的回访：未满意关闭，3 轮后由主管处理：no parts any more", $"{closed:zh}");
        Assert.Throws<ArgumentException>(() => followUp.CloseUnsatisfied(" "));
    }

    [Fact]
    public void A_refusal_says_what_is_possible()
    {
        RefusedFollowUp refused = Assert.IsType<RefusedFollowUp>(FollowUp.Start("T-1").Apply(FollowUpAction.Satisfied));
        Assert.Equal("the follow-up of ticket T-1 is Working, so Satisfied is not possible; possible now: Handled", $"{refused}");
        Assert.Equal("工单 T-1 的回访处于“处理中”状态，不能执行“客户确认满意”；当前可执行：处理完毕", $"{refused:zh}");
        Assert.Throws<ArgumentOutOfRangeException>(() => FollowUp.Start("T-1").Apply(FollowUpAction.CloseUnsatisfied));
        Assert.Throws<ArgumentOutOfRangeException>(() => FollowUp.Start("T-1", 11));
    }

    [Fact]
    [Shows("R21")]
    public void R21_whatever_happens_a_follow_up_ends_and_only_the_customer_makes_it_satisfied() => Law.Holds(
        from rounds in Gen.Choose(1, 10) from choices in Gen.Choose(0, 9).ArrayOf(60) select (rounds, choices),
        one =>
        {
            FollowUp followUp = FollowUp.Start("T-1", one.rounds);
            int steps = 0;
            FollowUpAction last = default;
            while (!followUp.HasEnded)
            {
                last = followUp.Permitted[one.choices[steps] % followUp.Permitted.Count];
                FollowUpResult result = last == FollowUpAction.CloseUnsatisfied ? followUp.CloseUnsatisfied("reason") : followUp.Apply(last);
                followUp = Assert.IsType<AcceptedFollowUp>(result).Next;
                steps++;
            }

            Assert.InRange(steps, 1, (2 * one.rounds) + 2);
            Assert.Equal(last == FollowUpAction.Satisfied, followUp.State == FollowUpState.Satisfied);
            Assert.Equal(last == FollowUpAction.CloseUnsatisfied, followUp.Reason.Length > 0);
        });
}
