using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>Which alarms have fired by an instant, judged at each point by what was known then.</summary>
internal static class AlarmLog
{
    /// <summary>
    /// Walks the instants at which something became known. From one to the next the clocks stand still, so an alarm fires at the later of its planned
    /// instant and the first of the two, if that lies before the second and its cycle is open.
    /// </summary>
    internal static List<PlannedAlarm> FiredThrough(SlaPolicy policy, SlaHistory history, Instant through)
    {
        List<PlannedAlarm> fired = [];
        if (history.IsTest || policy.Objectives.All(objective => objective.Alarms.Count == 0))
        {
            return fired;
        }

        HashSet<PlannedAlarm> seen = [];
        SlaEvent[] byKnowledge = [.. history.Events.OrderBy(one => one.KnownAt)];
        Instant[] points = [.. byKnowledge.Select(one => one.KnownAt).Concat(policy.Book.Publications).Where(at => at <= through).Distinct().OrderBy(at => at)];
        KnowledgeWalk walk = new(policy, history, byKnowledge);
        for (int i = 0; i < points.Length; i++)
        {
            ClockEngine engine = walk.AdvanceTo(points[i]);
            Instant end = i + 1 < points.Length ? points[i + 1] : through;
            bool isLast = i + 1 == points.Length;
            Fire(engine, points[i], end, isLast, seen, fired);
        }

        return fired;
    }

    /// <summary>What would fire after an instant if nothing more happened, without what has fired.</summary>
    internal static IEnumerable<PlannedAlarm> PlannedAfter(ClockEngine engine, Instant asOf, IReadOnlyCollection<PlannedAlarm> fired)
    {
        HashSet<PlannedAlarm> done = [.. fired];
        List<PlannedAlarm> planned = [];
        foreach (ObjectiveClock clock in engine.Clocks)
        {
            foreach (Alarm alarm in clock.Objective.Alarms)
            {
                if (clock.Current is { IsOpen: true, IsSkipped: false } cycle
                    && AlarmPlan.Of(cycle, alarm, Instant.MaxValue, engine.Waits) is { } at && at > asOf
                    && new PlannedAlarm(clock.Objective.Name, cycle.StartedBy, alarm, at) is var one && !done.Contains(one))
                {
                    planned.Add(one);
                }
            }
        }

        return planned.OrderBy(one => one.At);
    }

    private static void Fire(ClockEngine engine, Instant from, Instant end, bool endIsIncluded, HashSet<PlannedAlarm> seen, List<PlannedAlarm> fired)
    {
        List<PlannedAlarm> batch = [];
        foreach (ObjectiveClock clock in engine.Clocks)
        {
            if (clock.Current is not { IsOpen: true, IsSkipped: false } cycle)
            {
                continue;
            }

            foreach (Alarm alarm in clock.Objective.Alarms)
            {
                if (AlarmPlan.Of(cycle, alarm, end, engine.Waits) is not { } planned)
                {
                    continue;
                }

                Instant at = Instant.Max(planned, from);
                PlannedAlarm one = new(clock.Objective.Name, cycle.StartedBy, alarm, at);
                if ((at < end || (endIsIncluded && at == end)) && seen.Add(one))
                {
                    batch.Add(one);
                }
            }
        }

        fired.AddRange(batch.OrderBy(one => one.At));
    }

    /// <summary>The clocks as they were known at growing instants; built anew only when an event became known late.</summary>
    private sealed class KnowledgeWalk
    {
        private readonly SlaPolicy _policy;
        private readonly SlaHistory _history;
        private readonly SlaEvent[] _byKnowledge;
        private readonly bool _inOrder;
        private ClockEngine _engine;
        private int _next;

        internal KnowledgeWalk(SlaPolicy policy, SlaHistory history, SlaEvent[] byKnowledge)
        {
            _policy = policy;
            _history = history;
            _byKnowledge = byKnowledge;
            _engine = new ClockEngine(policy);
            _inOrder = !history.HasAmendments && byKnowledge.SequenceEqual(history.Events);
        }

        internal ClockEngine AdvanceTo(Instant at)
        {
            if (_inOrder)
            {
                while (_next < _byKnowledge.Length && _byKnowledge[_next].KnownAt <= at)
                {
                    _engine.Apply(_byKnowledge[_next++]);
                }
            }
            else
            {
                Rebuild(at);
            }

            _engine.AdvanceTo(at);
            return _engine;
        }

        private void Rebuild(Instant at)
        {
            _engine = new ClockEngine(_policy);
            SlaEvent[] known = [.. _history.Events.Where(one => one.KnownAt <= at)];
            if (known.Length == 0 || known[0] is not OpenedEvent)
            {
                return;
            }

            foreach (SlaEvent one in Amendments.Resolve(known, []))
            {
                _engine.Apply(one);
            }
        }
    }
}
