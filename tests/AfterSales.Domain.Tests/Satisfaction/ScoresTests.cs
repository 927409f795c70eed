using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Satisfaction;

public class ScoresTests
{
    private static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    // help.simplesat.io: 7 positive, 1 neutral, 2 negative = 70 %.
    [Fact]
    public void Csat_is_the_share_of_fours_and_fives()
    {
        int[] ratings = [5, 5, 5, 5, 4, 4, 4, 3, 1, 1];
        SurveyScores scores = OneQuestion(SurveyQuestion.Rating("overall", SurveyDimension.Overall, AnswerScale.OneToFive), ratings);

        Csat csat = Csat.Of(scores, SurveyDimension.Overall);
        Assert.Equal(0.7, csat.Satisfied.Value);
        Assert.Equal("70.0 % (95 % Wilson 39.7–89.2, n = 10)", $"{csat}");
        Assert.Equal("67.5 (95 % Student's t 39.5–95.5, n = 10)", $"{scores.Question("overall").MeanPoints(Level)}");
        Assert.Equal("overall: 1×2, 2×0, 3×1, 4×3, 5×4", $"{scores.Question("overall")}");
    }

    [Fact]
    [Shows("R26")]
    public void R26_a_goal_of_90_percent_is_kept_missed_or_undecided()
    {
        ShareGoal goal = new(0.9);
        Assert.Equal(GoalVerdict.Kept, goal.Judge(new Share(970, 1000)));
        Assert.Equal(GoalVerdict.Missed, goal.Judge(new Share(800, 1000)));
        Assert.Equal(GoalVerdict.Undecided, goal.Judge(new Share(19, 20)));
        Assert.Equal(GoalVerdict.Unknown, goal.Judge(default));
        Assert.Equal("at least 90 %", $"{goal}");
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShareGoal(90));
    }

    // A public test file citing Rocks 2016, and the corrected figures of a public gist.
    [Theory]
    [InlineData(50, 30, 20, 30, 14.6922, 45.3078, 6e-5)]
    [InlineData(250, 675, 75, 17.5, 14.1372, 20.8628, 1e-4)]
    public void Net_promoter_scores_and_their_Wald_intervals_equal_the_published_ones(long p, long n, long d, double score, double lower, double upper, double tolerance)
    {
        NetPromoterScore nps = new(p, n, d);
        Assert.Equal(score, nps.Value!.Value, tolerance);
        Assert.Equal(lower, nps.WaldInterval(Level)!.Value.Lower, tolerance);
        Assert.Equal(upper, nps.WaldInterval(Level)!.Value.Upper, tolerance);
    }

    [Fact]
    public void Net_promoter_scores_stay_in_bounds_and_merge() => Law.Holds(
        from p in Gen.Choose(0, 200) from n in Gen.Choose(0, 200) from d in Gen.Choose(0, 200) from level in Gen.Elements<ConfidenceLevel>(ConfidenceLevel.All) select (p, n, d, level),
        one =>
        {
            NetPromoterScore nps = new(one.p, one.n, one.d);
            Assert.Equal(new NetPromoterScore(2L * one.p, 2L * one.n, 2L * one.d), nps + nps);
            if (nps.Value is { } score)
            {
                Assert.InRange(score, -100, 100);
                foreach (ConfidenceInterval interval in new[] { nps.WaldInterval(one.level)!.Value, nps.AdjustedWaldInterval(one.level)!.Value })
                {
                    Assert.True(interval.Contains(score));
                    Assert.InRange(interval.Lower, -100, 100);
                    Assert.InRange(interval.Upper, -100, 100);
                }
            }
            else
            {
                Assert.Equal(NoFigure.NothingCounted, nps.ToFigure(one.level).Missing);
            }
        });

    [Fact]
    public void Recommendation_and_effort_have_their_own_scores()
    {
        SurveyScores recommended = OneQuestion(SurveyQuestion.Recommendation("r"), [10, 9, 8, 7, 6, 0]);
        Assert.Equal(new NetPromoterScore(2, 2, 2), recommended.Question("r").NetPromoters);
        Assert.Null(recommended.Question("r").Easy);

        SurveyScores easy = OneQuestion(SurveyQuestion.Effort("e"), [7, 6, 5, 4, 1]);
        Assert.Equal(new Share(3, 5), easy.Question("e").Easy);
        Assert.Equal(4.6, easy.Question("e").Mean(Level).Value!.Value, 12);
        Assert.Null(easy.Question("e").NetPromoters);
    }

    // Weights of the American Customer Satisfaction Index as quoted by Verint; ratings 8, 7 and 7 of 1 to 10.
    [Fact]
    public void The_weighted_index_equals_the_published_formula()
    {
        Survey survey = new("acsi", 1,
        [
            SurveyQuestion.Rating("s", SurveyDimension.Skill, AnswerScale.OneToTen).Weighing(0.3885),
            SurveyQuestion.Rating("e", SurveyDimension.Effect, AnswerScale.OneToTen).Weighing(0.3190),
            SurveyQuestion.Rating("p", SurveyDimension.Attitude, AnswerScale.OneToTen).Weighing(0.2925),
        ]);
        ServiceIndex index = ServiceIndex.Of(survey.Clean([SurveyWorld.Answer("a", "t", 8, 7, 7)]).Scores, Level);

        Assert.Equal(70.983333, index.Figure.Value!.Value, 1e-6);
        Assert.Null(index.Figure.Interval);
        Assert.Equal(ServiceGrade.Reached, index.Grade);
        Assert.Empty(index.DroppedQuestions);
    }

    [Fact]
    public void A_question_that_nobody_answered_drops_out_of_the_index_and_is_named()
    {
        Survey survey = new("two", 1,
        [
            SurveyQuestion.Rating("polite", SurveyDimension.Attitude, AnswerScale.OneToFive),
            SurveyQuestion.Rating("skill", SurveyDimension.Skill, AnswerScale.OneToFive.WithNotApplicable(9)).Weighing(3),
        ]);
        ServiceIndex index = ServiceIndex.Of(survey.Clean([SurveyWorld.Answer("a", "t", 4, 9), SurveyWorld.Answer("b", "u", 5, 9)]).Scores, Level);

        Assert.Equal(87.5, index.Figure.Value);
        Assert.Equal(["skill"], index.DroppedQuestions);
        Assert.EndsWith("without skill, which nobody answered", $"{index}", StringComparison.Ordinal);
        Assert.Equal(1.0, Assert.Single(index.Parts).Weight);
    }

    // m.szldx.cn on GB/T 27922-2011: below 70 not reached, 70 reached, 80, 90 and 95 three, four and five stars.
    [Theory]
    [InlineData(69.99, ServiceGrade.NotReached)]
    [InlineData(70, ServiceGrade.Reached)]
    [InlineData(80, ServiceGrade.ThreeStars)]
    [InlineData(90, ServiceGrade.FourStars)]
    [InlineData(94.99, ServiceGrade.FourStars)]
    [InlineData(95, ServiceGrade.FiveStars)]
    public void Grades_follow_GB_T_27922(double points, ServiceGrade grade)
    {
        Assert.Equal(grade, ServiceGrades.Of(points));
        Assert.Throws<ArgumentOutOfRangeException>(() => ServiceGrades.Of(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => ServiceGrades.Of(100.5));
    }

    [Fact]
    public void All_positive_is_100()
    {
        SurveyScores scores = SurveyWorld.AfterRepair.Clean(Enumerable.Range(0, 30).Select(i => SurveyWorld.Answer($"a{i}", $"t{i}", 5, 5, 5, 1, 5, 5, 5, 10))).Scores;

        Assert.Equal(100, ServiceIndex.Of(scores, Level).Figure.Value);
        Assert.Equal(100, scores.Question("waited-too-long").MeanPoints(Level).Value);
        Assert.Equal(1.0, Csat.Of(scores, SurveyDimension.Overall).Satisfied.Value);
        Assert.Equal(100, scores.Question("recommend").NetPromoters!.Value.Value);
    }

    [Fact]
    public void All_best_answers_are_100_on_any_scale() => Law.Holds(
        from worst in Gen.Choose(-5, 5) from points in Gen.Choose(2, 11) from reversed in Gen.Elements(true, false) from count in Gen.Choose(1, 40) from weight in Gen.Choose(1, 99)
        select (scale: reversed ? new AnswerScale(worst, worst + points - 1).Reversed() : new AnswerScale(worst, worst + points - 1), count, weight: weight / 7.0),
        one =>
        {
            SurveyQuestion question = SurveyQuestion.Rating("q", SurveyDimension.Skill, one.scale).Weighing(one.weight);
            SurveyScores scores = OneQuestion(question, Enumerable.Repeat(one.scale.IsReversed ? one.scale.Minimum : one.scale.Maximum, one.count));
            Assert.Equal(100, ServiceIndex.Of(scores, Level).Figure.Value);
            Assert.Equal(100, scores.Question("q").MeanPoints(Level).Value);
            Assert.Equal(1.0, scores.Question("q").Satisfied.Value);
        });

    [Fact]
    public void Intervals_of_means_and_promoters_shrink_with_n_and_nest_with_confidence() => Law.Holds(
        from ratings in Gen.Choose(0, 10).NonEmptyListOf() from times in Gen.Choose(2, 5) select (ratings: ratings.ToArray(), times),
        one =>
        {
            QuestionScores few = OneQuestion(SurveyQuestion.Recommendation("q"), one.ratings).Question("q");
            QuestionScores many = OneQuestion(SurveyQuestion.Recommendation("q"), Enumerable.Repeat(one.ratings, one.times).SelectMany(all => all)).Question("q");
            foreach (Func<QuestionScores, ConfidenceLevel, Figure> figure in new Func<QuestionScores, ConfidenceLevel, Figure>[]
            {
                (question, level) => question.Mean(level), (question, level) => question.MeanPoints(level), (question, level) => question.NetPromoters!.Value.ToFigure(level),
            })
            {
                Assert.Equal(figure(few, Level).Value!.Value, figure(many, Level).Value!.Value, 9);
                if (figure(few, Level).Interval is { } wide)
                {
                    Assert.True(figure(many, Level).Interval!.Value.Width <= wide.Width + 1e-9);
                    ConfidenceInterval inner = figure(few, ConfidenceLevel.Percent80).Interval!.Value;
                    ConfidenceInterval outer = figure(few, ConfidenceLevel.Percent99Point9).Interval!.Value;
                    Assert.True(outer.Lower <= wide.Lower && wide.Lower <= inner.Lower && inner.Upper <= wide.Upper && wide.Upper <= outer.Upper);
                }
            }
        });

    [Fact]
    public void Scores_with_and_without_what_was_left_out_stand_side_by_side()
    {
        SurveyResponse[] responses =
        [
            SurveyWorld.Answer("a", "t", 5, 5, 4, 1, 5, 4, 5, 9),
            SurveyWorld.Answer("b", "u", 1, 1, 1, 1, 1, 1, 1, 1),
        ];
        SurveyScores scores = SurveyWorld.AfterRepair.Clean(responses).Scores;

        Assert.Equal(new Share(1, 1), scores.Question("overall").Satisfied);
        Assert.Equal(new Share(1, 2), scores.QuestionWithoutExclusions("overall").Satisfied);
        Assert.Equal("100.0 % (95 % Wilson 20.7–100.0, n = 1), 1 left out", $"{Csat.Of(scores, SurveyDimension.Overall)}");
        Assert.Equal("100.0 %（95 % 置信区间（Wilson）20.7–100.0，n = 1），另有 1 份未计入", $"{Csat.Of(scores, SurveyDimension.Overall):zh}");
    }

    [Fact]
    public void Nothing_gives_no_figure_because()
    {
        SurveyScores none = new(SurveyWorld.AfterRepair);
        Assert.Equal(NoFigure.NothingCounted, Csat.Of(none, SurveyDimension.Overall).ToFigure(Level).Missing);
        Assert.Equal(NoFigure.NothingCounted, none.Question("overall").Mean(Level).Missing);
        Assert.Equal(NoFigure.NothingCounted, ServiceIndex.Of(none, Level).Figure.Missing);
        Assert.Null(ServiceIndex.Of(none, Level).Grade);
        Assert.Equal(NoFigure.NothingCounted, none.Question("recommend").NetPromoters!.Value.ToFigure(Level).Missing);

        SurveyScores allLeftOut = SurveyWorld.AfterRepair.Clean([SurveyWorld.Answer("a", "t").AsTest(), SurveyWorld.Answer("b", "t").AsTest()]).Scores;
        Assert.Equal(NoFigure.AllLeftOut(2), Csat.Of(allLeftOut, SurveyDimension.Overall).ToFigure(Level).Missing);
        Assert.Equal(NoFigure.AllLeftOut(2), allLeftOut.Question("speed").Mean(Level).Missing);
        Assert.Equal(NoFigure.AllLeftOut(2), ServiceIndex.Of(allLeftOut, Level).Figure.Missing);

        Survey unweighted = new("u", 1, [SurveyQuestion.Rating("overall", SurveyDimension.Overall, AnswerScale.OneToFive)]);
        Assert.Equal(NoFigure.NoWeight, ServiceIndex.Of(unweighted.Clean([SurveyWorld.Answer("a", "t", 5)]).Scores, Level).Figure.Missing);
    }

    [Fact]
    public void A_dimension_with_no_question_or_several_is_refused_with_the_names()
    {
        SurveyScores scores = new(SurveyWorld.AfterRepair);
        Assert.Contains("speed, waited-too-long", Assert.Throws<ArgumentException>(() => Csat.Of(scores, SurveyDimension.ResponseSpeed)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Csat.Of(scores, SurveyDimension.Named("price")));
    }

    [Fact]
    public void Scores_of_any_split_merge_to_those_of_the_whole() => Law.Holds(
        from all in SurveyWorld.Responses from cut in Gen.Choose(0, 100) select (all, cut: cut % (all.Length + 1)),
        one =>
        {
            LabelledAnswer[] answers = [.. SurveyWorld.AfterRepair.Clean(one.all).Answers];
            SurveyScores whole = Add(answers);
            SurveyScores merged = Add(Enumerable.Reverse(answers.Skip(one.cut)));
            merged.Merge(Add(answers.Take(one.cut)));
            Assert.Equal($"{whole}", $"{merged}");
            Assert.Equal(whole.Recovered, merged.Recovered);
            Assert.Equal(ServiceIndex.Of(whole, Level).Figure, ServiceIndex.Of(merged, Level).Figure);
            foreach (SurveyQuestion question in SurveyWorld.AfterRepair.RatedQuestions)
            {
                Assert.Equal(whole.Question(question.Name).Counts, merged.Question(question.Name).Counts);
                Assert.Equal(whole.QuestionWithoutExclusions(question.Name).Counts, merged.QuestionWithoutExclusions(question.Name).Counts);
                Assert.Equal(whole.Question(question.Name).MeanPoints(Level), merged.Question(question.Name).MeanPoints(Level));
            }
        });

    [Fact]
    public void Saving_and_loading_anywhere_changes_nothing() => Law.Holds(
        from all in SurveyWorld.Responses from cut in Gen.Choose(0, 100) select (all, cut: cut % (all.Length + 1)),
        one =>
        {
            LabelledAnswer[] answers = [.. SurveyWorld.AfterRepair.Clean(one.all).Answers];
            SurveyScores whole = Add(answers);
            SurveyScores resumed = SurveyScores.From(SurveyWorld.AfterRepair, Add(answers.Take(one.cut)).ToSnapshot());
            foreach (LabelledAnswer answer in answers.Skip(one.cut))
            {
                resumed.Add(answer.Response, answer.Label);
            }

            Assert.Equal($"{whole}", $"{resumed}");
            Assert.Equal(whole.Recovered, resumed.Recovered);
            Assert.Equal(ServiceIndex.Of(whole, Level).Figure, ServiceIndex.Of(resumed, Level).Figure);
            Assert.All(AnswerLabel.All, label => Assert.Equal(whole.FollowUpsLabelled(label), resumed.FollowUpsLabelled(label)));
            Assert.All(SurveyWorld.AfterRepair.RatedQuestions, question => Assert.Equal(
                $"{whole.QuestionWithoutExclusions(question.Name)}", $"{resumed.QuestionWithoutExclusions(question.Name)}"));
        });

    [Fact]
    public void A_snapshot_of_another_survey_is_refused()
    {
        SurveyScoresSnapshot snapshot = new SurveyScores(SurveyWorld.AfterRepair).ToSnapshot();
        Survey other = new("other", 1, [SurveyQuestion.Effort("e")]);
        Assert.Throws<ArgumentException>(() => SurveyScores.From(other, snapshot));
        Assert.Throws<ArgumentException>(() => new SurveyScoresSnapshot([KeyValuePair.Create("nice", 1L)], [], [], [], snapshot.Items, default));
        Assert.Throws<ArgumentException>(() => new SurveyScoresSnapshot([], [], snapshot.Valid, [], snapshot.Items, default));
        Assert.Throws<ArgumentException>(() => new ItemMomentsSnapshot(1, [1, 2], [1]));
        Assert.Throws<ArgumentException>(() => new ItemMomentsSnapshot(0, [1], [0]));
        Assert.Throws<ArgumentException>(() => new ItemMomentsSnapshot(2, [200_001], [0]));
        Assert.Throws<ArgumentException>(() => new ItemMomentsSnapshot(2, [0], [20_000_000_001]));
        Assert.Throws<ArgumentException>(() => new ItemMomentsSnapshot(long.MaxValue, [0], [long.MaxValue]));
        Assert.Throws<ArgumentException>(() => new ItemMomentsSnapshot(0, [1], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new QuestionCounts([-1], 0, 0));
    }

    [Fact]
    public void Scores_stay_in_bounds_and_groups_add_up() => Law.Holds(
        SurveyWorld.Responses,
        all =>
        {
            CleanedAnswers cleaned = SurveyWorld.AfterRepair.Clean(all);
            Assert.Equal(all.Length, cleaned.Answers.Count);
            Assert.Equal(cleaned.Scores.Returned, cleaned.Scores.Valid + cleaned.Scores.LeftOut);
            if (ServiceIndex.Of(cleaned.Scores, Level).Figure is { Value: { } index } figure)
            {
                Assert.InRange(index, 0, 100);
                Assert.True(figure.Interval?.Contains(index) ?? true);
            }

            SurveyScores together = new(SurveyWorld.AfterRepair);
            foreach (SurveyScores group in cleaned.By("region").Values)
            {
                together.Merge(group);
            }

            Assert.Equal($"{cleaned.Scores}", $"{together}");
        });

    [Fact]
    public void Means_equal_those_of_the_plain_numbers() => Law.Holds(
        Gen.Choose(1, 5).NonEmptyListOf(),
        ratings =>
        {
            Figure mean = OneQuestion(SurveyQuestion.Rating("q", SurveyDimension.Skill, AnswerScale.OneToFive), ratings).Question("q").Mean(Level);
            MeanAccumulator plain = new();
            foreach (int rating in ratings)
            {
                plain.Add(rating);
            }

            Assert.Equal(plain.Mean!.Value, mean.Value!.Value, 1e-12);
            Assert.Equal(plain.Count, mean.Count);
            if (plain.StandardError is { } error && error > 0 && mean.Interval is { } interval)
            {
                Assert.True(interval.Width / 2 / error > Level.Z, "Student's t is wider than z");
            }
        });

    private static SurveyScores OneQuestion(SurveyQuestion question, IEnumerable<int> ratings) =>
        new Survey("one", 1, [question]).Clean(ratings.Select((rating, i) => SurveyWorld.Answer($"a{i}", $"t{i}", rating))).Scores;

    private static SurveyScores Add(IEnumerable<LabelledAnswer> answers)
    {
        SurveyScores scores = new(SurveyWorld.AfterRepair);
        foreach (LabelledAnswer answer in answers)
        {
            scores.Add(answer.Response, answer.Label);
        }

        return scores;
    }
}
