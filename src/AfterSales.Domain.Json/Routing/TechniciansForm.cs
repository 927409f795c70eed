using System.Text.Json;
using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using NodaTime;

namespace AfterSales.Domain.Json;

/// <summary>The members of a document of technicians: calendars and providers, and the people who name them.</summary>
internal static class TechniciansForm
{
    private static readonly (string Word, ProviderStanding Value)[] Standings = [("active", ProviderStanding.Active), ("suspended", ProviderStanding.Suspended)];

    internal static IReadOnlyList<Technician>? Read(ObjectReader document)
    {
        Dictionary<string, BusinessCalendar> calendars = ByName(
            document.Required("calendars", list => Forms.ListOf(list, node => (node, CalendarForm.Read(node)), atLeast: 0)) ?? [], calendar => calendar.Name, "name");
        Dictionary<string, ServiceProvider> providers = ByName(
            document.List("providers", node => (node, Provider(node))), provider => provider.Id.Value, "id");
        HashSet<string> ids = new(StringComparer.Ordinal);
        IReadOnlyList<Technician?> technicians = document.Required("technicians", node => Forms.ListOf(node, one => Person(one, calendars, providers, ids), atLeast: 0)) ?? [];
        return document.Build<IReadOnlyList<Technician>>(() => [.. technicians.OfType<Technician>()]);
    }

