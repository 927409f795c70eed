using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain;

/// <summary>Says what work a ticket takes: which skills, how many units, whether a provider may do it. The join of Tickets and Routing (R14, R15, R17).</summary>
/// <remarks>
/// Rules are tried in their order. The first that holds for a skill decides its level, the first that holds for the size decides that. This type is immutable and thread-safe;
/// each verb returns a changed copy.
/// </remarks>
public sealed class WorkItemPlan
{
    private readonly SkillRule[] _skills;
    private readonly KeyValuePair<RequestCondition, int>[] _sizes;
    private readonly RequestCondition[] _outsourced;

    private WorkItemPlan(SkillRule[] skills, KeyValuePair<RequestCondition, int>[] sizes, RequestCondition[] outsourced) =>
        (_skills, _sizes, _outsourced) = (skills, sizes, outsourced);

    /// <summary>Gets the plan that asks for no skill, one unit, and nobody from outside.</summary>
    public static WorkItemPlan Empty { get; } = new([], [], []);

    /// <summary>Returns a plan in which requests ask for a skill that is never dropped.</summary>
    /// <param name="when">Which requests.</param>
    /// <param name="skill">The skill.</param>
    /// <param name="minimumLevel">The lowest level that will do, from 1 to 5.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="when"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimumLevel"/> is outside 1 to 5.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="skill"/> is the default value.</exception>
    public WorkItemPlan Requiring(RequestCondition when, Skill skill, int minimumLevel) => Asking(when, skill, minimumLevel, dropGroup: null);

    /// <summary>Returns a plan in which requests ask for a skill until a relaxation step drops its group.</summary>
    /// <param name="when">Which requests.</param>
    /// <param name="skill">The skill.</param>
    /// <param name="minimumLevel">The lowest level that will do, from 1 to 5.</param>
    /// <param name="dropGroup">The name that relaxation steps drop: 1 to 64 characters of a–z, 0–9 and '-'.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="when"/> or <paramref name="dropGroup"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="dropGroup"/> is no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimumLevel"/> is outside 1 to 5.</exception>
    /// <exception cref="InvalidOperationException"><paramref name="skill"/> is the default value.</exception>
    public WorkItemPlan Preferring(RequestCondition when, Skill skill, int minimumLevel, string dropGroup) =>
        Asking(when, skill, minimumLevel, NameRule.Checked(dropGroup, "drop group", nameof(dropGroup)));

    /// <summary>Returns a plan in which requests have a size.</summary>
    /// <param name="when">Which requests.</param>
    /// <param name="units">From 1 to 1,000 units of a technician's capacity.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="when"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="units"/> is outside that range.</exception>
    public WorkItemPlan Sizing(RequestCondition when, int units)
    {
        ArgumentNullException.ThrowIfNull(when);
        return units is >= 1 and <= WorkItem.MaximumSize
            ? new WorkItemPlan(_skills, [.. _sizes, new KeyValuePair<RequestCondition, int>(when, units)], _outsourced)
            : throw new ArgumentOutOfRangeException(nameof(units), units, "A size lies from 1 to 1000 units.");
    }

    /// <summary>Returns a plan in which a service provider may do requests (R17).</summary>
    /// <param name="when">Which requests.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="when"/> is null.</exception>
    public WorkItemPlan AllowingProviders(RequestCondition when)
    {
        ArgumentNullException.ThrowIfNull(when);
        return new WorkItemPlan(_skills, _sizes, [.. _outsourced, when]);
    }

    /// <summary>Makes the work item of a ticket, without a due.</summary>
    /// <param name="ticket">The ticket, open.</param>
    /// <param name="queuedAt">When it began to wait for somebody; at or after its opening.</param>
    /// <returns>
    /// The item under the ticket's id, created when the ticket was opened. Who is assigned counts as who worked on it last; who is complained of does not get it.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="ticket"/> is null.</exception>
    /// <exception cref="ArgumentException">The ticket is closed, or <paramref name="queuedAt"/> lies before its opening.</exception>
    public WorkItem ItemOf(Ticket ticket, Instant queuedAt)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        if (ticket.IsClosed)
        {
            throw new ArgumentException($"{ticket.Id} is closed; only open tickets are work.", nameof(ticket));
        }

        WorkItem item = new(new WorkItemId(ticket.Id.Value), ticket.Request, ticket.OpenedAt, queuedAt);
        item = ticket.Assignee is { } assignee ? item.LastServedBy(assignee) : item;
        item = ticket.ComplainedOf is { } person ? item.Excluding(person) : item;
        item = Array.Exists(_outsourced, when => when.Matches(ticket.Request)) ? item.AllowingProviders() : item;
        item = _sizes.Where(rule => rule.Key.Matches(ticket.Request)).Take(1).Aggregate(item, (sized, rule) => sized.OfSize(rule.Value));
        return _skills.Where(rule => rule.When.Matches(ticket.Request)).GroupBy(rule => rule.Skill).Aggregate(item, (asking, rules) => rules.First().ApplyTo(asking));
    }

    /// <summary>Makes the work item of a ticket, due with the first of its running clocks.</summary>
    /// <param name="ticket">The ticket, open.</param>
    /// <param name="queuedAt">When it began to wait for somebody; at or after its opening.</param>
    /// <param name="report">How the ticket's clocks stand.</param>
    /// <returns>As the other overload; due at the earliest due of a cycle that is open, running, paused or late. Without one it has no due.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The ticket is closed, or <paramref name="queuedAt"/> lies before its opening.</exception>
    public WorkItem ItemOf(Ticket ticket, Instant queuedAt, SlaReport report)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        ArgumentNullException.ThrowIfNull(report);
        Instant? due = null;
        foreach (SlaCycle cycle in report.Objectives.SelectMany(objective => objective.Cycles))
        {
            if (cycle is { FinishedAt: null, Due: { IsSet: true, At: var at } } && !(due < at))
            {
                due = at;
            }
        }

        WorkItem item = ItemOf(ticket, queuedAt);
        return due is { } first ? item.DueAt(first) : item;
    }

    private WorkItemPlan Asking(RequestCondition when, Skill skill, int minimumLevel, string? dropGroup)
    {
        ArgumentNullException.ThrowIfNull(when);
        return minimumLevel is >= Skill.LowestLevel and <= Skill.HighestLevel
            ? new WorkItemPlan([.. _skills, new SkillRule(when, Skill.Named(skill.Name), minimumLevel, dropGroup)], _sizes, _outsourced)
            : throw new ArgumentOutOfRangeException(nameof(minimumLevel), minimumLevel, $"A level lies from {Skill.LowestLevel} to {Skill.HighestLevel}.");
    }

    private sealed record SkillRule(RequestCondition When, Skill Skill, int Level, string? DropGroup)
    {
        internal WorkItem ApplyTo(WorkItem item) => DropGroup is null ? item.Requiring(Skill, Level) : item.Preferring(Skill, Level, DropGroup);
    }
}
