namespace AfterSales.Domain.Tickets;

/// <summary>What the remedy costs, and whether the leadership approved it (R34).</summary>
internal sealed record Remedy(decimal? Cost, bool IsApproved)
{
    internal static Remedy None { get; } = new(null, IsApproved: false);
}
