namespace AfterSales.Domain.Requests;

/// <summary>How hard a problem hits its user: the three classes of R02.</summary>
/// <remarks>Ordered from mild to severe. The default value is <see cref="Unknown"/>, which has no place in that order.</remarks>
public enum Severity
{
    /// <summary>Not assessed yet.</summary>
    Unknown,

    /// <summary>Cosmetic or minor: it does not stop use.</summary>
    General,

    /// <summary>A main function is impaired, but the product is still usable for a while.</summary>
    Important,

    /// <summary>Unusable, production or daily life hit hard, or a safety hazard.</summary>
    Urgent,
}
