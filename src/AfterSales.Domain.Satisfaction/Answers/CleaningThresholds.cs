using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>
/// The first pass of cleaning: learns which answer of each customer to each ticket counts, and the median time by channel and length. Parts of any split merge to
/// the thresholds of the whole.
/// </summary>
/// <remarks>
/// An answer that is invalid, incomplete or a straight-liner never replaces one that counts, and only those that count make the medians. Keeps about 100 bytes a
/// customer and ticket. This type is mutable and not thread-safe; use one per thread and merge.
/// </remarks>
public sealed class CleaningThresholds
{
    private readonly TimeGroups _groups = new();
    private readonly List<QuantileAccumulator> _times = [];
    private Dictionary<ResponseKey, StandingAnswer> _standing = [];
    private bool _isShared;

    /// <summary>Makes thresholds that have learnt nothing.</summary>
    /// <param name="survey">The survey that is answered.</param>
    /// <param name="rules">Which rules apply.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CleaningThresholds(Survey survey, CleaningRules rules)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(rules);
        Survey = survey;
        Rules = rules;
    }

    /// <summary>Gets the survey that is answered.</summary>
    public Survey Survey { get; }

    /// <summary>Gets which rules apply.</summary>
    public CleaningRules Rules { get; }

    /// <summary>Makes thresholds that go on where a snapshot was taken.</summary>
    /// <param name="survey">The survey that is answered, in the same version.</param>
    /// <param name="rules">The rules that were applied.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <returns>Thresholds that have learnt the same.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static CleaningThresholds From(Survey survey, CleaningRules rules, CleaningThresholdsSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        CleaningThresholds thresholds = new(survey, rules);
        foreach (LearntTimes group in snapshot.Groups)
        {
            thresholds._groups.Add(group.Channel, group.Length);
            thresholds._times.Add(QuantileAccumulator.From(group.Times));
        }

        foreach (LearntAnswer answer in snapshot.Answers)
        {
            thresholds._standing.Add(new ResponseKey(answer), new StandingAnswer(answer));
        }

        return thresholds;
    }

    /// <summary>Returns all that is needed to go on later.</summary>
    /// <returns>The snapshot.</returns>
    public CleaningThresholdsSnapshot ToSnapshot() => new(
        Enumerable.Range(0, _groups.Count).Select(i => new LearntTimes(_groups[i].Channel, _groups[i].Length, _times[i].ToSnapshot())),
        _standing.Select(pair => pair.Value.ToLearnt(pair.Key.Ticket, pair.Key.Respondent)));

    /// <summary>Learns from an answer; the order does not matter.</summary>
    /// <param name="response">The answer.</param>
    /// <exception cref="ArgumentNullException"><paramref name="response"/> is null.</exception>
    public void Learn(SurveyResponse response)
    {
        ArgumentNullException.ThrowIfNull(response);
        int given = AnswerChecks.GivenRatings(response);
        if (AnswerChecks.Completeness(AnswerChecks.Label(Survey, Rules, response, given), Rules) is not { } completeness)
        {
            return;
        }

        StandingAnswer answer = new(response, completeness, GroupOf(response.Channel, given), copies: 1);
        if (Rules.RemovesDuplicates)
        {
            Keep(new ResponseKey(response), answer);
        }
        else
        {
            Time(answer, _times);
        }
    }

    /// <summary>Learns all that other thresholds have learnt; the other ones stay as they are.</summary>
    /// <param name="other">Thresholds for the same survey by the same rules.</param>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The survey or the rules differ, or <paramref name="other"/> is this object.</exception>
    public void Merge(CleaningThresholds other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(other, this) || !Survey.Equals(other.Survey) || !Rules.Equals(other.Rules))
        {
            throw new ArgumentException("Allowed are other thresholds for the same survey by the same rules.", nameof(other));
        }

        int[] numbers = [.. Enumerable.Range(0, other._groups.Count).Select(i => GroupOf(other._groups[i].Channel, other._groups[i].Length))];
        for (int i = 0; i < numbers.Length; i++)
        {
            _times[numbers[i]].Merge(other._times[i]);
        }

        foreach (KeyValuePair<ResponseKey, StandingAnswer> pair in other._standing)
        {
            Keep(pair.Key, pair.Value.In(numbers[pair.Value.Group]));
        }
    }

    /// <summary>Returns what labels answers by these thresholds. What is learnt later does not change it.</summary>
    /// <returns>The cleaner.</returns>
    public AnswerCleaner ToCleaner()
    {
        List<QuantileAccumulator> times = _times;
        if (Rules.RemovesDuplicates)
        {
            times = [.. Enumerable.Range(0, _groups.Count).Select(_ => new QuantileAccumulator())];
            foreach (StandingAnswer answer in _standing.Values)
            {
                Time(answer, times);
            }
        }

        double[] limits = [.. times.Select(group => group.Count >= Rules.TimedAnswersNeeded ? group.Median.Value!.Value / 3 : 0)];

        // The cleaner reads the same table; it is copied only when more is learnt afterwards.
        _isShared = true;
        return new AnswerCleaner(Survey, Rules, _standing, _groups.Copy(), limits);
    }

    private static void Time(StandingAnswer answer, List<QuantileAccumulator> times)
    {
        if (answer.Completeness == 2 && answer.Milliseconds != StandingAnswer.NoTime)
        {
            times[answer.Group].Add(answer.Milliseconds);
        }
    }

    private int GroupOf(string channel, int length)
    {
        int number = _groups.NumberOf(channel, length);
        if (number < 0)
        {
            number = _groups.Add(channel, length);
            _times.Add(new QuantileAccumulator());
        }

        return number;
    }

    private void Keep(ResponseKey key, StandingAnswer answer)
    {
        if (_isShared)
        {
            _standing = new Dictionary<ResponseKey, StandingAnswer>(_standing);
            _isShared = false;
        }

        if (!_standing.TryAdd(key, answer))
        {
            _standing[key] = _standing[key].Against(answer);
        }
    }
}
