using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using AfterSales.Domain.Json;

namespace AfterSales.Domain.Cli.Html;

/// <summary>The option <c>--html</c> and the file that it writes.</summary>
internal static class HtmlOutput
{
    /// <summary>The option. A place where no file can be is refused before the work begins, which may be long.</summary>
    internal static Option<string?> Option()
    {
        Option<string?> option = new("--html") { Description = "write a page to this file" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var path }] && WhyNot(path, result) is { } reason)
            {
                result.AddError($"{Quoting.Quoted(path)} is not allowed for --html: {reason}; give the path of a file in a folder that exists.");
            }
        });
        return option;
    }

    /// <exception cref="BadInputException">The file cannot be written.</exception>
    internal static async Task WriteAsync(string path, HtmlPage page, CancellationToken cancellation)
    {
        try
        {
            await File.WriteAllTextAsync(path, page.Finish(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new BadInputException(Problem.OfFile(path, "cannot-write", ($"it cannot be written ({error.Message})", $"无法写入（{error.Message}）"), ("allowed for --html is the path of a file that can be written", "--html 应为可写入的文件路径")));
        }
    }

    private static string? WhyNot(string path, OptionResult option) =>
        string.IsNullOrWhiteSpace(path) ? "it names no file"
        : string.Equals(path, Input.Standard, StringComparison.Ordinal) ? "a page goes to a file"
        : Directory.Exists(path) ? "it is a folder"
        : File.Exists(path) && Others(option).Any(other => File.Exists(other) && string.Equals(Path.GetFullPath(other), Path.GetFullPath(path), StringComparison.Ordinal)) ? "it is one of the files to read"
        : Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder) ? "there is no such folder"
        : null;

    /// <summary>Whatever else was given to the command.</summary>
    private static IEnumerable<string> Others(OptionResult option) => option.Parent is CommandResult command
        ? command.Children.Where(child => child != option).SelectMany(child => child.Tokens).Select(token => token.Value)
        : [];
}
