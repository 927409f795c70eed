namespace AfterSales.Domain.Sla;

public sealed partial class PolicyHistory
{
    /// <summary>Looks for faults in every version, for as long as it is in force, and for objectives that a version in between lacks.</summary>
    /// <returns>What was found, accepted findings too, in the order of versions; <see cref="Finding.PolicyVersion"/> says in which.</returns>
    /// <remarks>Versions cannot overlap: each is in force until the next, and the constructor refuses two from one instant.</remarks>
    public IReadOnlyList<Finding> Verify() => Verify(VerificationScope.Everything, CancellationToken.None);

    /// <summary>Looks for faults in a scope; see <see cref="Verify()"/>.</summary>
    /// <param name="scope">The signals that the host emits, and the starts that are tried.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>What was found, accepted findings too, in the order of versions.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public IReadOnlyList<Finding> Verify(VerificationScope scope, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return HistoryVerifier.Verify(this, scope, cancellation);
    }
}
