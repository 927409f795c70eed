using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Json;
using AfterSales.Domain.Routing;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace AfterSales.Domain.Cli.Commands;

/// <summary><c>aftersales route routing.json technicians.json items.json</c>: who gets what of a batch, and why; with <c>--why</c> for every technician.</summary>
internal sealed class RouteCommand : ICommandFile
{
    public Command Make(Session session)
    {
        Argument<string> policy = new("policy") { Description = "a routing policy" };
        Argument<string> technicians = new("technicians") { Description = "the technicians" };
        Argument<string> items = new("items") { Description = "the work items; one of the three may be - for standard input" };
        Option<Instant?> at = TimeText.InstantOption("--at", "decide for this instant; without it, for the last instant at which an item was queued");
        Option<bool> why = new("--why") { Description = "also say, for each item, why each technician got it or did not" };
        Option<string> language = Language.Option();
        Option<string> format = OutputFormat.Option();
        Command command = new("route", "Assigns work items to technicians by a routing policy and says why.") { policy, technicians, items, at, why, language, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            Input.AllowStandardOnce(("policy, technicians and items", "策略、技术员与任务"), parsed.GetRequiredValue(policy), parsed.GetRequiredValue(technicians), parsed.GetRequiredValue(items));
            Problems problems = new();
            RoutingPolicy? rules = await Input.TryReadAsync(session, parsed.GetRequiredValue(policy), bytes => RoutingPolicyDocument.Read(bytes), problems, cancellation).ConfigureAwait(false);
            IReadOnlyList<Technician>? crew = await Input.TryReadAsync(session, parsed.GetRequiredValue(technicians), bytes => TechniciansDocument.Read(bytes), problems, cancellation).ConfigureAwait(false);
            IReadOnlyList<WorkItem>? queue = await Input.TryReadAsync(session, parsed.GetRequiredValue(items), bytes => WorkItemsDocument.Read(bytes), problems, cancellation).ConfigureAwait(false);
            if (rules is null || crew is null || queue is null)
            {
                throw new BadInputException(problems);
            }

            Instant instant = parsed.GetValue(at) ?? (queue.Count == 0 ? NodaConstants.UnixEpoch : queue.Max(item => item.QueuedAt));
            BatchPlan plan = rules.Assign(queue, crew, instant);
            if (OutputFormat.IsJson(parsed))
            {
                WriteJson(session, plan, instant, parsed.GetRequiredValue(language));
            }
            else
            {
                WriteText(session, plan, instant, crew, new PageWords(parsed.GetRequiredValue(language)), parsed.GetValue(why));
            }

            return ExitCode.Fine;
        });
        return command;
    }

    private static void WriteText(Session session, BatchPlan plan, Instant at, IReadOnlyList<Technician> crew, PageWords words, bool why)
    {
        DateTimeZone zone = crew.Count == 0 ? DateTimeZone.Utc : crew[0].Hours.Zone;
        session.Output.WriteLine($"{words.Of(at, zone)}{words.Say(": ", "：")}{Summary(plan, words)}");
        Table table = new Table().Border(TableBorder.Simple).AddColumns(words.Say("Item", "任务"), words.Say("Request", "请求"), words.Say("Decision", "决定"));
        foreach (RoutingDecision decision in plan.Decisions)
        {
            string text = words.Of(decision);
            table.AddRow(Cell(decision.Item.Id.Value), Cell(words.Of(decision.Item.Request)), Cell(text[(decision.Item.Id.Value.Length + 1)..].Trim()));
        }

        session.Tables().Write(table);
        if (!why)
        {
            return;
        }

        foreach (RoutingDecision decision in plan.Decisions)
        {
            Table reasons = new Table().Border(TableBorder.Simple).Title(Cell(decision.Item.Id.Value)).AddColumns(words.Say("Technician", "技术员"), words.Say("Why", "原因"));
            foreach (CandidateVerdict verdict in decision.Verdicts)
            {
                reasons.AddRow(Cell(verdict.Technician.Value), Cell(words.Of(verdict)));
            }

            session.Tables().Write(reasons);
        }
    }

    private static string Summary(BatchPlan plan, PageWords words)
    {
        string assigned = PageWords.Number(plan.Decisions.Count(decision => decision is not UnassignedDecision));
        string all = PageWords.Number(plan.Decisions.Count);
        return words.Say($"{plan}", $"{all} 个任务中分配了 {assigned} 个，" + (plan.MethodReason is { } reason ? $"按排队顺序（{reason:zh}）" : "为最优分配"));
    }

    private static string Cell(string text) => Markup.Escape(text);

    private static void WriteJson(Session session, BatchPlan plan, Instant at, string language) => OutputFormat.WriteObject(session, json =>
    {
        json.WriteString("at", InstantPattern.ExtendedIso.Format(at));
        json.WriteString("method", plan.Method == BatchMethod.Optimal ? "optimal" : "in-queue-order");
        if (plan.MethodReason is { } reason)
        {
            json.WritePropertyName("methodReason");
            WriteReason(json, reason, language);
        }

        json.WriteNumber("total", plan.Total);
        json.WriteStartArray("decisions");
        foreach (RoutingDecision decision in plan.Decisions)
        {
            WriteDecision(json, decision, language);
        }

        json.WriteEndArray();
    });

    private static void WriteDecision(Utf8JsonWriter json, RoutingDecision decision, string language)
    {
        json.WriteStartObject();
        json.WriteString("item", decision.Item.Id.Value);
        json.WriteString("step", decision.Step.Name);
        switch (decision)
        {
            case AssignedDecision assigned:
                json.WriteString("decision", "assigned");
                json.WriteString("technician", assigned.Technician.Id.Value);
                json.WriteString("guide", assigned.Guide?.Id.Value);
                json.WriteNumber("score", assigned.Score);
                WriteNames(json, "tell", assigned.Tell.Select(role => role.Name));
                break;
            case TeamDecision team:
                json.WriteString("decision", "team");
                json.WriteString("lead", team.Lead.Id.Value);
                WriteNames(json, "experts", team.Members.Skip(1).Select(member => member.Technician.Id.Value));
                WriteNames(json, "tell", team.Tell.Select(role => role.Name));
                break;
            case WaitDecision wait:
                json.WriteString("decision", "wait");
                json.WriteString("until", wait.Until is { } until ? InstantPattern.ExtendedIso.Format(until) : null);
                break;
            case EscalatedDecision escalated:
                json.WriteString("decision", "escalated");
                json.WriteString("rung", escalated.Rung switch { FallbackKind.OnCall => "on-call", FallbackKind.Provider => "provider", _ => "supervisor" });
                json.WriteString("to", escalated.To.Id.Value);
                break;
            default:
                json.WriteString("decision", "nobody");
                break;
        }

        if (decision is UnassignedDecision unassigned)
        {
            json.WriteStartArray("missing");
            foreach (RoutingReason missing in unassigned.Missing)
            {
                WriteReason(json, missing, language);
            }

            json.WriteEndArray();
        }

        json.WriteString("text", decision.ToString(language, CultureInfo.InvariantCulture));
        json.WriteStartArray("technicians");
        foreach (CandidateVerdict verdict in decision.Verdicts)
        {
            WriteVerdict(json, verdict, language);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteVerdict(Utf8JsonWriter json, CandidateVerdict verdict, string language)
    {
        json.WriteStartObject();
        json.WriteString("technician", verdict.Technician.Value);
        if (verdict is ScoredVerdict scored)
        {
            json.WriteBoolean("chosen", scored.IsChosen);
            json.WriteNumber("score", scored.Score);
        }

        json.WritePropertyName("reason");
        WriteReason(json, verdict is RefusedVerdict refused ? refused.Reason : ((ScoredVerdict)verdict).Decided, language);
        json.WriteString("text", verdict.ToString(language, CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void WriteReason(Utf8JsonWriter json, RoutingReason reason, string language)
    {
        json.WriteStartObject();
        json.WriteString("code", reason.Code);
        foreach (KeyValuePair<string, string> value in reason.Values)
        {
            json.WriteString(value.Key, value.Value);
        }

        json.WriteString("text", reason.ToString(language, CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string name, IEnumerable<string> names)
    {
        json.WriteStartArray(name);
        foreach (string one in names)
        {
            json.WriteStringValue(one);
        }

        json.WriteEndArray();
    }
}
