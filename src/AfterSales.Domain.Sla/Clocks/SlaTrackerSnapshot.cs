namespace AfterSales.Domain.Sla;

/// <summary>A tracker as data to store: the policy it follows, by name and version, and the events applied so far. <see cref="SlaTracker.From"/> goes on where it was taken.</summary>
/// <remarks>
/// The events are the whole state: everything else follows from them and the policy. Compared by reference. This type is immutable and safe for use by several
/// threads.
/// </remarks>
public sealed class SlaTrackerSnapshot
{
    /// <summary>The version of this form; a later one reads all before it.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Creates a snapshot.</summary>
    /// <param name="policy">The name of the policy.</param>
    /// <param name="policyVersion">The version of the policy, at least 1.</param>
    /// <param name="events">The events applied, in order; may be empty.</param>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> or <paramref name="events"/> is null, or an event is.</exception>
    /// <exception cref="ArgumentException"><paramref name="policy"/> is empty or only white space, or <paramref name="events"/> are not empty and no history as <see cref="SlaHistory"/> says.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="policyVersion"/> is less than 1.</exception>
    public SlaTrackerSnapshot(string policy, int policyVersion, IEnumerable<SlaEvent> events)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(policy);
        ArgumentOutOfRangeException.ThrowIfLessThan(policyVersion, 1);
        ArgumentNullException.ThrowIfNull(events);
        Policy = policy;
        PolicyVersion = policyVersion;
        SlaEvent[] list = [.. events];
        Events = list.Length == 0 ? [] : new SlaHistory(list).Events;
    }

    /// <summary>Gets the name of the policy.</summary>
    public string Policy { get; }

    /// <summary>Gets the version of the policy.</summary>
    public int PolicyVersion { get; }

    /// <summary>Gets the events applied, in order.</summary>
    public IReadOnlyList<SlaEvent> Events { get; }

    /// <summary>Returns the policy and how many events there are.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Policy} v{PolicyVersion} after {Events.Count} events");
}
