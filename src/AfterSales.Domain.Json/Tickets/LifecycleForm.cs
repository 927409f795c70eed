using System.Text.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Json;

/// <summary>The members of a lifecycle: its name, terms, states and transitions.</summary>
internal static class LifecycleForm
{
    private static readonly (string Word, StateCategory Value)[] Categories =
        [.. EnumWords<StateCategory>.All.Where(one => one.Value is StateCategory.WaitingToStart or StateCategory.Active or StateCategory.Resolved)];

    private static readonly (string Word, TicketOutcome Value)[] Outcomes = [.. EnumWords<TicketOutcome>.All.Where(one => one.Value != TicketOutcome.Open)];

    /// <param name="lifecycle">The reader of the document, which has read its format.</param>
    /// <param name="guards">The guards that names can mean.</param>
    internal static Lifecycle? Read(ObjectReader lifecycle, IReadOnlyList<Guard> guards)
    {
        string name = lifecycle.Required("name", Forms.Name);
        LifecycleTerms terms = lifecycle.Optional("terms", TermsForm.Read, LifecycleTerms.Standard);
        IReadOnlyList<LifecycleState?> states = lifecycle.NonEmptyList("states", State);
        IReadOnlyList<Transition?> transitions = lifecycle.List("transitions", node => Row(node, guards));
        return lifecycle.Build(() => new Lifecycle(name, states!, transitions!).With(terms));
    }

    internal static void WriteMembers(Utf8JsonWriter json, Lifecycle lifecycle)
    {
        json.WriteString("name", lifecycle.Name);
        if (lifecycle.Terms != LifecycleTerms.Standard)
        {
            json.WritePropertyName("terms");
            TermsForm.Write(json, lifecycle.Terms);
        }

        TicketForms.WriteList(json, "states", lifecycle.States, Write);
        TicketForms.WriteList(json, "transitions", lifecycle.Transitions, Write);
    }

    private static LifecycleState? State(DocumentNode node)
    {
        ObjectReader state = new(node);
        string name = state.Required("name", Forms.Name);
        Func<LifecycleState>? make = state.OneOf("category", "waitsFor", "outcome") switch
        {
            "category" => Made(state.Required("category", Forms.Word(Categories)), category => LifecycleState.Of(name, category)),
            "waitsFor" => Made(state.Required("waitsFor", WaitReasonForm.Read), reason => LifecycleState.Waiting(name, reason)),
            "outcome" => Made(state.Required("outcome", Forms.Word(Outcomes)), outcome => LifecycleState.Closed(name, outcome)),
            _ => null,
        };
        return state.Build(() => make!());
    }

    private static Func<LifecycleState> Made<T>(T value, Func<T, LifecycleState> make) => () => make(value);

    private static Transition? Row(DocumentNode node, IReadOnlyList<Guard> guards)
    {
        ObjectReader row = new(node);
        string from = row.Required("from", Forms.Name);
        string trigger = row.Required("trigger", Forms.Name);
        string to = row.Required("to", Forms.Name);
        IReadOnlyList<string> roles = row.List("by", Forms.Name);
        IReadOnlyList<Guard> when = row.List("when", Forms.Word([.. guards.Select(guard => (guard.Name, guard))]));
        IReadOnlyList<string> needs = row.List("needs", Forms.Name);
        IReadOnlyList<TransitionEffect> effects = row.List("does", Forms.Word(EnumWords<TransitionEffect>.All));
        return row.Build(() => new Transition(from, Trigger.Named(trigger), to)
            .By([.. roles.Select(Role.Named)])
            .When([.. when])
            .Needing([.. needs.Select(ActionDetail.Named)])
            .Doing([.. effects]));
    }

    private static void Write(Utf8JsonWriter json, LifecycleState state)
    {
        json.WriteStartObject();
        json.WriteString("name", state.Name);
        if (state.Wait is { } reason)
        {
            json.WritePropertyName("waitsFor");
            WaitReasonForm.Write(json, reason);
        }
        else if (state.IsClosed)
        {
            json.WriteString("outcome", EnumWords<TicketOutcome>.Of(state.Outcome));
        }
        else
        {
            json.WriteString("category", EnumWords<StateCategory>.Of(state.Category));
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Transition row)
    {
        json.WriteStartObject();
        json.WriteString("from", row.From);
        json.WriteString("trigger", row.Trigger.Name);
        json.WriteString("to", row.To);
        TicketForms.WriteList(json, "by", row.Roles, (list, role) => list.WriteStringValue(role.Name));
        TicketForms.WriteList(json, "when", row.Guards, (list, guard) => list.WriteStringValue(guard.Name));
        TicketForms.WriteList(json, "needs", row.Needs, (list, detail) => list.WriteStringValue(detail.Name));
        TicketForms.WriteList(json, "does", row.Effects, (list, effect) => list.WriteStringValue(EnumWords<TransitionEffect>.Of(effect)));
        json.WriteEndObject();
    }
}
