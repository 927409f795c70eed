using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tickets;

/// <summary>The enquiry: ask, answer, confirm.</summary>
internal static class InquiryTable
{
    internal static Lifecycle Make() => new(
        "inquiry",
        [
            LifecycleState.Of("new", StateCategory.WaitingToStart),
            LifecycleState.Of("open", StateCategory.Active),
            LifecycleState.Waiting("waiting-for-customer", WaitReason.Customer),
            LifecycleState.Of("resolved", StateCategory.Resolved),
            LifecycleState.Of("resolved-no-reply", StateCategory.Resolved),
            LifecycleState.Closed("closed", TicketOutcome.Solved),
            LifecycleState.Closed("closed-unconfirmed", TicketOutcome.Unconfirmed),
            LifecycleState.Closed("self-served", TicketOutcome.Unconfirmed),
            LifecycleState.Closed("cancelled", TicketOutcome.Withdrawn),
            LifecycleState.Closed("converted", TicketOutcome.Converted),
            LifecycleState.Closed("merged", TicketOutcome.Merged),
        ],
        [
            new Transition("new", Trigger.Accept, "open").By(Role.Agent).Doing(TransitionEffect.AssignActor),
            new Transition("new", Trigger.Dispatch, "open").By(Role.Supervisor, Role.System).Doing(TransitionEffect.Assign),
            new Transition("new", Trigger.SelfServe, "self-served").By(Role.Customer, Role.System),
            new Transition("open", Trigger.AskCustomer, "waiting-for-customer").By(Role.Agent, Role.Technician),
            new Transition("open", Trigger.Transfer, "open").By(Role.Agent, Role.Supervisor).Doing(TransitionEffect.SetTeam, TransitionEffect.RaiseLevel),
            new Transition("open", Trigger.Answer, "resolved").By(Role.Agent, Role.Technician, Role.Supervisor),
            new Transition("open", Trigger.Convert, "converted").By(Role.Agent, Role.Supervisor).Doing(TransitionEffect.LinkConverted),
            TableRows.Raising("open"),
            .. TableRows.WaitingForCustomer("waiting-for-customer", onReply: "open", givenUp: "resolved-no-reply"),
            .. TableRows.EachOf(Resolved, "resolved", "resolved-no-reply"),
            .. TableRows.Cancelling("cancelled", "new", "open", "waiting-for-customer"),
            .. TableRows.Merging("new", "open", "waiting-for-customer"),
        ]);

    private static IEnumerable<Transition> Resolved(string state) =>
    [
        new Transition(state, Trigger.Confirm, "closed").By(Role.Customer),
        TableRows.Silence(state, "closed-unconfirmed"),
        new Transition(state, Trigger.Reject, "open").By(Role.Customer).When(Guards.WithinReopenWindow).Doing(TransitionEffect.CountReopen),
        .. TableRows.Reopening(state, "open"),
        TableRows.Thanks(state),
    ];
}
