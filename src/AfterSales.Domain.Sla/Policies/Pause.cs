using AfterSales.Domain.Requests;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>A wait reason that pauses a clock, with an optional cap on all waits of that reason together.</summary>
/// <remarks>
/// The cap is counted in the unit of the rule it pauses: clock time for elapsed rules, open time for all others. Two are equal when reason and cap are.
/// Immutable and thread-safe.
/// </remarks>
public sealed class Pause : IEquatable<Pause>, IFormattable
{
    private readonly string _reasonName;

    private Pause(WaitReason reason, Duration? cap)
    {
        _reasonName = reason.Name;
        Reason = reason;
        Cap = cap;
    }

    /// <summary>Gets the reason.</summary>
    public WaitReason Reason { get; }

    /// <summary>Gets how long all waits of this reason together may pause one cycle; null for without limit.</summary>
    public Duration? Cap { get; }

    /// <summary>Pauses while work waits for this reason, without limit.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>The pause.</returns>
    /// <exception cref="InvalidOperationException"><paramref name="reason"/> is the default value.</exception>
    public static Pause On(WaitReason reason) => new(reason, cap: null);

    /// <summary>Limits how long all waits of this reason together may pause one cycle.</summary>
    /// <param name="cap">More than zero; clock time for elapsed rules, open time for all others.</param>
    /// <returns>A changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cap"/> is zero or negative.</exception>
    public Pause UpTo(Duration cap)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(cap, Duration.Zero);
        return new Pause(Reason, cap);
    }

    /// <summary>Says whether reason and cap are equal.</summary>
    /// <param name="other">The other pause.</param>
    /// <returns>True when they are equal.</returns>
    public bool Equals(Pause? other) => other is not null && HasReasonOf(other) && other.Cap == Cap;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Pause);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_reasonName, Cap);

    /// <summary>Returns reason and cap in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns reason and cap in a language.</summary>
    /// <param name="format">null, "" or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Not used: numbers are invariant.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        return Cap is { } cap
            ? (chinese ? $"等待 {_reasonName}，累计不超过 {DurationText.Of(cap, true)}" : $"waiting for {_reasonName}, up to {DurationText.Of(cap, false)}")
            : (chinese ? $"等待 {_reasonName}" : $"waiting for {_reasonName}");
    }

    internal bool HasReasonOf(Pause other) => string.Equals(_reasonName, other._reasonName, StringComparison.Ordinal);

    internal bool IsFor(WaitReason reason) => string.Equals(_reasonName, reason.Name, StringComparison.Ordinal);
}
