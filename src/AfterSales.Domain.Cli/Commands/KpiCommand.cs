using System.CommandLine;
using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Cli.Kpis;
using AfterSales.Domain.Cli.Mapping;
using AfterSales.Domain.Cli.Replay;
using AfterSales.Domain.Json;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Cli.Commands;

/// <summary><c>aftersales kpi tickets.csv --mapping mapping.json</c>: KPIs of a ticket log with their intervals and what was left out, by period and dimension.</summary>
internal sealed class KpiCommand : ICommandFile
{
    public Command Make(Session session)
    {
        Argument<string> tickets = new("tickets") { Description = "an event log or a ticket table as CSV, plain or gzip, or - for standard input" };
        Option<string> mapping = new("--mapping") { Description = "the mapping document: what the columns mean", Required = true };
        Option<string?> policy = new("--policy") { Description = "an SLA policy document, for the KPIs of deadlines" };
        Option<string?> response = new("--response") { Description = "the policy's objective for first replies; without it, the first that ends with a reply" };
        Option<string?> resolution = new("--resolution") { Description = "the policy's objective for solutions; without it, the first that ends with a solution" };
        Option<string?> goals = new("--goals") { Description = "a kpi-goals document: what is to be reached; each goal is judged over all periods" };
        Option<string[]> failOn = new("--fail-on")
        {
            Description = "exit with 1 when there is a goal that is: missed, undecided; several may be given", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [],
        };
        failOn.AcceptOnlyFromAmong("missed", "undecided");
        Option<string[]> by = new("--by") { Description = "what to compare by, such as region or channel; may stand several times; the region without it, where the mapping gives one" };
        Option<string> every = new("--every") { Description = "how long the periods are: week, month, quarter or year", DefaultValueFactory = _ => "month" };
        every.AcceptOnlyFromAmong("week", "month", "quarter", "year");
        Option<Instant?> asOf = TimeText.InstantOption("--as-of", "count tickets as they stood at this instant; without it, as of the last instant of the file");
        Option<bool> ungrouped = new("--ungrouped") { Description = "the event log is not grouped by ticket: hold all of it in memory" };
        Option<bool> skip = new("--skip-bad-rows") { Description = "leave out rows that cannot be read, and count them, instead of refusing the file" };
        Option<string?> html = HtmlOutput.Option();
        Option<string> language = Language.Option();
        Option<string> format = OutputFormat.Option();
        Command command = new("kpi", "Counts KPIs over past tickets: solution, reopen and repeat rates, deadlines kept, times, backlog; by period and dimension, each with its interval.")
        {
            tickets, mapping, policy, response, resolution, goals, failOn, by, every, asOf, ungrouped, skip, html, language, format,
        };
        command.SetAction((parsed, cancellation) => RunAsync(session, new Request(
            parsed.GetRequiredValue(tickets), parsed.GetRequiredValue(mapping), parsed.GetValue(policy), parsed.GetValue(response), parsed.GetValue(resolution), parsed.GetValue(goals), parsed.GetValue(failOn) ?? [],
            parsed.GetValue(by) ?? [], Enum.Parse<KpiPeriodKind>(parsed.GetRequiredValue(every), ignoreCase: true), parsed.GetValue(asOf), parsed.GetValue(ungrouped), parsed.GetValue(skip), parsed.GetValue(html), parsed.GetRequiredValue(language), OutputFormat.IsJson(parsed)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Session session, Request request, CancellationToken cancellation)
    {
        Input.AllowStandardOnce(("policy, goals, tickets and mapping", "策略、目标、工单与映射"), request.Policy, request.Goals, request.Tickets, request.Mapping);
        if (request.FailOn.Length > 0 && request.Goals is null)
        {
            throw new BadInputException(Problem.OfFile("--fail-on", "no-goals", ("found no goals that could be missed", "没有可判定的目标"), ("allowed is --fail-on only with --goals", "--fail-on 只能与 --goals 一起使用")));
        }

        Problems problems = new();
        SlaPolicy? policy = request.Policy is { } path ? await Input.TryReadAsync(session, path, text => SlaPolicyDocument.Read(text), problems, cancellation).ConfigureAwait(false) : null;
        KpiGoals? goals = request.Goals is { } file ? await Input.TryReadAsync(session, file, text => KpiGoalsDocument.Read(text), problems, cancellation).ConfigureAwait(false) : KpiGoals.None;
        TicketMapping? mapping = await Input.TryReadAsync(session, request.Mapping, text => TicketMappingDocument.Read(text), problems, cancellation).ConfigureAwait(false);
        if (mapping is null || goals is null || problems.Count > 0)
        {
            throw new BadInputException(problems);
        }

        string? response = ObjectiveOf(request, "--response", request.Response, policy, Signal.Reply);
        string? resolution = ObjectiveOf(request, "--resolution", request.Resolution, policy, Signal.Resolved);
        string[] by = request.By.Length > 0 || mapping.Request.Dimensions.All(source => !source.Dimension.Equals(RequestDimension.Region)) ? request.By : [RequestDimension.Region.Name];
        KpiDimension[] dimensions = [.. by.Distinct(StringComparer.Ordinal).Select(name => DimensionOf(name, request.Mapping, mapping))];
        TicketWalk walk = new(request.Tickets, request.AsOf, Worst: 0, request.Ungrouped) { KeepsHistories = true };
        (ReplayRun run, _) = await walk.RunAsync(session, policy ?? OnlyHistories, mapping, cancellation).ConfigureAwait(false);
        if (run.Broken.Count > 0 && !request.SkipBadRows)
        {
            throw new BadInputException(run.Broken);
        }

        if (run.AsOf is not { } asOf)
        {
            throw new BadInputException(Problem.OfFile(Input.NameOf(request.Tickets), "no-tickets", ("found no ticket that can be used", "没有可用的工单"), ("allowed is a file with at least one", "文件中应至少有一张可用的工单")));
        }

        KpiPlan plan = new KpiPlan(asOf, mapping.Zone).Every(request.Every).By(dimensions).With(goals.Percentiles);
        plan = response is null ? plan : plan.RespondingBy(response);
        plan = resolution is null ? plan : plan.ResolvingBy(resolution);
        KpiReport report = KpiReport.Of(Input.NameOf(request.Tickets), run, policy, plan, goals, cancellation) with { FailOn = request.FailOn };
        if (request.Html is { } html)
        {
            await HtmlOutput.WriteAsync(html, KpiPage.Of(report, request.Language), cancellation).ConfigureAwait(false);
        }

        if (request.AsJson)
        {
            OutputFormat.WriteObject(session, json => KpiJson.Write(json, report));
        }
        else
        {
            KpiText.Write(session, report, request.Language);
        }

        return report.Failures.Count > 0 ? ExitCode.Found : ExitCode.Fine;
    }

    /// <summary>The policy of a log that is only counted: nothing has a deadline.</summary>
    private static SlaPolicy OnlyHistories => new("none", 1, Instant.MinValue, []);

    private static string? ObjectiveOf(Request request, string option, string? name, SlaPolicy? policy, Signal finish)
    {
        if (name is null)
        {
            return policy?.Objectives.FirstOrDefault(objective => objective.StopsOn.Contains(finish))?.Name;
        }

        string[] known = policy is null ? [] : [.. policy.Objectives.Select(objective => objective.Name)];
        return known.Contains(name, StringComparer.Ordinal)
            ? name
            : throw new BadInputException(Problem.OfFile(
                request.Policy ?? option, "unknown-objective", Phrase.Found($"found no objective {Quoting.Quoted(name)}", $"没有目标 {Quoting.Quoted(name)}", name, known),
                policy is null ? ($"allowed is {option} only with --policy", $"{option} 只能与 --policy 一起使用") : Phrase.AllowedIs(option, known)));
    }

    private static KpiDimension DimensionOf(string name, string file, TicketMapping mapping)
    {
        RequestDimension[] known = [.. mapping.Request.Dimensions.Select(source => source.Dimension)];
        string[] names = [.. known.Select(one => one.Name)];
        return Array.Find(known, dimension => string.Equals(dimension.Name, name, StringComparison.Ordinal)) is { } found
            ? KpiDimension.Of(found)
            : throw new BadInputException(Problem.OfFile(
                file, "unknown-dimension", Phrase.Found($"found no {Quoting.Quoted(name)} in the request of the mapping", $"映射的 request 中没有 {Quoting.Quoted(name)}", name, names),
                names.Length == 0 ? ("allowed for --by is what the mapping gives, which is nothing", "--by 只能用映射给出的属性，而映射没有给出") : Phrase.AllowedIs("--by", names)));
    }

    private sealed record Request(
        string Tickets, string Mapping, string? Policy, string? Response, string? Resolution, string? Goals, string[] FailOn, string[] By, KpiPeriodKind Every, Instant? AsOf, bool Ungrouped, bool SkipBadRows, string? Html, string Language, bool AsJson);
}
