namespace AfterSales.Domain.Statistics;

/// <summary>What the number of a <see cref="Figure"/> means, and so how it is printed.</summary>
public enum FigureUnit
{
    /// <summary>A plain number: an alpha, a correlation, a mean on the question's own scale. Printed as 0.879.</summary>
    Number,

    /// <summary>A share from 0 to 1. Printed in percent, as 87.4 %.</summary>
    Share,

    /// <summary>Points, such as an index from 0 to 100 or a promoter score from −100 to 100. Printed as 87.4.</summary>
    Points,
}
