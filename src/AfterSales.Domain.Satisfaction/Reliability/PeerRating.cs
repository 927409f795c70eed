namespace AfterSales.Domain.Satisfaction;

/// <summary>What one rater gave the rated person or team, from 0 (worst) to 100 (best), with words if there are any (R30).</summary>
/// <remarks>Equality is of all parts. This type is immutable.</remarks>
public sealed record PeerRating
{
    /// <summary>Makes a rating.</summary>
    /// <param name="rater">The rater's id; not only white space.</param>
    /// <param name="role">From where the rater looks.</param>
    /// <param name="points">From 0 (worst) to 100 (best).</param>
    /// <exception cref="ArgumentNullException"><paramref name="rater"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="rater"/> is empty or only white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="points"/> lies outside 0 to 100.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="role"/> is the default value.</exception>
    public PeerRating(string rater, RaterRole role, double points)
        : this(rater, role, points, "")
    {
    }

    private PeerRating(string rater, RaterRole role, double points, string words)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(rater);
        if (!(points >= 0 && points <= 100))
        {
            throw new ArgumentOutOfRangeException(nameof(points), points, "Allowed are numbers from 0 to 100.");
        }

        Rater = rater;
        Role = RaterRole.Named(role.Name);
        Points = points;
        Words = words;
    }

    /// <summary>Gets the rater's id.</summary>
    public string Rater { get; }

    /// <summary>Gets from where the rater looks.</summary>
    public RaterRole Role { get; }

    /// <summary>Gets the points from 0 to 100.</summary>
    public double Points { get; }

    /// <summary>Gets the rater's words; empty without any.</summary>
    public string Words { get; }

    /// <summary>Returns the rating with words.</summary>
    /// <param name="words">The rater's words.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="words"/> is null.</exception>
    public PeerRating Saying(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return new PeerRating(Rater, Role, Points, words);
    }

    /// <summary>Returns role and points; not who rated.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => FormattableString.Invariant($"{Role}: {Points:0.#}");
}
