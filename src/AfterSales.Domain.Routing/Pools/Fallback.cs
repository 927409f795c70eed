namespace AfterSales.Domain.Routing;

/// <summary>Goes down the fallback ladder for an item for which nobody is eligible now: the first rung that applies decides.</summary>
internal static class Fallback
{
    internal static RoutingDecision Decide(
        CandidateTable table, WorkItem item, StepRules step, GradeSet staffed, GradeSet? guides, bool somebodyCould, RoutingReason? passedOver)
    {
        foreach (FallbackRung rung in table.Policy.LadderArray)
        {
            switch (rung.Kind)
            {
                case FallbackKind.Queue:
                    if (somebodyCould && (rung.UpTo is not { } limit || table.At - item.QueuedAt < limit))
                    {
                        return new WaitDecision(table, item, step, Until(table, item, step, staffed, guides, rung), passedOver);
                    }

                    break;

                default:
                    if (TakerOn(rung.Kind, table, item, step, staffed) is { } taker)
                    {
                        return new EscalatedDecision(table, item, step, rung.Kind, taker, passedOver);
                    }

                    break;
            }
        }

        return new NobodyDecision(table, item, step, passedOver);
    }

    private static Technician? TakerOn(FallbackKind kind, CandidateTable table, WorkItem item, StepRules step, GradeSet staffed) => kind switch
    {
        FallbackKind.Supervisor => Array.Find(table.Technicians, technician =>
            technician.Grade == Grade.Supervisor && technician.WorksAt(table.At) && Guidance.MayGuide(technician, item)),
        FallbackKind.OnCall => BestOf(table, item, step, staffed, Leniency.OnCall, technician => technician.OnCall is not null),
        _ => BestOf(table, item, step.AdmittingProviders(), staffed, Leniency.None, technician => technician.Provider is not null),
    };

    private static Technician? BestOf(
        CandidateTable table, WorkItem item, StepRules step, GradeSet staffed, Leniency leniency, Func<Technician, bool> belongs)
    {
        Technician? best = null;
        int highest = -1;
        foreach (Technician technician in table.Technicians)
        {
            if (belongs(technician)
                && Judgement.FirstRefusal(table, technician, item, step, staffed, leniency, table.FreeUnits(technician)) is null
                && Judgement.TotalOf(table, technician, item, staffed) is var total
                && total > highest)
            {
                (best, highest) = (technician, total);
            }
        }

        return best;
    }

    /// <summary>The earliest of the next step, the end of the queue's time, and the next arrival of somebody with room; null when none is known.</summary>
    private static Instant? Until(CandidateTable table, WorkItem item, StepRules step, GradeSet staffed, GradeSet? guides, FallbackRung rung)
    {
        List<Instant> known = [];
        if (step.Index + 1 < table.Policy.StepArray.Length)
        {
            known.Add(item.QueuedAt + table.Policy.StepArray[step.Index + 1].Step.After);
        }

        if (rung.UpTo is { } limit)
        {
            known.Add(item.QueuedAt + limit);
        }

        Leniency asked = table.Policy.StaffingOf(item.Request.Severity) is TeamStaffing ? Leniency.Hours | Leniency.Needs : Leniency.Hours;
        foreach (Technician technician in table.Technicians)
        {
            bool helps = (guides is { } set && set.Contains(technician.Grade) && Guidance.MayGuide(technician, item))
                || Judgement.FirstRefusal(table, technician, item, step, staffed, asked, table.FreeUnits(technician)) is null;
            if (helps && !technician.WorksAt(table.At) && technician.NextAtWork(table.At) is { } arrival)
            {
                known.Add(arrival);
            }
        }

        return known.Count == 0 ? null : known.Min();
    }
}
