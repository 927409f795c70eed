using System.CommandLine;
using System.Globalization;
using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>What makes a replay end with exit code 1: any miss, any row that was not used, or an objective that attained less than a share.</summary>
internal sealed record FailOn(string Name, double Percent)
{
    private const string Missed = "missed";
    private const string Unused = "unused";
    private const string Attainment = "attainment";

    internal static Option<FailOn[]> Option() => new("--fail-on")
    {
        Description = "exit with 1 when there is: missed, unused, attainment:90 (an objective attained less than 90 %); several may be given",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
        CustomParser = result =>
        {
            List<FailOn> all = [];
            foreach (string text in result.Tokens.Select(token => token.Value))
            {
                if (TryParse(text) is { } one)
                {
                    all.Add(one);
                }
                else
                {
                    result.AddError($"\"{text}\" is not allowed for --fail-on: give missed, unused, or attainment: and a percentage, such as attainment:90.");
                }
            }

            return [.. all];
        },
    };

    /// <summary>The conditions that hold, each with what makes it hold.</summary>
    internal static IReadOnlyList<Phrase> Met(IReadOnlyList<FailOn> conditions, AttainmentTally tally, long unusedRows)
    {
        List<Phrase> met = [];
        foreach (FailOn condition in conditions)
        {
            if (string.Equals(condition.Name, Missed, StringComparison.Ordinal) && tally.Rows.Sum(row => row[CycleOutcome.Missed]) is > 0 and var misses)
            {
                met.Add(($"missed: {PageWords.Number(misses)} clocks missed their deadline", $"missed：{PageWords.Number(misses)} 个计时超时"));
            }

            if (string.Equals(condition.Name, Unused, StringComparison.Ordinal) && unusedRows > 0)
            {
                met.Add(($"unused: {PageWords.Number(unusedRows)} rows were not used", $"unused：{PageWords.Number(unusedRows)} 行未使用"));
            }

            if (string.Equals(condition.Name, Attainment, StringComparison.Ordinal))
            {
                met.AddRange(tally.Rows.GroupBy(row => row.Objective, StringComparer.Ordinal)
                    .Select(group => (Objective: group.Key, Share: Share.Sum(group.Select(row => row.Attainment))))
                    .Where(one => one.Share.Value * 100 < condition.Percent)
                    .Select(one => condition.Below(one.Objective, PageWords.Percent(one.Share))));
            }
        }

        return met;
    }

    private Phrase Below(string objective, string attained)
    {
        string limit = Percent.ToString("0.###", CultureInfo.InvariantCulture);
        return ($"{Attainment}:{limit}: {objective} attained {attained}", $"{Attainment}:{limit}：{objective} 的达成率为 {attained}");
    }

    private static FailOn? TryParse(string text)
    {
        if (text is Missed or Unused)
        {
            return new FailOn(text, 0);
        }

        return text.StartsWith(Attainment + ":", StringComparison.Ordinal)
            && double.TryParse(text.AsSpan(Attainment.Length + 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percent) && percent is > 0 and <= 100
            ? new FailOn(Attainment, percent)
            : null;
    }
}
