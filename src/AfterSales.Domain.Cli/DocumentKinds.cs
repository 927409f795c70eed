using AfterSales.Domain.Json;

namespace AfterSales.Domain.Cli;

/// <summary>The kinds of document that the tool knows.</summary>
internal static class DocumentKinds
{
    internal static IReadOnlyList<DocumentKind> All { get; } = DocumentKind.All;
}
