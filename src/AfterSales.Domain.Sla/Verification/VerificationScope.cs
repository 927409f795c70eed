using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>What a verification looks at: which signals the host emits, and which starts are tried.</summary>
/// <remarks>Immutable and thread-safe; each verb returns a changed copy.</remarks>
public sealed class VerificationScope
{
    private VerificationScope(IReadOnlyList<Signal>? emitted, Instant? from, Instant? to)
    {
        Emitted = emitted;
        From = from;
        To = to;
    }

    /// <summary>
    /// Gets the whole policy: every start from when it is in force for a year, and as far as its calendars have dated entries (at most ten years), from 1900 to
    /// 2100; signals are not looked at.
    /// </summary>
    public static VerificationScope Everything { get; } = new(null, null, null);

    /// <summary>Gets the signals that the host emits; null when that is not known, and nothing is said about clocks that never stop.</summary>
    public IReadOnlyList<Signal>? Emitted { get; }

    /// <summary>Gets the first start that is tried; null for when the policy comes into force.</summary>
    public Instant? From { get; }

    /// <summary>Gets the instant before which starts are tried; null for as long as <see cref="Everything"/> says.</summary>
    public Instant? To { get; }

    /// <summary>Says which signals the host emits.</summary>
    /// <param name="signals">The signals.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="signals"/> is null.</exception>
    /// <exception cref="InvalidOperationException">A signal is the default value.</exception>
    public VerificationScope Emitting(params IEnumerable<Signal> signals) => new(SignalSet.Of(signals, nameof(signals)).Signals, From, To);

    /// <summary>Says which starts are tried.</summary>
    /// <param name="startInclusive">The first; from 1900 on.</param>
    /// <param name="endExclusive">The end; after the start, at most ten years, before 2100.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The end does not lie after the start, or more than ten years after it, or an instant lies outside 1900 to 2100.</exception>
    public VerificationScope Between(Instant startInclusive, Instant endExclusive)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startInclusive, SweepPlan.Earliest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(endExclusive, SweepPlan.Latest);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(endExclusive, startInclusive);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(endExclusive - startInclusive, SweepPlan.Longest, nameof(endExclusive));
        return new VerificationScope(Emitted, startInclusive, endExclusive);
    }

    internal VerificationScope FromThe(Instant startInclusive) => new(Emitted, startInclusive, To);
}
