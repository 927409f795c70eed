using System.Globalization;
using System.Text.Json;
using AfterSales.Domain.Calendars;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Json;

/// <summary>A layer of dated hours: the name of a set that ships with the library, or a set with its days.</summary>
internal static class HolidaySetForm
{
    private static readonly (string Name, Func<HolidaySet> Make)[] Shipped =
    [
        .. Years().Select(year => ("china-" + year.ToString(CultureInfo.InvariantCulture), (Func<HolidaySet>)(() => ChinaHolidays.Year(year)))),
        .. Years().Select(year => ("china-through-" + year.ToString(CultureInfo.InvariantCulture), (Func<HolidaySet>)(() => ChinaHolidays.Through(year)))),
    ];

    internal static HolidaySet? Read(DocumentNode node)
    {
        if (node.Kind == NodeKind.Text)
        {
            int before = node.Findings.Count;
            Func<HolidaySet> make = Forms.Word(Shipped)(node);
            return node.Findings.Count == before ? make() : null;
        }

        ObjectReader set = new(node);
        string name = set.Required("name", Forms.Name);
        LocalDate? from = set.Optional<LocalDate?>("knownFrom", one => Forms.Date(one), null);
        LocalDate? through = set.Optional<LocalDate?>("knownThrough", one => Forms.Date(one), null);
        IReadOnlyList<DatedHours?> days = set.Required("days", Days) ?? [];
        if (from.HasValue != through.HasValue)
        {
            node.Findings.Add(node, "missing-member", $"found only \"{(from.HasValue ? "knownFrom" : "knownThrough")}\"", "knownFrom and knownThrough stand together or not at all");
        }

        return set.Build(() => from is { } first && through is { } last ? new HolidaySet(name, days!).KnownBetween(first, last) : new HolidaySet(name, days!));
    }

    internal static void Write(Utf8JsonWriter json, HolidaySet set)
    {
        if (NameOf(set) is { } shipped)
        {
            json.WriteStringValue(shipped);
            return;
        }

        json.WriteStartObject();
        json.WriteString("name", set.Name);
        if (set.KnownFrom is { } from && set.KnownThrough is { } through)
        {
            json.WriteString("knownFrom", LocalDatePattern.Iso.Format(from));
            json.WriteString("knownThrough", LocalDatePattern.Iso.Format(through));
        }

        json.WriteStartArray("days");
        foreach (DatedHours day in set.Entries)
        {
            DatedHoursForm.Write(json, day);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IReadOnlyList<DatedHours?> Days(DocumentNode list)
    {
        Dictionary<LocalDate, int> ofDate = [];
        return Forms.ListOf(
            list,
            node =>
            {
                if (DatedHoursForm.Read(node) is not { } day)
                {
                    return null;
                }

                int count = ofDate.TryGetValue(day.Date, out int before) ? before + 1 : 1;
                ofDate[day.Date] = count;
                if (count > HolidayList.MostOfOneDate)
                {
                    node.Findings.Add(node, "too-large", HolidayList.TooManyOfOneDate.Found, HolidayList.TooManyOfOneDate.Allowed);
                }

                return day;
            },
            atLeast: 0);
    }

    private static IEnumerable<int> Years() => Enumerable.Range(ChinaHolidays.FirstYear, ChinaHolidays.LastYear - ChinaHolidays.FirstYear + 1);

    private static string? NameOf(HolidaySet set)
    {
        foreach ((string name, Func<HolidaySet> make) in Shipped)
        {
            if (make().Equals(set))
            {
                return name;
            }
        }

        return null;
    }
}
