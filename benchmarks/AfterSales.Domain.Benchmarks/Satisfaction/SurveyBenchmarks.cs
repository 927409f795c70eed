using AfterSales.Domain.Satisfaction;
using BenchmarkDotNet.Attributes;
using NodaTime;

namespace AfterSales.Domain.Benchmarks;

/// <summary>A million answers to eight rated questions: both passes of cleaning, and scoring, on one thread. The baseline only counts the ratings.</summary>
[HideColumns("Error", "StdDev", "Median", "RatioSD", "Alloc Ratio", "Gen0", "Gen1", "Gen2")]
public class SurveyBenchmarks
{
    private const int Answers = 1_000_000;

    private readonly Survey _survey = new("after-repair", 1, Enumerable.Range(1, 8).Select(i =>
        SurveyQuestion.Rating($"q{i}", i == 1 ? SurveyDimension.Overall : SurveyDimension.Skill, i == 4 ? AnswerScale.OneToFive.Reversed() : AnswerScale.OneToFive)));

    private SurveyResponse[] _responses = [];
    private AnswerLabel[] _labels = [];

    [GlobalSetup]
    public void Setup()
    {
        Random random = new(7);
        Instant sent = Instant.FromUtc(2026, 1, 5, 2, 0);
        _responses = new SurveyResponse[Answers];
        for (int i = 0; i < Answers; i++)
        {
            int mood = random.Next(1, 5);
            int?[] ratings = [.. Enumerable.Range(0, 8).Select(question => (int?)(question == 3 ? 6 - mood - random.Next(0, 2) : mood + random.Next(0, 2)))];
            Instant answered = sent + Duration.FromMinutes(random.Next(1, 20_000));
            _responses[i] = new SurveyResponse($"R-{i}", $"T-{random.Next(0, 2_000_000)}", answered, ratings)
                .Sent(sent).Via(i % 3 == 0 ? "phone" : "web").Taking(Duration.FromSeconds(random.Next(10, 300)));
        }

        AnswerCleaner cleaner = Learn().ToCleaner();
        _labels = [.. _responses.Select(cleaner.Label)];
    }

    [Benchmark(Baseline = true)]
    public long CountOnly()
    {
        long[] counts = new long[6];
        foreach (SurveyResponse response in _responses)
        {
            foreach (int? rating in response.Ratings)
            {
                counts[rating ?? 0]++;
            }
        }

        return counts[5];
    }

    [Benchmark]
    public long CleanAndScore()
    {
        AnswerCleaner cleaner = Learn().ToCleaner();
        SurveyScores scores = new(_survey);
        foreach (SurveyResponse response in _responses)
        {
            scores.Add(response, cleaner.Label(response));
        }

        return scores.Valid;
    }

    /// <summary>Scoring alone; the allocated bytes are those of the empty accumulator, whatever the number of answers.</summary>
    [Benchmark]
    public long ScoreOnly()
    {
        SurveyScores scores = new(_survey);
        for (int i = 0; i < _responses.Length; i++)
        {
            scores.Add(_responses[i], _labels[i]);
        }

        return scores.Valid;
    }

    private CleaningThresholds Learn()
    {
        CleaningThresholds thresholds = new(_survey, CleaningRules.Standard);
        foreach (SurveyResponse response in _responses)
        {
            thresholds.Learn(response);
        }

        return thresholds;
    }
}
