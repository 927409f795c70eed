namespace AfterSales.Domain.Satisfaction;

/// <summary>What a customer's words are about (R22).</summary>
/// <remarks>
/// An open set: the well-known topics are here, a host adds its own with <see cref="Named"/>. Two topics are equal when their names are.
/// The default value names nothing; reading its <see cref="Name"/> throws. This type is immutable.
/// </remarks>
public readonly record struct FeedbackTopic
{
    private readonly string? _name;

    private FeedbackTopic(string name) => _name = name;

    /// <summary>Gets the quality of the product.</summary>
    public static FeedbackTopic Quality { get; } = new("quality");

    /// <summary>Gets the service.</summary>
    public static FeedbackTopic Service { get; } = new("service");

    /// <summary>Gets delivery and logistics.</summary>
    public static FeedbackTopic Delivery { get; } = new("delivery");

    /// <summary>Gets what no rule recognised. It is a class of its own, to be read by people.</summary>
    public static FeedbackTopic Unclassified { get; } = new("unclassified");

    /// <summary>Gets the name: 1 to 64 characters of a–z, 0–9 and '-'.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Name => _name ?? throw NameRule.DefaultValue(nameof(FeedbackTopic));

    /// <summary>Makes the topic of this name.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The topic; equal to the well-known one when the name is one of theirs.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    public static FeedbackTopic Named(string name) => new(NameRule.Checked(name, "feedback topic", nameof(name)));

    /// <summary>Returns the name, or "(no topic)" for the default value.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => _name ?? "(no topic)";
}
