using System.Text.Json;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Sla;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Json;

/// <summary>The members of an SLA policy.</summary>
internal static class SlaPolicyForm
{
    internal static SlaPolicy? Read(ObjectReader policy, DocumentNode node)
    {
        string name = policy.Required("name", Forms.NonEmptyText);
        int version = policy.Required("version", Forms.WholeNumber(1, int.MaxValue));
        Instant effectiveFrom = policy.Required("effectiveFrom", Forms.Moment);
        IReadOnlyList<(BusinessCalendar? Calendar, Instant? PublishedAt)> calendars = policy.ShortList("calendars", Published);
        policy.List("hostCalendars", Forms.Name);
        IReadOnlyList<Objective?> objectives = policy.Required("objectives", list => Forms.ListOf(list, ObjectiveForm.Read, atLeast: 0)) ?? [];
        IReadOnlyList<AcceptedFindingForm.Accepted?> accepted = policy.ShortList("accepted", AcceptedFindingForm.Read);
        RefuseUnknownCalendars(node);
        RefuseUnknownOuterObjectives(node);
        return policy.Build(() =>
        {
            SlaPolicy made = calendars.Aggregate(
                new SlaPolicy(name, version, effectiveFrom, objectives!),
                (made, one) => one.PublishedAt is { } at ? made.WithPublished(one.Calendar!, at) : made.With(one.Calendar!));
            return accepted.Aggregate(made, (one, finding) => one.Accepting(finding!.Code, finding.Where, finding.Reason));
        });
    }

    internal static void WriteMembers(Utf8JsonWriter json, SlaPolicy policy)
    {
        json.WriteString("name", policy.Name);
        json.WriteNumber("version", policy.Version);
        json.WriteString("effectiveFrom", InstantPattern.ExtendedIso.Format(policy.EffectiveFrom));
        if (policy.Calendars.Count > 0)
        {
            json.WriteStartArray("calendars");
            foreach (PublishedCalendar published in policy.Calendars)
            {
                json.WriteStartObject();
                CalendarForm.WriteMembers(json, published.Calendar);
                if (published.PublishedAt > Instant.MinValue)
                {
                    json.WriteString("publishedAt", InstantPattern.ExtendedIso.Format(published.PublishedAt));
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        HashSet<string> own = new(policy.Calendars.Select(one => one.Calendar.Name), StringComparer.Ordinal);
        string[] foreign = [.. policy.Objectives.SelectMany(objective => objective.Targets).SelectMany(target => CalendarChoiceForm.NamesIn(target.Calendar)).Where(name => !own.Contains(name)).Distinct(StringComparer.Ordinal)];
        if (foreign.Length > 0)
        {
            json.WriteStartArray("hostCalendars");
            foreach (string name in foreign)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
        }

        json.WriteStartArray("objectives");
        foreach (Objective objective in policy.Objectives)
        {
            ObjectiveForm.Write(json, objective);
        }

        json.WriteEndArray();
        if (policy.Accepted.Count > 0)
        {
            json.WriteStartArray("accepted");
            foreach (AcceptedFinding finding in policy.Accepted)
            {
                AcceptedFindingForm.Write(json, finding);
            }

            json.WriteEndArray();
        }
    }

    private static (BusinessCalendar? Calendar, Instant? PublishedAt) Published(DocumentNode node)
    {
        ObjectReader calendar = new(node);
        Instant? publishedAt = calendar.Optional<Instant?>("publishedAt", one => Forms.Moment(one), null);
        return (CalendarForm.Read(calendar, node), publishedAt);
    }

    /// <summary>A name of a calendar that stands nowhere in the document is a slip of the pen, found at the target that uses it.</summary>
    private static void RefuseUnknownCalendars(DocumentNode policy)
    {
        HashSet<string> known = new(
            Items(policy["calendars"]).Select(calendar => calendar["name"]).Concat(Items(policy["hostCalendars"])).Where(name => name is { Kind: NodeKind.Text }).Select(name => name!.Text),
            StringComparer.Ordinal);
        foreach (DocumentNode target in Items(policy["objectives"]).SelectMany(objective => Items(objective["targets"])))
        {
            foreach (DocumentNode name in CalendarChoiceForm.NameNodes(target["calendar"]).Where(name => !known.Contains(name.Text)))
            {
                name.RefuseName(
                    "unknown-name",
                    () => known.Count == 0 ? "the name of a calendar in \"calendars\" or \"hostCalendars\", of which there is none" : Quoting.List(known.Select(one => $"\"{one}\"")),
                    known);
            }
        }
    }

    private static void RefuseUnknownOuterObjectives(DocumentNode policy)
    {
        HashSet<string> known = new(
            Items(policy["objectives"]).Select(objective => objective["name"]).Where(name => name is { Kind: NodeKind.Text }).Select(name => name!.Text), StringComparer.Ordinal);
        foreach (DocumentNode outer in Items(policy["objectives"]).Select(objective => objective["within"]).OfType<DocumentNode>())
        {
            if (outer.Kind == NodeKind.Text && !known.Contains(outer.Text))
            {
                outer.RefuseName("unknown-name", () => "the name of another objective: " + Quoting.List(known.Select(one => $"\"{one}\"")), known);
            }
        }
    }

    private static IEnumerable<DocumentNode> Items(DocumentNode? list) => list?.Items ?? [];
}
