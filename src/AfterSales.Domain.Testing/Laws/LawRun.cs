using System.Globalization;

namespace AfterSales.Domain.Testing;

/// <summary>How laws are tried: on how many cases, from which seed, until when. The same seed makes the same cases, and without one it is always the same.</summary>
/// <remarks>Compared by reference. This type is immutable and safe for use by several threads.</remarks>
public sealed class LawRun
{
    /// <summary>How many cases at most a run may try.</summary>
    public const int MaximumCases = 10_000_000;

    private LawRun(int cases, ulong seed, IProgress<string>? progress, CancellationToken cancellation)
    {
        Cases = cases;
        Seed = seed;
        Progress = progress;
        Cancellation = cancellation;
    }

    /// <summary>Gets 200 cases from the seed 20260327.</summary>
    public static LawRun Default { get; } = new(200, 20260327, progress: null, CancellationToken.None);

    /// <summary>Gets the number of cases each law is tried on.</summary>
    public int Cases { get; }

    /// <summary>Gets the seed of the cases.</summary>
    public ulong Seed { get; }

    internal IProgress<string>? Progress { get; }

    internal CancellationToken Cancellation { get; }

    /// <summary>Returns the run with another number of cases.</summary>
    /// <param name="cases">From 1 to <see cref="MaximumCases"/>.</param>
    /// <returns>The changed run.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cases"/> is less than 1 or greater than <see cref="MaximumCases"/>.</exception>
    public LawRun WithCases(int cases)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cases, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cases, MaximumCases);
        return new LawRun(cases, Seed, Progress, Cancellation);
    }

    /// <summary>Returns the run with another seed: that of a failure, to see it again, or a new one every night, to see more.</summary>
    /// <param name="seed">Any number.</param>
    /// <returns>The changed run.</returns>
    public LawRun WithSeed(ulong seed) => new(Cases, seed, Progress, Cancellation);

    /// <summary>Returns the run that tells the name of each law before it is tried.</summary>
    /// <param name="progress">Who is told.</param>
    /// <returns>The changed run.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="progress"/> is null.</exception>
    public LawRun ReportingTo(IProgress<string> progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return new LawRun(Cases, Seed, progress, Cancellation);
    }

    /// <summary>Returns the run that stops with an <see cref="OperationCanceledException"/> when it is cancelled.</summary>
    /// <param name="cancellation">Tells when to stop; looked at before each case.</param>
    /// <returns>The changed run.</returns>
    public LawRun CancelledBy(CancellationToken cancellation) => new(Cases, Seed, Progress, cancellation);

    /// <summary>Returns cases and seed: "200 cases from seed 20260327".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} cases from seed {1}", Cases, Seed);
}
