namespace AfterSales.Domain.Requests;

/// <summary>A language or dialect that people speak with each other (R15, R33).</summary>
/// <remarks>
/// An open set: a host names its own, best by BCP 47 tags in lower case ("en", "zh", "yue", "wuu"). Two languages are equal when their names are.
/// The default value names nothing; reading its <see cref="Name"/> throws. This type is immutable.
/// </remarks>
public readonly record struct SpokenLanguage
{
    private readonly string? _name;

    private SpokenLanguage(string name) => _name = name;

    /// <summary>Gets Mandarin Chinese, "zh".</summary>
    public static SpokenLanguage Mandarin { get; } = new("zh");

    /// <summary>Gets Cantonese, "yue".</summary>
    public static SpokenLanguage Cantonese { get; } = new("yue");

    /// <summary>Gets Shanghainese and its neighbours, the Wu dialects, "wuu".</summary>
    public static SpokenLanguage Wu { get; } = new("wuu");

    /// <summary>Gets English, "en".</summary>
    public static SpokenLanguage English { get; } = new("en");

    /// <summary>Gets the name: 1 to 64 characters of a–z, 0–9 and '-'.</summary>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public string Name => _name ?? throw NameRule.DefaultValue(nameof(SpokenLanguage));

    /// <summary>Makes the language of this name.</summary>
    /// <param name="name">1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The language; equal to the well-known one when the name is one of theirs.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> has other characters or another length.</exception>
    public static SpokenLanguage Named(string name) => new(NameRule.Checked(name, "language", nameof(name)));

    /// <summary>Returns the name, or "(no language)" for the default value.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => _name ?? "(no language)";
}
