using System.Globalization;
using System.Text;

namespace AfterSales.Domain.Json;

/// <summary>How foreign text is shown inside a sentence: short, on one line, with nothing in it that could disturb a terminal.</summary>
internal static class Quoting
{
    private const int Longest = 80;
    private const int LongestSentence = 2000;

    internal static string Quoted(string text) => "\"" + Cut(text) + "\"";

    internal static string Cut(string text) => Cut(text, Longest);

    /// <summary>A whole sentence, in which the message of a domain refusal may quote foreign text as it is.</summary>
    internal static string OnOneLine(string sentence) => Cut(sentence, LongestSentence);

    internal static string Cut(string text, int longest)
    {
        StringBuilder shown = new();
        foreach (char c in text.Length > longest ? text.Substring(0, longest) : text)
        {
            if (char.IsControl(c) || char.IsSurrogate(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                shown.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
            else
            {
                shown.Append(c);
            }
        }

        return text.Length > longest ? $"{shown}… ({text.Length.ToString(CultureInfo.InvariantCulture)} characters)" : shown.ToString();
    }

    internal static string List(IEnumerable<string> words)
    {
        string[] all = [.. words];
        return all.Length switch
        {
            0 => "nothing",
            1 => all[0],
            _ => string.Join(", ", all, 0, all.Length - 1) + " or " + all[all.Length - 1],
        };
    }

    internal static bool IsIdentifier(string name)
    {
        if (name.Length is 0 or > Longest)
        {
            return false;
        }

        foreach (char c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '$'))
            {
                return false;
            }
        }

        return true;
    }
}
