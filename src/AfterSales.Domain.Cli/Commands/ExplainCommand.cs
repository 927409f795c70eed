using System.CommandLine;
using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Cli.Commands;

/// <summary><c>aftersales explain policy.json history.json --as-of 2026-11-20T09:00+08:00 --lang zh</c>: every clock of a ticket, why this target, why this instant.</summary>
internal sealed class ExplainCommand : ICommandFile
{
    public Command Make(Session session)
    {
        Argument<string> policy = new("policy") { Description = "an SLA policy document" };
        Argument<string?> history = new("history") { Description = "an sla-history document: what happened to the ticket; or - for standard input", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> events = new("--events") { Description = "the history, where it is not given as an argument" };
        Option<string?> request = new("--request") { Description = "a service-request document: explain as if the ticket had been opened with this request" };
        Option<Instant?> asOf = TimeText.InstantOption("--as-of", "look from this instant; without it, from the last event");
        Option<string?> objective = new("--objective") { Description = "only this objective" };
        Option<DateTimeZone?> zone = new("--zone")
        {
            Description = "the time zone to show instants in; without it, that of the policy's first calendar",
            CustomParser = result =>
            {
                DateTimeZone? found = DateTimeZoneProviders.Tzdb.GetZoneOrNull(result.Tokens[0].Value);
                if (found is null)
                {
                    result.AddError($"\"{result.Tokens[0].Value}\" is not allowed for --zone: give the name of a time zone in the IANA database such as Asia/Shanghai.");
                }

                return found;
            },
        };
        Option<string> language = Language.Option();
        Option<string> format = OutputFormat.Option();
        Command command = new("explain", "Explains every clock of a ticket: why this target, why this instant, span by span.") { policy, history, events, request, asOf, objective, zone, language, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            string path = OnlyOne(parsed.GetValue(history), parsed.GetValue(events));
            Input.AllowStandardOnce(("policy, history and request", "策略、历史与请求"), parsed.GetRequiredValue(policy), path, parsed.GetValue(request));
            Problems problems = new();
            SlaPolicy? rules = await Input.TryReadAsync(session, parsed.GetRequiredValue(policy), text => SlaPolicyDocument.Read(text), problems, cancellation).ConfigureAwait(false);
            SlaHistory? happened = await Input.TryReadAsync(session, path, text => SlaHistoryDocument.Read(text), problems, cancellation).ConfigureAwait(false);
            ServiceRequest? other = parsed.GetValue(request) is { } requestPath
                ? await Input.TryReadAsync(session, requestPath, text => ServiceRequestDocument.Read(text), problems, cancellation).ConfigureAwait(false)
                : null;
            if (rules is null || happened is null || problems.Count > 0)
            {
                throw new BadInputException(problems);
            }

            happened = other is null ? happened : OpenedWith(happened, other);
            string? only = parsed.GetValue(objective);
            if (only is not null && !rules.Objectives.Any(one => string.Equals(one.Name, only, StringComparison.Ordinal)))
            {
                throw new BadInputException(Problem.OfFile("--objective", "unknown-name", Phrase.Found($"found {Quoting.Quoted(only)}", $"给出的是 {Quoting.Quoted(only)}", only, rules.Objectives.Select(one => one.Name)), Phrase.AllowedIs(rules.Objectives.Select(one => $"\"{one.Name}\""))));
            }

            SlaReport report = rules.Track(happened, parsed.GetValue(asOf) ?? happened.Events[^1].At);
            IReadOnlyList<SlaCycle> cycles = [.. report.Objectives.Where(one => only is null || string.Equals(one.Objective.Name, only, StringComparison.Ordinal)).SelectMany(one => one.Cycles)];
            DateTimeZone shown = parsed.GetValue(zone) ?? rules.Calendars.Select(one => one.Calendar.Zone).FirstOrDefault() ?? DateTimeZone.Utc;
            if (OutputFormat.IsJson(parsed))
            {
                WriteJson(session, report, cycles, shown);
            }
            else
            {
                WriteText(session, report, cycles, shown, new PageWords(parsed.GetRequiredValue(language)));
            }

            return ExitCode.Fine;
        });
        return command;
    }

