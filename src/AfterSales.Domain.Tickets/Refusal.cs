namespace AfterSales.Domain.Tickets;

/// <summary>Why a step is impossible, before anybody is told what is possible instead.</summary>
internal sealed class Refusal
{
    internal Refusal(RefusalReason reason)
        : this(reason, [], [])
    {
    }

    internal Refusal(RefusalReason reason, IReadOnlyList<UnmetGuard> unmet, IReadOnlyList<ActionDetail> missing)
    {
        Reason = reason;
        Unmet = unmet;
        Missing = missing;
    }

    internal RefusalReason Reason { get; }

    internal IReadOnlyList<UnmetGuard> Unmet { get; }

    internal IReadOnlyList<ActionDetail> Missing { get; }
}
