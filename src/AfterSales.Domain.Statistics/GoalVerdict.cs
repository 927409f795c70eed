namespace AfterSales.Domain.Statistics;

/// <summary>Whether a goal is kept, at the stated confidence.</summary>
public enum GoalVerdict
{
    /// <summary>There is no figure, so nothing can be said.</summary>
    Unknown,

    /// <summary>The whole interval keeps to the goal.</summary>
    Kept,

    /// <summary>None of the interval keeps to the goal.</summary>
    Missed,

    /// <summary>A part of the interval keeps to the goal: too few observations to say.</summary>
    Undecided,
}
