namespace AfterSales.Domain.Tickets;

/// <summary>Why something was refused.</summary>
/// <remarks>The code is API, the texts are not. Two reasons are equal when code and texts are. This type is immutable.</remarks>
public sealed class RefusalReason : IEquatable<RefusalReason>, IFormattable
{
    private readonly string _english;
    private readonly string _chinese;

    internal RefusalReason(RefusalCode code, string english, string chinese)
    {
        Code = code;
        _english = english;
        _chinese = chinese;
    }

    /// <summary>Gets the kind of reason.</summary>
    public RefusalCode Code { get; }

    /// <summary>Says whether code and texts are equal.</summary>
    /// <param name="other">The other reason.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(RefusalReason? other) => other is not null && (Code, _english, _chinese) == (other.Code, other._english, other._chinese);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RefusalReason);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, _english);

    /// <summary>Returns the reason in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => _english;

    /// <summary>Returns the reason.</summary>
    /// <param name="format">"en" or nothing for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Not used: the text is the same in every culture.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another text.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => TextLanguage.IsChinese(format) ? _chinese : _english;
}
