using System.CommandLine;
using AfterSales.Domain.Json;

namespace AfterSales.Domain.Cli.Commands;

/// <summary><c>aftersales schema sla-policy</c>: prints the JSON Schema of a kind of document.</summary>
internal sealed class SchemaCommand : ICommandFile
{
    public Command Make(Session session)
    {
        Argument<string> name = new("kind") { Description = "the kind of document" };
        name.AcceptOnlyFromAmong([.. DocumentKinds.All.Select(kind => kind.Name)]);
        Command command = new("schema", "Prints the JSON Schema of a kind of document, for editors that complete and check while one types.") { name };
        command.SetAction(parsed =>
        {
            DocumentKind kind = DocumentKinds.All.Single(kind => string.Equals(kind.Name, parsed.GetValue(name), StringComparison.Ordinal));
            session.Output.Write(kind.Schema);
            return ExitCode.Fine;
        });
        return command;
    }
}
