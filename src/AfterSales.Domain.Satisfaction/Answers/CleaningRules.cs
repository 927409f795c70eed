namespace AfterSales.Domain.Satisfaction;

/// <summary>Which rules of the fixed cleaning pipeline apply, and with which numbers.</summary>
/// <remarks>Two sets of rules are equal when all parts are. This type is immutable and thread-safe.</remarks>
public sealed record CleaningRules
{
    private CleaningRules()
    {
    }

    /// <summary>
    /// Gets the usual rules: all apply; answers with at least half of the ratings are partial and left out; a median needs 10 timed answers; six ratings make a
    /// form long enough to speak of straight-lining.
    /// </summary>
    public static CleaningRules Standard { get; } = new();

    /// <summary>Gets from which share of given ratings on an answer without all mandatory ones is partial rather than incomplete; 0.5.</summary>
    public double PartialFrom { get; private init; } = 0.5;

    /// <summary>Gets whether partial answers count; false.</summary>
    public bool CountsPartials { get; private init; }

    /// <summary>Gets whether several answers of one customer to one ticket count once; true.</summary>
    public bool RemovesDuplicates { get; private init; } = true;

    /// <summary>Gets whether answers in less than a third of the median time are left out; true.</summary>
    public bool RemovesSpeeders { get; private init; } = true;

    /// <summary>Gets whether straight-liners are left out; true.</summary>
    public bool RemovesStraightLiners { get; private init; } = true;

    /// <summary>Gets how many timed answers of a channel and length are needed before a median is trusted; 10.</summary>
    public int TimedAnswersNeeded { get; private init; } = 10;

    /// <summary>Gets how many ratings a form must have to speak of straight-lining; 6. On shorter ones all fives is a happy customer.</summary>
    public int RatingsForStraightLining { get; private init; } = 6;

    /// <summary>Returns the rules with partial answers counted, from a share of given ratings on.</summary>
    /// <param name="share">Above 0, up to 1.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not above 0 and up to 1.</exception>
    public CleaningRules CountingPartialsFrom(double share) => share is > 0 and <= 1
        ? this with { PartialFrom = share, CountsPartials = true }
        : throw new ArgumentOutOfRangeException(nameof(share), share, "Allowed are numbers above 0 and up to 1.");

    /// <summary>Returns the rules with every answer of one customer to one ticket counted.</summary>
    /// <returns>The changed copy.</returns>
    public CleaningRules KeepingDuplicates() => this with { RemovesDuplicates = false };

    /// <summary>Returns the rules without the one about time.</summary>
    /// <returns>The changed copy.</returns>
    public CleaningRules KeepingSpeeders() => this with { RemovesSpeeders = false };

    /// <summary>Returns the rules without the one about straight-lining.</summary>
    /// <returns>The changed copy.</returns>
    public CleaningRules KeepingStraightLiners() => this with { RemovesStraightLiners = false };

    /// <summary>Returns which rules apply.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => FormattableString.Invariant(
        $"duplicates {Word(RemovesDuplicates)}, speeders {Word(RemovesSpeeders)}, straight-liners {Word(RemovesStraightLiners)}, partial from {PartialFrom:0.##} {Word(!CountsPartials)}");

    private static string Word(bool isLeftOut) => isLeftOut ? "left out" : "kept";
}