    /// <exception cref="BadInputException">Both are given, or none.</exception>
    private static string OnlyOne(string? history, string? events) => (history, events) switch
    {
        ({ } path, null) => path,
        (null, { } path) => path,
        (null, null) => throw new BadInputException(Problem.OfFile("history", "no-history", ("found none", "未给出历史"), ("allowed is an sla-history document as the second argument, or with --events", "应将 sla-history 文档作为第二个参数，或用 --events 给出"))),
        _ => throw new BadInputException(Problem.OfFile(
            "--events", "two-histories", ($"found {Quoting.Quoted(events)} besides {Quoting.Quoted(history)}", $"除 {Quoting.Quoted(history)} 外又给出 {Quoting.Quoted(events)}"),
            ("allowed is one history, as an argument or with --events", "只能给出一份历史：作为参数，或用 --events"))),
    };

    /// <summary>The same events, but opened with another request: what would have been promised then.</summary>
    private static SlaHistory OpenedWith(SlaHistory history, ServiceRequest request)
    {
        SlaEvent old = history.Events[0];
        SlaEvent opened = SlaEvent.Opened(old.Id, old.At, request);
        opened = old.RecordedAt is { } recorded ? opened.Recorded(recorded) : opened;
        opened = old.Actor is { } actor ? opened.By(actor) : opened;
        SlaHistory made = new([opened, .. history.Events.Skip(1)]);
        return history.IsTest ? made.AsTest() : made;
    }

    private static void WriteText(Session session, SlaReport report, IReadOnlyList<SlaCycle> cycles, DateTimeZone zone, PageWords words)
    {
        if (cycles.Count == 0)
        {
            string asOf = words.Of(report.AsOf, zone);
            session.Output.WriteLine(words.Say($"No clock runs as of {asOf}.", $"截至 {asOf} 没有任何计时。"));
        }

        foreach (SlaCycle cycle in cycles)
        {
            session.Output.WriteLine(words.Of(cycle.State));
            session.Output.WriteLine(words.Of(cycle.Explain(zone)));
            session.Output.WriteLine();
        }

        foreach (IgnoredEvent ignored in report.Ignored)
        {
            session.Output.WriteLine(words.Say("ignored: ", "未采用：") + words.Of(ignored));
        }
    }

    private static void WriteJson(Session session, SlaReport report, IReadOnlyList<SlaCycle> cycles, DateTimeZone zone) => OutputFormat.WriteObject(session, json =>
    {
        json.WriteString("asOf", InstantPattern.ExtendedIso.Format(report.AsOf));
        json.WriteStartArray("clocks");
        foreach (SlaCycle cycle in cycles)
        {
            Explanation why = cycle.Explain(zone);
            json.WriteStartObject();
            json.WriteString("objective", cycle.Objective.Name);
            json.WriteString("target", cycle.Target?.Name);
            json.WriteString("start", InstantPattern.ExtendedIso.Format(cycle.Start));
            if (cycle.Due is { IsSet: true } due)
            {
                json.WriteString("due", InstantPattern.ExtendedIso.Format(due.At));
            }

            json.WriteString("state", $"{cycle.State}");
            json.WriteString("stateZh", $"{cycle.State:zh}");
            json.WriteStartArray("spans");
            foreach (ExplainedSpan span in why.Spans)
            {
                json.WriteStartObject();
                json.WriteString("from", InstantPattern.ExtendedIso.Format(span.Start));
                json.WriteString("until", InstantPattern.ExtendedIso.Format(span.End));
                json.WriteString("kind", span.Kind.ToString());
                json.WriteString("opening", span.Opening?.Code);
                json.WriteStartArray("waits");
                foreach (WaitReason wait in span.Waits)
                {
                    json.WriteStringValue(wait.Name);
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("explanation", $"{why}");
            json.WriteString("explanationZh", $"{why:zh}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("ignored");
        foreach (IgnoredEvent ignored in report.Ignored)
        {
            json.WriteStartObject();
            json.WriteString("event", ignored.Event.Id.Value);
            json.WriteString("at", InstantPattern.ExtendedIso.Format(ignored.Event.At));
            json.WriteString("reason", ignored.Reason.ToString());
            json.WriteString("objective", ignored.Objective);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
