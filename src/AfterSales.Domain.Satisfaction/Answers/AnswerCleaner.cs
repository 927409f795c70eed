using NodaTime;

namespace AfterSales.Domain.Satisfaction;

/// <summary>The second pass of cleaning: labels each answer by the rules and the learnt thresholds. It labels and never deletes (R25).</summary>
/// <remarks>
/// The rules in order: another version; staff or test; answered before sent or after close; off the scale; straight-liner; duplicate of the last complete answer (or, when
/// none is complete, of the last one); blank; incomplete; partial; speeder. The first that fits is the label. Of several copies of the very same answer the first that is labelled counts; for this one memory the type is not
/// thread-safe, and copies must come to the same cleaner.
/// </remarks>
public sealed class AnswerCleaner
{
    private readonly Dictionary<ResponseKey, StandingAnswer> _standing;
    private readonly TimeGroups _groups;
    private readonly double[] _limits;
    private readonly HashSet<ResponseKey> _copiesSeen = [];

    internal AnswerCleaner(
        Survey survey,
        CleaningRules rules,
        Dictionary<ResponseKey, StandingAnswer> standing,
        TimeGroups groups,
        double[] limits)
    {
        Survey = survey;
        Rules = rules;
        _standing = standing;
        _groups = groups;
        _limits = limits;
    }

    /// <summary>Gets the survey that is answered.</summary>
    public Survey Survey { get; }

    /// <summary>Gets which rules apply.</summary>
    public CleaningRules Rules { get; }

    /// <summary>Labels an answer.</summary>
    /// <param name="response">The answer; one that was not learnt from is judged by the same thresholds, and is no duplicate unless one that counts has its key.</param>
    /// <returns>The label.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public AnswerLabel Label(SurveyResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        int given = AnswerChecks.GivenRatings(response);
        AnswerLabel label = AnswerChecks.Label(Survey, Rules, response, given);
        if (Rules.RemovesDuplicates && AnswerChecks.Completeness(label, Rules) is not null && IsDuplicate(response))
        {
            return AnswerLabel.Duplicate;
        }

        if (!AnswerChecks.IsUsable(label, Rules))
        {
            return label;
        }

        return Rules.RemovesSpeeders && StandingAnswer.MillisecondsOf(response) is var time and not StandingAnswer.NoTime
            && time < LimitOf(response.Channel, given)
                ? AnswerLabel.Speeder
                : AnswerLabel.Valid;
    }

    /// <summary>Returns under which time an answer of a channel and length counts as a speeder's.</summary>
    /// <param name="channel">The channel; empty when not known.</param>
    /// <param name="length">How many ratings were given.</param>
    /// <returns>A third of the median, or null when too few answers were timed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="channel"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public Duration? SpeederLimit(string channel, int length)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return LimitOf(channel, length) is var limit and > 0 ? Duration.FromNanoseconds(limit * 1e6) : null;
    }

    // In milliseconds; 0, which no time is below, where too few answers were timed.
    private double LimitOf(string channel, int length) => _groups.NumberOf(channel, length) is var number and >= 0 ? _limits[number] : 0;

    private bool IsDuplicate(SurveyResponse response)
    {
        ResponseKey key = new(response);
        return _standing.TryGetValue(key, out StandingAnswer standing) && (!standing.Is(response) || (standing.Copies > 1 && !_copiesSeen.Add(key)));
    }
}
