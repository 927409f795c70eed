using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>Reports as the laws compare them.</summary>
internal static class SlaPictures
{
    internal static readonly Duration Later = Duration.FromMinutes(37);

    internal static IEnumerable<SlaCycle> Cycles(SlaReport report) => report.Objectives.SelectMany(objective => objective.Cycles);

    /// <summary>Identifies a cycle from one report to the next.</summary>
    internal static (string, EventId) Key(SlaCycle cycle) => (cycle.Objective.Name, cycle.StartedBy);

    internal static string Of(SlaReport report) => string.Join("\n", report.Objectives.Select(Of));

    internal static string Of(ObjectiveReport objective) => objective.Objective.Name + ": " + string.Join(" | ", objective.Cycles.Select(Of));

    internal static string Of(SlaCycle cycle) => $"{cycle.StartedBy} {cycle} {cycle.Due} {cycle.Left} {cycle.NotBefore} {cycle.FirstStop}";

    /// <summary>The report at each event, half an hour and half a day after it, and long after the last.</summary>
    internal static IEnumerable<SlaReport> Film(TrackedHistory one) => one.History.Events
        .SelectMany(happened => new[] { happened.At, happened.At + Later, happened.At + Duration.FromHours(11) })
        .Append(one.End + Duration.FromDays(9)).Distinct().OrderBy(at => at)
        .Select(at => one.Policy.Track(one.History, at));
}
