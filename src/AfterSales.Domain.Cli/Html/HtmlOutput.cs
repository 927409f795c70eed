using System.CommandLine;
using System.Text;

namespace AfterSales.Domain.Cli.Html;

/// <summary>The option <c>--html</c> and the file that it writes.</summary>
internal static class HtmlOutput
{
    internal static Option<string?> Option() => new("--html") { Description = "write a page to this file" };

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
}
