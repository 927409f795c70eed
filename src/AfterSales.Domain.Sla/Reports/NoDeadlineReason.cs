namespace AfterSales.Domain.Sla;

/// <summary>Why an objective sets no deadline for a request, as data.</summary>
/// <remarks>Two are equal when code and detail are. Immutable and thread-safe.</remarks>
public sealed class NoDeadlineReason : IEquatable<NoDeadlineReason>, IFormattable
{
    internal NoDeadlineReason(NoDeadlineCode code, string detail)
    {
        Code = code;
        Detail = detail;
    }

    /// <summary>Gets which reason.</summary>
    public NoDeadlineCode Code { get; }

    /// <summary>Gets the name of the missing calendar, whose calendar the request does not name, or the policy's own words for an exemption; else empty.</summary>
    public string Detail { get; }

    internal static NoDeadlineReason OutOfScope { get; } = new(NoDeadlineCode.OutOfScope, "");

    internal static NoDeadlineReason NoTarget { get; } = new(NoDeadlineCode.NoTarget, "");

    /// <summary>Says whether code and detail are equal.</summary>
    /// <param name="other">The other reason.</param>
    /// <returns>True when they are equal.</returns>
    public bool Equals(NoDeadlineReason? other) => other is not null && Code == other.Code && string.Equals(Detail, other.Detail, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as NoDeadlineReason);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Detail);

    /// <summary>Returns a sentence in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(null, null);

    /// <summary>Returns a sentence in a language.</summary>
    /// <param name="format">null, "" or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Not used.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another one.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool chinese = TextLanguage.IsChinese(format);
        return Code switch
        {
            NoDeadlineCode.OutOfScope => chinese ? "该目标不适用于此类请求" : "the objective is not for such requests",
            NoDeadlineCode.NoTarget => chinese ? "没有适用于此类请求的时限" : "no target is for such requests",
            NoDeadlineCode.UnknownCalendar => chinese ? $"策略中没有名为“{Detail}”的日历" : $"the policy has no calendar \"{Detail}\"",
            NoDeadlineCode.NoCalendarNamed => chinese ? $"请求没有指明{(Detail is "site" ? "现场" : "客户")}日历" : $"the request names no calendar of its {Detail}",
            _ => chinese ? $"豁免：{Detail}" : $"exempt: {Detail}",
        };
    }
}
