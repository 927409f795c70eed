using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Verifies the versions of a policy, each for as long as it is in force, and looks for objectives that a version in between lacks.</summary>
internal static class HistoryVerifier
{
    internal static IReadOnlyList<Finding> Verify(PolicyHistory history, VerificationScope scope, CancellationToken cancellation)
    {
        List<Finding> findings = [];
        for (int i = 0; i < history.Versions.Count; i++)
        {
            SlaPolicy version = history.Versions[i];
            Instant? replacedAt = i + 1 < history.Versions.Count ? history.Versions[i + 1].EffectiveFrom : null;
            VerificationScope own = scope.From is { } from && from < version.EffectiveFrom ? scope.FromThe(version.EffectiveFrom) : scope;
            findings.AddRange(Verifier.Verify(version, own, replacedAt, cancellation));
            FindHoles(history, i, findings);
        }

        return findings.AsReadOnly();
    }

    private static void FindHoles(PolicyHistory history, int index, List<Finding> findings)
    {
        SlaPolicy version = history.Versions[index];
        HashSet<string> own = new(version.Objectives.Select(one => one.Name), StringComparer.Ordinal);
        HashSet<string> later = new(history.Versions.Skip(index + 1).SelectMany(one => one.Objectives).Select(one => one.Name), StringComparer.Ordinal);
        foreach (Objective objective in history.Versions.Take(index).SelectMany(one => one.Objectives).GroupBy(one => one.Name, StringComparer.Ordinal).Select(group => group.Last()))
        {
            if (!own.Contains(objective.Name) && later.Contains(objective.Name))
            {
                ServiceRequest request = RequestSpace.Of(ObjectiveCases.Conditions(objective))?.Requests().FirstOrDefault(objective.AppliesTo.Matches) ?? RequestSpace.Blank;
                FindingExample unmeasured = new(objective, target: null, request, version.EffectiveFrom, due: null);
                Finding hole = new(FindingCode.EffectiveHole, FindingLevel.Warning, FindingPlace.Of(objective), [unmeasured], chinese => chinese
                    ? $"版本 {version.Version} 没有该目标，而之前和之后的版本都有：自 {version.EffectiveFrom} 起开始的周期不计量"
                    : $"version {version.Version} lacks it, though versions before and after have it: cycles that start from {version.EffectiveFrom} on are not measured");
                findings.Add(hole.Judged(version.Accepted.FirstOrDefault(one => one.Accepts(hole)), version.Version));
            }
        }
    }
}
