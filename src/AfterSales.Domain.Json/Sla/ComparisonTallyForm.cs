using System.Text.Json;
using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Json;

/// <summary>The members of a comparison's tally: the replays <c>before</c> and <c>after</c>, what changed by objective, and the cycles that are kept.</summary>
internal static class ComparisonTallyForm
{
    internal static ComparisonSnapshot? Read(ObjectReader tally)
    {
        ReplaySnapshot? before = tally.Required("before", ReplayTallyForm.ReadPart);
        ReplaySnapshot? after = tally.Required("after", ReplayTallyForm.ReadPart);
        IReadOnlyList<OutcomePairs?> objectives = tally.List("objectives", Objective);
        IReadOnlyList<CycleReference?> newlyMissed = tally.List("newlyMissed", ReplayTallyForm.Reference);
        IReadOnlyList<CycleReference?> newlyMet = tally.List("newlyMet", ReplayTallyForm.Reference);
        IReadOnlyList<CycleReference?> moved = tally.List("moved", ReplayTallyForm.Reference);
        return tally.Build(() => new ComparisonSnapshot(before!, after!, objectives!).Keeping(newlyMissed!, newlyMet!, moved!));
    }

    internal static void WriteMembers(Utf8JsonWriter json, ComparisonSnapshot tally)
    {
        json.WriteStartObject("before");
        ReplayTallyForm.WriteMembers(json, tally.Before);
        json.WriteEndObject();
        json.WriteStartObject("after");
        ReplayTallyForm.WriteMembers(json, tally.After);
        json.WriteEndObject();
        TicketForms.WriteList(json, "objectives", tally.Pairs, Write);
        TicketForms.WriteList(json, "newlyMissed", tally.NewlyMissed, ReplayTallyForm.Write);
        TicketForms.WriteList(json, "newlyMet", tally.NewlyMet, ReplayTallyForm.Write);
        TicketForms.WriteList(json, "moved", tally.Moved, ReplayTallyForm.Write);
    }

    private static OutcomePairs? Objective(DocumentNode node)
    {
        ObjectReader row = new(node);
        string objective = row.Required("objective", Forms.NonEmptyText);
        long movedEarlier = row.Optional("movedEarlier", Forms.Count, 0);
        long movedLater = row.Optional("movedLater", Forms.Count, 0);
        IReadOnlyList<(int Pair, long Count)> pairs = row.List("outcomes", Pair);
        return row.Build(() =>
        {
            int outcomes = ReplayTallyForm.Outcomes.Count;
            long[] counts = new long[outcomes * outcomes];
            foreach ((int pair, long count) in pairs)
            {
                counts[pair] = counts[pair] == 0 ? count : throw new ArgumentException("A pair of outcomes comes twice; each may come once.", nameof(node));
            }

            return new OutcomePairs(objective, counts, movedEarlier, movedLater);
        });
    }

    private static (int Pair, long Count) Pair(DocumentNode node)
    {
        ObjectReader pair = new(node);
        CycleOutcome before = pair.Required("before", Forms.Word(EnumWords<CycleOutcome>.All));
        CycleOutcome after = pair.Required("after", Forms.Word(EnumWords<CycleOutcome>.All));
        long count = pair.Required("count", Forms.Count);
        return pair.Build(() => (((int)before * ReplayTallyForm.Outcomes.Count) + (int)after, count));
    }

    private static void Write(Utf8JsonWriter json, OutcomePairs row)
    {
        json.WriteStartObject();
        json.WriteString("objective", row.Objective);
        json.WriteCount("movedEarlier", row.MovedEarlier);
        json.WriteCount("movedLater", row.MovedLater);
        IReadOnlyList<(string Word, CycleOutcome Value)> outcomes = ReplayTallyForm.Outcomes;
        int[] changed = [.. Enumerable.Range(0, row.Counts.Count).Where(pair => row.Counts[pair] > 0)];
        TicketForms.WriteList(json, "outcomes", changed, (list, pair) =>
        {
            list.WriteStartObject();
            list.WriteString("before", outcomes[pair / outcomes.Count].Word);
            list.WriteString("after", outcomes[pair % outcomes.Count].Word);
            list.WriteNumber("count", row.Counts[pair]);
            list.WriteEndObject();
        });
        json.WriteEndObject();
    }
}
