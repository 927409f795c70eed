using System.Reflection;
using System.Text;

namespace AfterSales.Domain.Json;

/// <summary>A kind of document: its name, its JSON Schema, and the check of a text against it.</summary>
/// <remarks>
/// A document says in its first member which kind it is: <c>"format": "sla-policy/1"</c>. Compared by reference. This type is immutable and safe for use by several threads.
/// </remarks>
public sealed class DocumentKind
{
    private readonly Func<DocumentNode, object?> _read;
    private readonly Lazy<string> _schema;

    internal DocumentKind(string name, int version, Assembly owner, Func<DocumentNode, object?> read)
    {
        Name = name;
        Format = $"{name}/{version}";
        _read = read;
        _schema = new Lazy<string>(() => EmbeddedText(owner, $"{name}.schema.json"));
    }

    /// <summary>Gets the kinds of this package.</summary>
    public static IReadOnlyList<DocumentKind> All => Known.All;

    /// <summary>Gets the name, such as <c>sla-policy</c>.</summary>
    public string Name { get; }

    /// <summary>Gets the value of the member <c>format</c>: the name and the version of the form, such as <c>sla-policy/1</c>.</summary>
    public string Format { get; }

    /// <summary>Gets the JSON Schema (draft 2020-12) of the kind, for editors that complete and check while one types.</summary>
    public string Schema => _schema.Value;

    /// <summary>How large a document may be: 8 MiB, unless the kind gathers what a whole year adds up to.</summary>
    internal int MostBytes { get; init; } = DocumentParser.MostBytes;

    /// <summary>Checks a text: everything that reading it would complain about.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB; of a kind that gathers (tallies, quantiles, thresholds) 64 MiB.</param>
    /// <returns>The problems in the order of the text; empty when the document is of this kind and can be read.</returns>
    public IReadOnlyList<DocumentFinding> Check(ReadOnlySpan<byte> utf8Json) => Read<object>(utf8Json).Findings;

    /// <summary>Returns <see cref="Format"/>.</summary>
    /// <returns>The format.</returns>
    public override string ToString() => Format;

    /// <summary>Finds out of which of these kinds a document is and checks it.</summary>
    /// <returns>The kind, or null when the text does not say one of them; and the problems, at least one when there is no kind.</returns>
    internal static (DocumentKind? Kind, IReadOnlyList<DocumentFinding> Findings) Recognise(ReadOnlySpan<byte> utf8Json, IReadOnlyList<DocumentKind> kinds)
    {
        DocumentFindings findings = new();
        if (DocumentParser.Parse(utf8Json, findings, kinds.Max(one => one.MostBytes)) is not { } root)
        {
            return (null, findings.InOrder());
        }

        ObjectReader document = new(root);
        DocumentKind? kind = document.Required("format", Forms.Word([.. kinds.Select(one => (one.Format, (DocumentKind?)one))]));
        if (kind is not null && findings.Count == 0)
        {
            DocumentParser.CheckSize(utf8Json, findings, kind.MostBytes);
            kind._read(root);
        }

        return (findings.Count == 0 ? kind : null, findings.InOrder());
    }

    /// <summary>Begins to read a document of this kind: an object whose member <c>format</c> names the kind; <c>$schema</c> is allowed.</summary>
    internal ObjectReader Begin(DocumentNode root)
    {
        ObjectReader document = new(root);
        document.Required("format", Forms.Word((Format, true)));
        document.Optional("$schema", Forms.Text, "");
        return document;
    }

    internal DocumentReading<T> Read<T>(ReadOnlySpan<byte> utf8Json)
        where T : class
    {
        DocumentFindings findings = new();
        return Made<T>(DocumentParser.Parse(utf8Json, findings, MostBytes), findings);
    }

    internal DocumentReading<T> Read<T>(string json)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        DocumentFindings findings = new();
        return Made<T>(DocumentParser.Parse(json, findings, MostBytes), findings);
    }

    private DocumentReading<T> Made<T>(DocumentNode? root, DocumentFindings findings)
        where T : class
    {
        T? value = root is null ? null : (T?)_read(root);
        return new DocumentReading<T>(value, findings.InOrder());
    }

    private static string EmbeddedText(Assembly owner, string name)
    {
        using System.IO.Stream stream = owner.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The schema {name} is not embedded in {owner.GetName().Name}.");
        using System.IO.StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>Apart, because the documents make their kinds: a list in this class itself would be filled while they do.</summary>
    private static class Known
    {
        internal static IReadOnlyList<DocumentKind> All { get; } =
        [
            CalendarDocument.Kind,
            SlaPolicyDocument.Kind,
            ServiceRequestDocument.Kind,
            SlaHistoryDocument.Kind,
            SlaTrackerDocument.Kind,
            LifecycleDocument.Kind,
            TicketDocument.Kind,
            TicketEventDocument.Kind,
            SurveyDocument.Kind,
            SurveyPlanDocument.Kind,
            FeedbackRulesDocument.Kind,
            SurveyScoresDocument.Kind,
            RoutingPolicyDocument.Kind,
            TechniciansDocument.Kind,
            WorkItemsDocument.Kind,
            KpiGoalsDocument.Kind,
            KpiTallyDocument.Kind,
            ReplayTallyDocument.Kind,
            ComparisonTallyDocument.Kind,
            MeanDocument.Kind,
            QuantilesDocument.Kind,
            WeightedShareDocument.Kind,
            ItemMomentsDocument.Kind,
            CleaningThresholdsDocument.Kind,
        ];
    }
}
