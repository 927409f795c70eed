using System.CommandLine;
using AfterSales.Domain.Json;
using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Cli.Verification;

/// <summary>What makes a verification end with exit code 1: findings of a level or above, or of a code, that the policy does not accept.</summary>
internal static class FailOnFinding
{
    internal static Option<string[]> Option()
    {
        Option<string[]> option = new("--fail-on")
        {
            Description = "exit with 1 when there is a finding that the policy does not accept, of a level (note, warning, error: that or above) or of a code; several may be given",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        option.Validators.Add(result =>
        {
            foreach (string text in result.Tokens.Select(token => token.Value))
            {
                if (!FindingNames.Levels.Contains(text, StringComparer.Ordinal) && !FindingNames.Codes.Contains(text, StringComparer.Ordinal))
                {
                    result.AddError($"\"{text}\" is not allowed for --fail-on: give a level ({string.Join(", ", FindingNames.Levels)}) or a code{NearMiss.Hint(text, FindingNames.Codes)} ({string.Join(", ", FindingNames.Codes)}).");
                }
            }
        });
        return option;
    }

    internal static IReadOnlyList<Finding> Met(IReadOnlyList<string> conditions, IReadOnlyList<Finding> findings) =>
        [.. findings.Where(finding => !finding.IsAccepted && conditions.Any(condition => Names(condition, finding)))];

    private static bool Names(string condition, Finding finding)
    {
        int level = Array.IndexOf([.. FindingNames.Levels], condition);
        return level >= 0 ? (int)finding.Level >= level : string.Equals(condition, FindingNames.Of(finding.Code), StringComparison.Ordinal);
    }
}
