using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <summary>How each KPI judges a ticket.</summary>
internal static class KpiRules
{
    /// <summary>Every clock of the objective, of merged and cancelled tickets too: a merge hides no earlier breach.</summary>
    internal static void Clock(KpiTicket ticket, string? objective, KpiCount count)
    {
        foreach (KpiClock clock in Clocks(ticket, objective))
        {
            count(clock.CountedAt, ticket.IsTest ? KpiMark.LeftOut(KpiExclusion.Test) : ticket.IsSpam ? KpiMark.LeftOut(KpiExclusion.Spam) : MarkOf(clock.Outcome));
        }
    }

    internal static void ResponseOfAll(KpiTicket ticket, KpiPlan plan, KpiCount count)
    {
        KpiClock[] clocks = Clocks(ticket, plan.ResponseObjective);
        bool isPending = Array.Exists(clocks, clock => clock.Outcome == CycleOutcome.Open) && !Array.Exists(clocks, clock => clock.Outcome == CycleOutcome.Missed);
        if (plan.ResponseObjective is not null)
        {
            Mark(ticket, ticket.OpenedAt, isPending ? KpiMark.LeftOut(KpiExclusion.Pending) : KpiMark.Of(clocks.Length > 0 && Array.TrueForAll(clocks, IsMet)), count);
        }
    }

    internal static void Ticket(KpiTicket ticket, Instant at, bool isSuccess, KpiCount count) => Mark(ticket, at, KpiMark.Of(isSuccess), count);

    internal static void Resolved(KpiTicket ticket, bool isEligible, bool isSuccess, KpiCount count)
    {
        if (isEligible && ticket.ResolvedAt is { } at)
        {
            Mark(ticket, at, KpiMark.Of(isSuccess), count);
        }
    }

    internal static void FirstContact(KpiTicket ticket, KpiPlan plan, KpiCount count)
    {
        Duration window = plan.WindowOf(ticket);
        if (!ticket.IsSelfServed && ticket.ResolvedAt is { } at)
        {
            Mark(ticket, at, InWindow(at, window, plan, ticket.IsFirstContact && ticket.Reopens == 0 && !IsRepeated(ticket, at, window)), count);
        }
    }

    internal static void FirstTimeFix(KpiTicket ticket, KpiPlan plan, KpiCount count)
    {
        if (ticket.Visits > 0 && ticket.ResolvedAt is { } at)
        {
            Mark(ticket, at, InWindow(at, plan.FieldWindow, plan, ticket.Visits == 1 && ticket.Reopens == 0 && !IsRepeated(ticket, at, plan.FieldWindow)), count);
        }
    }

    internal static void RepeatRepair(KpiTicket ticket, KpiPlan plan, KpiCount count)
    {
        if (ticket.Request.Kind == RequestKind.Repair && ticket.ResolvedAt is { } at)
        {
            Mark(ticket, at, InWindow(at, plan.FieldWindow, plan, IsRepeated(ticket, at, plan.FieldWindow)), count);
        }
    }

    internal static void Complaint(KpiTicket ticket, bool isSuccess, KpiCount count)
    {
        if (ticket.Request.Kind == RequestKind.Complaint)
        {
            Mark(ticket, ticket.OpenedAt, KpiMark.Of(isSuccess), count);
        }
    }

    internal static void ComplaintClosure(KpiTicket ticket, KpiPlan plan, KpiCount count)
    {
        if (ticket.Request.Kind != RequestKind.Complaint)
        {
            return;
        }

        KpiClock[] clocks = Clocks(ticket, plan.ClosureObjective);
        KpiMark mark = plan.ClosureObjective is null ? KpiMark.Of(ticket.ClosedAt is not null)
            : clocks.Length == 0 ? KpiMark.LeftOut(KpiExclusion.NotCovered)
            : Array.Exists(clocks, clock => clock.Outcome == CycleOutcome.Missed) ? KpiMark.Of(isSuccess: false)
            : Array.Exists(clocks, clock => clock.Outcome == CycleOutcome.Open) ? KpiMark.LeftOut(KpiExclusion.Pending)
            : Array.Find(clocks, clock => !IsMet(clock)) is { Objective: not null } other ? MarkOf(other.Outcome)
            : KpiMark.Of(isSuccess: true);
        Mark(ticket, ticket.OpenedAt, mark, count);
    }

