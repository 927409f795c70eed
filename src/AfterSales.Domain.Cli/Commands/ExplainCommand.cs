using System.CommandLine;
using System.Globalization;
using AfterSales.Domain.Json;
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
        Argument<string> history = new("history") { Description = "an sla-history document: what happened to the ticket; or - for standard input" };
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
        Command command = new("explain", "Explains every clock of a ticket: why this target, why this instant, span by span.") { policy, history, asOf, objective, zone, language, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            Problems problems = new();
            SlaPolicy? rules = await Input.TryReadAsync(session, parsed.GetRequiredValue(policy), text => SlaPolicyDocument.Read(text), problems, cancellation).ConfigureAwait(false);
            SlaHistory? events = await Input.TryReadAsync(session, parsed.GetRequiredValue(history), text => SlaHistoryDocument.Read(text), problems, cancellation).ConfigureAwait(false);
            if (rules is null || events is null)
            {
                throw new BadInputException(problems);
            }

            string? only = parsed.GetValue(objective);
            if (only is not null && !rules.Objectives.Any(one => string.Equals(one.Name, only, StringComparison.Ordinal)))
            {
                throw new BadInputException(Problem.OfFile("--objective", "unknown-name", "found " + Quoting.Quoted(only), "allowed is " + Quoting.List(rules.Objectives.Select(one => $"\"{one.Name}\""))));
            }

            SlaReport report = rules.Track(events, parsed.GetValue(asOf) ?? events.Events[^1].At);
            IReadOnlyList<SlaCycle> cycles = [.. report.Objectives.Where(one => only is null || string.Equals(one.Objective.Name, only, StringComparison.Ordinal)).SelectMany(one => one.Cycles)];
            DateTimeZone shown = parsed.GetValue(zone) ?? rules.Calendars.Select(one => one.Calendar.Zone).FirstOrDefault() ?? DateTimeZone.Utc;
            if (OutputFormat.IsJson(parsed))
            {
                WriteJson(session, report, cycles, shown);
            }
            else
            {
                WriteText(session, report, cycles, shown, parsed.GetRequiredValue(language));
            }

            return ExitCode.Fine;
        });
        return command;
    }

    private static void WriteText(Session session, SlaReport report, IReadOnlyList<SlaCycle> cycles, DateTimeZone zone, string language)
    {
        if (cycles.Count == 0)
        {
            session.Output.WriteLine($"No clock runs as of {TimeText.Of(report.AsOf, zone)}.");
        }

        foreach (SlaCycle cycle in cycles)
        {
            session.Output.WriteLine(cycle.State.ToString(language, CultureInfo.InvariantCulture));
            session.Output.WriteLine(cycle.Explain(zone).ToString(language, CultureInfo.InvariantCulture));
            session.Output.WriteLine();
        }

        foreach (IgnoredEvent ignored in report.Ignored)
        {
            session.Output.WriteLine($"ignored: {ignored}");
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
            json.WriteStartArray("spans");
            foreach (ExplainedSpan span in why.Spans)
            {
                json.WriteStartObject();
                json.WriteString("from", InstantPattern.ExtendedIso.Format(span.Start));
                json.WriteString("until", InstantPattern.ExtendedIso.Format(span.End));
                json.WriteString("kind", span.Kind.ToString());
                json.WriteString("opening", span.Opening?.Code);
                json.WriteStartArray("waits");
                foreach (AfterSales.Domain.Requests.WaitReason wait in span.Waits)
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
    });
}
