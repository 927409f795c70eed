using System.Globalization;
using System.Text.Json;
using AfterSales.Domain.Sla;
using NodaTime.Text;

namespace AfterSales.Domain.Cli.Verification;

/// <summary>Findings as text for people and as JSON for programs.</summary>
internal static class FindingOutput
{
    internal static void WriteText(Session session, IReadOnlyList<Finding> findings, string language)
    {
        foreach (Finding finding in findings)
        {
            string mark = finding.IsAccepted ? "accepted" : FindingNames.Of(finding.Level);
            session.Output.WriteLine($"{mark,-8}  {finding.ToString(language, CultureInfo.InvariantCulture)} [{FindingNames.Of(finding.Code)}]");
        }

        int accepted = findings.Count(finding => finding.IsAccepted);
        string rest = accepted == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {accepted} of them accepted");
        session.Output.WriteLine(findings.Count switch
        {
            0 => "verified: no findings",
            1 => "verified: 1 finding" + (accepted == 1 ? ", accepted" : ""),
            var count => string.Create(CultureInfo.InvariantCulture, $"verified: {count} findings{rest}"),
        });
    }

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

        json.WriteString("request", example.Request.ToString());
        json.WriteString("start", InstantPattern.ExtendedIso.Format(example.Start));
        if (example.Due is { } due)
        {
            json.WriteString("due", InstantPattern.ExtendedIso.Format(due));
        }

        if (example is { ChangedAt: { } at, ChangedTo: { } request })
        {
            json.WriteString("changedAt", InstantPattern.ExtendedIso.Format(at));
            json.WriteString("changedTo", request.ToString());
        }

        if (example.WaitsFor is { } reason)
        {
            json.WriteString("waitsFor", reason.Name);
        }

        json.WriteEndObject();
    }
}
