namespace AfterSales.Domain.Tickets;

/// <summary>A history that cannot have happened: tampered with, incomplete or of another lifecycle.</summary>
/// <remarks>This type is immutable and safe for use by several threads.</remarks>
public sealed class RefusedReplay : ReplayResult, IFormattable
{
    internal RefusedReplay(int index, RefusalReason reason)
    {
        Index = index;
        Reason = reason;
    }

    /// <summary>Gets the place of the first event that does not fit, from 0; 0 too when there are no events.</summary>
    public int Index { get; }

    /// <summary>Gets what is wrong with it.</summary>
    public RefusalReason Reason { get; }

    /// <summary>Returns place and reason in English.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => ToString(format: null, formatProvider: null);

    /// <summary>Returns place and reason.</summary>
    /// <param name="format">"en" or nothing for English, "zh" for Simplified Chinese.</param>
    /// <param name="formatProvider">Not used: the text is the same in every culture.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException"><paramref name="format"/> is another text.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => TextLanguage.IsChinese(format)
        ? FormattableString.Invariant($"事件[{Index}]：{Reason.ToString("zh", formatProvider: null)}")
        : FormattableString.Invariant($"event [{Index}]: {Reason}");
}
