namespace AfterSales.Domain.Sla;

/// <summary>How serious a finding is, from the least to the most.</summary>
public enum FindingLevel
{
    /// <summary>Worth knowing; often wanted.</summary>
    Note,

    /// <summary>Surprises somebody sooner or later.</summary>
    Warning,

    /// <summary>The policy does not do what it says.</summary>
    Error,
}
