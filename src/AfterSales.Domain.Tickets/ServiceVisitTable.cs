using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tickets;

/// <summary>The service visit: installation, or maintenance that a plan makes due (R36).</summary>
internal static class ServiceVisitTable
{
    internal static Lifecycle Make() => new(
        "service-visit",
        [
            LifecycleState.Of("requested", StateCategory.WaitingToStart),
            LifecycleState.Of("scheduled", StateCategory.Active),
            LifecycleState.Of("dispatched", StateCategory.Active),
            LifecycleState.Of("accepted", StateCategory.Active),
            LifecycleState.Of("on-site", StateCategory.Active),
            LifecycleState.Of("done", StateCategory.Resolved),
            LifecycleState.Closed("closed", TicketOutcome.Solved),
            LifecycleState.Closed("closed-unconfirmed", TicketOutcome.Unconfirmed),
            LifecycleState.Closed("cancelled", TicketOutcome.Withdrawn),
            LifecycleState.Closed("converted", TicketOutcome.Converted),
            LifecycleState.Closed("merged", TicketOutcome.Merged),
        ],
        [
            .. TableRows.Reminding("requested", givenUp: "cancelled"),
            .. TableRows.Each(state =>
                new Transition(state, Trigger.AgreeVisit, "scheduled").By(Role.Agent, Role.Customer).Doing(TransitionEffect.SetVisit), "requested", "scheduled"),
            new Transition("scheduled", Trigger.Dispatch, "dispatched").By(Role.Agent, Role.Supervisor, Role.System)
                .When(Guards.UrgentOrVisitAgreed).Doing(TransitionEffect.Assign),
            new Transition("dispatched", Trigger.Accept, "accepted").By(Role.Technician).When(Guards.IsAssignee),
            new Transition("dispatched", Trigger.Decline, "scheduled").By(Role.Technician).When(Guards.IsAssignee)
                .Needing(ActionDetail.Reason).Doing(TransitionEffect.Unassign),
            new Transition("dispatched", Trigger.TimeOut, "scheduled").By(Role.System).Doing(TransitionEffect.Unassign),
            .. TableRows.Each(state =>
                new Transition(state, Trigger.Dispatch, "dispatched").By(Role.Supervisor).Doing(TransitionEffect.Assign), "dispatched", "accepted"),
            new Transition("accepted", Trigger.Arrive, "on-site").By(Role.Technician).When(Guards.IsAssignee),
            new Transition("on-site", Trigger.VisitFailed, "scheduled").By(Role.Technician).When(Guards.IsAssignee)
                .Needing(ActionDetail.Reason).Doing(TransitionEffect.FailVisit),
            new Transition("on-site", Trigger.Finish, "done").By(Role.Technician).When(Guards.IsAssignee),
            new Transition("on-site", Trigger.Convert, "converted").By(Role.Technician, Role.Agent).Doing(TransitionEffect.LinkConverted),
            .. TableRows.Reporting("accepted", "on-site"),
            new Transition("done", Trigger.AcceptWork, "closed").By(Role.Customer, Role.Agent, Role.Technician).When(Guards.NotOwnUrgentWork),
            new Transition("done", Trigger.Reject, "on-site").By(Role.Customer).Needing(ActionDetail.Reason).Doing(TransitionEffect.CountRework),
            .. TableRows.Reminding("done", givenUp: "closed-unconfirmed"),
            TableRows.Silence("done", "closed-unconfirmed"),
            .. TableRows.Reopening("done", "on-site"),
            TableRows.Thanks("done"),
            TableRows.Raising("on-site"),
            .. TableRows.Cancelling("cancelled", "requested", "scheduled", "dispatched", "accepted"),
            .. TableRows.Merging("requested", "scheduled"),
        ]);
}
