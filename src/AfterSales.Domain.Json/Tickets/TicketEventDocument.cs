using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Json;

/// <summary>One event of a ticket as a JSON document of the kind <c>ticket-event</c>, for hosts that store events: a document a row.</summary>
/// <remarks>
/// Reading checks the form only; <see cref="Ticket.Replay"/> checks whether the events of a ticket fit together. The methods are safe for use by several threads.
/// </remarks>
public static class TicketEventDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("ticket-event", 1, typeof(TicketEventDocument).Assembly, root => TicketEventForm.Read(Kind!.Begin(root)));

    /// <summary>Reads an event.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB.</param>
    /// <returns>The event, or every problem of the text.</returns>
    public static DocumentReading<TicketEvent> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<TicketEvent>(utf8Json);

    /// <summary>Reads an event.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The event, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<TicketEvent> Read(string json) => Kind.Read<TicketEvent>(json);

    /// <summary>Writes an event; reading the text gives an equal one.</summary>
    /// <param name="happened">The event, as <c>Open</c> and <c>Apply</c> give it.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="happened"/> is null.</exception>
    /// <exception cref="ArgumentException">The event's actor lacks person or role, or it enters no state: only a stored event that was tampered with does.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(TicketEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened.By.Person == default || happened.By.Role == default || happened.To.Length == 0
            ? throw new ArgumentException("An event has an actor with person and role, and enters a state.", nameof(happened))
            : DocumentWriter.Write(Kind, json => TicketEventForm.WriteMembers(json, happened));
    }
}
