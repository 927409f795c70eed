using System.Globalization;
using System.Text;

namespace AfterSales.Domain.Json;

/// <summary>
/// Many whole numbers with their counts as one short text: ascending, each as its distance from the one before, with <c>*</c> and the count where it is more than one:
/// <c>60 30*2 5</c> is 60 once, 90 twice and 95 once.
/// </summary>
internal static class CountedNumbers
{
    private const string Allowed = "ascending whole numbers such as \"60 30*2 5\", each the distance from the one before, with its count after '*'";

    // A tally keeps no more distinct values than this.
    private const int MostNumbers = 1_000_000;

    internal static string Write(IReadOnlyList<KeyValuePair<long, long>> counts)
    {
        StringBuilder text = new();
        long before = 0;
        foreach (KeyValuePair<long, long> pair in counts.OrderBy(pair => pair.Key))
        {
            text.Append(text.Length == 0 ? "" : " ").Append((pair.Key - before).ToString(CultureInfo.InvariantCulture));
            if (pair.Value != 1)
            {
                text.Append('*').Append(pair.Value.ToString(CultureInfo.InvariantCulture));
            }

            before = pair.Key;
        }

        return text.ToString();
    }

    internal static IReadOnlyList<KeyValuePair<long, long>> Read(DocumentNode node)
    {
        if (node.Kind != NodeKind.Text)
        {
            node.Refuse("wrong-type", Allowed);
            return [];
        }

        List<KeyValuePair<long, long>> counts = [];
        long value = 0;
        foreach (string part in node.Text.Split(' '))
        {
            string[] halves = part.Split('*');
            long count = 1;
            if (!long.TryParse(halves[0], NumberStyles.None, CultureInfo.InvariantCulture, out long step) || step > long.MaxValue - value || (step == 0 && counts.Count > 0)
                || halves.Length > 2 || (halves.Length == 2 && !(long.TryParse(halves[1], NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0)) || counts.Count == MostNumbers)
            {
                node.Refuse("bad-value", Allowed);
                return [];
            }

            value += step;
            counts.Add(new KeyValuePair<long, long>(value, count));
        }

        return counts;
    }
}
