using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>A part of the customers that is sampled by itself: a region, a customer type, a service type (R24).</summary>
/// <remarks>Equality is of all parts. This type is immutable.</remarks>
public sealed record Stratum
{
    /// <summary>Makes a stratum whose spread is not known.</summary>
    /// <param name="name">Its name; not only white space.</param>
    /// <param name="population">How many customers it has; not negative.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="population"/> is negative.</exception>
    public Stratum(string name, long population)
        : this(name, population, 1)
    {
    }

    /// <summary>Makes a stratum.</summary>
    /// <param name="name">Its name; not only white space.</param>
    /// <param name="population">How many customers it has; not negative.</param>
    /// <param name="standardDeviation">How much its answers are expected to differ, as in the last survey; from 0 to 1e90.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or only white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or <paramref name="standardDeviation"/> is larger or NaN.</exception>
    public Stratum(string name, long population, double standardDeviation)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        Finite.ThrowIfLarger(standardDeviation, MeanAccumulator.MaximumSize, nameof(standardDeviation));
        ArgumentOutOfRangeException.ThrowIfNegative(standardDeviation);
        Name = name;
        Population = population;
        StandardDeviation = standardDeviation;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets how many customers it has.</summary>
    public long Population { get; }

    /// <summary>Gets how much its answers are expected to differ; 1 when not known.</summary>
    public double StandardDeviation { get; }

    /// <summary>Returns name and size.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Name}: {Population}");
}
