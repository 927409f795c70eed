using System.CommandLine;
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
            if (result.Tokens is [{ Value: var path }] && WhyNot(path) is { } reason)
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
            throw new BadInputException(Problem.OfFile(path, "cannot-write", $"it cannot be written ({error.Message})", "allowed for --html is the path of a file that can be written"));
        }
    }

    private static string? WhyNot(string path) =>
        string.IsNullOrWhiteSpace(path) ? "it names no file"
        : Directory.Exists(path) ? "it is a folder"
        : Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder) ? "there is no such folder"
        : null;
}
