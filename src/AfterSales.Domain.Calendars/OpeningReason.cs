namespace AfterSales.Domain.Calendars;

/// <summary>Why a calendar is open or closed for a while: a code, and the name of the holiday, season or calendar that decides.</summary>
/// <remarks>
/// Codes are stable, texts are not: <c>$"{reason}"</c> is English, <c>$"{reason:zh}"</c> Simplified Chinese. Two reasons are equal when code and names are.
/// This type is immutable and thread-safe.
/// </remarks>
public sealed class OpeningReason : IFormattable, IEquatable<OpeningReason>
{
    private readonly string _english;
    private readonly string _chinese;

    private OpeningReason(string code, bool isOpen, string english, string chinese, string? name, string? chineseName)
    {
        Code = code;
        IsOpen = isOpen;
        Name = name;
        ChineseName = chineseName;
        _english = english;
        _chinese = chinese;
    }

    /// <summary>Gets the code: <c>regular-hours</c>, <c>season</c>, <c>special-hours</c>, <c>make-up-day</c> (open); <c>day-off</c>, <c>outside-hours</c>, <c>break</c>,
    /// <c>closed</c>, <c>closed-part</c>, <c>excluded</c>, <c>outside-horizon</c> (closed).</summary>
    public string Code { get; }

    /// <summary>Gets a value indicating whether it is a reason to be open.</summary>
    public bool IsOpen { get; }

    /// <summary>Gets the name of the holiday, closure, season or calendar that decides; null where none does.</summary>
    public string? Name { get; }

    /// <summary>Gets the name for texts in Chinese; null when <see cref="Name"/> serves both.</summary>
    public string? ChineseName { get; }

    internal static OpeningReason RegularHours { get; } = new("regular-hours", isOpen: true, "regular hours", "正常营业时间", name: null, chineseName: null);

    internal static OpeningReason DayOff { get; } = new("day-off", isOpen: false, "day off", "休息日", name: null, chineseName: null);

    internal static OpeningReason OutsideHours { get; } = new("outside-hours", isOpen: false, "outside the day's hours", "非营业时间", name: null, chineseName: null);

    internal static OpeningReason Break { get; } = new("break", isOpen: false, "break between hours", "中间休息", name: null, chineseName: null);

    internal static OpeningReason OutsideHorizon { get; } =
        new("outside-horizon", isOpen: false, "outside the calendar's horizon", "超出日历范围", name: null, chineseName: null);

    /// <summary>Says whether code and names are equal.</summary>
    /// <param name="other">The other reason.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(OpeningReason? other) =>
        other is not null
        && string.Equals(Code, other.Code, StringComparison.Ordinal)
        && string.Equals(Name, other.Name, StringComparison.Ordinal)
        && string.Equals(ChineseName, other.ChineseName, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as OpeningReason);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Name);

    /// <summary>Returns the reason in English, as in "closed: Spring Festival".</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name is null ? _english : $"{_english}: {Name}";

    /// <summary>Returns the reason in a language.</summary>
    /// <param name="format">Null, empty, "G" or "en" for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Not used: the texts do not depend on a culture.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is something else.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        !TextLanguage.IsChinese(format) ? ToString() : Name is null ? _chinese : $"{_chinese}：{ChineseName ?? Name}";

    internal static OpeningReason InSeason(Season season) => new("season", isOpen: true, "seasonal hours", "季节营业时间", season.Name, season.ChineseName);

    /// <summary>The reason of an entry that says the whole day: open in its hours, or closed all day.</summary>
    internal static OpeningReason Of(DatedHours entry) => entry switch
    {
        SpecialHours => new("special-hours", isOpen: true, "special hours", "特别营业时间", entry.Reason, entry.ChineseReason),
        MakeUpWorkingDay => new("make-up-day", isOpen: true, "make-up working day", "调休上班", entry.Reason, entry.ChineseReason),
        ClosedPart => new("closed-part", isOpen: false, "closed for a part of the day", "部分时段停业", entry.Reason, entry.ChineseReason),
        _ => new("closed", isOpen: false, "closed", "停业", entry.Reason, entry.ChineseReason),
    };

    internal static OpeningReason ExcludedBy(BusinessCalendar calendar) => new("excluded", isOpen: false, "excluded by", "已排除", calendar.Name, chineseName: null);

    /// <summary>Why a moment of a day with hours is closed: between two of its ranges, or before the first or after the last.</summary>
    internal static OpeningReason Between(DayHours hours, LocalTime time) =>
        time.NanosecondOfDay >= hours.Ranges[0].StartOffset && time.NanosecondOfDay < hours.Ranges[^1].EndOffset ? Break : OutsideHours;
}
