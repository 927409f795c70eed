using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Json;

/// <summary>A lifecycle as a JSON document of the kind <c>lifecycle</c>.</summary>
/// <remarks>
/// States with a category, what they wait for or an outcome; transitions with who may (<c>by</c>), guards by name (<c>when</c>), what must be given (<c>needs</c>) and what changes
/// (<c>does</c>); <c>terms</c> where they differ from the standard. A guard is a name: one of <see cref="Guards.All"/>, or one that the host gives when it reads. The methods are
/// safe for use by several threads.
/// </remarks>
public static class LifecycleDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("lifecycle", 1, typeof(LifecycleDocument).Assembly, root => LifecycleForm.Read(Kind!.Begin(root), Guards.All));

    /// <summary>Reads a lifecycle whose guards are those of the library.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB.</param>
    /// <returns>The lifecycle, or every problem of the text.</returns>
    public static DocumentReading<Lifecycle> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<Lifecycle>(utf8Json);

    /// <summary>Reads a lifecycle whose guards are those of the library.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The lifecycle, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<Lifecycle> Read(string json) => Kind.Read<Lifecycle>(json);

    /// <summary>Reads a lifecycle with guards of the host's own.</summary>
    /// <param name="json">The document.</param>
    /// <param name="hostGuards">Further guards that names can mean; one with a name of the library's goes before it.</param>
    /// <returns>The lifecycle, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException">An argument or a guard is null.</exception>
    public static DocumentReading<Lifecycle> Read(string json, IEnumerable<Guard> hostGuards)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(hostGuards);
        Guard[] guards = [.. hostGuards.Concat(Guards.All).Distinct()];
        foreach (Guard guard in guards)
        {
            ArgumentNullException.ThrowIfNull(guard, nameof(hostGuards));
        }

        DocumentFindings findings = new();
        Lifecycle? lifecycle = DocumentParser.Parse(json, findings, DocumentParser.MostBytes) is { } root ? LifecycleForm.Read(Kind.Begin(root), guards) : null;
        return new DocumentReading<Lifecycle>(lifecycle, findings.InOrder());
    }

    /// <summary>Writes a lifecycle; reading the text, with the same guards, gives an equal one.</summary>
    /// <param name="lifecycle">The lifecycle.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lifecycle"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(Lifecycle lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        return DocumentWriter.Write(Kind, json => LifecycleForm.WriteMembers(json, lifecycle));
    }
}
