using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Sla;

/// <summary>How a cycle stands as seen from an instant.</summary>
/// <remarks>A closed set of cases. Immutable and thread-safe; compared by reference.</remarks>
public abstract class ClockState : IFormattable
{
    private protected ClockState()
    {
    }

    /// <summary>Returns the state in English, instants in UTC.</summary>
    /// <returns>The text.</returns>
    public sealed override string ToString() => Describe(chinese: false);

    /// <summary>Returns the state in a language, instants in UTC.</summary>
    /// <param name="format">null, "" or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Not used: numbers and dates are invariant.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => Describe(TextLanguage.IsChinese(format));

    internal abstract string Describe(bool chinese);

    private protected static string Text(Instant at) => InstantPattern.ExtendedIso.Format(at);
}
