using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Satisfaction;

/// <summary>
/// Sampling by a stable hash of survey and ticket: the same ticket is always in or always out, tickets can be decided one by one as they close, and nobody who is rated
/// can choose (R24).
/// </summary>
/// <remarks>A larger rate keeps every ticket that a smaller one took. Equality is of both parts. This type is immutable and thread-safe.</remarks>
public sealed record StableSample
{
    /// <summary>Makes a sample.</summary>
    /// <param name="survey">The survey's name; samples of different surveys are independent.</param>
    /// <param name="rate">Which share of tickets is asked, from 0 to 1.</param>
    /// <exception cref="ArgumentNullException"><paramref name="survey"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="survey"/> is no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> lies outside 0 to 1.</exception>
    public StableSample(string survey, double rate)
    {
        Survey = NameRule.Checked(survey, "survey", nameof(survey));
        Finite.ThrowIfNotFraction(rate, nameof(rate));
        Rate = rate;
    }

    /// <summary>Gets the survey's name.</summary>
    public string Survey { get; }

    /// <summary>Gets which share of tickets is asked.</summary>
    public double Rate { get; }

    /// <summary>Says whether a ticket is in the sample.</summary>
    /// <param name="ticket">The ticket's id.</param>
    /// <returns>Always the same for the same survey, rate and ticket, on every platform and in every version of this library.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ticket"/> is null.</exception>
    public bool Contains(string ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return Position(ticket) < Rate;
    }

    /// <summary>Returns where a ticket stands: it is in every sample with a rate above this.</summary>
    /// <param name="ticket">The ticket's id.</param>
    /// <returns>A number from 0 to below 1, spread evenly over tickets.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="ticket"/> is null.</exception>
    public double Position(string ticket)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ulong hash = Hash(Hash(14695981039346656037UL, Survey), "\n");
        return (SplitMix64.Mix(Hash(hash, ticket)) >> 11) / 9007199254740992.0;
    }

    /// <summary>Returns survey and rate, as in "20 % of after-repair".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => FormattableString.Invariant($"{100 * Rate:0.###} % of {Survey}");

    // FNV-1a over UTF-16 code units, both bytes of each.
    private static ulong Hash(ulong hash, string text)
    {
        foreach (char c in text)
        {
            hash = unchecked((hash ^ (c & 0xFFUL)) * 1099511628211UL);
            hash = unchecked((hash ^ ((ulong)c >> 8)) * 1099511628211UL);
        }

        return hash;
    }
}
