using AfterSales.Domain.Calendars;
using AfterSales.Domain.Kpis;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain;

/// <summary>A dated set of rules that belong together: service levels with their calendars, routing, lifecycles, survey, feedback and goals, as far as one source speaks of them.</summary>
/// <remarks>
/// The parts are ordinary values: a host takes those that it wants and changes them with their own verbs. This type is immutable and thread-safe.
/// </remarks>
public sealed class Rulebook
{
    internal Rulebook(string name, IEnumerable<string> ruleIds, SlaPolicy sla, IEnumerable<Lifecycle> lifecycles)
    {
        Name = name;
        RuleIds = [.. ruleIds];
        Sla = sla;
        Lifecycles = [.. lifecycles];
    }

    /// <summary>Gets the name: of a–z and '-'. The service levels, the routing and the survey have the same.</summary>
    public string Name { get; }

    /// <summary>Gets the ids of the rules that it states, such as "R05", ascending; docs/rules.md says what each one asks.</summary>
    public IReadOnlyList<string> RuleIds { get; }

    /// <summary>Gets the service levels. They say since when the rules are in force, in which version, and hold the calendars.</summary>
    public SlaPolicy Sla { get; }

    /// <summary>Gets the calendars by which the service levels count, in the order of the policy.</summary>
    public IReadOnlyList<BusinessCalendar> Calendars => [.. Sla.Calendars.Select(published => published.Calendar)];

    /// <summary>Gets the lifecycles of the tickets that it speaks of; no two have the same name.</summary>
    public IReadOnlyList<Lifecycle> Lifecycles { get; }

    /// <summary>Gets who gets the work; null when the source does not say.</summary>
    public RoutingPolicy? Routing { get; internal init; }

    /// <summary>Gets what customers are asked afterwards, whom, when and by which channel; null when the source does not say.</summary>
    public SurveyPlan? SurveyPlan { get; internal init; }

    /// <summary>Gets the table that classes feedback; null when the source does not say.</summary>
    public FeedbackRules? Feedback { get; internal init; }

    /// <summary>Gets what is to be reached; null when the source does not say.</summary>
    public KpiGoals? Goals { get; internal init; }

    /// <summary>Finds a lifecycle by its name.</summary>
    /// <param name="name">The name, such as "repair"; any other text finds nothing.</param>
    /// <returns>The lifecycle, or null.</returns>
    public Lifecycle? FindLifecycle(string? name) => Lifecycles.FirstOrDefault(lifecycle => string.Equals(lifecycle.Name, name, StringComparison.Ordinal));

    /// <summary>Returns name, version and the rules, as in "rapid-response 1: R01, R02, …".</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => FormattableString.Invariant($"{Name} {Sla.Version}: {string.Join(", ", RuleIds)}");
}
