using AfterSales.Domain.Json;

namespace AfterSales.Domain.Cli.Mapping;

/// <summary>The mapping of a ticket file as a JSON document of the kind <c>ticket-mapping</c>.</summary>
internal static class TicketMappingDocument
{
    internal static DocumentKind Kind { get; } = new("ticket-mapping", 1, typeof(TicketMappingDocument).Assembly, root => TicketMappingForm.Read(Kind!.Begin(root), root));

    internal static DocumentReading<TicketMapping> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<TicketMapping>(utf8Json);
}
