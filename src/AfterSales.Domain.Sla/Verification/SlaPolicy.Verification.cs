namespace AfterSales.Domain.Sla;

public sealed partial class SlaPolicy
{
    /// <summary>Gets the findings that are wanted, each with the reason; in the order in which they were accepted.</summary>
    public IReadOnlyList<AcceptedFinding> Accepted { get; private init; } = [];

    /// <summary>Says that a finding is wanted: verification goes on to show it, as accepted.</summary>
    /// <param name="code">What kind of fault.</param>
    /// <param name="where">"objective / target", an objective with all its targets, or a calendar.</param>
    /// <param name="reason">Why.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="where"/> or <paramref name="reason"/> is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="code"/> cannot be accepted, or is not one of the enumeration.</exception>
    public SlaPolicy Accepting(FindingCode code, string where, string reason) =>
        new(this, Book) { Accepted = Array.AsReadOnly<AcceptedFinding>([.. Accepted, new AcceptedFinding(code, where, reason)]) };

    /// <summary>Looks for faults, exhaustively: every group of requests that conditions tell apart, every start at which a due can change its course.</summary>
    /// <returns>
    /// What was found, accepted findings too, in the order of objectives; empty for a clean policy. Deadlines are compared as they are when nothing pauses them
    /// and no appointment is agreed; a request is taken to name one of the policy's calendars where a target asks for its site's or its customer's.
    /// </returns>
    public IReadOnlyList<Finding> Verify() => Verify(VerificationScope.Everything, CancellationToken.None);

    /// <summary>Looks for faults in a scope; see <see cref="Verify()"/>.</summary>
    /// <param name="scope">The signals that the host emits, and the starts that are tried.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>What was found, accepted findings too, in the order of objectives.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public IReadOnlyList<Finding> Verify(VerificationScope scope, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Verifier.Verify(this, scope, replacedAt: null, cancellation);
    }
}
