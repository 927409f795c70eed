namespace AfterSales.Domain.Json;

/// <summary>Finds the word that was probably meant: at most two wrong, missing, added or swapped letters, and fewer than half of the word.</summary>
internal static class NearMiss
{
    private const int LongestWord = 64;

    /// <returns>" (did you mean "…"?)", or nothing when no word is near.</returns>
    internal static string Hint(string word, IEnumerable<string> words) => Find(word, words) is { } near ? Hint(near) : "";

    /// <summary>Asks whether a word was meant.</summary>
    internal static string Hint(string near) => $" (did you mean \"{near}\"?)";

    /// <returns>The word that was probably meant, or null when none is near.</returns>
    internal static string? Find(string word, IEnumerable<string> words)
    {
        if (word.Length > LongestWord)
        {
            return null;
        }

        string? best = null;
        int bestDistance = 3;
        foreach (string candidate in words)
        {
            int distance = candidate.Length > LongestWord ? bestDistance : Distance(word.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < bestDistance && distance * 2 < candidate.Length)
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>The optimal string alignment distance: insertions, deletions, substitutions, swaps of neighbours.</summary>
    private static int Distance(string a, string b)
    {
        int[] beforeLast = new int[b.Length + 1];
        int[] last = new int[b.Length + 1];
        int[] current = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int cost = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }
}
