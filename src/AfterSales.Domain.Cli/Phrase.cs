using AfterSales.Domain.Json;

namespace AfterSales.Domain.Cli;

/// <summary>Something that the tool says, in both languages; what it passes on from elsewhere may be there in English only.</summary>
internal readonly record struct Phrase(string English, string? Chinese = null)
{
    public static implicit operator Phrase((string English, string Chinese) both) => new(both.English, both.Chinese);

    /// <summary>What is allowed, as a list of which one may be chosen.</summary>
    internal static Phrase AllowedIs(IEnumerable<string> words) => AllowedIs("", words);

    /// <summary>What is allowed for an option, as a list of which one may be chosen.</summary>
    internal static Phrase AllowedIs(string option, IEnumerable<string> words)
    {
        string[] all = [.. words];
        (string optionInEnglish, string optionInChinese) = option.Length == 0 ? ("", "") : ($"for {option} ", $"{option} ");
        return ($"allowed {optionInEnglish}is {Quoting.List(all)}", $"{optionInChinese}应为 {ListInChinese(all)}");
    }

    /// <summary>Something that was found, with the word that was probably meant.</summary>
    internal static Phrase Found(string english, string chinese, string word, IEnumerable<string> known) =>
        NearMiss.Find(word, known) is { } near ? ($"{english}{NearMiss.Hint(near)}", $"{chinese}（是否指 \"{near}\"？）") : (english, chinese);

    /// <summary>The English, or for <c>zh</c> the Chinese where there is one.</summary>
    internal string In(string language) => string.Equals(language, "zh", StringComparison.Ordinal) ? Chinese ?? English : English;

    private static string ListInChinese(string[] words) => words.Length switch
    {
        0 => "（无可选项）",
        1 => words[0],
        _ => string.Join("、", words, 0, words.Length - 1) + " 或 " + words[^1],
    };
}
