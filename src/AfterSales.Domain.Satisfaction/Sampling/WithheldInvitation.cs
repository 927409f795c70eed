namespace AfterSales.Domain.Satisfaction;

/// <summary>The customer is not asked.</summary>
/// <remarks>Equality is by reference. This type is immutable.</remarks>
public sealed class WithheldInvitation : InvitationDecision
{
    private readonly string _english;
    private readonly string _chinese;

    internal WithheldInvitation(string code, string english, string chinese)
    {
        Code = code;
        _english = english;
        _chinese = chinese;
    }

    /// <summary>Gets the reason for programs: opted-out, asked-recently, no-channel or not-sampled. Codes are API.</summary>
    public string Code { get; }

    private protected override string Words(bool chinese) => chinese ? $"不发送：{_chinese}" : $"not sent: {_english}";
}
