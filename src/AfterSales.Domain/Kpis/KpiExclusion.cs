namespace AfterSales.Domain.Kpis;

/// <summary>Why a ticket or a clock is in neither the numerator nor the denominator; each is counted apart.</summary>
public enum KpiExclusion
{
    /// <summary>A test ticket.</summary>
    Test,

    /// <summary>Spam.</summary>
    Spam,

    /// <summary>Merged into another ticket, through which it lives on.</summary>
    MergedAway,

    /// <summary>Converted into a ticket of another kind, through which it lives on.</summary>
    Converted,

    /// <summary>Withdrawn before any work.</summary>
    CancelledBeforeWork,

    /// <summary>The time within which the result may still turn has not passed.</summary>
    WindowOpen,

    /// <summary>The clock is open and not late.</summary>
    Pending,

    /// <summary>The clock was cancelled before it was late.</summary>
    ClockCancelled,

    /// <summary>The clock ended before it was late.</summary>
    ClockEnded,

    /// <summary>The clock is deliberately without a deadline.</summary>
    Exempt,

    /// <summary>The clock has a rule that gives no due so far.</summary>
    Undated,

    /// <summary>The clock is without a deadline by a gap in the policy.</summary>
    NotCovered,

    /// <summary>The customer was not sent a survey.</summary>
    SurveyNotSent,

    /// <summary>The customer did not answer the survey.</summary>
    SurveyNotReturned,

    /// <summary>The answer was returned, and does not count.</summary>
    AnswerLeftOut,
}
