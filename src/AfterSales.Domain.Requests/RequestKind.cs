namespace AfterSales.Domain.Requests;

/// <summary>What the customer asks for.</summary>
/// <remarks>The default value is <see cref="Unknown"/>.</remarks>
public enum RequestKind
{
    /// <summary>Not known yet.</summary>
    Unknown,

    /// <summary>An answer (R20).</summary>
    Inquiry,

    /// <summary>Something broken made whole (R18).</summary>
    Repair,

    /// <summary>Goods back against money (R19).</summary>
    Return,

    /// <summary>Goods back against other goods (R19).</summary>
    Exchange,

    /// <summary>Redress for something that went wrong (R20).</summary>
    Complaint,

    /// <summary>A product set up at the site.</summary>
    Installation,

    /// <summary>A visit that was planned before anything broke (R36).</summary>
    Maintenance,
}
