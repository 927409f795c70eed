namespace AfterSales.Domain.Statistics;

/// <summary>By which method a confidence interval was computed. It is printed with the interval, so that two figures are compared like with like.</summary>
public enum IntervalMethod
{
    /// <summary>Wilson's score interval of a share (Wilson 1927): the default for shares.</summary>
    Wilson,

    /// <summary>Wilson's score interval with continuity correction (Newcombe 1998, method 4).</summary>
    WilsonContinuity,

    /// <summary>Agresti and Coull's "add z²/2 successes and failures" (1998).</summary>
    AgrestiCoull,

    /// <summary>Equal tails of the posterior under Jeffreys' prior, Beta(k + ½, n − k + ½).</summary>
    Jeffreys,

    /// <summary>Clopper and Pearson's exact interval (1934).</summary>
    ClopperPearson,

    /// <summary>The exact interval with mid-P tails (Newcombe 1998, method 6).</summary>
    MidP,

    /// <summary>Estimate ± z standard errors (Wald).</summary>
    Wald,

    /// <summary>Wald's interval after adding a few answers of each kind; the figure's documentation says how many.</summary>
    AdjustedWald,

    /// <summary>Newcombe's hybrid score interval of the difference of two shares (1998, method 10).</summary>
    Newcombe,

    /// <summary>Agresti and Caffo's interval of the difference of two shares: one success and one failure added to each (2000).</summary>
    AgrestiCaffo,

    /// <summary>Mean ± z standard errors.</summary>
    Normal,

    /// <summary>Mean ± t standard errors, Student's t with the stated degrees of freedom.</summary>
    StudentT,

    /// <summary>Feldt's interval of Cronbach's alpha through the F distribution (1965).</summary>
    Feldt,

    /// <summary>Percentile bootstrap with a stated seed.</summary>
    Bootstrap,
}
