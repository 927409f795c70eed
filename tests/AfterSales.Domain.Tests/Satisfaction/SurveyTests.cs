using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Satisfaction;

/// <summary>R23: what a survey asks about.</summary>
public class SurveyTests
{
    [Fact]
    [Shows("R23")]
    public void R23_the_six_things_that_are_asked_have_names() => Assert.Equal(
        ["overall", "attitude", "response-speed", "effect", "skill", "product-quality", "recommendation", "effort"],
        SurveyDimension.WellKnown.Select(dimension => dimension.Name));

    [Fact]
    [Shows("R23")]
    public void R23_product_quality_stays_outside_the_service_index()
    {
        SurveyQuestion product = SurveyQuestion.Rating("product", SurveyDimension.ProductQuality, AnswerScale.OneToFive);

        Assert.Equal(0, product.Weight);
        ArgumentException error = Assert.Throws<ArgumentException>(() => product.Weighing(1));
        Assert.Contains("product quality is reported beside it", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, SurveyQuestion.Rating("skill", SurveyDimension.Skill, AnswerScale.OneToFive).Weight);
        Assert.Equal(0, SurveyQuestion.Rating("overall", SurveyDimension.Overall, AnswerScale.OneToFive).Weight);
        Assert.Throws<ArgumentException>(() => SurveyQuestion.Recommendation("r").Weighing(1));
    }

    [Fact]
    public void Questions_must_have_different_names_and_one_must_have_a_scale()
    {
        SurveyQuestion question = SurveyQuestion.Effort("easy");
        Assert.Contains("easy", Assert.Throws<ArgumentException>(() => new Survey("s", 1, [question, question])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Survey("s", 1, [SurveyQuestion.FreeText("words")]));
        Assert.Throws<ArgumentException>(() => new Survey("s", 1, Enumerable.Range(0, 201).Select(i => SurveyQuestion.Effort($"q{i}"))));
        Assert.Throws<ArgumentException>(() => new Survey("Not A Name", 1, [question]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Survey("s", 0, [question]));
        Assert.Throws<ArgumentNullException>(() => new Survey("s", 1, [null!]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Survey("s", 1, [question]).OpenForAtMost(NodaTime.Duration.Zero));
    }

    [Fact]
    public void A_name_that_is_no_question_is_answered_with_the_names_that_are()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() => SurveyWorld.AfterRepair.IndexOf("speeed"));
        Assert.Contains("overall, politeness, speed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Surveys_are_equal_when_all_parts_are()
    {
        Survey one = new("s", 1, [SurveyQuestion.Effort("easy")]);
        Assert.Equal(one, new Survey("s", 1, [SurveyQuestion.Effort("easy")]));
        Assert.Equal(one.GetHashCode(), new Survey("s", 1, [SurveyQuestion.Effort("easy")]).GetHashCode());
        Assert.NotEqual(one, new Survey("s", 2, [SurveyQuestion.Effort("easy")]));
        Assert.NotEqual(one, new Survey("s", 1, [SurveyQuestion.Effort("easy").Optional()]));
        Assert.Equal("s v1 (1 questions)", $"{one}");
    }

    [Fact]
    public void A_reversed_scale_is_turned_upright()
    {
        AnswerScale reversed = AnswerScale.OneToFive.Reversed();
        Assert.Equal([5, 4, 3, 2, 1], Enumerable.Range(1, 5).Select(reversed.Upright));
        Assert.Equal([1, 2, 3, 4, 5], Enumerable.Range(1, 5).Select(AnswerScale.OneToFive.Upright));
        Assert.Throws<ArgumentOutOfRangeException>(() => reversed.Upright(6));
        Assert.Equal("5–1 (reversed), 9 = does not apply", $"{reversed.WithNotApplicable(9)}");
        Assert.Equal(AnswerScale.OneToFive, reversed.Reversed());
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(5, 1)]
    [InlineData(0, 101)]
    [InlineData(-1001, -1000)]
    public void A_scale_has_two_to_101_points(int worst, int best) => Assert.Throws<ArgumentOutOfRangeException>(() => new AnswerScale(worst, best));

    [Fact]
    public void The_number_for_does_not_apply_lies_off_the_scale() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AnswerScale.OneToFive.WithNotApplicable(3));

    [Fact]
    public void A_default_dimension_fails_loudly()
    {
        Assert.Throws<InvalidOperationException>(() => default(SurveyDimension).Name);
        Assert.Throws<InvalidOperationException>(() => SurveyQuestion.Rating("q", default, AnswerScale.OneToFive));
        Assert.Equal("(no dimension)", $"{default(SurveyDimension)}");
    }

    [Fact]
    public void A_question_prints_what_it_is()
    {
        Assert.Equal("speed (response-speed, 1–5)", $"{SurveyWorld.AfterRepair.Questions[2]}");
        Assert.Equal("words (free text, optional)", $"{SurveyWorld.AfterRepair.Questions[8]}");
        Assert.Equal("How soon?", SurveyQuestion.Effort("e").Worded("How soon?").Wording);
        Assert.Throws<ArgumentException>(() => SurveyQuestion.Effort("e").Worded(new string('x', 2001)));
        Assert.Throws<ArgumentOutOfRangeException>(() => SurveyQuestion.Effort("e").Weighing(double.NaN));
    }

    [Fact]
    public void A_response_refuses_what_cannot_be()
    {
        Assert.Throws<ArgumentException>(() => new SurveyResponse(" ", "t", SurveyWorld.Monday, []));
        Assert.Throws<ArgumentException>(() => new SurveyResponse("a", new string('x', 129), SurveyWorld.Monday, []));
        Assert.Throws<ArgumentException>(() => new SurveyResponse("a", "t", SurveyWorld.Monday, new int?[201]));
        SurveyResponse response = SurveyWorld.Answer("a", "t");
        Assert.Throws<ArgumentOutOfRangeException>(() => response.AfterFollowUp(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => response.Taking(NodaTime.Duration.FromSeconds(-1)));
        Assert.Throws<ArgumentException>(() => response.Via("Web Form"));
        Assert.Throws<ArgumentException>(() => response.Saying("words", new string('x', 10_001)));
        Assert.Equal("response a to ticket t", $"{response}");
        Assert.Equal(SurveyWorld.Happy, response.Ratings);
    }
}
