using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tickets;

/// <summary>Who has the work, and how often it went round.</summary>
internal sealed record Handling(PersonId Assignee, TeamId Team, PersonId ComplainedOf, int Level, int ReworkCount, bool IsRaised)
{
    internal static Handling Fresh { get; } = new(default, default, default, Level: 1, ReworkCount: 0, IsRaised: false);
}
