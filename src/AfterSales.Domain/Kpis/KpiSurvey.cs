namespace AfterSales.Domain.Kpis;

/// <summary>What became of the survey after a ticket (R23).</summary>
public enum KpiSurvey
{
    /// <summary>The customer was not sent one.</summary>
    NotSent,

    /// <summary>It was sent and not returned.</summary>
    NotReturned,

    /// <summary>It was returned, and its answer to the overall question is missing or does not count.</summary>
    LeftOut,

    /// <summary>It was returned with none of the best two numbers.</summary>
    NotSatisfied,

    /// <summary>It was returned with one of the best two numbers.</summary>
    Satisfied,
}
