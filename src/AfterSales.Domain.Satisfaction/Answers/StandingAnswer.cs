using NodaTime;

namespace AfterSales.Domain.Satisfaction;

/// <summary>The answer that stands so far for its key, with what the time threshold needs.</summary>
internal readonly struct StandingAnswer
{
    internal const long NoTime = -1;

    private readonly string _id;
    private readonly Instant _answeredAt;
    private readonly int _round;

    internal StandingAnswer(SurveyResponse response, int completeness, int group, int copies)
        : this(response.Id, response.AnsweredAt, completeness, response.FollowUpRound, MillisecondsOf(response), group, copies)
    {
    }

    private StandingAnswer(string id, Instant answeredAt, int completeness, int round, long milliseconds, int group, int copies)
    {
        _id = id;
        Completeness = completeness;
        _answeredAt = answeredAt;
        _round = round;
        Milliseconds = milliseconds;
        Group = group;
        Copies = copies;
    }

    internal StandingAnswer(LearntAnswer learnt)
        : this(learnt.Response, learnt.AnsweredAt, learnt.Completeness, learnt.FollowUpRound, learnt.Milliseconds ?? NoTime, learnt.Group, learnt.Copies)
    {
    }

    /// <summary>2 for an answer that is usable by itself, 1 for a partial one, 0 for less.</summary>
    internal int Completeness { get; }

    internal long Milliseconds { get; }

    /// <summary>The number of the channel and length in its owner's list of groups.</summary>
    internal int Group { get; }

    /// <summary>How often the very same answer came; all but one copy are duplicates.</summary>
    internal int Copies { get; }

    internal static long MillisecondsOf(SurveyResponse response) =>
        response.TimeTaken is { } time ? (time.Days * 86_400_000L) + (time.NanosecondOfDay / 1_000_000) : NoTime;

    internal bool Is(SurveyResponse response) =>
        _answeredAt == response.AnsweredAt && _round == response.FollowUpRound && string.Equals(_id, response.Id, StringComparison.Ordinal);

    internal LearntAnswer ToLearnt(string ticket, string respondent) =>
        new(ticket, respondent, _id, _answeredAt, _round, Completeness, Milliseconds == NoTime ? null : Milliseconds, Group, Copies);

    internal StandingAnswer In(int group) => new(_id, _answeredAt, Completeness, _round, Milliseconds, group, Copies);

    /// <summary>The one of two answers with one key that stands: the more complete, then that of the later round, the later one, by id; copies are counted.</summary>
    internal StandingAnswer Against(StandingAnswer other)
    {
        int order = Completeness.CompareTo(other.Completeness);
        order = order != 0 ? order : _round.CompareTo(other._round);
        order = order != 0 ? order : _answeredAt.CompareTo(other._answeredAt);
        order = order != 0 ? order : string.CompareOrdinal(_id, other._id);
        return order > 0 ? this : order < 0 ? other : new StandingAnswer(_id, _answeredAt, Completeness, _round, Milliseconds, Group, Copies + other.Copies);
    }
}
