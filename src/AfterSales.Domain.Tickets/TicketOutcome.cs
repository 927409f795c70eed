namespace AfterSales.Domain.Tickets;

/// <summary>How a closed ticket ended.</summary>
/// <remarks>A solution rate counts <see cref="Solved"/>, and <see cref="Unconfirmed"/> only in the variant that says so (R21).</remarks>
public enum TicketOutcome
{
    /// <summary>Not ended yet.</summary>
    Open,

    /// <summary>The customer confirmed, accepted or closed it himself.</summary>
    Solved,

    /// <summary>Closed by silence, because the customer could not be reached, or because he stopped answering.</summary>
    Unconfirmed,

    /// <summary>Closed although the customer did not accept: a claim rejected, a final decision.</summary>
    NotSolved,

    /// <summary>Given up: cancelled, withdrawn, declined, expired.</summary>
    Withdrawn,

    /// <summary>Goes on in another ticket about the same thing.</summary>
    Merged,

    /// <summary>Goes on as a ticket of another lifecycle.</summary>
    Converted,
}
