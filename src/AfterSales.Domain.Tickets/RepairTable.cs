using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tickets;

/// <summary>The repair: from the report to the charge (R18).</summary>
internal static class RepairTable
{
    private static readonly string[] BeforeWork = ["quoted", "approved", "scheduled", "dispatched", "accepted", "on-site", "escalated"];

    internal static Lifecycle Make() => new("repair", States(), [.. Intake(), .. Going(), .. Working(), .. Ending(), .. Anywhere()]);

    private static LifecycleState[] States() =>
    [
        LifecycleState.Of("registered", StateCategory.WaitingToStart),
        LifecycleState.Of("triaged", StateCategory.Active),
        LifecycleState.Waiting("quoted", WaitReason.Customer),
        LifecycleState.Of("approved", StateCategory.Active),
        LifecycleState.Of("scheduled", StateCategory.Active),
        LifecycleState.Of("dispatched", StateCategory.Active),
        LifecycleState.Of("accepted", StateCategory.Active),
        LifecycleState.Of("en-route", StateCategory.Active),
        LifecycleState.Of("on-site", StateCategory.Active),
        LifecycleState.Of("in-repair", StateCategory.Active),
        LifecycleState.Waiting("waiting-for-parts", WaitReason.Parts),
        LifecycleState.Waiting("waiting-for-customer", WaitReason.Customer),
        LifecycleState.Waiting("waiting-for-supplier", WaitReason.Supplier),
        LifecycleState.Of("escalated", StateCategory.Active),
        LifecycleState.Of("repaired", StateCategory.Resolved),
        LifecycleState.Of("accepted-by-customer", StateCategory.Resolved),
        LifecycleState.Closed("closed", TicketOutcome.Solved),
        LifecycleState.Closed("closed-unconfirmed", TicketOutcome.Unconfirmed),
        LifecycleState.Closed("cancelled", TicketOutcome.Withdrawn),
        LifecycleState.Closed("converted", TicketOutcome.Converted),
        LifecycleState.Closed("merged", TicketOutcome.Merged),
    ];

    private static IEnumerable<Transition> Intake() =>
    [
        new Transition("registered", Trigger.Triage, "triaged").By(Role.Agent, Role.Technician, Role.Supervisor)
            .When(Guards.SeverityKnown, Guards.WarrantyKnown).Doing(TransitionEffect.Reclassify),
        new Transition("triaged", Trigger.Quote, "quoted").By(Role.Agent, Role.Technician, Role.Supervisor)
            .When(Guards.AtTheCustomersCost).Needing(ActionDetail.Amount).Doing(TransitionEffect.SetRemedy),
        new Transition("triaged", Trigger.Proceed, "approved").By(Role.Agent, Role.Technician, Role.Supervisor)
            .When(Guards.InWarranty).Doing(TransitionEffect.SetRemedy),
        new Transition("quoted", Trigger.Approve, "approved").By(Role.Customer),
        new Transition("quoted", Trigger.Decline, "cancelled").By(Role.Customer).Needing(ActionDetail.Reason),
        .. TableRows.Reminding("quoted", givenUp: "cancelled"),
    ];

    private static IEnumerable<Transition> Going() =>
    [
        .. TableRows.EachOf(state => new[]
        {
            new Transition(state, Trigger.AgreeVisit, "scheduled").By(Role.Agent, Role.Customer).Doing(TransitionEffect.SetVisit),
            new Transition(state, Trigger.Dispatch, "dispatched").By(Role.Agent, Role.Supervisor, Role.System)
                .When(Guards.UrgentOrVisitAgreed).Doing(TransitionEffect.Assign),
        }, "approved", "scheduled"),
        new Transition("dispatched", Trigger.Accept, "accepted").By(Role.Technician).When(Guards.IsAssignee),
        new Transition("dispatched", Trigger.Decline, "approved").By(Role.Technician).When(Guards.IsAssignee).Needing(ActionDetail.Reason).Doing(TransitionEffect.Unassign),
        new Transition("dispatched", Trigger.TimeOut, "approved").By(Role.System).Doing(TransitionEffect.Unassign),
        .. TableRows.Each(state =>
            new Transition(state, Trigger.Dispatch, "dispatched").By(Role.Supervisor).Doing(TransitionEffect.Assign), "dispatched", "accepted"),
        new Transition("accepted", Trigger.Depart, "en-route").By(Role.Technician).When(Guards.IsAssignee),
        new Transition("en-route", Trigger.Arrive, "on-site").By(Role.Technician).When(Guards.IsAssignee),
        new Transition("on-site", Trigger.VisitFailed, "scheduled").By(Role.Technician).When(Guards.IsAssignee).Needing(ActionDetail.Reason).Doing(TransitionEffect.FailVisit),
        new Transition("approved", Trigger.Diagnose, "in-repair").By(Role.Technician).When(Guards.RemedyApproved).Doing(TransitionEffect.AssignActor),
        .. TableRows.Each(state =>
            new Transition(state, Trigger.Diagnose, "in-repair").By(Role.Technician).When(Guards.IsAssignee, Guards.RemedyApproved), "accepted", "on-site"),
    ];

