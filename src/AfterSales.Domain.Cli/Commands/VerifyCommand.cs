using System.CommandLine;
using AfterSales.Domain.Json;

namespace AfterSales.Domain.Cli.Commands;

/// <summary><c>aftersales verify rapid-response.json</c>: reads a rule document of any kind and lists every problem of its form.</summary>
internal sealed class VerifyCommand : ICommandFile
{
    public Command Make(Session session)
    {
        Argument<string> path = new("document") { Description = "a rule document, or - for standard input" };
        Option<string> format = OutputFormat.Option();
        Command command = new("verify", "Checks a rule document: every problem with its place and what is allowed.") { path, format };
        command.SetAction((parsed, cancellation) => RunAsync(session, parsed.GetRequiredValue(path), OutputFormat.IsJson(parsed), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Session session, string path, bool asJson, CancellationToken cancellation)
    {
        byte[] text = await Input.ReadDocumentAsync(session, path, cancellation).ConfigureAwait(false);
        (DocumentKind? kind, IReadOnlyList<DocumentFinding> findings) = DocumentKind.Recognise(text, DocumentKinds.All);
        if (kind is null || findings.Count > 0)
        {
            Problems problems = new();
            problems.AddRange(findings.Select(finding => Problem.Of(Input.NameOf(path), finding)));
            throw new BadInputException(problems);
        }

        if (asJson)
        {
            OutputFormat.WriteObject(session, json =>
            {
                json.WriteString("file", Input.NameOf(path));
                json.WriteString("format", kind.Format);
                new Problems().Write(json);
            });
        }
        else
        {
            await session.Output.WriteLineAsync($"{Input.NameOf(path)}: {kind.Format}, no problems").ConfigureAwait(false);
        }

        return ExitCode.Fine;
    }
}
