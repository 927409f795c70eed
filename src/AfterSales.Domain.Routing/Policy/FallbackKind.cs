namespace AfterSales.Domain.Routing;

/// <summary>What a rung of the fallback ladder is.</summary>
public enum FallbackKind
{
    /// <summary>The item waits.</summary>
    Queue,

    /// <summary>A supervisor at work decides.</summary>
    Supervisor,

    /// <summary>Somebody on call is called.</summary>
    OnCall,

    /// <summary>A provider gets it (R17).</summary>
    Provider,
}
