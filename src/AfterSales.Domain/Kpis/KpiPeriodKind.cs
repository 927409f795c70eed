namespace AfterSales.Domain.Kpis;

/// <summary>How long a period is.</summary>
public enum KpiPeriodKind
{
    /// <summary>An ISO 8601 week, from Monday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three months, from January, April, July or October.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,
}
