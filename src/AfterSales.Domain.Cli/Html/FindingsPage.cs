using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Cli.Html;

/// <summary>The verification of a policy as a page: each finding with the cases that show it.</summary>
internal static class FindingsPage
{
    internal static HtmlPage Of(SlaPolicy policy, IReadOnlyList<Finding> findings, string file, string language)
    {
        PageWords words = new(language);
        HtmlPage page = new(language, PageWords.NameOf(policy), words.Say($"verification of {file}", $"{file} 的静态验证"));
        page.Section(words.Say("Findings", "发现的问题"), FindingList.Of([.. findings.Where(one => !one.IsAccepted)], FindingList.ZoneOf(policy), words));
        Finding[] accepted = [.. findings.Where(one => one.IsAccepted)];
        page.Section(words.Say("Accepted by the policy", "策略已接受的问题"), accepted.Length == 0 ? null : FindingList.Of(accepted, FindingList.ZoneOf(policy), words));
        return page;
    }
}
