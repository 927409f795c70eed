using System.Text.Json;
using AfterSales.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Json;

/// <summary>The members of a calendar, as a document of its own or inside another one.</summary>
internal static class CalendarForm
{
    private static readonly Interval DefaultHorizon = BusinessCalendar.Always(DateTimeZone.Utc).Horizon;

    internal static BusinessCalendar? Read(DocumentNode node) => Read(new ObjectReader(node), node);

    /// <param name="calendar">The reader of the node, which may have read members of its own before.</param>
    /// <param name="node">The object.</param>
    internal static BusinessCalendar? Read(ObjectReader calendar, DocumentNode node)
    {
        Func<BusinessCalendar>? basis = calendar.OneOf("hours", "intersection", "union", "except") switch
        {
            "hours" => Weekly(calendar),
            "intersection" => Combined(calendar, "intersection", (left, right) => left.Intersect(right)),
            "union" => Combined(calendar, "union", (left, right) => left.Union(right)),
            "except" => Combined(calendar, "except", (left, right) => left.Except(right)),
            _ => null,
        };
        if (basis is null)
        {
            // Which members belong to it cannot be told; none of these is called unknown.
            calendar.Allow(["zone", "seasons"]);
        }

        string? name = node["hours"] is null ? calendar.Optional<string?>("name", Forms.Name, null) : calendar.Required("name", Forms.Name);
        int version = calendar.Optional("version", Forms.WholeNumber(1, int.MaxValue), 1);
        IReadOnlyList<HolidaySet?> layers = calendar.ShortList("holidays", HolidaySetForm.Read);
        Interval? horizon = calendar.Optional<Interval?>("horizon", Horizon, null);

        return calendar.Build(() =>
        {
            BusinessCalendar made = basis!();
            made = name is null ? made : made.Named(name);
            made = made.WithVersion(version).With(layers!);
            return horizon is { } limits ? made.Within(limits) : made;
        });
    }

    internal static void Write(Utf8JsonWriter json, BusinessCalendar calendar)
    {
        json.WriteStartObject();
        WriteMembers(json, calendar);
        json.WriteEndObject();
    }

    internal static void WriteMembers(Utf8JsonWriter json, BusinessCalendar calendar)
    {
        // A combined calendar without a name of its own is called by an expression, which it is given again when it is read.
        if (NameRule.IsName(calendar.Name))
        {
            json.WriteString("name", calendar.Name);
        }

        if (calendar.Version != 1)
        {
            json.WriteNumber("version", calendar.Version);
        }

        Interval usual = DefaultHorizon;
        switch (calendar.Basis)
        {
            case WeeklyBasis weekly:
                json.WriteString("zone", weekly.Zone.Id);
                json.WriteString("hours", weekly.Hours.ToString());
                WriteList(json, "seasons", weekly.Seasons, SeasonForm.Write);
                break;
            case CombinedBasis both:
                usual = UsualHorizon(both);
                WriteList(json, both switch { IntersectionBasis => "intersection", UnionBasis => "union", _ => "except" }, [both.Left, both.Right], Write);
                break;
        }

        WriteList(json, "holidays", calendar.Layers, HolidaySetForm.Write);
        if (calendar.Horizon != usual)
        {
            json.WriteStartObject("horizon");
            json.WriteString("from", InstantPattern.ExtendedIso.Format(calendar.Horizon.Start));
            json.WriteString("until", InstantPattern.ExtendedIso.Format(calendar.Horizon.End));
            json.WriteEndObject();
        }
    }

    private static Func<BusinessCalendar> Weekly(ObjectReader calendar)
    {
        DateTimeZone zone = calendar.Required("zone", Forms.Zone);
        WeeklyHours hours = calendar.Required("hours", HoursForm.Week);
        IReadOnlyList<Season?> seasons = calendar.ShortList("seasons", SeasonForm.Read);

        // The name is given when the calendar is complete.
        return () => BusinessCalendar.Weekly("unnamed", zone, hours).With(seasons!);
    }

    private static Func<BusinessCalendar> Combined(ObjectReader calendar, string member, Func<BusinessCalendar, BusinessCalendar, BusinessCalendar> combine)
    {
        IReadOnlyList<BusinessCalendar?> parts = calendar.Required(member, node =>
        {
            IReadOnlyList<BusinessCalendar?> read = Forms.ListOf(node, Read, atLeast: 0);
            if (node.Kind == NodeKind.List && node.Items.Count != 2)
            {
                node.Refuse("bad-value", "a list of two calendars");
            }

            return read;
        });
        return () => combine(parts[0]!, parts[1]!);
    }

    private static Interval? Horizon(DocumentNode node)
    {
        ObjectReader horizon = new(node);
        Instant from = horizon.Required("from", Forms.Moment);
        Instant until = horizon.Required("until", Forms.Moment);
        return horizon.Build<Interval?>(() => new Interval(from, until));
    }

    private static Interval UsualHorizon(CombinedBasis both) => both switch
    {
        IntersectionBasis => both.Left.Intersect(both.Right).Horizon,
        UnionBasis => both.Left.Union(both.Right).Horizon,
        _ => both.Left.Horizon,
    };

    private static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (T item in items)
        {
            write(json, item);
        }

        json.WriteEndArray();
    }
}
