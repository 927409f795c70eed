using System.Text.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;

namespace AfterSales.Domain.Json;

/// <summary>The work items of a routing decision as a JSON document of the kind <c>work-items</c>.</summary>
/// <remarks>
/// <code>
/// { "format": "work-items/1",
///   "items": [ { "id": "W-1", "queuedAt": "2026-11-23T09:40:00+08:00", "request": { "kind": "repair", "severity": "general" },
///                "skills": [ { "skill": "compressor", "level": 3 } ] } ] }
/// </code>
/// A skill with a <c>dropGroup</c> is required until a relaxation step drops the group. The methods are safe for use by several threads.
/// </remarks>
public static class WorkItemsDocument
{
    /// <summary>Gets the kind, with its JSON Schema.</summary>
    public static DocumentKind Kind { get; } = new("work-items", 1, typeof(WorkItemsDocument).Assembly, root => Items(Kind!.Begin(root)));

    /// <summary>Reads items.</summary>
    /// <param name="utf8Json">The document as UTF-8, with or without byte order mark, at most 8 MiB.</param>
    /// <returns>The items in the order of the text, or every problem of the text.</returns>
    public static DocumentReading<IReadOnlyList<WorkItem>> Read(ReadOnlySpan<byte> utf8Json) => Kind.Read<IReadOnlyList<WorkItem>>(utf8Json);

    /// <summary>Reads items.</summary>
    /// <param name="json">The document.</param>
    /// <returns>The items in the order of the text, or every problem of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static DocumentReading<IReadOnlyList<WorkItem>> Read(string json) => Kind.Read<IReadOnlyList<WorkItem>>(json);

    /// <summary>Writes items; reading the text gives equal ones.</summary>
    /// <param name="items">The items.</param>
    /// <returns>The document, indented, with line feeds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> or one of them is null.</exception>
    /// <exception cref="InvalidOperationException">The document would be larger than <see cref="Read(string)"/> takes, or deeper than 128 levels.</exception>
    public static string Write(IEnumerable<WorkItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        WorkItem[] all = [.. items];
        foreach (WorkItem item in all)
        {
            ArgumentNullException.ThrowIfNull(item, nameof(items));
        }

        return DocumentWriter.Write(Kind, json =>
        {
            json.WriteStartArray("items");
            foreach (WorkItem item in all)
            {
                WriteItem(json, item);
            }

            json.WriteEndArray();
        });
    }

    private static IReadOnlyList<WorkItem>? Items(ObjectReader document)
    {
        HashSet<string> ids = new(StringComparer.Ordinal);
        IReadOnlyList<WorkItem?> items = document.Required("items", node => Forms.ListOf(node, one => Item(one, ids), atLeast: 0)) ?? [];
        return document.Build<IReadOnlyList<WorkItem>>(() => [.. items.OfType<WorkItem>()]);
    }

    private static WorkItem? Item(DocumentNode node, HashSet<string> ids)
    {
        ObjectReader item = new(node);
        string id = item.Required("id", one => Once(one, ids));
        Instant queuedAt = item.Required("queuedAt", Forms.Moment);
        Instant createdAt = item.Optional("createdAt", Forms.Moment, queuedAt);
        ServiceRequest? request = item.Required("request", ServiceRequestDocument.ReadPart);
        int size = item.Optional("size", Forms.WholeNumber(1, WorkItem.MaximumSize), 1);
        Instant? due = item.Optional<Instant?>("due", one => Forms.Moment(one), null);
        GeoPoint? point = item.Optional<GeoPoint?>("point", RoutingForms.Point, null);
        string? last = item.Optional<string?>("lastTechnician", RoutingForms.Id, null);
        bool outsourced = item.Optional("mayBeOutsourced", Forms.Truth, otherwise: false);
        IReadOnlyList<Func<WorkItem, WorkItem>?> skills = item.ShortList("skills", Need);
        IReadOnlyList<string> required = item.ShortList("requiredLanguages", Forms.Name);
        IReadOnlyList<string> preferred = item.ShortList("preferredLanguages", Forms.Name);
        IReadOnlyList<string> excluded = item.ShortList("excluded", RoutingForms.Id);
        return item.Build(() =>
        {
            WorkItem made = skills.Aggregate(new WorkItem(new WorkItemId(id), request!, createdAt, queuedAt).OfSize(size), (one, need) => need!(one));
            made = required.Aggregate(made, (one, language) => one.RequiringLanguage(SpokenLanguage.Named(language)));
            made = preferred.Aggregate(made, (one, language) => one.PreferringLanguage(SpokenLanguage.Named(language)));
            made = excluded.Aggregate(made, (one, person) => one.Excluding(new PersonId(person)));
            made = due is { } by ? made.DueAt(by) : made;
            made = point is { } place ? made.At(place) : made;
            made = last is null ? made : made.LastServedBy(new PersonId(last));
            return outsourced ? made.AllowingProviders() : made;
        });
    }

    private static Func<WorkItem, WorkItem>? Need(DocumentNode node)
    {
        ObjectReader need = new(node);
        string skill = need.Required("skill", Forms.Name);
        int level = need.Required("level", RoutingForms.Level);
        string? group = need.Optional<string?>("dropGroup", Forms.Name, null);
        return need.Build<Func<WorkItem, WorkItem>>(() => group is null
            ? item => item.Requiring(Skill.Named(skill), level)
            : item => item.Preferring(Skill.Named(skill), level, group));
    }

    private static string Once(DocumentNode node, HashSet<string> ids)
    {
        string id = RoutingForms.Id(node);
        if (id.Length > 0 && !ids.Add(id))
        {
            node.Refuse("duplicate-name", "an id that stands once in the list");
        }

        return id;
    }

    private static void WriteItem(Utf8JsonWriter json, WorkItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id.Value);
        json.WriteString("createdAt", RoutingForms.Text(item.CreatedAt));
        json.WriteString("queuedAt", RoutingForms.Text(item.QueuedAt));
        json.WriteStartObject("request");
        ServiceRequestDocument.WriteMembers(json, item.Request);
        json.WriteEndObject();
        json.WriteNumber("size", item.Size);
        if (item.Due is { } due)
        {
            json.WriteString("due", RoutingForms.Text(due));
        }

        RoutingForms.WritePoint(json, "point", item.Point);
        if (item.LastTechnician is { } last)
        {
            json.WriteString("lastTechnician", last.Value);
        }

        json.WriteBoolean("mayBeOutsourced", item.MayBeOutsourced);
        json.WriteStartArray("skills");
        foreach (SkillNeed need in item.Skills)
        {
            json.WriteStartObject();
            json.WriteString("skill", need.Skill.Name);
            json.WriteNumber("level", need.MinimumLevel);
            if (need.DropGroup is { } group)
            {
                json.WriteString("dropGroup", group);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        RoutingForms.WriteTexts(json, "requiredLanguages", item.RequiredLanguages.Select(language => language.Name));
        RoutingForms.WriteTexts(json, "preferredLanguages", item.PreferredLanguages.Select(language => language.Name));
        RoutingForms.WriteTexts(json, "excluded", item.Excluded.Select(person => person.Value));
        json.WriteEndObject();
    }
}
