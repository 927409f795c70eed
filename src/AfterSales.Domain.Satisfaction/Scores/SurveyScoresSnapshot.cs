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
    /// <exception cref="ArgumentException">A code is no label's, or the lists are not as long as each other.</exception>
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
