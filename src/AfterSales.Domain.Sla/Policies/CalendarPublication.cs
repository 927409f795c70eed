using AfterSales.Domain.Calendars;
using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>What publishing a newer calendar does: the policy from then on, and the dues that move.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class CalendarPublication
{
    private readonly SlaPolicy _before;

    internal CalendarPublication(SlaPolicy before, BusinessCalendar calendar, Instant publishedAt)
    {
        _before = before;
        Policy = before.WithPublished(calendar, publishedAt);
        Calendar = calendar;
        PublishedAt = publishedAt;
    }

    /// <summary>Gets the policy with the calendar published.</summary>
    public SlaPolicy Policy { get; }

    /// <summary>Gets the calendar.</summary>
    public BusinessCalendar Calendar { get; }

    /// <summary>Gets when it is published.</summary>
    public Instant PublishedAt { get; }

    /// <summary>
    /// Tells which dues of open cycles move, from where, to where and why; those of finished cycles and of such as were late at the publication do not. Of a
    /// paused cycle it is the due if its wait ended now.
    /// </summary>
    /// <param name="histories">The tickets that are open; read once, one at a time.</param>
    /// <param name="asOf">The instant to look from; at or after <see cref="PublishedAt"/>.</param>
    /// <returns>The moves, ticket by ticket; a lazy sequence.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="histories"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies before <see cref="PublishedAt"/>.</exception>
    public IEnumerable<MovedDue> MovedDues(IEnumerable<SlaHistory> histories, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentOutOfRangeException.ThrowIfLessThan(asOf, PublishedAt);
        return histories.SelectMany(history => MovedDuesOf(history, asOf));
    }

    private IEnumerable<MovedDue> MovedDuesOf(SlaHistory history, Instant asOf)
    {
        SlaReport before = _before.Track(history, asOf);
        SlaReport after = Policy.Track(history, asOf);
        foreach ((ObjectiveReport old, ObjectiveReport young) in before.Objectives.Zip(after.Objectives, (old, young) => (old, young)))
        {
            if (old.Current is { FinishedAt: null, Due: { IsSet: true } from, Calendar: { } oldCalendar } cycle
                && young.Current is { Due: { IsSet: true } to, Calendar: { } newCalendar } && from != to)
            {
                CalendarSpan[] why = [.. BusinessCalendar.Difference(oldCalendar, newCalendar, cycle.Start, Instant.Max(from.At, to.At))
                    .SelectMany(change => newCalendar.Describe(change.Start, change.End))];
                yield return new MovedDue(history, cycle, from.At, to.At, why);
            }
        }
    }
}
