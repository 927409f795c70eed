namespace AfterSales.Domain.Statistics;

/// <summary>
/// Buckets of whole numbers whose width is at most 1/512 of their values, made by integer arithmetic only, so that they are the same on every platform.
/// A bucket is named by its value nearest to zero; the middle is at most 1/1024 away from any of its values.
/// </summary>
internal static class LogBucket
{
    private const int SignificantBits = 10;

    internal static long Of(long value)
    {
        ulong size = Size(value);
        int shift = Shift(size);
        return Signed(size >> shift << shift, value < 0);
    }

    internal static double Middle(long bucket)
    {
        ulong size = Size(bucket);
        double half = ((1UL << Shift(size)) - 1) / 2.0;
        return bucket < 0 ? -(size + half) : size + half;
    }

    private static int Shift(ulong size)
    {
        int bits = 0;
        while (size >> bits >= 1UL << (SignificantBits + 8))
        {
            bits += 8;
        }

        while (size >> bits >= 1UL << SignificantBits)
        {
            bits++;
        }

        return bits;
    }

    private static ulong Size(long value) => value == long.MinValue ? 1UL << 63 : (ulong)Math.Abs(value);

    private static long Signed(ulong size, bool isNegative) => size == 1UL << 63 ? long.MinValue : isNegative ? -(long)size : (long)size;
}
