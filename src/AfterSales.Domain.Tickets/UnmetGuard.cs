namespace AfterSales.Domain.Tickets;

/// <summary>A guard that was not met, with the reason why.</summary>
/// <remarks>The name is API, the texts are not. Two are equal when name and texts are. This type is immutable.</remarks>
public sealed class UnmetGuard : IEquatable<UnmetGuard>, IFormattable
{
    private readonly string _english;
    private readonly string _chinese;

    internal UnmetGuard(string name, string english, string chinese)
    {
        Name = name;
        _english = english;
        _chinese = chinese;
    }

    /// <summary>Gets the name of the guard.</summary>
    public string Name { get; }

    /// <summary>Says whether name and texts are equal.</summary>
    /// <param name="other">The other.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(UnmetGuard? other) => other is not null && (Name, _english, _chinese) == (other.Name, other._english, other._chinese);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UnmetGuard);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, _english);

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
