namespace AfterSales.Domain.Satisfaction;

/// <summary>A question of a survey: what it asks about, on which scale, and how much it weighs in the service index.</summary>
/// <remarks>Made by <see cref="Rating"/>, <see cref="Recommendation"/>, <see cref="Effort"/> and <see cref="FreeText"/>. Two questions are equal when all parts are. This type is immutable.</remarks>
public sealed record SurveyQuestion
{
    private SurveyQuestion(string name, QuestionKind kind, SurveyDimension dimension, AnswerScale? scale)
    {
        Name = NameRule.Checked(name, "survey question", nameof(name));
        Kind = kind;
        Dimension = dimension;
        Scale = scale;
        IsMandatory = kind != QuestionKind.FreeText;
        Weight = kind == QuestionKind.Rating && dimension.BelongsToServiceIndex ? 1 : 0;
        Wording = "";
    }

    /// <summary>Gets the name by which answers refer to the question.</summary>
    public string Name { get; }

    /// <summary>Gets how it is answered and scored.</summary>
    public QuestionKind Kind { get; }

    /// <summary>Gets what it asks about. Free text asks about the service as a whole unless said otherwise.</summary>
    public SurveyDimension Dimension { get; }

    /// <summary>Gets the scale, or null for free text.</summary>
    public AnswerScale? Scale { get; }

    /// <summary>Gets whether a questionnaire without an answer to it is incomplete. Rated questions are unless said otherwise.</summary>
    public bool IsMandatory { get; private init; }

    /// <summary>Gets the weight in the service index, relative to the other questions; 1 for ratings of the service's parts, 0 for all others.</summary>
    public double Weight { get; private init; }

    /// <summary>Gets the text that the customer reads; empty when the host keeps it.</summary>
    public string Wording { get; private init; }

    /// <summary>Makes a question that is rated on a scale.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <param name="dimension">What it asks about.</param>
    /// <param name="scale">From which numbers the customer chooses.</param>
    /// <returns>The question.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="scale"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no name.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="dimension"/> is the default value.</exception>
    public static SurveyQuestion Rating(string name, SurveyDimension dimension, AnswerScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return new SurveyQuestion(name, QuestionKind.Rating, SurveyDimension.Named(dimension.Name), scale);
    }

    /// <summary>Makes the question whether the customer would recommend the company, 0 to 10.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The question.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no name.</exception>
    public static SurveyQuestion Recommendation(string name) => new(name, QuestionKind.Recommendation, SurveyDimension.Recommendation, AnswerScale.ZeroToTen);

    /// <summary>Makes the question whether it was easy to get help, 1 (disagree) to 7 (agree).</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The question.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no name.</exception>
    public static SurveyQuestion Effort(string name) => new(name, QuestionKind.Effort, SurveyDimension.Effort, AnswerScale.OneToSeven);

    /// <summary>Makes a question that is answered in words; optional unless <see cref="Mandatory"/>.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The question.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is no name.</exception>
    public static SurveyQuestion FreeText(string name) => new(name, QuestionKind.FreeText, SurveyDimension.Overall, null);

    /// <summary>Returns the question as one that need not be answered.</summary>
    /// <returns>The changed copy.</returns>
    public SurveyQuestion Optional() => this with { IsMandatory = false };

    /// <summary>Returns the question as one without which a questionnaire is incomplete.</summary>
    /// <returns>The changed copy.</returns>
    public SurveyQuestion Mandatory() => this with { IsMandatory = true };

    /// <summary>Returns the question with a weight in the service index.</summary>
    /// <param name="weight">Relative to the other questions; from 0 to 1,000,000.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> lies outside 0 to 1,000,000.</exception>
    /// <exception cref="ArgumentException">
    /// A weight above 0 for a question that is no rating, or about product quality: that stays outside the service index and is reported beside it.
    /// </exception>
    public SurveyQuestion Weighing(double weight)
    {
        if (!(weight >= 0 && weight <= 1_000_000))
        {
            throw new ArgumentOutOfRangeException(nameof(weight), weight, "Allowed are numbers from 0 to 1,000,000.");
        }

        return weight > 0 && (Kind != QuestionKind.Rating || Dimension == SurveyDimension.ProductQuality)
            ? throw new ArgumentException($"Question {Name} cannot weigh in the service index: only ratings can, and product quality is reported beside it.", nameof(weight))
            : this with { Weight = weight };
    }

    /// <summary>Returns the question with the text that the customer reads.</summary>
    /// <param name="wording">At most 2,000 characters.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="wording"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="wording"/> is longer than 2,000 characters.</exception>
    public SurveyQuestion Worded(string wording)
    {
        ArgumentNullException.ThrowIfNull(wording);
        return wording.Length <= 2000
            ? this with { Wording = wording }
            : throw new ArgumentException(FormattableString.Invariant($"The wording has {wording.Length} characters; at most 2,000 are allowed."), nameof(wording));
    }

    /// <summary>Returns name, dimension and scale, as in "politeness (attitude, 1–5)".</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        Scale is null ? $"{Name} (free text{(IsMandatory ? "" : ", optional")})" : $"{Name} ({Dimension}, {Scale}{(IsMandatory ? "" : ", optional")})";
}
