using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>The latest of several rules; unset while one of them is.</summary>
/// <remarks>
/// Each part takes the waits in its own unit; while a wait holds one of them, the clock is paused. Not a duration rule. Two are equal when their parts are,
/// in the same order. Immutable and thread-safe.
/// </remarks>
public sealed class LatestRule : DeadlineRule
{
    private readonly DeadlineRule[] _parts;

    internal LatestRule(DeadlineRule[] parts)
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
    public override bool Equals(DeadlineRule? other) => other is LatestRule rule && CompositeParts.AreEqual(rule.Parts, Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => CompositeParts.HashOf(nameof(LatestRule), Parts);

    internal override string Describe(bool chinese) => chinese
        ? $"最晚者（{CompositeParts.Describe(Parts, true)}）"
        : $"the latest of ({CompositeParts.Describe(Parts, false)})";

    internal override RuleOutcome Evaluate(Instant start, BusinessCalendar calendar, in RuleFacts facts) =>
        CompositeParts.Evaluate(_parts, Latest, start, calendar, facts);

    private static DueResult Latest(DueResult left, DueResult right) =>
        !left.IsSet ? left : !right.IsSet || left.At < right.At ? right : left;
}
