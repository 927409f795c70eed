namespace AfterSales.Domain.Routing;

/// <summary>Whether a service provider may be given work.</summary>
public enum ProviderStanding
{
    /// <summary>It may.</summary>
    Active,

    /// <summary>It may not, until an assessment restores it.</summary>
    Suspended,
}
