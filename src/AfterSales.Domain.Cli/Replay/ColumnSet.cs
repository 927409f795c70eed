using AfterSales.Domain.Cli.Mapping;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>The columns that a mapping names, each once, in a fixed order.</summary>
internal sealed class ColumnSet
{
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);

    internal ColumnSet(TicketMapping mapping)
    {
        IEnumerable<string?> named =
        [
            .. mapping.Ticket,
            mapping.Opened?.Time.Column,
            .. mapping.Signals.Select(signal => signal.Time.Column),
            .. mapping.Waits.SelectMany(wait => new[] { wait.From, wait.To, wait.ReasonByValue?.Column }),
            .. mapping.Appointments.SelectMany(appointment => new[] { appointment.Agreed, appointment.Appointment }),
            mapping.Events?.At, mapping.Events?.Meaning.Column,
            mapping.States?.At, mapping.States?.Meaning.Column, mapping.States?.Sequence,
            .. mapping.Request.Dimensions.Select(source => source.Column),
            mapping.Request.SiteCalendarColumn, mapping.Request.CustomerCalendarColumn,
            .. mapping.Ascending,
        ];
        foreach (string column in named.OfType<string>())
        {
            _slots.TryAdd(column, _slots.Count);
        }
    }

    internal int Count => _slots.Count;

    internal IEnumerable<string> Names => _slots.Keys;

    internal int SlotOf(string column) => _slots[column];

    internal string? Cell(LogRow row, string column) => row.Cells[_slots[column]];
}
