namespace AfterSales.Domain.Satisfaction;

/// <summary>Whether a customer is asked, and when and how, or why not.</summary>
/// <remarks>
/// A closed set: <see cref="PlannedInvitation"/> and <see cref="WithheldInvitation"/>. Prints in English and, with the format "zh", in Simplified Chinese. This type is
/// immutable.
/// </remarks>
public abstract class InvitationDecision : IFormattable
{
    private protected InvitationDecision()
    {
    }

    /// <summary>Returns the decision in English.</summary>
    /// <returns>The text.</returns>
    public sealed override string ToString() => ToString(null, null);

    /// <summary>Returns the decision.</summary>
    /// <param name="format">None or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Ignored: numbers and times are written culture-invariantly.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => Words(TextLanguage.IsChinese(format));

    private protected abstract string Words(bool chinese);
}
