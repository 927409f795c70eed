using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Sla;

/// <summary>What a rule answers: the instant by which something is due, or why there is none.</summary>
/// <remarks>The default value is unset because no appointment was agreed. Two values are equal when both parts are. Immutable.</remarks>
public readonly record struct DueResult : IFormattable
{
    private readonly Instant _at;
    private readonly UnsetReason _reason;

    private DueResult(bool isSet, Instant at, UnsetReason reason)
    {
        IsSet = isSet;
        _at = at;
        _reason = reason;
    }

    /// <summary>Gets a value indicating whether there is a due instant.</summary>
    public bool IsSet { get; }

    /// <summary>Gets the due instant: done exactly then is in time, later is late.</summary>
    /// <exception cref="InvalidOperationException">There is none; ask <see cref="IsSet"/> first.</exception>
    public Instant At => IsSet ? _at : throw new InvalidOperationException($"Nothing is due: {this}.");

    /// <summary>Gets why there is no due instant; null when there is one.</summary>
    public UnsetReason? Reason => IsSet ? null : _reason;

    /// <summary>Returns the instant in UTC, or "unset" with the reason.</summary>
    /// <returns>The text in English.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns the instant in UTC, or why there is none, in a language.</summary>
    /// <param name="format">null, "" or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Not used: numbers and dates are invariant.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        if (IsSet)
        {
            return InstantPattern.ExtendedIso.Format(_at);
        }

        return _reason switch
        {
            UnsetReason.NoAppointment => chinese ? "无期限：尚未约定上门时间" : "unset: no appointment has been agreed",
            _ => chinese ? "无期限：日历在其有效期内没有足够的营业时间" : "unset: the calendar does not open for long enough within its horizon",
        };
    }

    internal static DueResult Set(Instant at) => new(true, at, default);

    internal static DueResult Unset(UnsetReason reason) => new(false, default, reason);
}
