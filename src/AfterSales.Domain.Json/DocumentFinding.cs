using System.Globalization;

namespace AfterSales.Domain.Json;

/// <summary>One problem of a document: where it is, what stands there, and what is allowed.</summary>
/// <remarks>
/// The code is stable and meant for programs; the texts are for people and may be reworded in any release. The codes are <c>not-json</c>, <c>too-large</c>, <c>too-deep</c>,
/// <c>too-many-problems</c>, <c>bad-text</c>, <c>wrong-type</c>, <c>unknown-member</c>, <c>duplicate-member</c>, <c>missing-member</c>, <c>bad-value</c>, <c>unknown-name</c>,
/// <c>duplicate-name</c> and <c>refused</c> (the values are each allowed but not together).
/// Lines and columns count from 1; a column counts UTF-16 code units, as editors do. Compared by reference. This type is immutable.
/// </remarks>
public sealed class DocumentFinding
{
    internal DocumentFinding(string path, int line, int column, string code, string found, string allowed)
    {
        Path = path;
        Line = line;
        Column = column;
        Code = code;
        Found = found;
        Allowed = allowed;
    }

    /// <summary>Gets the JSON path of the value, such as <c>$.objectives[2].targets[0].rule.openTime</c>; <c>$</c> is the whole document.</summary>
    public string Path { get; }

    /// <summary>Gets the line of the value, from 1.</summary>
    public int Line { get; }

    /// <summary>Gets the column of the value in its line, from 1.</summary>
    public int Column { get; }

    /// <summary>Gets the kind of problem; the remarks list the codes.</summary>
    public string Code { get; }

    /// <summary>Gets what was found, as a phrase of an English sentence; long values are cut.</summary>
    public string Found { get; }

    /// <summary>Gets what is allowed in its place, as a phrase of an English sentence.</summary>
    public string Allowed { get; }

    /// <summary>Returns place, what was found and what is allowed, such as <c>line 12, column 9, $.version: found "two"; allowed is a whole number from 1</c>.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "line {0}, column {1}, {2}: {3}; {4}", Line, Column, Path, Found, Allowed);
}
