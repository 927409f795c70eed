using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tickets;

/// <summary>Who has the work, and of whom the customer complains; the default value of a part is nobody.</summary>
internal sealed record Handling(PersonId Assignee, TeamId Team, PersonId ComplainedOf)
{
    internal static Handling Nobody { get; } = new(default, default, default);
}
