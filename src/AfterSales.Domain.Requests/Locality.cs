namespace AfterSales.Domain.Requests;

/// <summary>Where the site lies, seen from who goes there (R06, R07).</summary>
/// <remarks>Ordered from far to near. The default value is <see cref="Unknown"/>, which has no place in that order.</remarks>
public enum Locality
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>In another city or region.</summary>
    CrossRegion,

    /// <summary>In the same city.</summary>
    SameCity,
}
