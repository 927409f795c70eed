namespace AfterSales.Domain.Satisfaction;

/// <summary>Sebastiano Vigna's SplitMix64: small, fast, and the same sequence on every platform.</summary>
internal struct SplitMix64
{
    private ulong _state;

    internal SplitMix64(ulong seed) => _state = seed;

    internal static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    internal ulong Next()
    {
        _state = unchecked(_state + 0x9E3779B97F4A7C15UL);
        return Mix(_state);
    }

    /// <summary>A number from 0 to below the limit, all equally likely: draws that would favour the low ones are thrown away.</summary>
    internal int Below(int limit)
    {
        ulong range = (ulong)limit;
        ulong fair = ulong.MaxValue - (ulong.MaxValue % range);
        ulong drawn = Next();
        while (drawn >= fair)
        {
            drawn = Next();
        }

        return (int)(drawn % range);
    }
}
