using System.Reflection;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Satisfaction;

/// <summary>Whatever comes in, each figure is a number or says why there is none; never NaN, infinity or a surprise.</summary>
public class DegenerateInputTests
{
    private static readonly ConfidenceLevel[] Levels = [ConfidenceLevel.Percent80, ConfidenceLevel.Percent95, ConfidenceLevel.Percent99Point9];

    private static readonly Survey Weightless = new("weightless", 1,
    [
        SurveyQuestion.Rating("overall", SurveyDimension.Overall, AnswerScale.OneToFive), SurveyQuestion.Rating("speed", SurveyDimension.ResponseSpeed, AnswerScale.OneToFive).Weighing(0),
        SurveyQuestion.Rating("skill", SurveyDimension.Skill, new AnswerScale(0, 1).WithNotApplicable(9)).Weighing(0),
    ]);

    private static readonly Dictionary<string, SurveyResponse[]> Answers = new(StringComparer.Ordinal)
    {
        ["no answers"] = [],
        ["one answer"] = [SurveyWorld.Answer("a", "t")],
        ["two answers"] = [SurveyWorld.Answer("a", "t"), SurveyWorld.Answer("b", "u", 1, 2, 3, 4, 1, 2, 3, 0)],
        ["all equal"] = [.. Enumerable.Range(0, 30).Select(i => SurveyWorld.Answer($"a{i}", $"t{i}"))],
        ["all excluded"] = [.. Enumerable.Range(0, 5).Select(i => SurveyWorld.Answer($"a{i}", $"t{i}").AsTest())],
        ["all blank"] = [.. Enumerable.Range(0, 5).Select(i => SurveyWorld.Answer($"a{i}", $"t{i}", null, null, null, null, null, null, null, null))],
        ["one question does not apply"] = [.. Enumerable.Range(0, 5).Select(i => SurveyWorld.Answer($"a{i}", $"t{i}", 1 + i, 5, 4, 1, 9, 4, 5, 9))],
        ["more predictors than answers"] = [.. Enumerable.Range(0, 5).Select(i => SurveyWorld.Answer($"a{i}", $"t{i}", 1 + i, 5 - i, 1 + (i * i % 5), 1 + (3 * i % 5), 1 + (i / 2), 2, 1 + (2 * i % 5), i))],
        ["one is the sum of others"] = [.. Enumerable.Range(0, 40).Select(i => SurveyWorld.Answer($"a{i}", $"t{i}", 1 + (i % 2) + (i / 2 % 2), 1 + (i % 2), 1 + (i / 2 % 2), 1 + (i / 4 % 3), 1 + (i % 3), 1 + (i % 5), 1 + (i / 3 % 5), i % 11))],
        ["follow-ups only"] = [SurveyWorld.Answer("a", "t").AfterFollowUp(1), SurveyWorld.Answer("b", "u", 1, 1, 1, 5, 1, 1, 1, 0).AfterFollowUp(3)],
        ["another version"] = [SurveyWorld.Answer("a", "t", 5)],
    };

    private static readonly Dictionary<string, double[]> Numbers = new(StringComparer.Ordinal)
    {
        ["none"] = [],
        ["one"] = [3],
        ["two equal"] = [3, 3],
        ["all equal"] = [3, 3, 3, 3, 3, 3],
        ["zeros"] = [0, 0, 0, 0],
        ["tiny"] = [1e-300, 2e-300, 3e-300, 5e-300],
        ["huge"] = [1e90, -1e90, 5e89, 3e89, 1e-90],
        ["one apart"] = [1, 1, 1, 1, 1e15],
        ["plain"] = [1, 5, 2, 4, 3, 3],
    };

    private static readonly Share[] Shares = [default, new(0, 1), new(1, 1), new(0, 50), new(50, 50), new(1, 2), new(3, 1_000_000_000_000), new(499_999_999_999, 1_000_000_000_000)];

    public static TheoryData<string> Cases => [.. Answers.Keys];

