using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Testing;

/// <summary>What a policy itself may get wrong, for your own policy in one line: <c>PolicyLaws.NoFindings(ourPolicy)</c>.</summary>
/// <remarks>
/// Nothing is sampled: <see cref="SlaPolicy.Verify(VerificationScope, CancellationToken)"/> looks at every request and every moment of a year that makes a
/// difference. Findings that the policy itself accepts (<see cref="SlaPolicy.Accepting"/>) are none. The methods are safe for use by several threads.
/// </remarks>
public static class PolicyLaws
{
    /// <summary>Verifies a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="except">What may be found.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="LawBrokenException">Something else is found; the message tells every finding and shows the first one's example.</exception>
    public static void NoFindings(SlaPolicy policy, params FindingCode[] except) => NoFindings(policy, VerificationScope.Everything, except, CancellationToken.None);

    /// <summary>Verifies a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="scope">When, and which signals the host emits.</param>
    /// <param name="except">What may be found.</param>
    /// <param name="cancellation">Tells when to stop.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="LawBrokenException">Something else is found; the message tells every finding and shows the first one's example.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void NoFindings(SlaPolicy policy, VerificationScope scope, IEnumerable<FindingCode> except, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(except);
        HashSet<FindingCode> allowed = [.. except];
        Finding[] found = [.. policy.Verify(scope, cancellation).Where(one => !one.IsAccepted && !allowed.Contains(one.Code))];
        if (found.Length > 0)
        {
            FindingExample? example = found.SelectMany(one => one.Examples).FirstOrDefault();
            throw new LawBrokenException(
                "a policy has no findings",
                string.Concat(found.Select(one => $"\n{one.Level} {one.Code}: {one}")),
                "Found by looking at every request and every moment that makes a difference.",
                example is null ? null : new TrackedHistory(policy, example.History, NodaTime.Instant.Max(example.Start, example.History.Events[example.History.Events.Count - 1].At)));
        }
    }
}
