using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Cli.Mapping;

/// <summary>The members <c>events</c> and <c>states</c> of a mapping: which value of a column means what.</summary>
internal static class ChangesForm
{
    internal static EventColumn? Events(DocumentNode node, WaitReasons reasons)
    {
        ObjectReader events = new(node);
        string column = events.Required("column", Forms.NonEmptyText);
        string at = events.Required("at", Forms.NonEmptyText);
        IReadOnlyDictionary<string, EventMeaning?> values = events.Required("values", one => ByValue(one, value => Event(value, reasons)));
        return events.Build(() => new EventColumn(at, new ValueColumn<EventMeaning>(column, values!)));
    }

    internal static StateColumn? States(DocumentNode node, WaitReasons reasons)
    {
        ObjectReader states = new(node);
        string column = states.Required("column", Forms.NonEmptyText);
        string at = states.Required("at", Forms.NonEmptyText);
        IReadOnlyDictionary<string, StateMeaning?> values = states.Required("values", one => ByValue(one, value => State(value, reasons)));
        IReadOnlyList<(string From, string To)> unexpected = states.List("unexpected", one => Change(one, values));
        string? sequence = states.Optional<string?>("sequence", Forms.NonEmptyText, null);
        return states.Build(() => new StateColumn(at, new ValueColumn<StateMeaning>(column, values!), unexpected, sequence));
    }

    /// <summary>An object whose members are values of a column.</summary>
    internal static IReadOnlyDictionary<string, T> ByValue<T>(DocumentNode node, Func<DocumentNode, T> read)
    {
        if (node.Kind != NodeKind.Object || node.Members.Count == 0)
        {
            node.Refuse(node.Kind == NodeKind.Object ? "bad-value" : "wrong-type", "an object whose members are values of the column, at least one");
            return new Dictionary<string, T>(StringComparer.Ordinal);
        }

        return node.Members.ToDictionary(member => member.Key, member => read(member.Value), StringComparer.Ordinal);
    }

    private static EventMeaning? Event(DocumentNode node, WaitReasons reasons)
    {
        ObjectReader meaning = new(node);
        Signal? signal = meaning.Optional<Signal?>("signal", one => SignalForm.Read(one), null);
        WaitReason? begins = meaning.Optional<WaitReason?>("waitBegins", one => reasons.Reason(one), null);
        WaitReason? ends = meaning.Optional<WaitReason?>("waitEnds", one => reasons.Reason(one), null);
        return meaning.Build(() => new EventMeaning(signal, begins, ends));
    }

    private static StateMeaning? State(DocumentNode node, WaitReasons reasons)
    {
        ObjectReader meaning = new(node);
        Signal? signal = meaning.Optional<Signal?>("signal", one => SignalForm.Read(one), null);
        WaitReason? wait = meaning.Optional<WaitReason?>("wait", one => reasons.Reason(one), null);
        bool settled = meaning.Optional("settled", Forms.Truth, false);
        return meaning.Build(() => new StateMeaning(signal, wait, settled));
    }

    private static (string From, string To) Change(DocumentNode node, IReadOnlyDictionary<string, StateMeaning?> values)
    {
        ObjectReader change = new(node);
        string from = change.Required("from", one => StateName(one, values));
        string to = change.Required("to", one => StateName(one, values));
        return change.Build(() => (from, to));
    }

    private static string StateName(DocumentNode node, IReadOnlyDictionary<string, StateMeaning?> values) =>
        values is { Count: > 0 } ? Forms.Word([.. values.Keys.Select(name => (name, name))])(node) : Forms.NonEmptyText(node);
}
