using System.CommandLine;

namespace AfterSales.Domain.Cli.Commands;

/// <summary>One command of the tool; each has a file of its own and a line in <see cref="Tool"/>.</summary>
internal interface ICommandFile
{
    /// <summary>Makes the command with its arguments, options and action.</summary>
    Command Make(Session session);
}
