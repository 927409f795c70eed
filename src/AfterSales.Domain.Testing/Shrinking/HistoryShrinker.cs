using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>Histories with fewer events, simpler requests, and shorter or rounder gaps.</summary>
internal static class HistoryShrinker
{
    private static readonly Instant Epoch = Instant.FromUtc(2000, 1, 1, 0, 0);

    internal static IEnumerable<SlaHistory> Smaller(SlaHistory history)
    {
        IReadOnlyList<SlaEvent> events = history.Events;
        for (int half = events.Count / 2; half > 1; half /= 2)
        {
            yield return Of(history, events.Take(events.Count - half));
            yield return Of(history, events.Take(1).Concat(events.Skip(1 + half)));
        }

        for (int i = 1; i < events.Count; i++)
        {
            yield return Of(history, events.Where((_, j) => j != i));
        }

        // A request that came later is there from the start.
        foreach (ReclassifiedEvent changed in events.OfType<ReclassifiedEvent>())
        {
            SlaEvent opened = Kept(SlaEvent.Opened(events[0].Id, events[0].At, changed.Request), events[0], Duration.Zero);
            yield return Of(history, events.Skip(1).Where(one => one != changed).Prepend(opened));
        }

        foreach (IReadOnlyList<SlaEvent> smaller in PartShrinker.OneSmaller(events, WithSmallerRequest))
        {
            yield return Of(history, smaller);
        }

        for (int i = 0; i < events.Count; i++)
        {
            int index = i;
            Duration gap = i == 0 ? events[0].At - Epoch : events[i].At - events[i - 1].At;
            foreach (Duration cut in Cuts(gap, isOpening: i == 0))
            {
                yield return Of(history, events.Select((one, j) => j < index ? one : At(one, one.At - cut)));
            }
        }
    }

    internal static IEnumerable<TrackedHistory> Smaller(TrackedHistory tracked)
    {
        Duration later = tracked.AsOf - tracked.End;
        return Smaller(tracked.History).Select(history => new TrackedHistory(tracked.Policy, history, history.Events[history.Events.Count - 1].At + later));
    }

    /// <summary>How much earlier: to nothing, to whole hours, to whole minutes; an opening only to the whole hour.</summary>
    private static IEnumerable<Duration> Cuts(Duration gap, bool isOpening)
    {
        Duration[] targets = isOpening
            ? [Duration.FromHours(Math.Floor(gap.TotalHours))]
            : [Duration.Zero, Duration.FromHours(Math.Floor(gap.TotalHours)), Duration.FromMinutes(Math.Floor(gap.TotalMinutes / 2)), Duration.FromMinutes(Math.Floor(gap.TotalMinutes))];
        return targets.Where(target => target < gap).Distinct().Select(target => gap - target);
    }

    private static IEnumerable<SlaEvent> WithSmallerRequest(SlaEvent one) => one switch
    {
        OpenedEvent opened => RequestShrinker.Smaller(opened.Request).Select(request => Kept(SlaEvent.Opened(one.Id, one.At, request), one, Duration.Zero)),
        ReclassifiedEvent changed => RequestShrinker.Smaller(changed.Request).Select(request => Kept(SlaEvent.Reclassified(one.Id, one.At, request), one, Duration.Zero)),
        _ => [],
    };

    private static SlaHistory Of(SlaHistory history, IEnumerable<SlaEvent> events)
    {
        SlaHistory made = new(events);
        return history.IsTest ? made.AsTest() : made;
    }

    private static SlaEvent At(SlaEvent one, Instant at)
    {
        Duration moved = at - one.At;
        SlaEvent made = one switch
        {
            OpenedEvent opened => SlaEvent.Opened(one.Id, at, opened.Request),
            SignalEvent signal => SlaEvent.Signalled(one.Id, at, signal.Signal),
            WaitBegunEvent wait => SlaEvent.WaitBegun(one.Id, at, wait.WaitId, wait.Reason, wait.Evidence),
            WaitEndedEvent wait => SlaEvent.WaitEnded(one.Id, at, wait.WaitId),
            ReclassifiedEvent changed => SlaEvent.Reclassified(one.Id, at, changed.Request),
            AppointmentAgreedEvent agreed => SlaEvent.AppointmentAgreed(one.Id, at, agreed.Appointment + moved),
            AmendedEvent { Replacement: { } replacement } amended => SlaEvent.Amended(one.Id, at, amended.AmendedId, At(replacement, replacement.At + moved), amended.Reason),
            AmendedEvent amended => SlaEvent.TakenBack(one.Id, at, amended.AmendedId, amended.Reason),
            _ => throw new ArgumentException($"An event of a kind that is not known: {one}.", nameof(one)),
        };
        return Kept(made, one, moved);
    }

    private static SlaEvent Kept(SlaEvent made, SlaEvent one, Duration moved)
    {
        made = one.RecordedAt is { } recorded ? made.Recorded(recorded + moved) : made;
        return one.Actor is { } actor ? made.By(actor) : made;
    }
}
