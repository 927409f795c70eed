using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>A stratum with what its answers say: how many customers it has, how many answered, their mean and variance.</summary>
/// <remarks>Equality is of all parts. This type is immutable.</remarks>
public sealed record SampledStratum
{
    /// <summary>Makes a stratum from answers.</summary>
    /// <param name="name">Its name; not only white space.</param>
    /// <param name="population">How many customers it has; at least as many as answered.</param>
    /// <param name="answers">The answers.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="population"/> is below the number of answers.</exception>
    public SampledStratum(string name, long population, MeanAccumulator answers)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentOutOfRangeException.ThrowIfLessThan(population, answers.Count);
        (Name, Population, Count, Mean, Variance) = (name, population, answers.Count, answers.Mean, answers.Variance);
    }

    private SampledStratum(string name, long population, long count, double? mean, double? variance) =>
        (Name, Population, Count, Mean, Variance) = (name, population, count, mean, variance);

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets how many customers it has.</summary>
    public long Population { get; }

    /// <summary>Gets how many answered.</summary>
    public long Count { get; }

    /// <summary>Gets the mean of the answers, or null for none.</summary>
    public double? Mean { get; }

    /// <summary>Gets the sample variance of the answers, or null for fewer than two.</summary>
    public double? Variance { get; }

    /// <summary>Makes a stratum from figures that somebody else computed.</summary>
    /// <param name="name">Its name; not only white space.</param>
    /// <param name="population">How many customers it has; at least <paramref name="count"/>.</param>
    /// <param name="count">How many answered; at least two.</param>
    /// <param name="mean">Their mean; at most 1e90 in size.</param>
    /// <param name="variance">Their sample variance; from 0 to 1e180.</param>
    /// <returns>The stratum.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its bounds.</exception>
    public static SampledStratum FromFigures(string name, long population, long count, double mean, double variance)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(population, count);
        Finite.ThrowIfLarger(mean, MeanAccumulator.MaximumSize, nameof(mean));
        Finite.ThrowIfLarger(variance, MeanAccumulator.MaximumSize * MeanAccumulator.MaximumSize, nameof(variance));
        ArgumentOutOfRangeException.ThrowIfNegative(variance);
        return new SampledStratum(name, population, count, mean, variance);
    }

    /// <summary>Returns name, counts and mean.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Count} of {Population}, mean {Mean:0.###}");
}
