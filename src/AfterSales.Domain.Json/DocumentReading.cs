namespace AfterSales.Domain.Json;

/// <summary>What came of reading a document: the value, or every problem of the text.</summary>
/// <typeparam name="T">What the document describes.</typeparam>
/// <remarks>There is a value exactly when there is no finding. Compared by reference. This type is immutable.</remarks>
public sealed class DocumentReading<T>
    where T : class
{
    private readonly T? _value;

    internal DocumentReading(T? value, IReadOnlyList<DocumentFinding> findings)
    {
        _value = findings.Count == 0 ? value : null;
        Findings = findings;
    }

    /// <summary>Gets whether the document could be read, so that <see cref="Value"/> is there.</summary>
    public bool Succeeded => _value is not null;

    /// <summary>Gets what the document describes.</summary>
    /// <exception cref="InvalidOperationException">The document has problems; the message shows the first of them.</exception>
    public T Value => _value ?? throw new InvalidOperationException(
        Findings.Count == 1 ? $"The document has a problem: {Findings[0]}" : $"The document has {Findings.Count} problems, the first is: {Findings[0]}");

    /// <summary>Gets the problems in the order of the text; empty when the document could be read.</summary>
    public IReadOnlyList<DocumentFinding> Findings { get; }

    /// <summary>Returns the value's own text, or how many problems there are.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() => _value is null ? Findings.Count == 1 ? "1 problem" : $"{Findings.Count} problems" : _value.ToString() ?? "";
}
