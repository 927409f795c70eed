namespace AfterSales.Domain.Tickets;

/// <summary>What came of an action: <see cref="AcceptedTransition"/> or <see cref="RefusedTransition"/>.</summary>
/// <remarks>A closed set of two. This type is immutable and safe for use by several threads.</remarks>
public abstract class TransitionResult : IFormattable
{
    private protected TransitionResult()
    {
    }

    /// <summary>Gets whether the action was accepted.</summary>
    public bool IsAccepted => this is AcceptedTransition;

    /// <summary>Returns the result as an English sentence.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(format: null, formatProvider: null);

    /// <summary>Returns the result as a sentence.</summary>
    /// <param name="format">"en" or nothing for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Not used: the text is the same in every culture.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another text.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => Words(TextLanguage.IsChinese(format));

    private protected abstract string Words(bool chinese);
}
