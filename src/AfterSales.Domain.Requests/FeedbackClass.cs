namespace AfterSales.Domain.Requests;

/// <summary>What feedback is about (R22).</summary>
/// <remarks>The default value is <see cref="Unknown"/>.</remarks>
public enum FeedbackClass
{
    /// <summary>Not classified yet.</summary>
    Unknown,

    /// <summary>The product's quality.</summary>
    Quality,

    /// <summary>How people served.</summary>
    Service,

    /// <summary>Whether and how the goods came.</summary>
    Delivery,
}
