using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>A rule's answer as clocks need it: besides the due, whether a wait holds it at the instant it is seen from.</summary>
internal readonly struct RuleOutcome
{
    internal RuleOutcome(DueResult due, Instant? heldUntil, Instant? lastHold)
    {
        Due = due;
        HeldUntil = heldUntil;
        LastHold = lastHold;
    }

    internal DueResult Due { get; }

    /// <summary>Gets when the wait that holds the due would end by its cap (<see cref="Instant.MaxValue"/> without one); null while no wait holds it.</summary>
    internal Instant? HeldUntil { get; }

    /// <summary>Gets the latest instant up to which a wait that counts has held the due; null when none has.</summary>
    internal Instant? LastHold { get; }

    internal static RuleOutcome Unset(UnsetReason reason) => new(DueResult.Unset(reason), null, null);

    internal static RuleOutcome At(Instant due) => new(DueResult.Set(due), null, null);

    internal static Instant? Later(Instant? left, Instant? right) => left is null || (right is { } other && other > left) ? right : left;
}
