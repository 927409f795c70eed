using NodaTime;

namespace AfterSales.Domain.Cli.Mapping;

/// <summary>What the columns of a ticket file mean: which tell the ticket, which its times, which values mean which signal, wait or property of the request.</summary>
internal sealed class TicketMapping
{
    /// <summary>True for an event log, a row per event; false for a ticket table, a row per ticket.</summary>
    internal required bool RowsAreEvents { get; init; }

    /// <summary>The columns whose values together are the ticket's id.</summary>
    internal required IReadOnlyList<string> Ticket { get; init; }

    /// <summary>The zone of times that carry no offset.</summary>
    internal required DateTimeZone Zone { get; init; }

    internal required TimeReader Times { get; init; }

    /// <summary>The values that mean "not there".</summary>
    internal required IReadOnlyList<string> Missing { get; init; }

    internal required char Delimiter { get; init; }

    /// <summary>Where the time of opening stands, and the signal that opening is; without it a ticket opens with its first row, which is "received".</summary>
    internal required SignalColumn? Opened { get; init; }

    /// <summary>Signals whose times stand in columns of their own.</summary>
    internal required IReadOnlyList<SignalColumn> Signals { get; init; }

    internal required IReadOnlyList<WaitColumns> Waits { get; init; }

    internal required IReadOnlyList<AppointmentColumns> Appointments { get; init; }

    /// <summary>In an event log, a column whose every value is something that happened.</summary>
    internal required EventColumn? Events { get; init; }

    /// <summary>In an event log, a column whose changes are what happened.</summary>
    internal required StateColumn? States { get; init; }

    internal required RequestMapping Request { get; init; }

    /// <summary>Time columns that should not decrease from left to right; rows in which they do are reported.</summary>
    internal required IReadOnlyList<string> Ascending { get; init; }
}
