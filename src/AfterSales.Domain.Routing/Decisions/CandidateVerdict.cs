namespace AfterSales.Domain.Routing;

/// <summary>What a decision says about one technician: the hard rule that refused him, or his score by part and what decided.</summary>
/// <remarks>
/// A closed set: <see cref="RefusedVerdict"/> and <see cref="ScoredVerdict"/>. <c>$"{verdict}"</c> is English, <c>$"{verdict:zh}"</c> Simplified Chinese. Immutable.
/// </remarks>
public abstract class CandidateVerdict : IFormattable
{
    private protected CandidateVerdict(PersonId technician) => Technician = technician;

    /// <summary>Gets whom it is about.</summary>
    public PersonId Technician { get; }

    /// <summary>Returns the verdict in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(format: null, formatProvider: null);

    /// <summary>Returns the verdict in a language.</summary>
    /// <param name="format">Null, empty, "G" or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Not used: numbers and instants are invariant.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => Text(TextLanguage.IsChinese(format));

    private protected abstract string Text(bool chinese);

    private protected static string InLanguage(RoutingReason reason, bool chinese) => reason.ToString(chinese ? "zh" : null, formatProvider: null);
}