    private static IEnumerable<Transition> Working() =>
    [
        new Transition("in-repair", Trigger.Quote, "quoted").By(Role.Agent, Role.Technician, Role.Supervisor)
            .When(Guards.AtTheCustomersCost).Needing(ActionDetail.Amount).Doing(TransitionEffect.SetRemedy),
        new Transition("in-repair", Trigger.NeedParts, "waiting-for-parts").By(Role.Technician).When(Guards.IsAssignee),
        new Transition("waiting-for-parts", Trigger.PartsIn, "in-repair").By(Role.Warehouse, Role.Technician, Role.System),
        new Transition("in-repair", Trigger.NeedCustomer, "waiting-for-customer").By(Role.Technician, Role.Agent),
        .. TableRows.WaitingForCustomer("waiting-for-customer", onReply: "in-repair", givenUp: "closed-unconfirmed"),
        .. TableRows.Each(state =>
            new Transition(state, Trigger.CannotComplete, "escalated").By(Role.Technician).When(Guards.IsAssignee).Needing(ActionDetail.Reason), "in-repair", "waiting-for-parts"),
        new Transition("escalated", Trigger.Dispatch, "dispatched").By(Role.Supervisor).Doing(TransitionEffect.Assign),
        new Transition("escalated", Trigger.Propose, "escalated").By(Role.Supervisor, Role.Manager)
            .Needing(ActionDetail.Reason, ActionDetail.Amount).Doing(TransitionEffect.SetRemedy),
        new Transition("escalated", Trigger.Outsource, "waiting-for-supplier").By(Role.Supervisor, Role.Manager)
            .When(Guards.RemedyApproved).Doing(TransitionEffect.SetTeam),
        new Transition("escalated", Trigger.Exchange, "converted").By(Role.Supervisor, Role.Manager)
            .When(Guards.RemedyApproved).Doing(TransitionEffect.LinkConverted),
        new Transition("waiting-for-supplier", Trigger.SupplierDone, "repaired").By(Role.Agent, Role.Supervisor, Role.System),
        new Transition("waiting-for-supplier", Trigger.SupplierFailed, "escalated").By(Role.Agent, Role.Supervisor, Role.System),
        new Transition("in-repair", Trigger.Finish, "repaired").By(Role.Technician).When(Guards.IsAssignee),
        TableRows.Raising("in-repair"),
    ];

    private static IEnumerable<Transition> Ending() =>
    [
        new Transition("repaired", Trigger.AcceptWork, "accepted-by-customer").By(Role.Customer, Role.Agent, Role.Technician).When(Guards.NotOwnUrgentWork),
        new Transition("repaired", Trigger.Reject, "in-repair").By(Role.Customer).Needing(ActionDetail.Reason).Doing(TransitionEffect.CountRework),
        .. TableRows.Reminding("repaired", givenUp: "closed-unconfirmed"),
        TableRows.Silence("repaired", "closed-unconfirmed"),
        TableRows.Thanks("repaired"),
        new Transition("accepted-by-customer", Trigger.Charge, "closed").By(Role.Finance, Role.Agent, Role.Technician)
            .When(Guards.AtTheCustomersCost).Needing(ActionDetail.Amount),
        new Transition("accepted-by-customer", Trigger.Close, "closed").By(Role.Agent, Role.System).When(Guards.InWarranty),
        .. TableRows.Reopening("accepted-by-customer", "in-repair"),
        TableRows.Thanks("accepted-by-customer"),
    ];

    private static IEnumerable<Transition> Anywhere() =>
    [
        .. TableRows.ApprovingRemedies(BeforeWork),
        .. TableRows.Reporting("accepted", "en-route", "on-site", "in-repair", "waiting-for-parts", "waiting-for-supplier", "escalated"),
        .. TableRows.Cancelling(
            "cancelled", "registered", "triaged", "quoted", "approved", "scheduled", "dispatched", "accepted", "waiting-for-parts", "waiting-for-customer", "escalated"),
        .. TableRows.Merging("registered", "triaged"),
    ];
}
