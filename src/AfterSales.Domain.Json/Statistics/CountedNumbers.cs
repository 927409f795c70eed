using System.Globalization;
using System.Text;

namespace AfterSales.Domain.Json;

/// <summary>
/// Many whole numbers with their counts as one short text: ascending, each as its distance from the one before (the first from 0), with <c>*</c> and the count where it is more
/// than one: <c>60 30*2 5</c> is 60 once, 90 twice and 95 once; <c>-5 3</c> is −5 and −2.
/// </summary>
internal static class CountedNumbers
{
    private const string Allowed = "ascending whole numbers such as \"60 30*2 5\", each the distance from the one before, with its count after '*'";

    internal static string Write(IReadOnlyList<KeyValuePair<long, long>> counts)
    {
        StringBuilder text = new();
        long before = 0;
        foreach (KeyValuePair<long, long> pair in counts.OrderBy(pair => pair.Key))
        {
            // The distance of two numbers of 64 bits needs 64 bits without a sign; the first number has one.
            text.Append(text.Length == 0 ? pair.Key.ToString(CultureInfo.InvariantCulture) : " " + unchecked((ulong)(pair.Key - before)).ToString(CultureInfo.InvariantCulture));
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

        if (Parsed(node.Text) is { } counts)
        {
            return counts;
        }

        node.Refuse("bad-value", Allowed);
        return [];
    }

    private static List<KeyValuePair<long, long>>? Parsed(string text)
    {
        List<KeyValuePair<long, long>> counts = [];
        long value = 0;
        for (int at = 0; counts.Count == 0 || at < text.Length;)
        {
            if (counts.Count > 0 && text[at++] != ' ')
            {
                return null;
            }

            bool isNegative = counts.Count == 0 && text.Length > 0 && text[0] == '-';
            at += isNegative ? 1 : 0;
            if (Digits(text, ref at) is not { } step || !TryStep(step, isNegative, counts.Count == 0, ref value))
            {
                return null;
            }

            ulong? count = 1;
            if (at < text.Length && text[at] == '*')
            {
                at++;
                count = Digits(text, ref at);
            }

            if (count is not (> 0 and <= long.MaxValue))
            {
                return null;
            }

            counts.Add(new KeyValuePair<long, long>(value, (long)count));
        }

        return counts;
    }

    /// <summary>The first number stands for itself, the others are more than nothing; none leaves the 64 bits.</summary>
    private static bool TryStep(ulong step, bool isNegative, bool isFirst, ref long value)
    {
        ulong most = isNegative ? 1UL << 63 : unchecked((ulong)(long.MaxValue - value));
        if (step > most || (step == 0 && (!isFirst || isNegative)))
        {
            return false;
        }

        value = unchecked(value + (isNegative ? -(long)step : (long)step));
        return true;
    }

    private static ulong? Digits(string text, ref int at)
    {
        int start = at;
        ulong number = 0;
        for (; at < text.Length && text[at] is >= '0' and <= '9'; at++)
        {
            ulong digit = (ulong)(text[at] - '0');
            if (number > (ulong.MaxValue - digit) / 10)
            {
                return null;
            }

            number = (number * 10) + digit;
        }

        return at > start ? number : null;
    }
}
