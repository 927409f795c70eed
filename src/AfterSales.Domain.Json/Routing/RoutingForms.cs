using System.Globalization;
using System.Text.Json;
using AfterSales.Domain.Routing;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Json;

/// <summary>The forms of the words and small values that routing documents share.</summary>
internal static class RoutingForms
{
    internal static readonly (string Word, Grade Value)[] Grades =
    [
        ("junior", AfterSales.Domain.Routing.Grade.Junior),
        ("mid", AfterSales.Domain.Routing.Grade.Mid),
        ("senior", AfterSales.Domain.Routing.Grade.Senior),
        ("expert", AfterSales.Domain.Routing.Grade.Expert),
        ("lead", AfterSales.Domain.Routing.Grade.Lead),
        ("supervisor", AfterSales.Domain.Routing.Grade.Supervisor),
    ];

    internal static Grade Grade(DocumentNode node) => Forms.Word(Grades)(node);

    internal static string Word(Grade grade) => Grades.Single(one => one.Value == grade).Word;

    internal static int Level(DocumentNode node) => Forms.WholeNumber(Skill.LowestLevel, Skill.HighestLevel)(node);

    internal static int Count(DocumentNode node) => Forms.WholeNumber(0, int.MaxValue)(node);

    /// <summary>A text of 1 to 128 characters, as identifiers are.</summary>
    internal static string Id(DocumentNode node)
    {
        string text = Forms.NonEmptyText(node);
        if (text.Length > 128)
        {
            node.Refuse("bad-value", "an identifier of 1 to 128 characters");
            return "";
        }

        return text;
    }

    internal static long Sequence(DocumentNode node)
    {
        if (node.Kind == NodeKind.Number && long.TryParse(node.Text, NumberStyles.None, CultureInfo.InvariantCulture, out long number))
        {
            return number;
        }

        node.Refuse(node.Kind == NodeKind.Number ? "bad-value" : "wrong-type", "a whole number from 0");
        return 0;
    }

    /// <summary><c>{ "latitude": 31.2304, "longitude": 121.4737 }</c>.</summary>
    internal static GeoPoint? Point(DocumentNode node)
    {
        ObjectReader point = new(node);
        double latitude = point.Required("latitude", Degrees(90));
        double longitude = point.Required("longitude", Degrees(180));
        return point.Build<GeoPoint?>(() => new GeoPoint(latitude, longitude));
    }

    /// <summary><c>{ "from": …, "until": … }</c>, half-open; either may be left out.</summary>
    internal static Interval Span(DocumentNode node)
    {
        ObjectReader span = new(node);
        Instant? from = span.Optional<Instant?>("from", one => Forms.Moment(one), null);
        Instant? until = span.Optional<Instant?>("until", one => Forms.Moment(one), null);
        return span.Build(() => new Interval(from, until));
    }

    /// <summary>An object whose members are names of the document's own.</summary>
    internal static IReadOnlyList<KeyValuePair<string, T>> Map<T>(DocumentNode node, Func<DocumentNode, T> read)
    {
        if (node.Kind == NodeKind.Object)
        {
            return Forms.IsShort(node) ? [.. node.Members.Select(member => new KeyValuePair<string, T>(member.Key, read(member.Value)))] : [];
        }

        node.Refuse("wrong-type", "an object");
        return [];
    }

    internal static void WritePoint(Utf8JsonWriter json, string name, GeoPoint? point)
    {
        if (point is { } known)
        {
            json.WriteStartObject(name);
            json.WriteNumber("latitude", known.Latitude);
            json.WriteNumber("longitude", known.Longitude);
            json.WriteEndObject();
        }
    }

    internal static void WriteSpan(Utf8JsonWriter json, Interval span)
    {
        if (span.HasStart)
        {
            json.WriteString("from", Text(span.Start));
        }

        if (span.HasEnd)
        {
            json.WriteString("until", Text(span.End));
        }
    }

    internal static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        string[] all = [.. texts];
        if (all.Length > 0)
        {
            json.WriteStartArray(name);
            foreach (string text in all)
            {
                json.WriteStringValue(text);
            }

            json.WriteEndArray();
        }
    }

    internal static void WriteMap(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, int>> pairs)
    {
        KeyValuePair<string, int>[] all = [.. pairs];
        if (all.Length > 0)
        {
            json.WriteStartObject(name);
            foreach (KeyValuePair<string, int> pair in all)
            {
                json.WriteNumber(pair.Key, pair.Value);
            }

            json.WriteEndObject();
        }
    }

    internal static string Text(Instant instant) => InstantPattern.ExtendedIso.Format(instant);

    private static Func<DocumentNode, double> Degrees(int most) => node =>
    {
        string allowed = string.Format(CultureInfo.InvariantCulture, "a number of degrees from -{0} to {0}", most);
        if (node.Kind != NodeKind.Number)
        {
            node.Refuse("wrong-type", allowed);
            return 0;
        }

        if (double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double degrees) && degrees >= -most && degrees <= most)
        {
            return degrees;
        }

        node.Refuse("bad-value", allowed);
        return 0;
    };
}
