namespace AfterSales.Domain.Satisfaction;

/// <summary>The grades of GB/T 27922 (evaluation of after-sales service): from 70, 80, 90 and 95 points out of 100.</summary>
public enum ServiceGrade
{
    /// <summary>Below 70: not reached.</summary>
    NotReached,

    /// <summary>From 70 to below 80: reached.</summary>
    Reached,

    /// <summary>From 80 to below 90.</summary>
    ThreeStars,

    /// <summary>From 90 to below 95.</summary>
    FourStars,

    /// <summary>From 95 on.</summary>
    FiveStars,
}
