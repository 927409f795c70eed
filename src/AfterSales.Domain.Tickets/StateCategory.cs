namespace AfterSales.Domain.Tickets;

/// <summary>What a state means to whoever measures: waiting, working, resolved or over.</summary>
public enum StateCategory
{
    /// <summary>Nobody works on it yet.</summary>
    WaitingToStart,

    /// <summary>Somebody of ours works on it.</summary>
    Active,

    /// <summary>It is the customer's turn.</summary>
    WaitingForCustomer,

    /// <summary>Parts, a supplier or somebody outside is waited for.</summary>
    WaitingForThirdParty,

    /// <summary>We say that it is solved; the customer has not closed it yet.</summary>
    Resolved,

    /// <summary>Over for good: nothing leaves a closed state.</summary>
    Closed,
}
