using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>What is true of the alarms of every policy.</summary>
internal static class AlarmLaws
{
    private static readonly Duration Week = Duration.FromDays(7);

    internal static string? WindowsAddUp(TrackedHistory one)
    {
        Instant end = one.End + Duration.FromDays(2);
        Instant from = one.History.Events[0].At - Duration.FromMinutes(1);
        Duration step = Duration.FromMinutes(701) + ((end - from) / 400);
        SlaReport report = one.Policy.Track(one.History, end);
        IReadOnlyList<PlannedAlarm> whole = report.AlarmsBetween(from, end);
        List<PlannedAlarm> inParts = [];
        for (Instant at = from; at < end; at += step)
        {
            inParts.AddRange(report.AlarmsBetween(at, Instant.Min(at + step, end)));
        }

        return whole.SequenceEqual(inParts) && whole.Distinct().Count() == whole.Count ? null : Told("in one window", whole, "in parts     ", inParts);
    }

    /// <summary>Every third event becomes known a while after it happened.</summary>
    internal static string? PollingSendsEachOnce(TrackedHistory one)
    {
        SlaEvent[] events = [.. one.History.Events.Select((happened, i) => i % 3 == 2 ? happened.Recorded(happened.At + Duration.FromMinutes(50 + (i * 11))) : happened)];
        Instant begin = events[0].At - Duration.FromMinutes(1);
        Instant end = events[events.Length - 1].At + Duration.FromDays(2);
        Duration pace = (end - begin) / 400;
        List<PlannedAlarm> sent = [];
        Instant last = begin;
        for (int poll = 0; last < end; poll++)
        {
            Instant now = Instant.Min(last + pace + Duration.FromMinutes(90 + (poll * 173 % 700)), end);
            SlaEvent[] known = [.. events.Where(happened => (happened.RecordedAt ?? happened.At) <= now)];
            if (known.Length > 0)
            {
                sent.AddRange(one.Policy.Track(new SlaHistory(known), now).AlarmsBetween(last, now));
            }

            last = now;
        }

        IReadOnlyList<PlannedAlarm> fired = one.Policy.Track(new SlaHistory(events), end).AlarmsBetween(begin, end);
        return fired.Select(Line).SequenceEqual(sent.Select(Line), StringComparer.Ordinal) && sent.Distinct().Count() == sent.Count
            ? null
            : Told("fired", fired, "sent ", sent);
    }

    internal static string? NextIsNext(TrackedHistory one)
    {
        Instant horizon = one.End + (9 * Week);
        Instant? fired = one.Policy.Track(one.History, horizon).AlarmsBetween(one.End, horizon) is [var first, ..] ? first.At : null;
        Instant? next = one.Policy.Track(one.History, one.End).NextAlarm is { } alarm && alarm <= horizon ? alarm : null;
        return fired == next ? null : $"the next alarm as of {one.End} is {next}, and the first to fire is {fired}";
    }

    private static string Told(string name, IEnumerable<PlannedAlarm> alarms, string otherName, IEnumerable<PlannedAlarm> others) =>
        $"{name}: {string.Join("; ", alarms.Select(Line))}\n{otherName}: {string.Join("; ", others.Select(Line))}";

    private static string Line(PlannedAlarm alarm) => $"{alarm} ({alarm.StartedBy})";
}
