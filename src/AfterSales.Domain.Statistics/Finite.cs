namespace AfterSales.Domain.Statistics;

/// <summary>Checks of floating-point arguments: NaN and infinity never get in, so that they never come out.</summary>
internal static class Finite
{
    internal static bool Is(double value) => !double.IsNaN(value) && !double.IsInfinity(value);

    internal static void ThrowIfNot(double value, string parameterName)
    {
        if (!Is(value))
        {
            throw new ArgumentOutOfRangeException(parameterName, value, "Allowed are finite numbers.");
        }
    }

    /// <summary>Refuses numbers whose sums and squares would leave the range of a double.</summary>
    internal static void ThrowIfLarger(double value, double size, string parameterName)
    {
        if (!(Math.Abs(value) <= size))
        {
            throw new ArgumentOutOfRangeException(parameterName, value, FormattableString.Invariant($"Allowed are numbers of at most {size} in size."));
        }
    }

    internal static void ThrowIfNotPositive(double value, string parameterName)
    {
        if (!Is(value) || value <= 0)
        {
            throw new ArgumentOutOfRangeException(parameterName, value, "Allowed are finite numbers above 0.");
        }
    }

    internal static void ThrowIfNotFraction(double value, string parameterName)
    {
        if (!(value >= 0 && value <= 1))
        {
            throw new ArgumentOutOfRangeException(parameterName, value, "Allowed are numbers from 0 to 1.");
        }
    }
}
