namespace AfterSales.Domain.Routing;

/// <summary>Goes down the fallback ladder for an item for which nobody is eligible now: the first rung that applies decides.</summary>
internal static class Fallback
{
    internal static UnassignedDecision Decide(CandidateTable table, WorkItem item, StepRules step, bool somebodyCould, RoutingReason? passedOver, Room room)
    {
        foreach (FallbackRung rung in table.Policy.LadderArray)
        {
            if (rung.Kind == FallbackKind.Queue)
            {
                if (somebodyCould && (rung.UpTo is not { } limit || table.At - item.QueuedAt < limit))
                {
                    return new WaitDecision(table, item, step, rung, room, passedOver);
                }
            }
            else if (TakerOn(rung.Kind, table, item, step, room) is { } taker)
            {
                return new EscalatedDecision(table, item, step, rung.Kind, taker, passedOver);
            }
        }

        return new NobodyDecision(table, item, step, passedOver);
    }

    private static Technician? TakerOn(FallbackKind kind, CandidateTable table, WorkItem item, StepRules step, Room room) => kind switch
    {
        FallbackKind.Supervisor => Array.Find(table.Technicians, technician =>
            technician.Grade == Grade.Supervisor && technician.WorksAt(table.At) && Guidance.MayGuide(technician, item)),
        FallbackKind.OnCall => BestOf(table, item, step, Leniency.OnCall, technician => technician.OnCall is not null, room),
        _ => BestOf(table, item, step.AdmittingProviders(), Leniency.None, technician => technician.Provider is not null, room),
    };

    private static Technician? BestOf(CandidateTable table, WorkItem item, StepRules step, Leniency leniency, Func<Technician, bool> belongs, Room room)
    {
        StaffingPattern pattern = table.Policy.StaffingOf(item.Request.Severity);
        Technician? best = null;
        int highest = -1;
        for (int row = 0; row < table.Technicians.Length; row++)
        {
            Technician technician = table.Technicians[row];
            if (belongs(technician)
                && Judgement.FirstRefusal(table, technician, item, step, pattern.AllowedAt(step), leniency, room.Free[row]) is null
                && Judgement.TotalOf(table, technician, item, pattern.Staffed) is var total
                && total > highest)
            {
                (best, highest) = (technician, total);
            }
        }

        return best;
    }

    /// <summary>
    /// The earliest of the next step, the end of the queue's time, and when somebody with room comes to work or may be given one more; null when none is known.
    /// </summary>
    internal static Instant? Until(CandidateTable table, WorkItem item, StepRules step, FallbackRung rung, Room room)
    {
        List<Instant> known = [];
        if (step.Index + 1 < table.Policy.StepArray.Length)
        {
            AddLater(After(item.QueuedAt, table.Policy.StepArray[step.Index + 1].Step.After));
        }

        if (rung.UpTo is { } limit)
        {
            AddLater(After(item.QueuedAt, limit));
        }

        StaffingPattern pattern = table.Policy.StaffingOf(item.Request.Severity);
        GradeSet? guides = (pattern as SingleStaffing)?.Guides;
        for (int row = 0; row < table.Technicians.Length; row++)
        {
            Technician technician = table.Technicians[row];
            if (guides is { } set && set.Contains(technician.Grade) && Guidance.MayGuide(technician, item))
            {
                AddLater(technician.NextAtWork(table.At));
            }

            // Whom the limit of intake holds back has room again when the assignment that stands in the way no longer counts.
            Instant? from = room.InTheWayOfIntake(row) is { } assignment ? After(assignment, table.Policy.Intake!.Value.Window) : table.At;
            int free = from == table.At ? room.Free[row] : room.UnitsWithoutIntake(row);
            if (from is { } earliest
                && Judgement.FirstRefusal(table, technician, item, step, pattern.AllowedAt(step), Leniency.Hours | pattern.Waived, free) is null)
            {
                AddLater(technician.NextAtWork(earliest));
            }
        }

        return known.Count == 0 ? null : known.Min();

        void AddLater(Instant? instant)
        {
            if (instant is { } one && one > table.At)
            {
                known.Add(one);
            }
        }
    }

    /// <summary>Null when it lies beyond the end of time.</summary>
    private static Instant? After(Instant from, Duration duration) => duration <= Instant.MaxValue - from ? from + duration : null;
}
