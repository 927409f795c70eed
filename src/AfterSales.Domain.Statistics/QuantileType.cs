namespace AfterSales.Domain.Statistics;

/// <summary>Which definition of a quantile is meant; textbooks and programs differ for small samples.</summary>
/// <remarks>The numbers in the descriptions are the types of R. J. Hyndman, Y. Fan, The American Statistician 50 (1996) 361–365, as in R's <c>quantile</c>.</remarks>
public enum QuantileType
{
    /// <summary>Type 7: linear between the order statistics around (n − 1)p + 1. The default of R, NumPy and Excel's PERCENTILE.INC.</summary>
    Linear,

    /// <summary>Type 6: linear between the order statistics around (n + 1)p. NIST's, Minitab's, SPSS's and Excel's PERCENTILE.EXC.</summary>
    Weibull,

    /// <summary>Type 1: the smallest value that at least the share p of all does not exceed. Always a value that was observed.</summary>
    NearestRank,
}
