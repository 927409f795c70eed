using System.Text.Json;
using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Sla;
using NodaTime.Text;
using Spectre.Console;

namespace AfterSales.Domain.Cli.Verification;

/// <summary>Findings as text for people and as JSON for programs.</summary>
internal static class FindingOutput
{
    internal static void WriteText(Session session, IReadOnlyList<Finding> findings, PageWords words)
    {
        IAnsiConsole console = session.Tables();
        foreach (Finding finding in findings)
        {
            console.Write(new Text($"{words.LevelOf(finding),-8}", ColourOf(finding)));
            console.WriteLine($"  {words.Of(finding)} [{FindingNames.Of(finding.Code)}]");
        }

        int accepted = findings.Count(finding => finding.IsAccepted);
        session.Output.WriteLine(findings.Count switch
        {
            0 => words.Say("verified: no findings", "静态验证：没有发现问题"),
            1 => words.Say("verified: 1 finding", "静态验证：1 个问题") + (accepted == 1 ? words.Say(", accepted", "，已接受") : ""),
            var count => words.Say($"verified: {count} findings", $"静态验证：{count} 个问题") + (accepted == 0 ? "" : words.Say($", {accepted} of them accepted", $"，其中 {accepted} 个已接受")),
        });
    }

    private static Style ColourOf(Finding finding) => finding switch
    {
        { IsAccepted: true } => Paint.Faint,
        { Level: FindingLevel.Error } => Paint.Bad,
        { Level: FindingLevel.Warning } => Paint.Notable,
        _ => Paint.Plain,
    };

    internal static void WriteJson(Utf8JsonWriter json, IReadOnlyList<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (Finding finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("code", FindingNames.Of(finding.Code));
            json.WriteString("level", FindingNames.Of(finding.Level));
            json.WriteString("place", finding.Place.ToString());
            json.WriteString("sentence", $"{finding}");
            json.WriteString("sentenceZh", $"{finding:zh}");
            json.WriteBoolean("accepted", finding.IsAccepted);
            json.WriteStartArray("examples");
            foreach (FindingExample example in finding.Examples)
            {
                WriteExample(json, example);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteExample(Utf8JsonWriter json, FindingExample example)
    {
        json.WriteStartObject();
        json.WriteString("objective", example.Objective);
        if (example.Target is { } target)
        {
            json.WriteString("target", target);
        }

        json.WriteString("request", $"{example.Request}");
        json.WriteString("start", InstantPattern.ExtendedIso.Format(example.Start));
        if (example.Due is { } due)
        {
            json.WriteString("due", InstantPattern.ExtendedIso.Format(due));
        }

        if (example is { ChangedAt: { } at, ChangedTo: { } request })
        {
            json.WriteString("changedAt", InstantPattern.ExtendedIso.Format(at));
            json.WriteString("changedTo", $"{request}");
        }

        if (example.WaitsFor is { } reason)
        {
            json.WriteString("waitsFor", reason.Name);
        }

        json.WriteEndObject();
    }
}
