namespace AfterSales.Domain.Satisfaction;

/// <summary>What may happen in a follow-up.</summary>
public enum FollowUpAction
{
    /// <summary>The case was handled; the customer is asked again.</summary>
    Handled,

    /// <summary>The customer confirms to be satisfied.</summary>
    Satisfied,

    /// <summary>The customer is still not satisfied.</summary>
    Unsatisfied,

    /// <summary>The customer did not answer in time.</summary>
    NoAnswer,

    /// <summary>The supervisor closes the case although the customer is not satisfied; needs a reason.</summary>
    CloseUnsatisfied,
}
