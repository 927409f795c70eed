using System.Globalization;
using AfterSales.Domain.Json;

namespace AfterSales.Domain.Cli;

/// <summary>Something wrong with what the tool was given: where, what was found, what is allowed.</summary>
internal sealed record Problem(string File, int Line, int Column, string Path, string Code, string Found, string Allowed)
{
    internal static Problem Of(string file, DocumentFinding finding) =>
        new(file, finding.Line, finding.Column, finding.Path, finding.Code, finding.Found, finding.Allowed);

    internal static Problem OfFile(string file, string code, string found, string allowed) => new(file, 0, 0, "", code, found, allowed);

    internal static Problem OfLine(string file, long line, string column, string code, string found, string allowed) =>
        new(file, (int)Math.Min(line, int.MaxValue), 0, column, code, found, allowed);

    public override string ToString()
    {
        string place = Line == 0 ? File : Column == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}")
            : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
        string path = Path.Length == 0 ? "" : $" {Path}:";
        return $"{place}:{path} {Found}; {Allowed} [{Code}]";
    }
}
