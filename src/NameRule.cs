#nullable enable

namespace AfterSales.Domain;

/// <summary>The one rule for names that stand in documents and results: 1 to 64 characters of a–z, 0–9 and '-'.</summary>
/// <remarks>Linked into each package that has named values, so that no package depends on another's internals.</remarks>
[Microsoft.CodeAnalysis.Embedded]
internal static class NameRule
{
    internal const int MaximumLength = 64;

    internal static bool IsName(string? text)
    {
        if (string.IsNullOrEmpty(text) || text!.Length > MaximumLength)
        {
            return false;
        }

        foreach (char c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
            {
                return false;
            }
        }

        return true;
    }

    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="text"/> is no name; the message says what is allowed.</exception>
    internal static string Checked(string text, string what, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(text, parameterName);
        return IsName(text)
            ? text
            : throw new ArgumentException($"\"{text}\" is not a name of a {what}: allowed are 1 to {MaximumLength} characters of a-z, 0-9 and '-'.", parameterName);
    }

    internal static InvalidOperationException DefaultValue(string what) =>
        new($"This is the default value of {what}, which names nothing; make one with {what}.Named(\"…\").");
}
