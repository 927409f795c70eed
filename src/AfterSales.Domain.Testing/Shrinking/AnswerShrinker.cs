using AfterSales.Domain.Satisfaction;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>Fewer answers, answers of which less is known, and surveys with fewer and plainer questions.</summary>
internal static class AnswerShrinker
{
    /// <summary>To the same survey: it is somebody's own.</summary>
    internal static IEnumerable<AnsweredSurvey> Smaller(AnsweredSurvey one) =>
        PartShrinker.Shorter(one.Responses).Concat(PartShrinker.OneSmaller(one.Responses, Smaller)).Select(responses => new AnsweredSurvey(one.Survey, responses));

    /// <summary>At last the survey becomes smaller, too; a question that is left out takes its ratings along.</summary>
    internal static IEnumerable<AnsweredSurvey> SmallerWithSurvey(AnsweredSurvey one) =>
        Smaller(one).Concat(SurveyShrinker.Smaller(one.Survey).Select(survey => new AnsweredSurvey(survey, one.Responses.Select(response => Without(response, one.Survey, survey)))));

    private static SurveyResponse Without(SurveyResponse response, Survey before, Survey after)
    {
        HashSet<string> kept = new(after.RatedQuestions.Select(question => question.Name), StringComparer.Ordinal);
        return (Parts.Of(response) with { Ratings = [.. response.Ratings.Where((_, place) => place >= before.RatedQuestions.Count || kept.Contains(before.RatedQuestions[place].Name))] }).Made();
    }

    private static IEnumerable<SurveyResponse> Smaller(SurveyResponse response) => Smaller(Parts.Of(response)).Select(parts => parts.Made());

    private static IEnumerable<Parts> Smaller(Parts parts)
    {
        Parts[] plainer =
        [
            parts with { Respondent = "" }, parts with { Channel = "" }, parts with { Version = null }, parts with { SentAt = null }, parts with { TimeTaken = null },
            parts with { FollowUpRound = 0 }, parts with { IsTest = false },
        ];
        return plainer.Where(one => one != parts)
            .Concat(PartShrinker.Shorter(parts.Texts).Select(texts => parts with { Texts = texts }))
            .Concat(PartShrinker.Shorter(parts.Attributes).Select(attributes => parts with { Attributes = attributes }))
            .Concat(PartShrinker.OneSmaller(parts.Ratings, rating => rating is null ? [] : [null]).Select(ratings => parts with { Ratings = ratings }))
            .Concat(InstantShrinker.Smaller(parts.AnsweredAt).Select(at => parts with { AnsweredAt = at }));
    }

    private sealed record Parts
    {
        public string Id { get; init; } = "";

        public string Ticket { get; init; } = "";

        public Instant AnsweredAt { get; init; }

        public string Respondent { get; init; } = "";

        public string Channel { get; init; } = "";

        public int? Version { get; init; }

        public Instant? SentAt { get; init; }

        public Duration? TimeTaken { get; init; }

        public int FollowUpRound { get; init; }

        public bool IsTest { get; init; }

        public IReadOnlyList<int?> Ratings { get; init; } = [];

        public IReadOnlyList<KeyValuePair<string, string>> Texts { get; init; } = [];

        public IReadOnlyList<KeyValuePair<string, string>> Attributes { get; init; } = [];

        public static Parts Of(SurveyResponse one) => new()
        {
            Id = one.Id,
            Ticket = one.Ticket,
            AnsweredAt = one.AnsweredAt,
            Respondent = one.Respondent,
            Channel = one.Channel,
            Version = one.Version,
            SentAt = one.SentAt,
            TimeTaken = one.TimeTaken,
            FollowUpRound = one.FollowUpRound,
            IsTest = one.IsTest,
            Ratings = one.Ratings,
            Texts = [.. one.Texts],
            Attributes = [.. one.Attributes],
        };

        public SurveyResponse Made()
        {
            SurveyResponse made = new(Id, Ticket, AnsweredAt, Ratings);
            made = Respondent.Length == 0 ? made : made.From(Respondent);
            made = Channel.Length == 0 ? made : made.Via(Channel);
            made = Version is { } version ? made.ToVersion(version) : made;
            made = SentAt is { } sent ? made.Sent(sent) : made;
            made = TimeTaken is { } taken ? made.Taking(taken) : made;
            made = FollowUpRound == 0 ? made : made.AfterFollowUp(FollowUpRound);
            made = IsTest ? made.AsTest() : made;
            made = Texts.Aggregate(made, (one, text) => one.Saying(text.Key, text.Value));
            return Attributes.Aggregate(made, (one, attribute) => one.With(attribute.Key, attribute.Value));
        }
    }
}
