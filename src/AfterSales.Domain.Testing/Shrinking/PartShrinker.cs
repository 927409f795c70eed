namespace AfterSales.Domain.Testing;

/// <summary>Lists with less in them, and numbers closer to the plainest one: what the shrinkers of things made of parts have in common.</summary>
internal static class PartShrinker
{
    /// <summary>Nothing, then without each half, each quarter and so on, at last without each item.</summary>
    internal static IEnumerable<IReadOnlyList<T>> Shorter<T>(IReadOnlyList<T> list)
    {
        for (int length = list.Count; length > 0; length /= 2)
        {
            for (int from = 0; from < list.Count; from += length)
            {
                int start = from;
                int end = from + length;
                yield return [.. list.Where((_, place) => place < start || place >= end)];
            }
        }
    }

    /// <summary>The same list with one of its items smaller.</summary>
    internal static IEnumerable<IReadOnlyList<T>> OneSmaller<T>(IReadOnlyList<T> list, Func<T, IEnumerable<T>> smaller)
    {
        for (int i = 0; i < list.Count; i++)
        {
            int place = i;
            foreach (T one in smaller(list[i]))
            {
                yield return [.. list.Select((item, j) => j == place ? one : item)];
            }
        }
    }

    /// <summary>The plainest number, the middle between it and this one, and the one before: each from the plainest on and below this one.</summary>
    internal static IEnumerable<int> Lower(int number, int plainest) =>
        new[] { plainest, plainest + ((number - plainest) / 2), number - 1 }.Where(one => one >= plainest && one < number).Distinct();
}
