namespace AfterSales.Domain.Satisfaction;

/// <summary>The action was possible.</summary>
/// <remarks>Equality is by reference. This type is immutable.</remarks>
public sealed class AcceptedFollowUp : FollowUpResult
{
    internal AcceptedFollowUp(FollowUp next) => Next = next;

    /// <summary>Gets the follow-up after the action.</summary>
    public FollowUp Next { get; }

    /// <summary>Returns where the follow-up stands now.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Next}";
}
