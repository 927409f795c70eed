using System.Text.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Json;

/// <summary>One objective of an SLA policy.</summary>
internal static class ObjectiveForm
{
    private static readonly (string Word, Party Value)[] Parties = [("customer", Party.Customer), ("internal", Party.Internal), ("supplier", Party.Supplier)];

    private static readonly (string Word, ReclassifyMode Value)[] ReclassifyModes =
        [("keep-start", ReclassifyMode.KeepStart), ("restart", ReclassifyMode.Restart), ("proportional", ReclassifyMode.Proportional)];

    private static readonly (string Word, ReopenMode Value)[] ReopenModes =
        [("ignore", ReopenMode.Ignore), ("resume", ReopenMode.Resume), ("new-cycle", ReopenMode.NewCycle)];

    private static readonly (string Word, Func<Objective, Objective> Value)[] Repetitions =
        [("once", one => one), ("each-start", one => one.Repeating()), ("from-second-cycle", one => one.FromSecondCycle())];

    internal static Objective? Read(DocumentNode node)
    {
        ObjectReader objective = new(node);
        string name = objective.Required("name", Forms.NonEmptyText);
        Party party = objective.Optional("party", Forms.Word(Parties), Party.Customer);
        string? within = objective.Optional<string?>("within", Forms.NonEmptyText, null);
        RequestCondition appliesTo = objective.Optional("appliesTo", RequestConditionForm.Read, RequestCondition.Any);
        IReadOnlyList<Signal> startsOn = objective.NonEmptyList("startsOn", SignalForm.Read);
        IReadOnlyList<Signal> stopsOn = objective.NonEmptyList("stopsOn", SignalForm.Read);
        IReadOnlyList<Signal> cancelsOn = objective.List("cancelsOn", SignalForm.Read);
        IReadOnlyList<Signal> endsOn = objective.List("endsOn", SignalForm.Read);
        Func<Objective, Objective> repeats = objective.Optional("repeats", Forms.Word(Repetitions), Repetitions[0].Value);
        IReadOnlyList<Pause?> pauses = objective.List("pausedBy", ReadPause);
        ReclassifyMode onReclassify = objective.Optional("onReclassify", Forms.Word(ReclassifyModes), ReclassifyMode.KeepStart);
        ReopenMode onReopen = objective.Optional("onReopen", Forms.Word(ReopenModes), ReopenMode.Ignore);
        IReadOnlyList<Target?> targets = objective.NonEmptyList("targets", TargetForm.Read);
        IReadOnlyList<Alarm?> alarms = objective.List("alarms", AlarmForm.Read);
        return objective.Build(() =>
        {
            Objective made = new Objective(name, startsOn, stopsOn, targets!)
                .For(appliesTo).For(party).CancelledOn(cancelsOn).EndedOn(endsOn).PausedBy(pauses!).OnReclassify(onReclassify).OnReopen(onReopen).WithAlarms(alarms!);
            return repeats(within is null ? made : made.Within(within));
        });
    }

    internal static void Write(Utf8JsonWriter json, Objective objective)
    {
        json.WriteStartObject();
        json.WriteString("name", objective.Name);
        WriteUnlessUsual(json, "party", Parties, objective.Party);
        if (objective.WithinObjective is { } within)
        {
            json.WriteString("within", within);
        }

        if (objective.AppliesTo is not AnyCondition)
        {
            json.WritePropertyName("appliesTo");
            RequestConditionForm.Write(json, objective.AppliesTo);
        }

        SignalForm.WriteList(json, "startsOn", objective.StartsOn);
        SignalForm.WriteList(json, "stopsOn", objective.StopsOn);
        SignalForm.WriteList(json, "cancelsOn", objective.CancelsOn);
        SignalForm.WriteList(json, "endsOn", objective.EndsOn);
        if (objective.Repetition == Repetition.EachStart)
        {
            json.WriteString("repeats", objective.SkipsFirstCycle ? "from-second-cycle" : "each-start");
        }

        if (objective.Pauses.Count > 0)
        {
            json.WriteStartArray("pausedBy");
            foreach (Pause pause in objective.Pauses)
            {
                WritePause(json, pause);
            }

            json.WriteEndArray();
        }

        WriteUnlessUsual(json, "onReclassify", ReclassifyModes, objective.ReclassifyMode);
        WriteUnlessUsual(json, "onReopen", ReopenModes, objective.ReopenMode);
        json.WriteStartArray("targets");
        foreach (Target target in objective.Targets)
        {
            TargetForm.Write(json, target);
        }

        json.WriteEndArray();
        if (objective.Alarms.Count > 0)
        {
            json.WriteStartArray("alarms");
            foreach (Alarm alarm in objective.Alarms)
            {
                AlarmForm.Write(json, alarm);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    /// <summary>A wait reason that pauses without limit, or <c>{ "reason": "parts", "upTo": "P7D" }</c>.</summary>
    private static Pause? ReadPause(DocumentNode node)
    {
        if (node.Kind == NodeKind.Object && node["reason"] is not null)
        {
            ObjectReader pause = new(node);
            WaitReason reason = pause.Required("reason", WaitReasonForm.Read);
            Duration? upTo = pause.Optional<Duration?>("upTo", one => Forms.Span(Duration.Epsilon)(one), null);
            return pause.Build(() => upTo is { } cap ? Pause.On(reason).UpTo(cap) : Pause.On(reason));
        }

        int before = node.Findings.Count;
        WaitReason alone = WaitReasonForm.Read(node);
        return node.Findings.Count == before ? Pause.On(alone) : null;
    }

    private static void WritePause(Utf8JsonWriter json, Pause pause)
    {
        if (pause.Cap is not { } cap)
        {
            WaitReasonForm.Write(json, pause.Reason);
            return;
        }

        json.WriteStartObject();
        json.WritePropertyName("reason");
        WaitReasonForm.Write(json, pause.Reason);
        json.WriteString("upTo", IsoDuration.Write(cap));
        json.WriteEndObject();
    }

    private static void WriteUnlessUsual<T>(Utf8JsonWriter json, string name, (string Word, T Value)[] words, T value)
    {
        if (!EqualityComparer<T>.Default.Equals(value, words[0].Value))
        {
            json.WriteString(name, words.Single(word => EqualityComparer<T>.Default.Equals(word.Value, value)).Word);
        }
    }
}
