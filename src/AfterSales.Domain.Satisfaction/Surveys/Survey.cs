using NodaTime;

namespace AfterSales.Domain.Satisfaction;

/// <summary>The versioned design of a survey: its questions in order, and how long answers are accepted (R23).</summary>
/// <remarks>
/// A changed design is a new version; answers name the version they were given to. Two surveys are equal when all parts are. At most 200 questions.
/// This type is immutable and thread-safe.
/// </remarks>
public sealed class Survey : IEquatable<Survey>
{
    /// <summary>The largest number of questions.</summary>
    public const int MaximumQuestions = 200;

    private readonly Dictionary<string, int> _ratedByName;

    /// <summary>Makes a survey whose answers are accepted for 30 days after sending.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <param name="version">From 1.</param>
    /// <param name="questions">The questions in the order of the questionnaire: at most 200, no two with the same name, at least one with a scale.</param>
    /// <exception cref="ArgumentNullException">An argument is null, or a question is.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no name, or the questions are not as allowed.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="version"/> is below 1.</exception>
    public Survey(string name, int version, IEnumerable<SurveyQuestion> questions)
        : this(name, version, questions, Duration.FromDays(30))
    {
    }

    private Survey(string name, int version, IEnumerable<SurveyQuestion> questions, Duration openFor)
    {
        Name = NameRule.Checked(name, "survey", nameof(name));
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        Version = version;
        OpenFor = openFor;
        Questions = [.. questions];
        if (Questions.Count > MaximumQuestions)
        {
            throw new ArgumentException(FormattableString.Invariant($"The survey has {Questions.Count} questions; at most {MaximumQuestions} are allowed."), nameof(questions));
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (SurveyQuestion question in Questions)
        {
            ArgumentNullException.ThrowIfNull(question, nameof(questions));
            if (!names.Add(question.Name))
            {
                throw new ArgumentException($"Two questions have the name {question.Name}; names must differ.", nameof(questions));
            }
        }

        RatedQuestions = [.. Questions.Where(question => question.Scale is not null)];
        if (RatedQuestions.Count == 0)
        {
            throw new ArgumentException("At least one question must have a scale.", nameof(questions));
        }

        Rated = [.. RatedQuestions.Select(question => new RatedQuestion(question))];
        _ratedByName = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < RatedQuestions.Count; i++)
        {
            _ratedByName.Add(RatedQuestions[i].Name, i);
        }
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the version, from 1.</summary>
    public int Version { get; }

    /// <summary>Gets all questions in order.</summary>
    public IReadOnlyList<SurveyQuestion> Questions { get; }

    /// <summary>Gets the questions that have a scale, in order; the ratings of a response stand in this order.</summary>
    public IReadOnlyList<SurveyQuestion> RatedQuestions { get; }

    internal RatedQuestion[] Rated { get; }

    /// <summary>Gets for how long after sending answers are accepted, the end included.</summary>
    public Duration OpenFor { get; }

    /// <summary>Returns the survey with another time for which answers are accepted.</summary>
    /// <param name="time">After sending; positive.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is not positive.</exception>
    public Survey OpenForAtMost(Duration time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(time, Duration.Zero);
        return new Survey(Name, Version, Questions, time);
    }

    /// <summary>Returns where a rated question stands among <see cref="RatedQuestions"/>.</summary>
    /// <param name="question">The question's name.</param>
    /// <returns>The index, from 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="question"/> is null.</exception>
    /// <exception cref="ArgumentException">No rated question has this name; the message lists them.</exception>
    public int IndexOf(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return _ratedByName.TryGetValue(question, out int index)
            ? index
            : throw new ArgumentException($"Survey {Name} has no rated question {question}; it has {string.Join(", ", RatedQuestions.Select(one => one.Name))}.", nameof(question));
    }

    /// <summary>Cleans answers: labels each one, deletes none, and scores the valid ones (R25).</summary>
    /// <param name="responses">The answers, read once; order does not matter.</param>
    /// <returns>Labels, counts and scores.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="responses"/> is null.</exception>
    /// <remarks>For more answers than fit into memory, use <see cref="CleaningThresholds"/> and <see cref="SurveyScores"/> directly.</remarks>
    public CleanedAnswers Clean(IEnumerable<SurveyResponse> responses) => Clean(responses, CleaningRules.Standard);

    /// <summary>Cleans answers by given rules: labels each one, deletes none, and scores the valid ones (R25).</summary>
    /// <param name="responses">The answers, read once; order does not matter.</param>
    /// <param name="rules">Which rules apply.</param>
    /// <returns>Labels, counts and scores.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CleanedAnswers Clean(IEnumerable<SurveyResponse> responses, CleaningRules rules) => CleanedAnswers.Of(this, responses, rules);

    /// <summary>Says whether all parts are equal.</summary>
    /// <param name="other">The other survey.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(Survey? other) =>
        other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && Version == other.Version && OpenFor == other.OpenFor
        && Questions.SequenceEqual(other.Questions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Survey);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Version, OpenFor, Questions.Count);

    /// <summary>Returns name, version and size, as in "after-repair v2 (8 questions)".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Name} v{Version} ({Questions.Count} questions)");
}
