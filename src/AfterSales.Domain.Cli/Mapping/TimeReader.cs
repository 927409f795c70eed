using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Cli.Mapping;

/// <summary>Reads times in the formats of a mapping; those without an offset are in its zone (a time that is skipped there moves to just after the gap, one that happens twice is the first).</summary>
internal sealed class TimeReader
{
    internal const string Iso = "iso";

    // Calendars end in 2100, and years such as 1 and 9999 are how some systems write "never".
    private static readonly Interval Readable = new(Instant.FromUtc(1900, 1, 1, 0, 0), Instant.FromUtc(2100, 1, 1, 0, 0));

    private readonly DateTimeZone _zone;
    private readonly bool _readsIso;
    private readonly LocalDateTimePattern[] _patterns;

    internal TimeReader(DateTimeZone zone, IEnumerable<string> formats)
    {
        _zone = zone;
        Formats = [.. formats];
        _readsIso = Formats.Contains(Iso, StringComparer.Ordinal);
        _patterns = [.. Formats.Where(format => !string.Equals(format, Iso, StringComparison.Ordinal)).Select(LocalDateTimePattern.CreateWithInvariantCulture)];
    }

    internal IReadOnlyList<string> Formats { get; }

    /// <summary>Says whether a text is a format; a format must hold a date.</summary>
    internal static bool IsFormat(string text)
    {
        if (string.Equals(text, Iso, StringComparison.Ordinal))
        {
            return true;
        }

        try
        {
            LocalDateTimePattern pattern = LocalDateTimePattern.CreateWithInvariantCulture(text);
            LocalDateTime sample = new(2024, 2, 29, 13, 45);
            return pattern.Parse(pattern.Format(sample)) is { Success: true, Value: var back } && back.Date == sample.Date;
        }
        catch (InvalidPatternException)
        {
            return false;
        }
    }

    /// <summary>Reads a time of the years 1900 to 2099.</summary>
    internal bool TryRead(string text, out Instant at) => TryReadAny(text, out at) && Readable.Contains(at);

    private bool TryReadAny(string text, out Instant at)
    {
        foreach (LocalDateTimePattern pattern in _patterns)
        {
            if (pattern.Parse(text) is { Success: true, Value: var local })
            {
                at = _zone.AtLeniently(local).ToInstant();
                return true;
            }
        }

        if (_readsIso)
        {
            if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true, Value: var withOffset })
            {
                at = withOffset.ToInstant();
                return true;
            }

            if (IsoLocal(text) is { } local)
            {
                at = _zone.AtLeniently(local).ToInstant();
                return true;
            }
        }

        at = default;
        return false;
    }

    /// <summary>ISO without an offset, to the minute or the second, with T or a space in the middle.</summary>
    private static LocalDateTime? IsoLocal(string text)
    {
        string withT = text.Length > 10 && text[10] == ' ' ? string.Concat(text.AsSpan(0, 10), "T", text.AsSpan(11)) : text;
        string withSeconds = withT.Length == 16 ? withT + ":00" : withT;
        return LocalDateTimePattern.ExtendedIso.Parse(withSeconds) is { Success: true, Value: var local } ? local : null;
    }
}
