using AfterSales.Domain.Satisfaction;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Tests.Satisfaction;

/// <summary>The survey that these tests share: seven ratings of which one is reversed, a recommendation, and words.</summary>
internal static class SurveyWorld
{
    public static readonly Instant Monday = Instant.FromUtc(2026, 3, 30, 2, 0);

    public static readonly Survey AfterRepair = new("after-repair", 2,
    [
        SurveyQuestion.Rating("overall", SurveyDimension.Overall, AnswerScale.OneToFive),
        SurveyQuestion.Rating("politeness", SurveyDimension.Attitude, AnswerScale.OneToFive),
        SurveyQuestion.Rating("speed", SurveyDimension.ResponseSpeed, AnswerScale.OneToFive).Weighing(2),
        SurveyQuestion.Rating("waited-too-long", SurveyDimension.ResponseSpeed, AnswerScale.OneToFive.Reversed()),
        SurveyQuestion.Rating("solved", SurveyDimension.Effect, AnswerScale.OneToFive.WithNotApplicable(9)),
        SurveyQuestion.Rating("skill", SurveyDimension.Skill, AnswerScale.OneToFive).Optional(),
        SurveyQuestion.Rating("product", SurveyDimension.ProductQuality, AnswerScale.OneToFive),
        SurveyQuestion.Recommendation("recommend"),
        SurveyQuestion.FreeText("words"),
    ]);

    public static readonly Gen<SurveyResponse[]> Responses =
        from count in Gen.Choose(0, 25)
        from all in Enumerable.Range(0, count).Select(Response).SequenceToArray()
        select all;

    /// <summary>The same ratings that a happy, attentive customer gives: high, and low where high would mean waiting.</summary>
    public static IReadOnlyList<int?> Happy { get; } = [5, 5, 4, 1, 5, 4, 5, 9];

    public static SurveyResponse Answer(string id, string ticket, params int?[] ratings) => new(id, ticket, Monday, ratings.Length == 0 ? Happy : ratings);

    private static Gen<T[]> SequenceToArray<T>(this IEnumerable<Gen<T>> gens) =>
        gens.Aggregate(Gen.Constant(Array.Empty<T>()), (all, next) => from some in all from one in next select (T[])[.. some, one]);

    private static Gen<SurveyResponse> Response(int index) =>
        from ticket in Gen.Choose(1, 8)
        from respondent in Gen.Choose(0, 1)
        from minutes in Gen.Choose(-60, 60 * 24 * 40)
        from taken in Gen.Frequency((1, Gen.Constant(-1)), (4, Gen.Choose(5, 200)))
        from kind in Gen.Choose(0, 19)
        from ratings in Gen.Frequency((1, Gen.Constant<int?>(null)), (12, Gen.Choose(1, 5).Select(one => (int?)one)), (1, Gen.Elements<int?>(9, 6, 0))).ArrayOf(kind == 0 ? 7 : 8)
        from straight in Gen.Choose(0, 9)
        select Build(index, ticket, respondent, minutes, taken, kind, straight == 0 ? [5, 5, 5, 5, 5, 5, 5, 5] : ratings);

    private static SurveyResponse Build(int index, int ticket, int respondent, int minutes, int taken, int kind, int?[] ratings)
    {
        SurveyResponse response = new SurveyResponse($"R-{index}", $"T-{ticket}", Monday + Duration.FromMinutes(minutes), ratings).Sent(Monday).Via(ticket % 2 == 0 ? "web" : "phone");
        response = respondent == 1 ? response.From("customer-1") : response;
        response = taken >= 0 ? response.Taking(Duration.FromSeconds(taken)) : response;
        return kind switch
        {
            1 => response.AsTest(),
            2 => response.ToVersion(1),
            3 or 4 => response.AfterFollowUp(kind - 2),
            _ => response.With("region", ticket % 3 == 0 ? "east" : "west"),
        };
    }
}
