namespace AfterSales.Domain.Statistics;

/// <summary>Whether a goal is kept, at the stated confidence.</summary>
public enum GoalVerdict
{
    /// <summary>There is no figure, so nothing can be said.</summary>
    Unknown,

    /// <summary>The whole interval reaches the goal.</summary>
    Kept,

    /// <summary>The whole interval falls short of the goal.</summary>
    Missed,

    /// <summary>The interval contains the goal: too few observations to say.</summary>
    Undecided,
}
