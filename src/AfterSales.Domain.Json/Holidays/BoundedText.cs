using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace AfterSales.Domain.Json;

/// <summary>Reads a text to its end, but not without end.</summary>
internal static class BoundedText
{
    internal const int MostCharacters = 8 * 1024 * 1024;

    /// <summary>The text without byte order mark, or a finding when it is longer than allowed.</summary>
    internal static bool TryRead(TextReader reader, DocumentFindings findings, [NotNullWhen(true)] out string? text)
    {
        StringBuilder read = new();
        char[] buffer = new char[16 * 1024];
        int count = reader.Read(buffer, 0, buffer.Length);
        while (count > 0 && read.Length <= MostCharacters)
        {
            read.Append(buffer, 0, count);
            count = reader.Read(buffer, 0, buffer.Length);
        }

        if (read.Length > MostCharacters)
        {
            findings.Add(1, 1, "too-large", "found a longer text", $"at most {MostCharacters / 1024 / 1024} Mi characters");
            text = null;
            return false;
        }

        text = read.Length > 0 && read[0] == '\uFEFF' ? read.ToString(1, read.Length - 1) : read.ToString();
        return true;
    }
}
