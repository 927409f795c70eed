namespace AfterSales.Domain.Requests;

/// <summary>Which property of a request a dimension reads; the finite ones come first.</summary>
internal enum DimensionId
{
    Kind,
    Severity,
    Priority,
    Channel,
    Locality,
    Warranty,
    FeedbackClass,
    Tier,
    Language,
    Region,
    ProductLine,
    Attribute,
}
