using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Cli.Mapping;

/// <summary>The members of a mapping document.</summary>
internal static class TicketMappingForm
{
    private static readonly (string Word, char Value)[] Delimiters = [(",", ','), (";", ';'), ("\t", '\t'), ("|", '|')];

    internal static TicketMapping? Read(ObjectReader mapping, DocumentNode node)
    {
        bool rowsAreEvents = mapping.Required("rows", Forms.Word(("events", true), ("tickets", false)));
        IReadOnlyList<string> ticket = mapping.Required("ticket", Columns) ?? [];
        DateTimeZone zone = mapping.Required("zone", Forms.Zone);
        IReadOnlyList<string> formats = mapping.Optional<IReadOnlyList<string>>("timeFormats", list => Forms.ListOf(list, TimeFormat, atLeast: 1), [TimeReader.Iso]);
        IReadOnlyList<string> missing = mapping.Optional<IReadOnlyList<string>>("missing", list => Forms.ListOf(list, Forms.Text, atLeast: 0), [""]);
        char delimiter = mapping.Optional("delimiter", Forms.Word(Delimiters), ',');
        WaitReasons reasons = WaitReasons.Read(mapping);
        SignalColumn? opened = mapping.Optional<SignalColumn?>("opened", Opened, null);
        IReadOnlyList<SignalColumn?> signals = mapping.List("signals", Signal);
        IReadOnlyList<WaitColumns?> waits = mapping.List("waits", one => Wait(one, reasons));
        IReadOnlyList<AppointmentColumns?> appointments = mapping.List("appointments", Appointment);
        EventColumn? events = mapping.Optional<EventColumn?>("events", one => ChangesForm.Events(one, reasons), null);
        StateColumn? states = mapping.Optional<StateColumn?>("states", one => ChangesForm.States(one, reasons), null);
        RequestMapping request = mapping.Optional<RequestMapping?>("request", RequestMappingForm.Read, RequestMapping.Nothing) ?? RequestMapping.Nothing;
        IReadOnlyList<string> ascending = mapping.List("ascending", Forms.NonEmptyText);
        RefuseWhatDoesNotFit(node, rowsAreEvents);
        return mapping.Build(() => new TicketMapping
        {
            RowsAreEvents = rowsAreEvents,
            Ticket = ticket,
            Zone = zone,
            Times = new TimeReader(zone, formats),
            Missing = missing,
            Delimiter = delimiter,
            Opened = opened,
            Signals = signals!,
            Waits = waits!,
            Appointments = appointments!,
            Events = events,
            States = states,
            Request = request,
            Ascending = ascending,
        });
    }

    /// <summary>One column, or a list of columns.</summary>
    private static IReadOnlyList<string> Columns(DocumentNode node) =>
        node.Kind == NodeKind.Text ? [Forms.NonEmptyText(node)] : Forms.ListOf(node, Forms.NonEmptyText, atLeast: 1);

    private static string TimeFormat(DocumentNode node)
    {
        string text = Forms.NonEmptyText(node);
        if (node.Kind == NodeKind.Text && text.Length > 0 && !TimeReader.IsFormat(text))
        {
            node.Refuse("bad-value", "\"iso\", or a pattern with year, month and day such as \"d/M/uuuu HH:mm\" or \"uuuu-MM-dd HH:mm:ss\"");
        }

        return text;
    }

    /// <summary>A column, or <c>{ "column": "opened_at", "row": "first", "signal": "received-outbound" }</c>.</summary>
    private static SignalColumn? Opened(DocumentNode node)
    {
        if (node.Kind == NodeKind.Text)
        {
            return new SignalColumn(new TimeColumn(Forms.NonEmptyText(node), OnLastRow: true), AfterSales.Domain.Sla.Signal.Received);
        }

        ObjectReader opened = new(node);
        TimeColumn column = Time(opened);
        AfterSales.Domain.Sla.Signal signal = opened.Optional("signal", SignalForm.Read, AfterSales.Domain.Sla.Signal.Received);
        return opened.Build(() => new SignalColumn(column, signal));
    }

    private static TimeColumn Time(ObjectReader reader)
    {
        string column = reader.Required("column", Forms.NonEmptyText);
        bool onLastRow = reader.Optional("row", Forms.Word(("last", true), ("first", false)), true);
        return new TimeColumn(column, onLastRow);
    }

    private static SignalColumn? Signal(DocumentNode node)
    {
        ObjectReader signal = new(node);
        TimeColumn time = Time(signal);
        AfterSales.Domain.Sla.Signal of = signal.Required("signal", SignalForm.Read);
        return signal.Build(() => new SignalColumn(time, of));
    }

    private static WaitColumns? Wait(DocumentNode node, WaitReasons reasons)
    {
        ObjectReader wait = new(node);
        string from = wait.Required("from", Forms.NonEmptyText);
        string to = wait.Required("to", Forms.NonEmptyText);
        if (node["reason"] is { Kind: NodeKind.Object })
        {
            ValueColumn<WaitReason>? byValue = wait.Required<ValueColumn<WaitReason>?>("reason", one => ReasonByValue(one, reasons));
            return wait.Build(() => new WaitColumns(from, to, default, byValue));
        }

        WaitReason reason = wait.Required("reason", reasons.Reason);
        return wait.Build(() => new WaitColumns(from, to, reason, null));
    }

    /// <summary><c>{ "column": "wait_reason", "values": { "等客户": "customer" } }</c>; without values the column holds the reasons' names.</summary>
    private static ValueColumn<WaitReason>? ReasonByValue(DocumentNode node, WaitReasons reasons)
    {
        ObjectReader column = new(node);
        string name = column.Required("column", Forms.NonEmptyText);
        IReadOnlyDictionary<string, WaitReason> values = column.Optional("values", one => ChangesForm.ByValue(one, reasons.Reason), reasons.ByName);
        return column.Build(() => new ValueColumn<WaitReason>(name, values));
    }

    private static AppointmentColumns? Appointment(DocumentNode node)
    {
        ObjectReader appointment = new(node);
        string agreed = appointment.Required("agreed", Forms.NonEmptyText);
        string at = appointment.Required("appointment", Forms.NonEmptyText);
        return appointment.Build(() => new AppointmentColumns(agreed, at));
    }

    private static void RefuseWhatDoesNotFit(DocumentNode node, bool rowsAreEvents)
    {
        if (node["rows"] is not { Text: "events" or "tickets" })
        {
            return;
        }

        if (!rowsAreEvents)
        {
            foreach (DocumentNode member in new[] { node["events"], node["states"] }.OfType<DocumentNode>())
            {
                member.Refuse("refused", "this only where \"rows\" is \"events\"; a ticket table has its times in columns");
            }

            if (node["opened"] is null)
            {
                node.Findings.Add(node, "missing-member", "found no member \"opened\"", "it must be there where \"rows\" is \"tickets\"");
            }
        }
        else if (node["events"] is null && node["states"] is null && node["opened"] is null)
        {
            node.Findings.Add(node, "missing-member", "found none of \"opened\", \"events\" and \"states\"", "at least one must be there: without them no row has a time");
        }
    }
}
