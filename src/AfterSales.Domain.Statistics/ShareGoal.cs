namespace AfterSales.Domain.Statistics;

/// <summary>A goal for a share, such as satisfaction of at least 90 % (R26) or at most 5 % reopened, judged with the interval so that luck is not taken for success.</summary>
/// <remarks>Equality is of all parts. The default value is the goal of at least 0 %. This type is immutable.</remarks>
public readonly record struct ShareGoal
{
    /// <summary>Makes a goal of at least a share, judged at 95 %.</summary>
    /// <param name="atLeast">What is to be reached, from 0 to 1, included.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atLeast"/> lies outside 0 to 1.</exception>
    public ShareGoal(double atLeast)
        : this(atLeast, ConfidenceLevel.Percent95)
    {
    }

    /// <summary>Makes a goal of at least a share.</summary>
    /// <param name="atLeast">What is to be reached, from 0 to 1, included.</param>
    /// <param name="level">At which confidence it is judged.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atLeast"/> lies outside 0 to 1.</exception>
    public ShareGoal(double atLeast, ConfidenceLevel level)
        : this(atLeast, level, isAtMost: false, nameof(atLeast))
    {
    }

    private ShareGoal(double limit, ConfidenceLevel level, bool isAtMost, string parameterName)
    {
        Finite.ThrowIfNotFraction(limit, parameterName);
        Limit = limit;
        Level = level;
        IsAtMost = isAtMost;
    }

    /// <summary>Gets what is to be reached, or not to be exceeded.</summary>
    public double Limit { get; }

    /// <summary>Gets a value indicating whether <see cref="Limit"/> is not to be exceeded; else it is to be reached.</summary>
    public bool IsAtMost { get; }

    /// <summary>Gets at which confidence it is judged.</summary>
    public ConfidenceLevel Level { get; }

    /// <summary>Makes a goal of at most a share, for what is to be rare, judged at 95 %.</summary>
    /// <param name="limit">What is not to be exceeded, from 0 to 1, included.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> lies outside 0 to 1.</exception>
    public static ShareGoal AtMost(double limit) => AtMost(limit, ConfidenceLevel.Percent95);

    /// <summary>Makes a goal of at most a share, for what is to be rare.</summary>
    /// <param name="limit">What is not to be exceeded, from 0 to 1, included.</param>
    /// <param name="level">At which confidence it is judged.</param>
    /// <returns>The goal.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> lies outside 0 to 1.</exception>
    public static ShareGoal AtMost(double limit, ConfidenceLevel level) => new(limit, level, isAtMost: true, nameof(limit));

    /// <summary>Judges a share.</summary>
    /// <param name="share">The share.</param>
    /// <returns>Kept when the whole Wilson interval keeps to the goal, missed when none of it does, else undecided; unknown for 0 of 0.</returns>
    public GoalVerdict Judge(Share share)
    {
        if (share.WilsonInterval(Level) is not { } interval)
        {
            return GoalVerdict.Unknown;
        }

        (bool isKept, bool isMissed) = IsAtMost
            ? (interval.Upper <= Limit, interval.Lower > Limit)
            : (interval.Lower >= Limit, interval.Upper < Limit);
        return isKept ? GoalVerdict.Kept : isMissed ? GoalVerdict.Missed : GoalVerdict.Undecided;
    }

    /// <summary>Returns the goal, as in "at least 90 %".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => FormattableString.Invariant($"at {(IsAtMost ? "most" : "least")} {100 * Limit:0.##} %");
}
