using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>The earliest of several rules; those that are unset do not count.</summary>
/// <remarks>
/// Each part takes the waits in its own unit; while a wait holds one of them, the clock is paused. Not a duration rule. Two are equal when their parts are,
/// in the same order. Immutable and thread-safe.
/// </remarks>
public sealed class EarliestRule : DeadlineRule
{
    private readonly DeadlineRule[] _parts;

    internal EarliestRule(DeadlineRule[] parts)
        : base(CompositeParts.SizeOf(parts))
    {
        _parts = parts;
        Parts = Array.AsReadOnly(parts);
    }

    /// <summary>Gets the parts, in the order given; at least one.</summary>
    public IReadOnlyList<DeadlineRule> Parts { get; }

    internal override bool UsesCalendar => Array.Exists(_parts, part => part.UsesCalendar);

    internal override bool UsesAppointment => Array.Exists(_parts, part => part.UsesAppointment);

    /// <inheritdoc/>
    public override bool Equals(DeadlineRule? other) => other is EarliestRule rule && CompositeParts.AreEqual(rule.Parts, Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => CompositeParts.HashOf(nameof(EarliestRule), Parts);

    internal override string Describe(bool chinese) => chinese
        ? $"最早者（{CompositeParts.Describe(Parts, true)}）"
        : $"the earliest of ({CompositeParts.Describe(Parts, false)})";

    internal override RuleOutcome Evaluate(Instant start, BusinessCalendar calendar, in RuleFacts facts) =>
        CompositeParts.Evaluate(_parts, Earliest, start, calendar, facts);

    private static DueResult Earliest(DueResult left, DueResult right) =>
        !left.IsSet ? right : !right.IsSet || left.At <= right.At ? left : right;
}
