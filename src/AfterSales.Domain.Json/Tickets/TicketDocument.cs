using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Json;

/// <summary>A ticket as a JSON document of the kind <c>ticket</c>: its snapshot, with the last 16 events.</summary>
/// <remarks>
/// Reading gives the snapshot, because the lifecycle stands in a document of its own; <see cref="Ticket.From"/> makes the ticket of both. The methods are safe for use by several
/// threads.
/// </remarks>
public static class TicketDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("ticket", TicketSnapshot.CurrentFormat, typeof(TicketDocument).Assembly, root => TicketForm.Read(Kind!.Begin(root)));

    /// <summary>Reads a ticket's snapshot.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    public static DocumentReading<TicketSnapshot> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<TicketSnapshot>(utf8Json);

    /// <summary>Reads a ticket's snapshot.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The snapshot, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<TicketSnapshot> Read(string json) => Kind.Read<TicketSnapshot>(json);

    /// <summary>Writes a ticket; reading the text and <see cref="Ticket.From"/> give an equal one.</summary>
    /// <param name="ticket">The ticket.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ticket"/> is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(Ticket ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return DocumentWriter.Write(Kind, json => TicketForm.WriteMembers(json, ticket.ToSnapshot()));
    }
}
