namespace AfterSales.Domain.Statistics;

/// <summary>A goal for a share, such as satisfaction of at least 90 % (R26), judged with the interval so that luck is not taken for success.</summary>
/// <remarks>Equality is of both parts. The default value is the goal of at least 0 %. This type is immutable.</remarks>
public readonly record struct ShareGoal
{
    /// <summary>Makes a goal judged at 95 %.</summary>
    /// <param name="atLeast">What is to be reached, from 0 to 1, included.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atLeast"/> lies outside 0 to 1.</exception>
    public ShareGoal(double atLeast)
        : this(atLeast, ConfidenceLevel.Percent95)
    {
    }

    /// <summary>Makes a goal.</summary>
    /// <param name="atLeast">What is to be reached, from 0 to 1, included.</param>
    /// <param name="level">At which confidence it is judged.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atLeast"/> lies outside 0 to 1.</exception>
    public ShareGoal(double atLeast, ConfidenceLevel level)
    {
        Finite.ThrowIfNotFraction(atLeast, nameof(atLeast));
        AtLeast = atLeast;
        Level = level;
    }

    /// <summary>Gets what is to be reached.</summary>
    public double AtLeast { get; }

    /// <summary>Gets at which confidence it is judged.</summary>
    public ConfidenceLevel Level { get; }

    /// <summary>Judges a share.</summary>
    /// <param name="share">The share.</param>
    /// <returns>Kept when the whole Wilson interval reaches the goal, missed when all of it falls short, else undecided; unknown for 0 of 0.</returns>
    public GoalVerdict Judge(Share share) => share.WilsonInterval(Level) switch
    {
        null => GoalVerdict.Unknown,
        { } interval when interval.Lower >= AtLeast => GoalVerdict.Kept,
        { } interval when interval.Upper < AtLeast => GoalVerdict.Missed,
        _ => GoalVerdict.Undecided,
    };

    /// <summary>Returns the goal, as in "at least 90 %".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => FormattableString.Invariant($"at least {100 * AtLeast:0.##} %");
}
