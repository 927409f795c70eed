namespace AfterSales.Domain.Cli.Replay;

/// <summary>Ends a walk that counted on an event log being grouped by ticket: a ticket came back.</summary>
internal sealed class NotGroupedException(string ticket, long line) : Exception("The log is not grouped by ticket.")
{
    internal string Ticket { get; } = ticket;

    internal long Line { get; } = line;
}
