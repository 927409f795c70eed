namespace AfterSales.Domain.Statistics;

/// <summary>What a comparison of two figures says, at the stated confidence.</summary>
public enum ChangeVerdict
{
    /// <summary>One of the figures is missing, so nothing can be said.</summary>
    Unknown,

    /// <summary>The interval of the difference contains 0: the data do not show a change, which is not to say that there is none.</summary>
    NoSignificantChange,

    /// <summary>The second figure is higher, and the interval of the difference lies above 0.</summary>
    Higher,

    /// <summary>The second figure is lower, and the interval of the difference lies below 0.</summary>
    Lower,
}
