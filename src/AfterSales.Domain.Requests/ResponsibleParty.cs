namespace AfterSales.Domain.Requests;

/// <summary>Whose side a wait lies on.</summary>
public enum ResponsibleParty
{
    /// <summary>The company that gives the service: late spare parts are its own fault (R18).</summary>
    Company,

    /// <summary>The customer: an answer, access, a decision, goods to be sent in.</summary>
    Customer,

    /// <summary>A supplier or service provider under contract with the company.</summary>
    Supplier,

    /// <summary>Somebody outside: customs, an authority, the weather.</summary>
    ThirdParty,
}
