namespace AfterSales.Domain.Kpis;

/// <summary>Which instant of a ticket says what period it is counted in. Figures of different cohorts are never mixed but in the flow ratio.</summary>
public enum KpiCohort
{
    /// <summary>When it was opened.</summary>
    Created,

    /// <summary>When it was resolved: last, where it was resolved several times.</summary>
    Resolved,

    /// <summary>When its clock was due; where there is no due, when the clock started.</summary>
    Due,
}
