using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Json;

/// <summary>The forms of dates, instants, zones and durations.</summary>
internal static partial class Forms
{
    /// <summary>A text in the grammar of a NodaTime pattern.</summary>
    internal static Func<DocumentNode, T> Pattern<T>(IPattern<T> pattern, string allowed) => node =>
    {
        if (node.Kind != NodeKind.Text)
        {
            node.Refuse("wrong-type", allowed);
            return default!;
        }

        ParseResult<T> result = pattern.Parse(node.Text);
        if (result.Success)
        {
            return result.Value;
        }

        node.Refuse("bad-value", allowed);
        return default!;
    };

    /// <summary>A date such as 2026-02-14.</summary>
    internal static LocalDate Date(DocumentNode node)
    {
        LocalDate date = Pattern(LocalDatePattern.Iso, "a date such as \"2026-02-14\"")(node);
        if (date.Year is < 1 or > 9900)
        {
            node.Refuse("bad-value", "a date of the years 1 to 9900");
            return default;
        }

        return date;
    }

    /// <summary>An instant with its offset, such as 2026-01-01T00:00:00+08:00, or in UTC with Z.</summary>
    internal static Instant Moment(DocumentNode node)
    {
        const string allowed = "an instant with its offset such as \"2026-01-01T00:00:00+08:00\" or \"2025-12-31T16:00:00Z\"";
        OffsetDateTime moment = Pattern(OffsetDateTimePattern.ExtendedIso, allowed)(node);
        try
        {
            return moment == default ? default : moment.ToInstant();
        }
        catch (OverflowException)
        {
            // The last hours of the year 9999 west of Greenwich lie in the year 10000.
            node.Refuse("bad-value", allowed);
            return default;
        }
    }

    internal static DateTimeZone Zone(DocumentNode node)
    {
        const string allowed = "the name of a time zone in the IANA database such as \"Asia/Shanghai\" or \"Etc/UTC\"";
        if (node.Kind != NodeKind.Text)
        {
            node.Refuse("wrong-type", allowed);
            return DateTimeZone.Utc;
        }

        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(node.Text) is { } zone)
        {
            return zone;
        }

        node.RefuseName("bad-value", () => allowed, DateTimeZoneProviders.Tzdb.Ids);
        return DateTimeZone.Utc;
    }

    /// <summary>A duration of clock time in ISO 8601: days, hours, minutes, seconds.</summary>
    internal static Func<DocumentNode, Duration> Span(Duration least) => node =>
    {
        string allowed = least > Duration.Zero
            ? "a duration above zero such as \"PT1H30M\" or \"P2D\" (days, hours, minutes, seconds)"
            : "a duration, not negative, such as \"PT1H30M\" or \"P2D\" (days, hours, minutes, seconds)";
        if (node.Kind != NodeKind.Text)
        {
            node.Refuse("wrong-type", allowed);
            return least;
        }

        if (IsoDuration.TryParse(node.Text, out Duration duration) && duration >= least)
        {
            return duration;
        }

        node.Refuse("bad-value", allowed);
        return least;
    };
}
