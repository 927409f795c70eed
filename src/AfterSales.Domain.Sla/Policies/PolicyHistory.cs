using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>The versions of a policy, each in force from its own instant until the next: a cycle is judged by the one in force when it started.</summary>
/// <remarks>A new version judges new cycles only. Immutable and thread-safe.</remarks>
public sealed partial class PolicyHistory
{
    private readonly SlaPolicy[] _versions;

    /// <summary>Makes a history.</summary>
    /// <param name="versions">The versions in any order; one or more, of one name, no two in force from the same instant or with the same number.</param>
    /// <exception cref="ArgumentNullException"><paramref name="versions"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">There is none, names differ, or two versions have the same number or are in force from the same instant.</exception>
    public PolicyHistory(IEnumerable<SlaPolicy> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        SlaPolicy[] list = [.. versions];
        if (list.Length == 0)
        {
            throw new ArgumentException("At least one version is needed.", nameof(versions));
        }

        foreach (SlaPolicy version in list)
        {
            ArgumentNullException.ThrowIfNull(version, nameof(versions));
        }

        _versions = [.. list.OrderBy(version => version.EffectiveFrom)];
        for (int i = 1; i < _versions.Length; i++)
        {
            CheckPair(_versions[i - 1], _versions[i], nameof(versions));
        }

        Versions = Array.AsReadOnly(_versions);
    }

    /// <summary>Gets the versions in the order in which they are in force.</summary>
    public IReadOnlyList<SlaPolicy> Versions { get; }

    /// <summary>The version in force at an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The version; null before the first one.</returns>
    public SlaPolicy? InForceAt(Instant at) => Array.FindLast(_versions, version => version.EffectiveFrom <= at);

    /// <summary>Computes every cycle of every objective for a ticket, each by the version in force when it started.</summary>
    /// <param name="history">What happened to the ticket.</param>
    /// <param name="asOf">The instant to look from; events after it are left out.</param>
    /// <returns>The cycles of all versions, by the name of the objective in the order in which names first appear, then by start.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="history"/> is null.</exception>
    public IReadOnlyList<VersionedCycle> Track(SlaHistory history, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(history);
        List<VersionedCycle> cycles = [];
        for (int i = 0; i < _versions.Length; i++)
        {
            Instant from = _versions[i].EffectiveFrom;
            Instant? until = i + 1 < _versions.Length ? _versions[i + 1].EffectiveFrom : null;
            foreach (ObjectiveReport report in _versions[i].Track(history, asOf).Objectives)
            {
                cycles.AddRange(report.Cycles
                    .Where(cycle => cycle.Start >= from && (until is null || cycle.Start < until))
                    .Select(cycle => new VersionedCycle(_versions[i], cycle)));
            }
        }

        List<string> names = [.. _versions.SelectMany(version => version.Objectives).Select(one => one.Name).Distinct(StringComparer.Ordinal)];
        return [.. cycles.OrderBy(one => names.IndexOf(one.Cycle.Objective.Name)).ThenBy(one => one.Cycle.Start)];
    }

    /// <summary>Returns the name and the versions with the instants from which they are in force.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{_versions[0].Name}: {string.Join(", ", _versions.Select(version => $"v{version.Version} from {version.EffectiveFrom}"))}";

    private static void CheckPair(SlaPolicy earlier, SlaPolicy later, string parameterName)
    {
        if (!string.Equals(earlier.Name, later.Name, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The versions are of different policies, {earlier.Name} and {later.Name}; a history is of one.", parameterName);
        }

        if (earlier.EffectiveFrom == later.EffectiveFrom)
        {
            throw new ArgumentException($"The versions {earlier.Version} and {later.Version} of {later.Name} are both in force from {later.EffectiveFrom}.", parameterName);
        }

        if (earlier.Version >= later.Version)
        {
            throw new ArgumentException($"Version {later.Version} of {later.Name} is in force after version {earlier.Version}; numbers have to grow.", parameterName);
        }
    }
}