    internal static void Reopen(KpiTicket ticket, KpiPlan plan, KpiCount count)
    {
        _ = plan;
        if (ticket.FirstResolvedAt is { } at)
        {
            Mark(ticket, at, KpiMark.Of(ticket.CustomerReopens > 0), count);
        }
    }

    internal static void Satisfaction(KpiTicket ticket, KpiPlan plan, KpiCount count)
    {
        _ = plan;
        if (ticket.ResolvedAt is { } at)
        {
            KpiMark mark = ticket.Survey switch
            {
                KpiSurvey.NotSent => KpiMark.LeftOut(KpiExclusion.SurveyNotSent),
                KpiSurvey.NotReturned => KpiMark.LeftOut(KpiExclusion.SurveyNotReturned),
                KpiSurvey.LeftOut => KpiMark.LeftOut(KpiExclusion.AnswerLeftOut),
                _ => KpiMark.Of(ticket.Survey == KpiSurvey.Satisfied),
            };
            Mark(ticket, at, mark, count);
        }
    }

    internal static void SurveyReturn(KpiTicket ticket, KpiPlan plan, KpiCount count)
    {
        _ = plan;
        if (ticket.ResolvedAt is { } at)
        {
            Mark(ticket, at, ticket.Survey == KpiSurvey.NotSent ? KpiMark.LeftOut(KpiExclusion.SurveyNotSent) : KpiMark.Of(ticket.Survey != KpiSurvey.NotReturned), count);
        }
    }

    /// <summary>A duration within its goal; one that is still running is late once the goal is past, and pending before.</summary>
    internal static void Goal(KpiTicket ticket, PercentileGoal goal, Instant asOf, KpiCount count)
    {
        if (goal.Measure.Of(ticket) is { } time)
        {
            Mark(ticket, goal.Measure.CohortOf(ticket), KpiMark.Of(time <= goal.Within), count);
        }
        else if (goal.Measure.IsRunning(ticket))
        {
            Mark(ticket, ticket.OpenedAt, asOf - ticket.OpenedAt > goal.Within ? KpiMark.Of(isSuccess: false) : KpiMark.LeftOut(KpiExclusion.Pending), count);
        }
    }

    private static void Mark(KpiTicket ticket, Instant at, KpiMark mark, KpiCount count) =>
        count(at, ticket.Exclusion is { } why ? KpiMark.LeftOut(why) : mark);

    private static KpiMark InWindow(Instant at, Duration window, KpiPlan plan, bool isSuccess) =>
        plan.AsOf - at < window ? KpiMark.LeftOut(KpiExclusion.WindowOpen) : KpiMark.Of(isSuccess);

    private static bool IsRepeated(KpiTicket ticket, Instant resolved, Duration window) => ticket.RepeatedAt is { } repeated && repeated - resolved < window;

    private static KpiClock[] Clocks(KpiTicket ticket, string? objective) =>
        objective is null ? [] : Array.FindAll(ticket.ClockArray, clock => string.Equals(clock.Objective, objective, StringComparison.Ordinal));

    private static bool IsMet(KpiClock clock) => clock.Outcome == CycleOutcome.Met;

    private static KpiMark MarkOf(CycleOutcome outcome) => outcome switch
    {
        CycleOutcome.Met => KpiMark.Of(isSuccess: true),
        CycleOutcome.Missed => KpiMark.Of(isSuccess: false),
        CycleOutcome.Open => KpiMark.LeftOut(KpiExclusion.Pending),
        CycleOutcome.Cancelled => KpiMark.LeftOut(KpiExclusion.ClockCancelled),
        CycleOutcome.Ended => KpiMark.LeftOut(KpiExclusion.ClockEnded),
        CycleOutcome.Exempt => KpiMark.LeftOut(KpiExclusion.Exempt),
        CycleOutcome.Undated => KpiMark.LeftOut(KpiExclusion.Undated),
        _ => KpiMark.LeftOut(KpiExclusion.NotCovered),
    };
}
