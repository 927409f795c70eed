namespace AfterSales.Domain.Satisfaction;

/// <summary>What <see cref="CleaningThresholds"/> have learnt, as plain values for storage: a row for each customer and ticket, and one for each channel and length.</summary>
/// <remarks>The format is that of <see cref="CurrentVersion"/>. The survey and the rules are the host's to keep. Equality is by reference. This type is immutable.</remarks>
public sealed class CleaningThresholdsSnapshot
{
    /// <summary>The version of the format.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Makes a snapshot from stored values.</summary>
    /// <param name="groups">The channels and lengths, each once.</param>
    /// <param name="answers">The answers that stand, one for each customer and ticket, first answers and those after a follow-up apart.</param>
    /// <exception cref="ArgumentNullException">A list is null, or a member is.</exception>
    /// <exception cref="ArgumentException">A channel and length, or a customer and ticket, come twice; or an answer belongs to no group.</exception>
    public CleaningThresholdsSnapshot(IEnumerable<LearntTimes> groups, IEnumerable<LearntAnswer> answers)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(answers);
        Groups = [.. groups];
        Answers = [.. answers];
        HashSet<(string, int)> known = [];
        foreach (LearntTimes group in Groups)
        {
            ArgumentNullException.ThrowIfNull(group, nameof(groups));
            if (!known.Add((group.Channel, group.Length)))
            {
                throw new ArgumentException(FormattableString.Invariant($"The channel \"{group.Channel}\" with {group.Length} ratings comes twice; each may come once."), nameof(groups));
            }
        }

        HashSet<ResponseKey> keys = [];
        foreach (LearntAnswer answer in Answers)
        {
            ArgumentNullException.ThrowIfNull(answer, nameof(answers));
            if (answer.Group >= Groups.Count || !keys.Add(new ResponseKey(answer)))
            {
                throw new ArgumentException(FormattableString.Invariant($"{answer} belongs to none of the {Groups.Count} groups, or its customer and ticket come twice."), nameof(answers));
            }
        }
    }

    /// <summary>Gets the channels and lengths.</summary>
    public IReadOnlyList<LearntTimes> Groups { get; }

    /// <summary>Gets the answers that stand.</summary>
    public IReadOnlyList<LearntAnswer> Answers { get; }
}
