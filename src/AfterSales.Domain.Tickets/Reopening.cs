namespace AfterSales.Domain.Tickets;

/// <summary>A reopening with its reason, chained to the one before, so that a new ticket shares those of the old one.</summary>
internal sealed class Reopening(string reason, Reopening? before)
{
    /// <summary>Gets how many there were up to this one.</summary>
    internal int Count { get; } = before is null ? 1 : before.Count + 1;

    /// <summary>The reasons from the first to the last.</summary>
    internal static IReadOnlyList<string> Reasons(Reopening? last)
    {
        string[] reasons = new string[last?.Count ?? 0];
        for (Reopening? one = last; one is not null; one = one.Before)
        {
            reasons[one.Count - 1] = one.Reason;
        }

        return Array.AsReadOnly(reasons);
    }

    private string Reason { get; } = reason;

    private Reopening? Before { get; } = before;
}
