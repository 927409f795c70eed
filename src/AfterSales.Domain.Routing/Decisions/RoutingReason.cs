using System.Text;

namespace AfterSales.Domain.Routing;

/// <summary>Why somebody was refused, what decided, or what is missing: a code with its values, printable in two languages.</summary>
/// <remarks>
/// <c>$"{reason}"</c> is English, <c>$"{reason:zh}"</c> Simplified Chinese. Codes (<see cref="ReasonCode"/>) and values are API, texts are not.
/// Two reasons are equal when code and values are. This type is immutable.
/// </remarks>
public sealed class RoutingReason : IEquatable<RoutingReason>, IFormattable
{
    private readonly ReasonValue[] _values;

    internal RoutingReason(string code, params ReasonValue[] values)
    {
        Code = code;
        _values = values;
    }

    /// <summary>Gets the code, one of <see cref="ReasonCode"/>.</summary>
    public string Code { get; }

    /// <summary>Gets the values by their names, in the order of the code's description; numbers, instants and names in their invariant form.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values =>
        Array.AsReadOnly(Array.ConvertAll(_values, value => new KeyValuePair<string, string>(value.Name, value.English)));

    /// <summary>Says whether both reasons have the same code and values.</summary>
    /// <param name="other">The other reason.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(RoutingReason? other) =>
        other is not null && string.Equals(Code, other.Code, StringComparison.Ordinal) && _values.AsSpan().SequenceEqual(other._values);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RoutingReason);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(StringComparer.Ordinal.GetHashCode(Code), _values.Length);

    /// <summary>Returns the reason in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(format: null, formatProvider: null);

    /// <summary>Returns the reason in a language.</summary>
    /// <param name="format">Null, empty, "G" or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Not used: numbers and instants are invariant.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        string sentence = chinese ? ReasonText.Chinese(Code) : ReasonText.English(Code);
        StringBuilder text = new();
        int position = 0;
        for (int open = Position("{"); open >= 0; open = Position("{"))
        {
            int close = Position("}");
            string name = sentence.Substring(open + 1, close - open - 1);
            ReasonValue value = Array.Find(_values, one => string.Equals(one.Name, name, StringComparison.Ordinal));
            text.Append(sentence, position, open - position).Append(chinese ? value.Chinese : value.English);
            position = close + 1;
        }

        return text.Append(sentence, position, sentence.Length - position).ToString();

        int Position(string brace) => sentence.IndexOf(brace, position, StringComparison.Ordinal);
    }
}