    public static TheoryData<string> Lists => [.. Numbers.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_figure_of_a_survey_is_a_number_or_says_why_there_is_none(string name)
    {
        FigureWalk walk = new();
        OfAnswers(walk, SurveyWorld.AfterRepair.Clean(Answers[name]));
        OfAnswers(walk, Weightless.Clean(Answers[name].Select((answer, i) => new SurveyResponse(answer.Id, answer.Ticket, answer.AnsweredAt, [1 + (i % 5), 3, i % 2]))));
        OfAnswers(walk, SurveyWorld.AfterRepair.Clean(Answers[name], CleaningRules.Standard.KeepingDuplicates().KeepingSpeeders().KeepingStraightLiners().CountingPartialsFrom(0.1)));
    }

    [Fact]
    public void Each_figure_of_any_answers_is_a_number_or_says_why_there_is_none() =>
        Law.HoldsOnFewer(SurveyWorld.Responses, 10, all => OfAnswers(new FigureWalk(), SurveyWorld.AfterRepair.Clean(all)));

    [Theory]
    [MemberData(nameof(Lists))]
    public void Each_figure_of_numbers_is_a_number_or_says_why_there_is_none(string name) => OfNumbers(new FigureWalk(), Numbers[name]);

    [Fact]
    public void Each_figure_of_any_numbers_is_a_number_or_says_why_there_is_none() => Law.HoldsOnFewer(
        (from size in Gen.Choose(-90, 90) from digits in Gen.Choose(-99, 99) from exact in Gen.Choose(0, 3) select exact == 0 ? digits : digits / 99.0 * Math.Pow(10, size)).ListOf(),
        10,
        numbers => OfNumbers(new FigureWalk(), [.. numbers]));

    [Fact]
    public void Each_figure_of_shares_is_a_number_or_says_why_there_is_none() => OfShares(new FigureWalk());

    [Fact]
    public void The_reason_is_the_one_that_fits()
    {
        SurveyScores none = SurveyWorld.AfterRepair.Clean(Answers["no answers"]).Scores;
        SurveyScores excluded = SurveyWorld.AfterRepair.Clean(Answers["all excluded"]).Scores;
        SurveyScores equal = SurveyWorld.AfterRepair.Clean(Answers["all equal"]).Scores;
        Assert.Equal(NoFigure.NothingCounted, ServiceIndex.Of(none, default).Figure.Missing);
        Assert.Equal(NoFigure.AllLeftOut(5), ServiceIndex.Of(excluded, default).Figure.Missing);
        Assert.Equal(NoFigure.NoWeight, ServiceIndex.Of(Weightless.Clean([]).Scores, default).Figure.Missing);
        Assert.Equal(NoFigure.NoVariation, DriverAnalysis.Of(equal, "overall").Missing);
        Assert.Equal(NoFigure.TooManyPredictors(5, 6), DriverAnalysis.Of(SurveyWorld.AfterRepair.Clean(Answers["more predictors than answers"]).Scores, "overall").Missing);
        Assert.Equal(NoFigure.Collinear, DriverAnalysis.Of(ItemsOf([[1, 1, 2], [2, 3, 5], [3, 1, 4], [5, 2, 7], [4, 4, 8]]), 0, [KeyValuePair.Create("a", 0), KeyValuePair.Create("b", 1), KeyValuePair.Create("c", 2)]).Missing);
        Assert.Equal(NoFigure.NoVariation, CronbachAlpha.Of(equal.Items, default).Figure.Missing);
    }

    [Fact]
    public void Every_type_with_a_figure_in_it_was_walked_through_and_speaks_both_languages()
    {
        FigureWalk walk = new();
        foreach (SurveyResponse[] all in Answers.Values)
        {
            OfAnswers(walk, SurveyWorld.AfterRepair.Clean(all));
        }

        foreach (double[] numbers in Numbers.Values)
        {
            OfNumbers(walk, numbers);
        }

        OfShares(walk);
        Type[] telling = [typeof(Figure), typeof(NoFigure), typeof(ConfidenceInterval), typeof(ConfidenceInterval?), typeof(Share), typeof(Share?)];
        Type[] results =
        [
            .. typeof(Csat).Assembly.GetExportedTypes().Where(type => !type.IsAbstract && !type.Name.EndsWith("Snapshot", StringComparison.Ordinal)
                && type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Any(property => telling.Contains(property.PropertyType))),
        ];
        Assert.Superset(results.ToHashSet(), walk.Seen);
        Assert.True(results.Length >= 15);
        string[] onlyEnglish = [.. results.Where(type => !typeof(IFormattable).IsAssignableFrom(type) && type != typeof(QuestionScores)).Select(type => type.Name)];
        Assert.Empty(onlyEnglish);
    }

    // A question's own distribution is names and numbers in any language.
    [Theory]
    [InlineData(typeof(ServiceIndex))]
    [InlineData(typeof(ServiceGap))]
    [InlineData(typeof(DriverAnalysis))]
    [InlineData(typeof(SatisfactionDriver))]
    [InlineData(typeof(ImportancePerformance))]
    [InlineData(typeof(ControlPoint))]
    [InlineData(typeof(CusumPoint))]
    [InlineData(typeof(EwmaChart))]
    [InlineData(typeof(ShareControlChart))]
    [InlineData(typeof(SurveyScores))]
    [InlineData(typeof(CleanedAnswers))]
    [InlineData(typeof(LabelledAnswer))]
    [InlineData(typeof(StratumAllocation))]
    [InlineData(typeof(SurveyDispositions))]
    [InlineData(typeof(TukeyFences))]
    [InlineData(typeof(FollowUp))]
    [InlineData(typeof(ClassifiedFeedback))]
    [InlineData(typeof(InvitationDecision))]
    public void What_people_read_can_be_printed_in_both_languages(Type type) => Assert.True(typeof(IFormattable).IsAssignableFrom(type));

    [Fact]
    public void A_null_among_many_is_refused_as_null()
    {
        Assert.Throws<ArgumentNullException>(() => CronbachAlpha.Pairwise([[1, 2], null!], Levels[1]));
        Assert.Throws<ArgumentNullException>(() => IntraclassCorrelation.Of([null!, [1, 2]]));
        Assert.Throws<ArgumentNullException>(() => DriverAnalysis.FromCorrelations([[1, 0.5], null!], ["speed"], 100));
        Assert.Throws<ArgumentNullException>(() => DriverAnalysis.FromCorrelations([[1, 0.5], [0.5, 1]], [null!], 100));
        Assert.Throws<ArgumentNullException>(() => PopulationMean.Stratified([null!], Levels[1]));
        Assert.Throws<ArgumentNullException>(() => SampleAllocation.Proportional([null!], 10));
        Assert.Throws<ArgumentNullException>(() => ThreeSixtyRating.Of("A", [null!], new Dictionary<RaterRole, double>(), Levels[1]));
        Assert.Throws<ArgumentNullException>(() => new SurveyScoresSnapshot([], [], [null!], [new QuestionCounts([0], 0, 0)], new ItemMoments(1).ToSnapshot(), default));
    }

    [Fact]
    public void Counts_that_no_survey_has_are_refused_where_they_are_stored()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new QuestionCounts([0, 100_000_000_000], 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new QuestionCounts([long.MaxValue, long.MaxValue], 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SurveyScoresSnapshot(
            [new("valid", long.MaxValue)], [], [new QuestionCounts([0], 0, 0)], [new QuestionCounts([0], 0, 0)], new ItemMoments(1).ToSnapshot(), default));

        Survey survey = new("long", 1, [SurveyQuestion.Rating("overall", SurveyDimension.Overall, new AnswerScale(900, 1000))]);
        long[] most = [.. Enumerable.Repeat(0L, 100), 0];
        (most[0], most[100]) = (50_000_000_000, 50_000_000_000);
        SurveyScores scores = SurveyScores.From(survey, new SurveyScoresSnapshot(
            [new("valid", 100_000_000_000)], [], [new QuestionCounts(most, 0, 0)], [new QuestionCounts(new long[101], 0, 0)], new ItemMoments(1).ToSnapshot(), default));
        Assert.Equal(950, scores.Question("overall").Mean(Levels[1]).Value);
        Assert.True(scores.Question("overall").Mean(Levels[1]).Interval!.Value.Contains(950));
    }

    [Fact]
    public void Stored_scores_whose_counts_do_not_add_up_are_refused()
    {
        QuestionCounts none = new([0, 0], 0, 0);
        QuestionCounts two = new([1, 0], 1, 0);
        KeyValuePair<string, long>[] labels = [new("valid", 2), new("blank", 1)];
        ItemMomentsSnapshot moments = new(1, [1], [1]);

        Assert.Equal(2, new SurveyScoresSnapshot(labels, labels, [two], [new([0, 0], 0, 1)], moments, new Share(1, 2)).Recovered.Count);
        Refused(() => new SurveyScoresSnapshot(labels, labels, [none], [none], moments, default));
        Refused(() => new SurveyScoresSnapshot([], [], [two], [none], new ItemMoments(1).ToSnapshot(), default));
        Refused(() => new SurveyScoresSnapshot(labels, labels, [two], [two], moments, default));
        Refused(() => new SurveyScoresSnapshot(labels, labels, [two], [none], new ItemMomentsSnapshot(3, [1], [1]), default));
        Refused(() => new SurveyScoresSnapshot(labels, labels, [two], [none], moments, new Share(1, 3)));

        static void Refused(Func<SurveyScoresSnapshot> make) => Assert.Contains("add up", Assert.Throws<ArgumentException>(make).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_default_value_of_a_labelled_answer_has_no_answer()
    {
        Assert.Throws<InvalidOperationException>(() => default(LabelledAnswer).Response);
        Assert.Equal(("(no answer)", "（无答卷）"), ($"{default(LabelledAnswer)}", $"{default(LabelledAnswer):zh}"));
    }

    [Fact]
    public void Moments_that_no_answers_have_give_no_correlation_and_never_NaN()
    {
        ItemMoments impossible = ItemMoments.From(new ItemMomentsSnapshot(4, [8, 8], [1, 1, 1]));
        Assert.Null(impossible.Correlation(0, 1));
    }

    [Fact]
    public void Texts_in_both_languages()
    {
        CleanedAnswers cleaned = SurveyWorld.AfterRepair.Clean(
            [SurveyWorld.Answer("a", "t"), SurveyWorld.Answer("b", "u", 5, 5, 4, 1, 9, 4, 5, 9), SurveyWorld.Answer("c", "v").AsTest()]);
        Assert.Equal("3 returned, 2 valid; left out: 1 test", $"{cleaned}");
        Assert.Equal("回收 3，有效 2；排除：内部人员或测试 1", $"{cleaned:zh}");
        Assert.Equal("工单 v 的答卷 c：内部人员或测试", $"{cleaned.Answers[2]:zh}");

        Survey two = new("two", 1,
        [
            SurveyQuestion.Rating("polite", SurveyDimension.Attitude, AnswerScale.OneToFive),
            SurveyQuestion.Rating("skill", SurveyDimension.Skill, AnswerScale.OneToFive.WithNotApplicable(9)),
        ]);
        Assert.Equal("75.0（n = 1）；未含无人作答的题目：skill", $"{ServiceIndex.Of(two.Clean([SurveyWorld.Answer("a", "t", 4, 9)]).Scores, default):zh}");

        DriverAnalysis drivers = DriverAnalysis.FromCorrelations([[1, 0.6, 0.4], [0.6, 1, 0.5], [0.4, 0.5, 1]], ["speed", "skill"], 100);
        Assert.Equal("R² = 0.373 (n = 100): speed: 76.8 % of R², r = 0.6; skill: 23.2 % of R², r = 0.4", $"{drivers}");
        Assert.Equal("R² = 0.373（n = 100）：speed：占 R² 的 76.8 %，r = 0.6；skill：占 R² 的 23.2 %，r = 0.4", $"{drivers:zh}");

        ShareControlChart chart = ShareControlChart.Of([KeyValuePair.Create("1 月", new Share(90, 100)), KeyValuePair.Create("2 月", new Share(50, 100)), KeyValuePair.Create("3 月", default(Share))]);
        Assert.Equal("中心线 70 %（n = 200），3 个周期，2 个超限", $"{chart:zh}");
        Assert.Equal("3 月：无数据", $"{chart.Points[2]:zh}");

        ThreeSixtyRating rating = ThreeSixtyRating.Of(
            "T-17", [new("a", RaterRole.Peer, 50), new("T-17", RaterRole.Peer, 100)], new Dictionary<RaterRole, double> { [RaterRole.Peer] = 1 }, default);
        Assert.EndsWith("; 1 of the rated's own left out", $"{rating}", StringComparison.Ordinal);
        Assert.EndsWith("；自评 1 份未计入", $"{rating:zh}", StringComparison.Ordinal);
        Assert.Equal("empty: 0 of 0, nobody asked", $"{SampleAllocation.Proportional([new Stratum("empty", 0)], 5)[0]}");
        Assert.Equal("empty：0 中抽 0，无人被调查", $"{SampleAllocation.Proportional([new Stratum("empty", 0)], 5)[0]:zh}");
    }

    [Fact]
    public void Correlations_that_no_data_has_are_refused()
    {
        Assert.Throws<ArgumentException>(() => DriverAnalysis.FromCorrelations([[1, double.NaN], [double.NaN, 1]], ["a"], 9));
        Assert.Throws<ArgumentException>(() => DriverAnalysis.FromCorrelations([[1, 1.5], [1.5, 1]], ["a"], 9));
        Assert.Throws<ArgumentException>(() => DriverAnalysis.FromCorrelations([[1, 0.5], [0.4, 1]], ["a"], 9));
        Assert.Throws<ArgumentException>(() => DriverAnalysis.FromCorrelations([[1, 0.5], [0.5, 0.9]], ["a"], 9));
        Assert.Throws<ArgumentException>(() => DriverAnalysis.FromCorrelations([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]], ["a", "b"], 9));
        Assert.Equal(NoFigure.Collinear, DriverAnalysis.FromCorrelations([[1, 0.5, 0.5], [0.5, 1, 1], [0.5, 1, 1]], ["a", "b"], 9).Missing);
    }

    private static void OfAnswers(FigureWalk walk, CleanedAnswers cleaned)
    {
        SurveyScores scores = cleaned.Scores;
        walk.Over(cleaned);
        walk.Over(scores);
        Dictionary<string, double> points = [];
        foreach (QuestionScores question in scores.AllQuestions().Concat(scores.Survey.RatedQuestions.Select(one => scores.QuestionWithoutExclusions(one.Name))))
        {
            walk.Over(question);
            walk.Over(Csat.Of(question));
            foreach (ConfidenceLevel level in Levels)
            {
                walk.Over(new[] { question.Mean(level), question.MeanPoints(level), Csat.Of(question).ToFigure(level) });
            }

            points[question.Question.Name] = question.MeanPoints(default).Value ?? 0;
        }

        DriverAnalysis drivers = DriverAnalysis.Of(scores, "overall");
        walk.Over(drivers);
        walk.Over(ImportancePerformance.Of(drivers, points));
        int[] items = [.. Enumerable.Range(0, scores.Survey.RatedQuestions.Count)];
        foreach (ConfidenceLevel level in Levels)
        {
            walk.Over(ServiceIndex.Of(scores, level));
            walk.Over(CronbachAlpha.Of(scores.Items, level));
            walk.Over(CronbachAlpha.Of(scores.Items.Of([0]), level));
            walk.Over(CronbachAlpha.Pairwise(cleaned.Answers.Where(answer => answer.Response.Ratings.Count == items.Length).Select(answer => answer.Response.Ratings), level));
            walk.Over(ServiceGap.Of(scores.Items, [0], [1], level));
        }

        Share[] months = [.. cleaned.By(response => response.Ticket).Values.Select(group => group.Question("overall").Satisfied)];
        walk.Over(ShareControlChart.Of(months.Select((share, i) => KeyValuePair.Create($"{i}", share))));
    }

    private static void OfNumbers(FigureWalk walk, double[] numbers)
    {
        MeanAccumulator mean = MeanOf(numbers);
        MeanAccumulator empty = new();
        WeightedShareAccumulator weighted = new();
        for (int i = 0; i < numbers.Length; i++)
        {
            double weight = Math.Min(1e12, Math.Abs(numbers[i]));
            weighted.Add(i % 2 == 0, weight < 1e-12 ? 0 : weight);
        }

        walk.Over(weighted);
        KeyValuePair<string, double>[] periods = [.. numbers.Select((number, i) => KeyValuePair.Create($"{i}", number))];
        walk.Over(EwmaChart.Of(periods, 0, 1, 0.2));
        walk.Over(EwmaChart.Of(periods, 1e90, 1e90, 1));
        walk.Over(CusumChart.Of(periods, 0, 0, 1));
        walk.Over(CusumChart.Of(periods, -1e90, 1e90, 1e-90));
        walk.Over(IntraclassCorrelation.Of(numbers.Select(number => (IReadOnlyList<double>)[number, number])));
        walk.Over(IntraclassCorrelation.Of(numbers.Select((number, i) => (IReadOnlyList<double>)[number, -number, i])));
        walk.Over(IntraclassCorrelation.Of([numbers, [.. numbers.Reverse()]]));
        if (numbers.Length >= 4)
        {
            walk.Over(TukeyFences.Of(numbers, QuantileType.Linear));
        }

        SampledStratum[] strata = [new("a", numbers.Length, mean), new("b", numbers.Length + 10, mean), new("none", 7, empty), new("nobody", 0, empty)];
        foreach (ConfidenceLevel level in Levels)
        {
            walk.Over(weighted.ToFigure(level));
            walk.Over(mean.ToFigure(FigureUnit.Number, level));
            walk.Over(ScoreComparison.OfMeans(mean, MeanOf([.. numbers, 1]), FigureUnit.Number, level));
            walk.Over(ScoreComparison.OfMeans(empty, mean, FigureUnit.Number, level));
            walk.Over(PopulationMean.Simple(strata, level));
            walk.Over(PopulationMean.Stratified(strata, level));
            walk.Over(PopulationMean.PostStratified(strata, level));
            walk.Over(PopulationMean.PostStratified(strata.Skip(2), level));
            walk.Over(Bootstrap.Percentile(numbers, drawn => drawn.Max(), 100, 1, level));
            PeerRating[] ratings = [.. numbers.Select((number, i) => new PeerRating($"r{i % 4}", RaterRole.Peer, Math.Min(100, Math.Abs(number))))];
            walk.Over(ThreeSixtyRating.Of("r3", ratings, new Dictionary<RaterRole, double> { [RaterRole.Peer] = 1e90, [RaterRole.Customer] = 1e-300 }, level));
            walk.Over(ThreeSixtyRating.Of("me", ratings, new Dictionary<RaterRole, double> { [RaterRole.Peer] = 0 }, level));
        }
    }

    private static void OfShares(FigureWalk walk)
    {
        foreach (Share first in Shares)
        {
            foreach (ConfidenceLevel level in Levels)
            {
                walk.Over(first.ToFigure(level));
                walk.Over(new Csat(first, 3).ToFigure(level));
                walk.Over(new[] { BetaIntervals.Jeffreys(first, level), BetaIntervals.ClopperPearson(first, level), BetaIntervals.MidP(first, level) });
                walk.Over(GroupRanking.ByLowerBound(Shares.Select((share, i) => KeyValuePair.Create($"{i}", share)), level, first.Count));
                foreach (Share second in Shares)
                {
                    walk.Over(ScoreComparison.OfShares(first, second, level));
                    NetPromoterScore before = new(first.Successes, 0, first.Failures);
                    walk.Over(ScoreComparison.OfNetPromoters(before, new NetPromoterScore(0, second.Successes, second.Failures), level));
                    walk.Over(before.ToFigure(level));
                    walk.Over(before);
                }
            }

            walk.Over(new Csat(first, 1));
            walk.Over(new SurveyDispositions(first.Successes, 0).WithUnknown(first.Failures));
            walk.Over(new SurveyDispositions(first.Successes, 0).WithUnknown(first.Failures).ResponseRate3(0));
            walk.Over(BetaPrior.Fit([first, first, new Share(1, 2)]));
            walk.Over(ReturnComparison.Of([KeyValuePair.Create("a", first), KeyValuePair.Create("b", new Share(1, 2))]));
            walk.Over(ReturnComparison.Of([KeyValuePair.Create("a", first)]));
            walk.Over(ShareControlChart.Of([KeyValuePair.Create("1", first), KeyValuePair.Create("2", default(Share))]));
        }
    }

    private static MeanAccumulator MeanOf(IEnumerable<double> numbers)
    {
        MeanAccumulator mean = new();
        foreach (double number in numbers)
        {
            mean.Add(number);
        }

        return mean;
    }

    private static ItemMoments ItemsOf(int[][] rows)
    {
        ItemMoments items = new(rows[0].Length);
        Array.ForEach(rows, row => items.Add(row));
        return items;
    }
}