    internal static void WriteMembers(Utf8JsonWriter json, Technician[] technicians)
    {
        json.WriteStartArray("calendars");
        foreach (BusinessCalendar calendar in Distinct(technicians.SelectMany(one => new[] { one.Hours, one.OnCall }).OfType<BusinessCalendar>(), one => one.Name, "calendars"))
        {
            if (!NameRule.IsName(calendar.Name))
            {
                throw new ArgumentException($"The calendar {calendar.Name} has no name of its own; give it one with Named, of 1 to 64 characters of a-z, 0-9 and '-'.", nameof(technicians));
            }

            CalendarForm.Write(json, calendar);
        }

        json.WriteEndArray();
        json.WriteStartArray("providers");
        foreach (ServiceProvider provider in Distinct(technicians.Select(one => one.Provider).OfType<ServiceProvider>(), one => one.Id.Value, "providers"))
        {
            json.WriteStartObject();
            json.WriteString("id", provider.Id.Value);
            json.WriteStartObject("contract");
            RoutingForms.WriteSpan(json, provider.Contract);
            json.WriteEndObject();
            json.WriteNumber("quotaLeft", provider.QuotaLeft);
            json.WriteNumber("assessment", provider.Assessment);
            json.WriteString("standing", Standings.Single(one => one.Value == provider.Standing).Word);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("technicians");
        foreach (Technician technician in technicians)
        {
            WritePerson(json, technician);
        }

        json.WriteEndArray();
    }

    private static Dictionary<string, T> ByName<T>(IReadOnlyList<(DocumentNode Node, T? Value)> read, Func<T, string> name, string member)
        where T : class
    {
        Dictionary<string, T> byName = new(StringComparer.Ordinal);
        foreach ((DocumentNode node, T? value) in read)
        {
            if (value is not null && !byName.TryAdd(name(value), value))
            {
                (node[member] ?? node).Refuse("duplicate-name", "a " + member + " that stands once in the list");
            }
        }

        return byName;
    }

    private static ServiceProvider? Provider(DocumentNode node)
    {
        ObjectReader provider = new(node);
        string id = provider.Required("id", RoutingForms.Id);
        Interval contract = provider.Required("contract", RoutingForms.Span);
        int quota = provider.Required("quotaLeft", RoutingForms.Count);
        int assessment = provider.Optional("assessment", Forms.WholeNumber(0, 100), 100);
        ProviderStanding standing = provider.Optional("standing", Forms.Word(Standings), ProviderStanding.Active);
        return provider.Build(() => new ServiceProvider(new TeamId(id), contract, quota).Assessed(assessment, standing));
    }

    private static Technician? Person(
        DocumentNode node, Dictionary<string, BusinessCalendar> calendars, Dictionary<string, ServiceProvider> providers, HashSet<string> ids)
    {
        ObjectReader person = new(node);
        string id = person.Required("id", one => Once(one, ids));
        Grade grade = person.Required("grade", RoutingForms.Grade);
        BusinessCalendar? hours = person.Required("hours", one => Known(one, calendars, "a calendar of the document"));
        BusinessCalendar? onCall = person.Optional<BusinessCalendar?>("onCall", one => Known(one, calendars, "a calendar of the document"), null);
        ServiceProvider? provider = person.Optional<ServiceProvider?>("provider", one => Known(one, providers, "a provider of the document"), null);
        IReadOnlyList<KeyValuePair<string, int>> skills = person.Optional("skills", one => RoutingForms.Map(one, RoutingForms.Level), []);
        IReadOnlyList<string> languages = person.List("languages", Forms.Name);
        IReadOnlyList<string> regions = person.List("regions", Forms.NonEmptyText);
        bool everywhere = person.Optional("everywhere", Forms.Truth, otherwise: false);
        GeoPoint? point = person.Optional<GeoPoint?>("base", RoutingForms.Point, null);
        int radius = person.Optional("travelRadius", Forms.WholeNumber(0, Technician.MaximumTravelRadius), 0);
        int capacity = person.Optional("capacity", Forms.WholeNumber(1, Technician.MaximumCapacity), 1);
        int load = person.Optional("load", Forms.WholeNumber(0, Technician.MaximumLoad), 0);
        long lastAssigned = person.Optional("lastAssigned", RoutingForms.Sequence, 0);
        IReadOnlyList<Instant> assignments = person.List("assignments", Forms.Moment);
        IReadOnlyList<Interval> leave = person.ShortList("leave", RoutingForms.Span);
        IReadOnlyList<KeyValuePair<string, int>> products = person.Optional("products", one => RoutingForms.Map(one, RoutingForms.Count), []);
        return hours is null ? person.Build<Technician>(() => null!) : person.Build(() =>
        {
            Technician made = new Technician(new PersonId(id), grade, hours).WithCapacity(capacity).Carrying(load).LastAssignedAs(lastAssigned)
                .Speaking([.. languages.Select(SpokenLanguage.Named)]).Serving([.. regions]).AssignedAt([.. assignments]);
            made = skills.Aggregate(made, (one, skill) => one.WithSkill(Skill.Named(skill.Key), skill.Value));
            made = products.Aggregate(made, (one, product) => one.KnowingProduct(product.Key, product.Value));
            made = leave.Aggregate(made, (one, away) => one.OnLeave(away));
            made = everywhere ? made.ServingEverywhere() : made;
            made = point is { } from ? made.BasedAt(from, radius) : made;
            made = provider is null ? made : made.OfProvider(provider);
            return onCall is null ? made : made.OnCallDuring(onCall);
        });
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

    private static T? Known<T>(DocumentNode node, Dictionary<string, T> known, string what)
        where T : class
    {
        if (node.Kind == NodeKind.Text && known.TryGetValue(node.Text, out T? found))
        {
            return found;
        }

        string names = node.Findings.IsFull ? "" : known.Count == 0 ? "there is none" : Quoting.List(known.Keys);
        node.Refuse(node.Kind == NodeKind.Text ? "unknown-name" : "wrong-type", $"{what}: {names}");
        return null;
    }

    private static void WritePerson(Utf8JsonWriter json, Technician technician)
    {
        json.WriteStartObject();
        json.WriteString("id", technician.Id.Value);
        json.WriteString("grade", RoutingForms.Word(technician.Grade));
        json.WriteString("hours", technician.Hours.Name);
        if (technician.OnCall is { } onCall)
        {
            json.WriteString("onCall", onCall.Name);
        }

        if (technician.Provider is { } provider)
        {
            json.WriteString("provider", provider.Id.Value);
        }

        RoutingForms.WriteMap(json, "skills", technician.Skills.Select(skill => new KeyValuePair<string, int>(skill.Key.Name, skill.Value)));
        RoutingForms.WriteTexts(json, "languages", technician.Languages.Select(language => language.Name));
        RoutingForms.WriteTexts(json, "regions", technician.Regions);
        if (technician.ServesEverywhere)
        {
            json.WriteBoolean("everywhere", value: true);
        }

        RoutingForms.WritePoint(json, "base", technician.Base);
        json.WriteNumber("travelRadius", technician.TravelRadius);
        json.WriteNumber("capacity", technician.Capacity);
        json.WriteNumber("load", technician.Load);
        json.WriteNumber("lastAssigned", technician.LastAssigned);
        RoutingForms.WriteTexts(json, "assignments", technician.Assignments.Select(RoutingForms.Text));
        if (technician.Leave.Count > 0)
        {
            json.WriteStartArray("leave");
            foreach (Interval leave in technician.Leave)
            {
                json.WriteStartObject();
                RoutingForms.WriteSpan(json, leave);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        RoutingForms.WriteMap(json, "products", technician.ProductHistory);
        json.WriteEndObject();
    }

    private static IEnumerable<T> Distinct<T>(IEnumerable<T> values, Func<T, string> name, string what)
    {
        Dictionary<string, T> known = new(StringComparer.Ordinal);
        foreach (T value in values)
        {
            if (!known.TryAdd(name(value), value) && !Equals(known[name(value)], value))
            {
                throw new ArgumentException($"Two different {what} are called {name(value)}.", nameof(values));
            }
        }

        return known.Values;
    }
}
