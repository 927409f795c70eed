using System.CommandLine;
using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Cli.Verification;
using AfterSales.Domain.Json;
using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Cli.Commands;

/// <summary><c>aftersales verify rapid-response.json</c>: reads a rule document of any kind and lists every problem of its form, and of a policy what it gets wrong.</summary>
internal sealed class VerifyCommand : ICommandFile
{
    public Command Make(Session session)
    {
        Argument<string> path = new("document") { Description = "a rule document, or - for standard input" };
        Option<string[]> emits = new("--emits")
        {
            Description = "for an SLA policy: the signals that your system emits; clocks that they start but never stop are found",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        emits.Validators.Add(result =>
        {
            foreach (string text in result.Tokens.Select(token => token.Value))
            {
                if (!IsSignal(text))
                {
                    result.AddError($"\"{text}\" is not allowed for --emits: give names of signals such as received or picked-up, 1 to 64 characters of a-z, 0-9 and '-'.");
                }
            }
        });
        Option<string[]> failOn = FailOnFinding.Option();
        Option<string?> html = HtmlOutput.Option();
        Option<string> language = Language.Option();
        Option<string> format = OutputFormat.Option();
        Command command = new("verify", "Checks a rule document: every problem with its place and what is allowed; of an SLA policy also what it gets wrong, with cases that show it.")
        {
            path, emits, failOn, html, language, format,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            session,
            new Request(
                parsed.GetRequiredValue(path), parsed.GetValue(emits) ?? [], parsed.GetValue(failOn) ?? [], parsed.GetValue(html), parsed.GetRequiredValue(language), OutputFormat.IsJson(parsed)),
            cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Session session, Request request, CancellationToken cancellation)
    {
        string name = Input.NameOf(request.Path);
        byte[] text = await Input.ReadDocumentAsync(session, request.Path, cancellation).ConfigureAwait(false);
        (DocumentKind? kind, IReadOnlyList<DocumentFinding> problems) = DocumentKind.Recognise(text, DocumentKinds.All);
        if (kind is null || problems.Count > 0)
        {
            Problems all = new();
            all.AddRange(problems.Select(problem => Problem.Of(name, problem)));
            throw new BadInputException(all);
        }

        SlaPolicy? policy = kind.Equals(SlaPolicyDocument.Kind) ? SlaPolicyDocument.Read(text).Value : null;
        IReadOnlyList<Finding>? findings = policy is null ? null : await VerifyAsync(policy, request.Emits, cancellation).ConfigureAwait(false);
        if (request.Html is { } html)
        {
            if (policy is null)
            {
                throw new BadInputException(Problem.OfFile(name, "no-page", ($"there is no page for {kind.Format}", $"{kind.Format} 没有对应的页面"), ("allowed with --html is an SLA policy", "--html 只用于 SLA 策略")));
            }

            await HtmlOutput.WriteAsync(html, FindingsPage.Of(policy, findings!, name, request.Language), cancellation).ConfigureAwait(false);
        }

        if (request.AsJson)
        {
            OutputFormat.WriteObject(session, json =>
            {
                json.WriteString("file", name);
                json.WriteString("format", kind.Format);
                new Problems().Write(json);
                if (findings is not null)
                {
                    FindingOutput.WriteJson(json, findings);
                }
            });
        }
        else
        {
            PageWords words = new(request.Language);
            await session.Output.WriteLineAsync(words.Say($"{name}: {kind.Format}, no problems", $"{name}：{kind.Format}，格式无误")).ConfigureAwait(false);
            if (findings is not null)
            {
                FindingOutput.WriteText(session, findings, words);
            }
        }

        return FailOnFinding.Met(request.FailOn, findings ?? []).Count > 0 ? ExitCode.Found : ExitCode.Fine;
    }

    private static Task<IReadOnlyList<Finding>> VerifyAsync(SlaPolicy policy, string[] emits, CancellationToken cancellation)
    {
        VerificationScope scope = emits.Length == 0 ? VerificationScope.Everything : VerificationScope.Everything.Emitting(emits.Select(Signal.Named));
        return Task.Run(() => policy.Verify(scope, cancellation), cancellation);
    }

    private static bool IsSignal(string text) => text.Length is > 0 and <= 64 && text.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    private sealed record Request(string Path, string[] Emits, string[] FailOn, string? Html, string Language, bool AsJson);
}
