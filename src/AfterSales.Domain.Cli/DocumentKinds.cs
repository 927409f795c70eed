using AfterSales.Domain.Cli.Mapping;
using AfterSales.Domain.Json;

namespace AfterSales.Domain.Cli;

/// <summary>The kinds of document that the tool knows: those of the library and the mapping of ticket files.</summary>
internal static class DocumentKinds
{
    internal static IReadOnlyList<DocumentKind> All { get; } = [.. DocumentKind.All, TicketMappingDocument.Kind];
}
