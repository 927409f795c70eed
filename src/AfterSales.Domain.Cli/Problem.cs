using System.Globalization;
using AfterSales.Domain.Json;

namespace AfterSales.Domain.Cli;

/// <summary>Something wrong with what the tool was given: where, what was found, what is allowed. What is wrong inside a document is told by the library, in English.</summary>
internal sealed record Problem(string File, int Line, int Column, string Path, string Code, Phrase Found, Phrase Allowed)
{
    internal static Problem Of(string file, DocumentFinding finding) =>
        new(file, finding.Line, finding.Column, finding.Path, finding.Code, new Phrase(finding.Found), new Phrase(finding.Allowed));

    internal static Problem OfFile(string file, string code, Phrase found, Phrase allowed) => new(file, 0, 0, "", code, found, allowed);

    internal static Problem OfLine(string file, long line, string column, string code, Phrase found, Phrase allowed) =>
        new(file, (int)Math.Min(line, int.MaxValue), 0, column, code, found, allowed);

    /// <summary>The problem on one line, in English or for <c>zh</c> in Simplified Chinese.</summary>
    internal string In(string language)
    {
        string place = Line == 0 ? File : Column == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}")
            : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
        string path = Path.Length == 0 ? "" : $" {Path}:";
        string between = string.Equals(Found.In(language), Found.English, StringComparison.Ordinal) ? "; " : "；";
        return $"{place}:{path} {Found.In(language)}{between}{Allowed.In(language)} [{Code}]";
    }
}
