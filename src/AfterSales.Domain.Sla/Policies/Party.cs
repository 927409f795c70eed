namespace AfterSales.Domain.Sla;

/// <summary>Whom an objective is promised to, or by whom.</summary>
public enum Party
{
    /// <summary>A promise to the customer: an SLA.</summary>
    Customer,

    /// <summary>A promise between teams of the company: an OLA.</summary>
    Internal,

    /// <summary>A promise of a supplier or service provider under contract.</summary>
    Supplier,
}
