using System.Diagnostics.CodeAnalysis;

namespace AfterSales.Domain.Calendars;

/// <summary>The opening hours that one date owns: any number of half-open wall-clock ranges, sorted, overlapping and touching ones merged.</summary>
/// <remarks>
/// A range that runs past midnight belongs to the date it starts on. No range means closed. Two values are equal when they open the same moments.
/// This type is immutable and thread-safe.
/// </remarks>
public sealed class DayHours : IEquatable<DayHours>
{
    private readonly ClockRange[] _ranges;

    /// <summary>Makes the hours of a day from ranges in any order.</summary>
    /// <param name="ranges">The ranges; overlapping and touching ones merge. None means closed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="ranges"/> is null.</exception>
    public DayHours(IEnumerable<ClockRange> ranges)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        _ranges = Merged(ranges);
    }

    /// <summary>Gets the hours of a day on which nothing is open.</summary>
    public static DayHours Closed { get; } = new([]);

    /// <summary>Gets 00:00–24:00.</summary>
    public static DayHours AllDay { get; } = new([ClockRange.WholeDay]);

    /// <summary>Gets the ranges in order of their starts; empty when closed.</summary>
    public IReadOnlyList<ClockRange> Ranges => _ranges;

    /// <summary>Gets a value indicating whether nothing is open.</summary>
    public bool IsClosed => _ranges.Length == 0;

    internal ClockRange[] RangeArray => _ranges;

    /// <summary>Makes the hours of a day with one range.</summary>
    /// <param name="startInclusive">The first moment inside.</param>
    /// <param name="endExclusive">The first moment after it; at or before the start it lies on the next date.</param>
    /// <returns>The hours.</returns>
    public static DayHours Between(LocalTime startInclusive, LocalTime endExclusive) => new([new ClockRange(startInclusive, endExclusive)]);

    /// <summary>Reads hours such as "09:00-12:00,13:30-18:00", "22:00-06:00", "00:00-24:00" or "off".</summary>
    /// <param name="text">Ranges separated by commas, or "off" for closed; 24:00 is a legal end.</param>
    /// <returns>The hours.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text is something else; the message names the position and what was expected there.</exception>
    public static DayHours Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out DayHours? hours, out string? problem) ? hours : throw new FormatException(problem);
    }

    /// <summary>Reads hours as <see cref="Parse"/> does, without an exception.</summary>
    /// <param name="text">The text; null is not hours.</param>
    /// <param name="hours">The hours when the result is true.</param>
    /// <returns>True when the text is hours of a day.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DayHours? hours) => TryParse(text, out hours, out _);

    /// <summary>Reads hours as <see cref="Parse"/> does, and says what is wrong without an exception.</summary>
    /// <param name="text">The text; null is not hours.</param>
    /// <param name="hours">The hours when the result is true.</param>
    /// <param name="problem">When the result is false: the position, what stands there and what was expected.</param>
    /// <returns>True when the text is hours of a day.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DayHours? hours, [NotNullWhen(false)] out string? problem) =>
        OpeningHoursReader.TryReadDay(text, out hours, out problem);

    /// <summary>Says whether both open the same moments.</summary>
    /// <param name="other">The other hours.</param>
    /// <returns>True when the merged ranges are equal.</returns>
    public bool Equals(DayHours? other) => other is not null && _ranges.AsSpan().SequenceEqual(other._ranges);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DayHours);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (ClockRange range in _ranges)
        {
            hash.Add(range);
        }

        return hash.ToHashCode();
    }

    /// <summary>Returns the hours in opening_hours style, as in "09:00-12:00,13:30-18:00", or "off"; <see cref="Parse"/> reads it back.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => IsClosed ? "off" : string.Join(",", _ranges);

    private static ClockRange[] Merged(IEnumerable<ClockRange> ranges)
    {
        List<(long Start, long End)> merged = [];
        foreach ((long start, long end) in ranges.Select(range => (range.StartOffset, range.EndOffset)).OrderBy(range => range.StartOffset))
        {
            if (merged.Count > 0 && start <= merged[^1].End)
            {
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, end));
            }
            else
            {
                merged.Add((start, end));
            }
        }

        return [.. merged.SelectMany(Pieces)];
    }

    /// <summary>One range, or two where the merged one is longer than the 24 h that a range can say: the first 24 h and the last.</summary>
    private static IEnumerable<ClockRange> Pieces((long Start, long End) range)
    {
        if (range.End - range.Start <= NodaConstants.NanosecondsPerDay)
        {
            return [ClockRange.FromOffsets(range.Start, range.End)];
        }

        return
        [
            ClockRange.FromOffsets(range.Start, range.Start + NodaConstants.NanosecondsPerDay),
            ClockRange.FromOffsets(range.End - NodaConstants.NanosecondsPerDay, range.End),
        ];
    }
}
