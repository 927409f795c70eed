using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tickets;

/// <summary>The complaint, after ISO 10002 clause 7: receipt, acknowledgement, assessment, investigation, response, decision, closing.</summary>
internal static class ComplaintTable
{
    internal static Lifecycle Make() => new("complaint", States(), [.. Handling(), .. Deciding(), .. Ending()]);

    private static LifecycleState[] States() =>
    [
        LifecycleState.Of("received", StateCategory.WaitingToStart),
        LifecycleState.Of("acknowledged", StateCategory.Active),
        LifecycleState.Of("assessed", StateCategory.Active),
        LifecycleState.Of("investigating", StateCategory.Active),
        LifecycleState.Of("proposed", StateCategory.Active),
        LifecycleState.Waiting("communicated", WaitReason.Customer),
        LifecycleState.Of("appealed", StateCategory.Active),
        LifecycleState.Of("final-decision", StateCategory.Active),
        LifecycleState.Of("resolved", StateCategory.Resolved),
        LifecycleState.Closed("closed", TicketOutcome.Solved),
        LifecycleState.Closed("closed-unconfirmed", TicketOutcome.Unconfirmed),
        LifecycleState.Closed("closed-not-accepted", TicketOutcome.NotSolved),
        LifecycleState.Closed("withdrawn", TicketOutcome.Withdrawn),
        LifecycleState.Closed("merged", TicketOutcome.Merged),
    ];

    private static IEnumerable<Transition> Handling() =>
    [
        new Transition("received", Trigger.Acknowledge, "acknowledged").By(Role.Agent, Role.System),
        new Transition("acknowledged", Trigger.Assess, "assessed").By(Role.Agent, Role.Quality, Role.Supervisor)
            .When(Guards.SeverityKnown, Guards.FeedbackClassified).Doing(TransitionEffect.Reclassify, TransitionEffect.SetPerson),
        .. TableRows.Each(state =>
            new Transition(state, Trigger.Investigate, "investigating").By(Role.Quality, Role.Supervisor, Role.Manager)
                .When(Guards.InvestigatorNotInvolved).Doing(TransitionEffect.Assign), "assessed", "appealed"),
        new Transition("investigating", Trigger.Investigate, "investigating").By(Role.Supervisor, Role.Manager)
            .When(Guards.InvestigatorNotInvolved).Doing(TransitionEffect.Assign),
        new Transition("investigating", Trigger.TellProgress, "investigating").By(Role.Agent),
        new Transition("investigating", Trigger.Propose, "proposed").By(Role.Agent, Role.Quality, Role.Supervisor, Role.Manager)
            .Needing(ActionDetail.Reason).Doing(TransitionEffect.SetRemedy),
        TableRows.Raising("investigating"),
    ];

    private static IEnumerable<Transition> Deciding() =>
    [
        .. TableRows.ApprovingRemedies("proposed"),
        new Transition("proposed", Trigger.Approve, "communicated").By(Role.Supervisor, Role.Manager, Role.Leadership).When(Guards.RemedyApproved),
        new Transition("proposed", Trigger.SendBackProposal, "investigating").By(Role.Supervisor, Role.Manager, Role.Leadership).Needing(ActionDetail.Reason),
        new Transition("communicated", Trigger.Accept, "resolved").By(Role.Customer),
        new Transition("communicated", Trigger.Reject, "appealed").By(Role.Customer)
            .When(Guards.MayAppeal).Needing(ActionDetail.Reason).Doing(TransitionEffect.RaiseLevel),
        new Transition("communicated", Trigger.Reject, "final-decision").By(Role.Customer).When(Guards.NoMoreAppeal).Needing(ActionDetail.Reason),
        .. TableRows.Reminding("communicated", givenUp: "closed-unconfirmed"),
        TableRows.Silence("communicated", "closed-unconfirmed"),
    ];

    private static IEnumerable<Transition> Ending() =>
    [
        new Transition("final-decision", Trigger.Close, "closed-not-accepted").By(Role.Manager, Role.Leadership),
        new Transition("resolved", Trigger.CompleteActions, "closed").By(Role.Agent, Role.Quality, Role.Manager),
        .. TableRows.Reopening("resolved", "investigating"),
        TableRows.Thanks("resolved"),
        .. TableRows.Each(state =>
            new Transition(state, Trigger.Withdraw, "withdrawn").By(Role.Customer), "received", "acknowledged", "assessed", "investigating", "proposed", "communicated", "appealed", "final-decision"),
        .. TableRows.Merging("received", "acknowledged"),
    ];
}
