using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Which starts a verification tries: a year, and as far as calendars have dated entries; cut where a calendar is published.</summary>
internal static class SweepPlan
{
    internal static readonly Instant Earliest = Instant.FromUtc(1900, 1, 1, 0, 0);
    internal static readonly Instant Latest = Instant.FromUtc(2100, 1, 1, 0, 0);
    internal static readonly Instant BeyondReach = Instant.FromUtc(2255, 1, 1, 0, 0);
    internal static readonly Duration Longest = Duration.FromDays(3660);

    private static readonly Duration Year = Duration.FromDays(366);

    // A deadline that counts working days may begin weeks before the holiday that it runs into.
    private const int DaysBeforeEntry = 35;
    private const int DaysAfterEntry = 7;

    internal static IReadOnlyList<(Instant From, Instant To)> Of(SlaPolicy policy, VerificationScope scope, Instant? replacedAt)
    {
        Instant from = Instant.Max(Earliest, scope.From ?? policy.EffectiveFrom);
        Instant until = Instant.Min(scope.To ?? Latest, replacedAt ?? Latest);
        List<(Instant From, Instant To)> spans = scope.To is not null ? [(from, until)] : [(from, Instant.Min(from + Year, until))];
        if (scope.To is null && DatedSpan(policy.Calendars.Select(one => one.Calendar)) is { } dated)
        {
            Instant begin = Instant.Max(from, dated.From);
            Instant end = Instant.Min(Instant.Min(dated.To, begin + Longest), until);
            if (begin <= spans[0].To)
            {
                spans[0] = (from, Instant.Max(spans[0].To, end));
            }
            else
            {
                spans.Add((begin, end));
            }
        }

        return [.. spans.SelectMany(span => Cut(span.From, span.To, policy.Book.Publications)).Where(span => span.From < span.To)];
    }

    private static IEnumerable<(Instant From, Instant To)> Cut(Instant from, Instant to, Instant[] at)
    {
        foreach (Instant one in at)
        {
            if (one > from && one < to)
            {
                yield return (from, one);
                from = one;
            }
        }

        yield return (from, to);
    }

    private static (Instant From, Instant To)? DatedSpan(IEnumerable<BusinessCalendar> calendars)
    {
        List<LocalDate> dates = [.. calendars.SelectMany(DatesOf)];
        return dates.Count == 0 ? null : (Day(dates.Min().PlusDays(-DaysBeforeEntry)), Day(dates.Max().PlusDays(DaysAfterEntry)));
    }

    private static Instant Day(LocalDate date) => Instant.Min(Instant.Max(date.AtMidnight().InUtc().ToInstant(), Earliest), Latest);

    private static IEnumerable<LocalDate> DatesOf(BusinessCalendar calendar)
    {
        IEnumerable<LocalDate> own = calendar.Layers.SelectMany(layer => layer.Entries).Select(entry => entry.Date);
        return calendar.Basis switch
        {
            CombinedBasis both => own.Concat(DatesOf(both.Left)).Concat(DatesOf(both.Right)),
            WeeklyBasis weekly => own.Concat(weekly.Seasons.OfType<DatedSeason>().Select(season => season.FirstDate)),
            _ => own,
        };
    }
}
