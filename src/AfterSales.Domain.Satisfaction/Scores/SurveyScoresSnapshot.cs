using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>What <see cref="SurveyScores"/> have gathered, as plain numbers for storage.</summary>
/// <remarks>The format is that of <see cref="CurrentVersion"/>. Equality is by reference. This type is immutable.</remarks>
public sealed class SurveyScoresSnapshot
{
    /// <summary>The version of the format.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Makes a snapshot from stored numbers.</summary>
    /// <param name="labels">How many first answers have each label, by its code; labels that are not there have none.</param>
    /// <param name="followUpLabels">How many answers after a follow-up have each label, likewise.</param>
    /// <param name="valid">The counts of valid answers, one for each rated question of the survey.</param>
    /// <param name="leftOut">The counts of answers that were left out, likewise.</param>
    /// <param name="items">The sums over complete valid answers.</param>
    /// <param name="recovered">Who is satisfied after a follow-up.</param>
    /// <exception cref="ArgumentNullException">An argument is null, or the counts of a question are.</exception>
    /// <exception cref="ArgumentException">
    /// A code is no label's, the lists are not as long as each other, or the counts do not add up: each question has as many valid answers as are labelled so, of those left out no more than are
    /// labelled otherwise, and no more answers are complete or after a follow-up than are valid.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more than 100,000,000,000.</exception>
    public SurveyScoresSnapshot(
        IEnumerable<KeyValuePair<string, long>> labels,
        IEnumerable<KeyValuePair<string, long>> followUpLabels,
        IEnumerable<QuestionCounts> valid,
        IEnumerable<QuestionCounts> leftOut,
        ItemMomentsSnapshot items,
        Share recovered)
    {
        ArgumentNullException.ThrowIfNull(valid);
        ArgumentNullException.ThrowIfNull(leftOut);
        ArgumentNullException.ThrowIfNull(items);
        Labels = Checked(labels, nameof(labels));
        FollowUpLabels = Checked(followUpLabels, nameof(followUpLabels));
        Valid = [.. valid];
        LeftOut = [.. leftOut];
        Items = items;
        Recovered = recovered;
        foreach (QuestionCounts counts in Valid.Concat(LeftOut))
        {
            ArgumentNullException.ThrowIfNull(counts, nameof(valid));
        }

        if (Valid.Count != LeftOut.Count || Valid.Count != items.Sums.Count)
        {
            throw new ArgumentException("Allowed are as many counts of valid answers as of those left out and as items.", nameof(leftOut));
        }

        long counted = Of(Labels);
        long others = Labels.Values.Sum() - counted;
        if (Valid.Any(question => question.Total != counted) || LeftOut.Any(question => question.Total > others) || items.Count > counted || recovered.Count > Of(FollowUpLabels))
        {
            throw new ArgumentException(
                FormattableString.Invariant($"Allowed are counts that add up: {counted} valid answers to each question, up to {others} left out, up to {counted} complete, up to {Of(FollowUpLabels)} after a follow-up."),
                nameof(labels));
        }

        static long Of(IReadOnlyDictionary<string, long> labels) => labels.TryGetValue(AnswerLabel.Valid.Code, out long count) ? count : 0;
    }

    /// <summary>Gets how many first answers have each label, by its code.</summary>
    public IReadOnlyDictionary<string, long> Labels { get; }

    /// <summary>Gets how many answers after a follow-up have each label, by its code.</summary>
    public IReadOnlyDictionary<string, long> FollowUpLabels { get; }

    /// <summary>Gets the counts of valid answers, one for each rated question.</summary>
    public IReadOnlyList<QuestionCounts> Valid { get; }

    /// <summary>Gets the counts of answers that were left out, one for each rated question.</summary>
    public IReadOnlyList<QuestionCounts> LeftOut { get; }

    /// <summary>Gets the sums over complete valid answers.</summary>
    public ItemMomentsSnapshot Items { get; }

    /// <summary>Gets who is satisfied after a follow-up.</summary>
    public Share Recovered { get; }

    private static Dictionary<string, long> Checked(IEnumerable<KeyValuePair<string, long>> labels, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(labels, parameterName);
        Dictionary<string, long> counts = new(StringComparer.Ordinal);
        foreach (KeyValuePair<string, long> label in labels)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(label.Value, parameterName);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(label.Value, QuestionCounts.MostAnswers, parameterName);
            if (!AnswerLabel.All.Any(known => string.Equals(known.Code, label.Key, StringComparison.Ordinal)))
            {
                throw new ArgumentException($"\"{label.Key}\" is no label; allowed are {string.Join(", ", AnswerLabel.All.Select(known => known.Code))}.", parameterName);
            }

            counts[label.Key] = label.Value;
        }

        return counts;
    }
}
