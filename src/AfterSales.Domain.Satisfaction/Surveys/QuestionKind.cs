namespace AfterSales.Domain.Satisfaction;

/// <summary>How a question is answered and scored.</summary>
public enum QuestionKind
{
    /// <summary>A rating on the question's own scale: feeds CSAT, means and the service index.</summary>
    Rating,

    /// <summary>"Would you recommend us?", 0 (not at all) to 10 (certainly): feeds the net promoter score.</summary>
    Recommendation,

    /// <summary>"It was easy to get my problem solved", 1 (disagree) to 7 (agree): feeds the customer effort score.</summary>
    Effort,

    /// <summary>The customer's own words: feeds the feedback rules.</summary>
    FreeText,
}
