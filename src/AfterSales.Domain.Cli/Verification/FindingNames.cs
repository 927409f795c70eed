using System.Text;
using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Cli.Verification;

/// <summary>Codes and levels of findings as they stand on the command line and in JSON: "non-monotone-cut-off", "warning".</summary>
internal static class FindingNames
{
    internal static IReadOnlyList<string> Codes { get; } = [.. Enum.GetValues<FindingCode>().Select(Of)];

    internal static IReadOnlyList<string> Levels { get; } = [.. Enum.GetValues<FindingLevel>().Select(Of)];

    internal static string Of(FindingCode code) => Dashed(code.ToString());

    internal static string Of(FindingLevel level) => Dashed(level.ToString());

    private static string Dashed(string name)
    {
        StringBuilder text = new();
        foreach (char letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
