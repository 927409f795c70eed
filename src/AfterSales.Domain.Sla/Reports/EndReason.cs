namespace AfterSales.Domain.Sla;

/// <summary>Why a cycle is over without being met or missed.</summary>
public enum EndReason
{
    /// <summary>A signal that ends the objective.</summary>
    EndSignal,

    /// <summary>A reclassification that started a new cycle.</summary>
    Reclassified,

    /// <summary>It was stopped while its rule gave no due.</summary>
    NothingDue,
}
