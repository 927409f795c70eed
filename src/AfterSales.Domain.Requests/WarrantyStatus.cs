namespace AfterSales.Domain.Requests;

/// <summary>Whether the product's warranty covers the request on its day.</summary>
/// <remarks>The default value is <see cref="Unknown"/>.</remarks>
public enum WarrantyStatus
{
    /// <summary>Not checked yet.</summary>
    Unknown,

    /// <summary>Covered: free of charge.</summary>
    InWarranty,

    /// <summary>Not covered: the customer pays.</summary>
    OutOfWarranty,
}
