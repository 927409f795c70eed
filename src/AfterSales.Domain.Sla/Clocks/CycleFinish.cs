namespace AfterSales.Domain.Sla;

/// <summary>How a cycle came to its end, if it did.</summary>
internal enum CycleFinish : byte
{
    /// <summary>It is open.</summary>
    Open,

    /// <summary>A stop signal.</summary>
    Stopped,

    /// <summary>A cancel signal.</summary>
    Cancelled,

    /// <summary>An end signal.</summary>
    Ended,

    /// <summary>A reclassification that starts a new cycle.</summary>
    Restarted,
}
