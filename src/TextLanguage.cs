#nullable enable

namespace AfterSales.Domain;

/// <summary>The one rule for the formats of texts: English without a format or with "en", Simplified Chinese with "zh".</summary>
/// <remarks>Linked into each package whose results print sentences, so that no package depends on another's internals.</remarks>
[Microsoft.CodeAnalysis.Embedded]
internal static class TextLanguage
{
    /// <exception cref="FormatException">The format is another one; the message names both.</exception>
    internal static bool IsChinese(string? format) => format switch
    {
        null or "" or "G" or "en" => false,
        "zh" => true,
        _ => throw new FormatException($"The format \"{format}\" is not known: \"en\" (or none) is English, \"zh\" is Simplified Chinese."),
    };
}
