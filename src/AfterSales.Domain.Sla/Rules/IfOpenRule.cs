using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>One rule for what starts within a working date's hours, breaks included, and another for all else (R05).</summary>
/// <remarks>
/// Whether it is a duration rule depends on the branch taken. It is not monotone in the start: a message just before closing may be due later than one
/// just after. Immutable and thread-safe.
/// </remarks>
public sealed class IfOpenRule : DeadlineRule
{
    internal IfOpenRule(DeadlineRule then, DeadlineRule otherwise)
        : base(1 + CompositeParts.SizeOf(then, nameof(then)) + CompositeParts.SizeOf(otherwise, nameof(otherwise)))
    {
        Then = then;
        Otherwise = otherwise;
    }

    /// <summary>Gets what holds from a working date's opening to its closing.</summary>
    public DeadlineRule Then { get; }

    /// <summary>Gets what holds at all other times.</summary>
    public DeadlineRule Otherwise { get; }

    internal override bool UsesCalendar => true;

    internal override bool UsesAppointment => Then.UsesAppointment || Otherwise.UsesAppointment;

    /// <inheritdoc/>
    public override bool Equals(DeadlineRule? other) => other is IfOpenRule rule && rule.Then.Equals(Then) && rule.Otherwise.Equals(Otherwise);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(nameof(IfOpenRule), Then, Otherwise);

    internal override string Describe(bool chinese) => chinese
        ? $"{CompositeParts.DescribePart(Then, true)}；营业时间外收到：{CompositeParts.DescribePart(Otherwise, true)}"
        : $"{CompositeParts.DescribePart(Then, false)}; received when closed: {CompositeParts.DescribePart(Otherwise, false)}";

    internal override DeadlineRule Taken(Instant start, BusinessCalendar calendar) =>
        (WorkingDates.Holding(start, calendar) is null ? Otherwise : Then).Taken(start, calendar);

    internal override RuleOutcome Evaluate(Instant start, BusinessCalendar calendar, in RuleFacts facts) =>
        Taken(start, calendar).Evaluate(start, calendar, facts);
}
