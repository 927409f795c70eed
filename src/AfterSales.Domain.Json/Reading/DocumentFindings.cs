using System.Globalization;

namespace AfterSales.Domain.Json;

/// <summary>The problems of one document, as they are found; bounded, so that a hostile text cannot fill the memory with them.</summary>
internal sealed class DocumentFindings
{
    internal const int Most = 200;

    private readonly List<DocumentFinding> _findings = [];

    /// <summary>How many problems were found, those beyond the bound included.</summary>
    internal int Count { get; private set; }

    /// <summary>Whether a further problem is only counted, so that nothing costly need be made for it.</summary>
    internal bool IsFull => Count >= Most;

    internal void Add(DocumentNode at, string code, string found, string allowed)
    {
        // The path of a deep node is a long walk; it is made only for findings that are kept.
        if (Count++ < Most)
        {
            _findings.Add(new DocumentFinding(at.Path, at.Line, at.Column, code, Quoting.OnOneLine(found), Quoting.OnOneLine(allowed)));
        }
    }

    internal void Add(int line, int column, string code, string found, string allowed)
    {
        if (Count++ < Most)
        {
            _findings.Add(new DocumentFinding("$", line, column, code, Quoting.OnOneLine(found), Quoting.OnOneLine(allowed)));
        }
    }

    /// <summary>The findings in the order of the text, with one that says how many were left out at the end.</summary>
    internal IReadOnlyList<DocumentFinding> InOrder()
    {
        List<DocumentFinding> ordered = [.. _findings.OrderBy(finding => finding.Line).ThenBy(finding => finding.Column)];
        if (Count > Most)
        {
            DocumentFinding last = ordered[ordered.Count - 1];
            ordered.Add(new DocumentFinding("$", last.Line, last.Column, "too-many-problems",
                string.Format(CultureInfo.InvariantCulture, "{0} more problems are not listed", Count - Most),
                string.Format(CultureInfo.InvariantCulture, "the first {0} are shown", Most)));
        }

        return ordered;
    }
}
