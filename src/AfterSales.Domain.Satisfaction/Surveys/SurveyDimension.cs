namespace AfterSales.Domain.Satisfaction;

/// <summary>What a question asks about (R23).</summary>
/// <remarks>
/// An open set: the well-known dimensions are here, a host adds its own with <see cref="Named"/>. Two dimensions are equal when their names are.
/// The default value names nothing; reading its <see cref="Name"/> throws. This type is immutable.
/// </remarks>
public readonly record struct SurveyDimension
{
    private readonly string? _name;

    private SurveyDimension(string name) => _name = name;

    /// <summary>Gets the service as a whole.</summary>
    public static SurveyDimension Overall { get; } = new("overall");

    /// <summary>Gets how people treated the customer.</summary>
    public static SurveyDimension Attitude { get; } = new("attitude");

    /// <summary>Gets how soon somebody answered and came.</summary>
    public static SurveyDimension ResponseSpeed { get; } = new("response-speed");

    /// <summary>Gets whether the problem is solved.</summary>
    public static SurveyDimension Effect { get; } = new("effect");

    /// <summary>Gets whether people knew their trade.</summary>
    public static SurveyDimension Skill { get; } = new("skill");

    /// <summary>Gets the product itself, which stays outside the service index: its defects are no fault of the technician.</summary>
    public static SurveyDimension ProductQuality { get; } = new("product-quality");

    /// <summary>Gets whether the customer would recommend the company.</summary>
    public static SurveyDimension Recommendation { get; } = new("recommendation");

    /// <summary>Gets how much effort the customer had.</summary>
    public static SurveyDimension Effort { get; } = new("effort");

    /// <summary>Gets the well-known dimensions.</summary>
    public static IReadOnlyList<SurveyDimension> WellKnown { get; } = [Overall, Attitude, ResponseSpeed, Effect, Skill, ProductQuality, Recommendation, Effort];

    /// <summary>Gets the name: 1 to 64 characters of a–z, 0–9 and '-'.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Name => _name ?? throw NameRule.DefaultValue(nameof(SurveyDimension));

    /// <summary>Gets whether the dimension describes the service in parts, and so has a place in the service index: all but overall, product quality, recommendation and effort.</summary>
    public bool BelongsToServiceIndex => this != Overall && this != ProductQuality && this != Recommendation && this != Effort;

    /// <summary>Makes the dimension of this name.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The dimension; equal to the well-known one when the name is one of theirs.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    public static SurveyDimension Named(string name) => new(NameRule.Checked(name, "survey dimension", nameof(name)));

    /// <summary>Returns the name, or "(no dimension)" for the default value.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => _name ?? "(no dimension)";
}
