namespace AfterSales.Domain.Samples;

/// <summary>Random numbers that are the same on every system and in every version of .NET: SplitMix64.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>From 0 (included) to 1.</summary>
    internal double Next()
    {
        unchecked
        {
            ulong z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }

    internal bool Chance(double probability) => Next() < probability;

    /// <summary>From 0 to below the limit.</summary>
    internal int Below(int limit) => (int)(Next() * limit);

    /// <summary>Bell-shaped around 0 with a standard deviation of 1: the sum of twelve even numbers.</summary>
    internal double Bell() => Enumerable.Range(0, 12).Sum(_ => Next()) - 6;

    internal double Between(double least, double most) => least + (Next() * (most - least));

    /// <summary>Mostly near the least, sometimes near the most: as times that people take are spread.</summary>
    internal double Skewed(double least, double most)
    {
        double one = Next();
        return least + (one * one * one * (most - least));
    }

    internal T Pick<T>(params (T Value, double Weight)[] choices)
    {
        double left = Next() * choices.Sum(choice => choice.Weight);
        foreach ((T value, double weight) in choices)
        {
            left -= weight;
            if (left < 0)
            {
                return value;
            }
        }

        return choices[^1].Value;
    }
}
