namespace AfterSales.Domain.Requests;

/// <summary>The way by which a request came in (R01).</summary>
/// <remarks>The default value is <see cref="Unknown"/>.</remarks>
public enum Channel
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>A call.</summary>
    Phone,

    /// <summary>An e-mail.</summary>
    Email,

    /// <summary>Online chat.</summary>
    Chat,

    /// <summary>A message on social media.</summary>
    Social,

    /// <summary>A form on the web.</summary>
    Web,

    /// <summary>In person, at a shop or service counter.</summary>
    Counter,

    /// <summary>A voice menu or a self-service page (R31).</summary>
    SelfService,
}
