namespace AfterSales.Domain.Satisfaction;

/// <summary>What became of an action on a follow-up.</summary>
/// <remarks>A closed set: <see cref="AcceptedFollowUp"/> and <see cref="RefusedFollowUp"/>. This type is immutable.</remarks>
public abstract class FollowUpResult
{
    private protected FollowUpResult()
    {
    }
}
