namespace AfterSales.Domain.Tickets;

/// <summary>What a transition changes on the ticket besides its state.</summary>
/// <remarks>A closed list, so that a table is data and a replay gives the same ticket.</remarks>
public enum TransitionEffect
{
    /// <summary>The assignee becomes the action's <see cref="TicketAction.Assignee"/>, and the team its team when it is given.</summary>
    Assign,

    /// <summary>The assignee becomes who acts.</summary>
    AssignActor,

    /// <summary>There is no assignee any more.</summary>
    Unassign,

    /// <summary>The team becomes the action's, and the assignee the action's or nobody.</summary>
    SetTeam,

    /// <summary>The level of support or appeal grows by one.</summary>
    RaiseLevel,

    /// <summary>The reopening is counted and its reason kept.</summary>
    CountReopen,

    /// <summary>The rework is counted.</summary>
    CountRework,

    /// <summary>The reminder is counted; another state begins at none.</summary>
    CountReminder,

    /// <summary>The supervisor is called, and the class goes up by one: general, important, urgent.</summary>
    RaiseSeverity,

    /// <summary>The request becomes the action's request.</summary>
    Reclassify,

    /// <summary>The visit is agreed for the action's time.</summary>
    SetVisit,

    /// <summary>The failed visit is counted, its assignee released and its time cleared, or set to the action's time.</summary>
    FailVisit,

    /// <summary>The authorisation ends at the action's time.</summary>
    SetExpiry,

    /// <summary>The cost of the remedy becomes the action's amount, when it is given, and needs approval anew when it is major.</summary>
    SetRemedy,

    /// <summary>The leadership has approved the remedy.</summary>
    ApproveRemedy,

    /// <summary>The person complained of becomes the action's person, when it is given.</summary>
    SetPerson,

    /// <summary>The action's link, of kind merged into, is kept.</summary>
    LinkMerged,

    /// <summary>The action's link, of kind converted to, is kept.</summary>
    LinkConverted,

    /// <summary>The action's quantities are approved for return.</summary>
    ApproveLines,

    /// <summary>The action's quantities are received.</summary>
    ReceiveLines,

    /// <summary>The action's quantities are settled by refund.</summary>
    RefundLines,

    /// <summary>The action's quantities are settled by replacement.</summary>
    ReplaceLines,

    /// <summary>The action's quantities are settled by repair at the supplier.</summary>
    SupplierRepairLines,

    /// <summary>The action's quantities are settled by scrapping.</summary>
    ScrapLines,

    /// <summary>The action's quantities are settled by sending them back to the customer.</summary>
    SendBackLines,
}
