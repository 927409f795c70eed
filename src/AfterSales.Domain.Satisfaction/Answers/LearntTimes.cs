using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>The times of one channel and length in <see cref="CleaningThresholds"/>, as plain values for storage.</summary>
/// <remarks>Equality is by reference. This type is immutable.</remarks>
public sealed class LearntTimes
{
    /// <summary>Makes stored times.</summary>
    /// <param name="channel">The channel; may be empty.</param>
    /// <param name="length">How many ratings were given; from 0 to 200.</param>
    /// <param name="times">The times in milliseconds that were gathered at once; empty when duplicates are left out, as their times stand with the answers.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="times"/> have another limit of distinct values than the usual one.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> lies outside its bounds.</exception>
    public LearntTimes(string channel, int length, QuantileSnapshot times)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(times);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Survey.MaximumQuestions);
        if (times.DistinctLimit != QuantileAccumulator.DefaultDistinctLimit)
        {
            throw new ArgumentException(FormattableString.Invariant($"The times have a limit of {times.DistinctLimit} distinct values; allowed is {QuantileAccumulator.DefaultDistinctLimit}."), nameof(times));
        }

        (Channel, Length, Times) = (channel, length, times);
    }

    /// <summary>Gets the channel; may be empty.</summary>
    public string Channel { get; }

    /// <summary>Gets how many ratings were given.</summary>
    public int Length { get; }

    /// <summary>Gets the times in milliseconds that were gathered at once.</summary>
    public QuantileSnapshot Times { get; }
}
