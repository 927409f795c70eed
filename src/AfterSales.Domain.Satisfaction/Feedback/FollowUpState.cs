namespace AfterSales.Domain.Satisfaction;

/// <summary>Where a follow-up of an unsatisfied customer stands (R21, R22).</summary>
public enum FollowUpState
{
    /// <summary>The case is handled again.</summary>
    Working,

    /// <summary>The customer was asked again.</summary>
    Asked,

    /// <summary>All rounds have failed; the supervisor handles the case.</summary>
    SupervisorWorking,

    /// <summary>The customer was asked again after the supervisor handled the case.</summary>
    SupervisorAsked,

    /// <summary>The customer confirmed to be satisfied. The end.</summary>
    Satisfied,

    /// <summary>Closed with an unsatisfied customer, with the reason. The end.</summary>
    ClosedUnsatisfied,

    /// <summary>Closed because the customer did not answer any more: neither satisfied nor unsatisfied. The end.</summary>
    ClosedUnconfirmed,
}
