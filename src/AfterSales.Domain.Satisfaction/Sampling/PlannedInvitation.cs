using NodaTime;

namespace AfterSales.Domain.Satisfaction;

/// <summary>The customer is asked.</summary>
/// <remarks>Equality is by reference. This type is immutable.</remarks>
public sealed class PlannedInvitation : InvitationDecision
{
    internal PlannedInvitation(Instant sendAt, string channel, IReadOnlyList<Instant> reminders)
    {
        SendAt = sendAt;
        Channel = channel;
        Reminders = reminders;
    }

    /// <summary>Gets when the survey is sent.</summary>
    public Instant SendAt { get; }

    /// <summary>Gets the channel: the first of the plan by which the customer can be reached.</summary>
    public string Channel { get; }

    /// <summary>Gets when the customer is reminded, as long as no answer came.</summary>
    public IReadOnlyList<Instant> Reminders { get; }

    private protected override string Words(bool chinese) => chinese ? $"{SendAt} 通过 {Channel} 发送" : $"sent at {SendAt} by {Channel}";
}
