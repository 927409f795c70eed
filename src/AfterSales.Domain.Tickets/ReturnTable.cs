using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tickets;

/// <summary>The return or exchange, by line and quantity (R19).</summary>
internal static class ReturnTable
{
    private static readonly (Trigger Trigger, Role Role, TransitionEffect Effect)[] Settlements =
    [
        (Trigger.Refund, Role.Finance, TransitionEffect.RefundLines),
        (Trigger.Replace, Role.Warehouse, TransitionEffect.ReplaceLines),
        (Trigger.RepairAtSupplier, Role.Warehouse, TransitionEffect.SupplierRepairLines),
        (Trigger.Scrap, Role.Quality, TransitionEffect.ScrapLines),
        (Trigger.SendBack, Role.Warehouse, TransitionEffect.SendBackLines),
    ];

    internal static Lifecycle Make() => new("return", States(), [.. Deciding(), .. Receiving(), .. Settling(), .. Ending()]);

    private static LifecycleState[] States() =>
    [
        LifecycleState.Of("requested", StateCategory.WaitingToStart),
        LifecycleState.Of("approved", StateCategory.Active),
        LifecycleState.Of("rejected", StateCategory.Resolved),
        LifecycleState.Waiting("awaiting-goods", WaitReason.Customer),
        LifecycleState.Of("received", StateCategory.Active),
        LifecycleState.Of("inspected", StateCategory.Active),
        LifecycleState.Of("disputed", StateCategory.Active),
        LifecycleState.Of("settled", StateCategory.Resolved),
        LifecycleState.Closed("closed", TicketOutcome.Solved),
        LifecycleState.Closed("closed-unconfirmed", TicketOutcome.Unconfirmed),
        LifecycleState.Closed("closed-rejected", TicketOutcome.NotSolved),
        LifecycleState.Closed("expired", TicketOutcome.Withdrawn),
        LifecycleState.Closed("cancelled", TicketOutcome.Withdrawn),
        LifecycleState.Closed("converted", TicketOutcome.Converted),
        LifecycleState.Closed("merged", TicketOutcome.Merged),
    ];

    private static IEnumerable<Transition> Deciding() =>
    [
        new Transition("requested", Trigger.Approve, "approved").By(Role.Agent, Role.Supervisor)
            .When(Guards.SomethingToApprove).Doing(TransitionEffect.ApproveLines),
        new Transition("requested", Trigger.Reject, "rejected").By(Role.Agent, Role.Supervisor).Needing(ActionDetail.Reason),
        new Transition("rejected", Trigger.Appeal, "converted").By(Role.Customer).Doing(TransitionEffect.LinkConverted),
        new Transition("rejected", Trigger.Confirm, "closed-rejected").By(Role.Customer),
        TableRows.Silence("rejected", "closed-rejected"),
        new Transition("approved", Trigger.Authorise, "awaiting-goods").By(Role.Agent, Role.Warehouse).Doing(TransitionEffect.SetExpiry),
    ];

    private static IEnumerable<Transition> Receiving() =>
    [
        new Transition("awaiting-goods", Trigger.Authorise, "awaiting-goods").By(Role.Agent, Role.Warehouse).Doing(TransitionEffect.SetExpiry),
        new Transition("awaiting-goods", Trigger.Expire, "expired").By(Role.System).When(Guards.AuthorisationOver),
        new Transition("awaiting-goods", Trigger.Receive, "received").By(Role.Warehouse)
            .When(Guards.AuthorisationValid, Guards.SomethingToReceive).Doing(TransitionEffect.ReceiveLines),
        new Transition("awaiting-goods", Trigger.Remind, "awaiting-goods").By(Role.Agent, Role.System).Doing(TransitionEffect.CountReminder),
        .. TableRows.Each(state =>
            new Transition(state, Trigger.Receive, "received").By(Role.Warehouse).When(Guards.SomethingToReceive).Doing(TransitionEffect.ReceiveLines), "received", "inspected", "settled"),
        .. TableRows.Each(state =>
            new Transition(state, Trigger.Inspect, "inspected").By(Role.Quality).When(Guards.SomethingToSettle), "received", "disputed"),
        new Transition("received", Trigger.Dispute, "disputed").By(Role.Quality).Needing(ActionDetail.Reason),
    ];

    private static IEnumerable<Transition> Settling() =>
    [
        .. Settlements.SelectMany(one => Settle("inspected", one.Trigger, one.Role, one.Effect)),
        .. Settlements.Where(one => one.Trigger == Trigger.SendBack).SelectMany(one => Settle("disputed", one.Trigger, one.Role, one.Effect)),
        new Transition("disputed", Trigger.Uphold, "settled").By(Role.Quality, Role.Supervisor)
            .When(Guards.EverythingSettled).Needing(ActionDetail.Reason),
        new Transition("disputed", Trigger.Appeal, "converted").By(Role.Customer).Doing(TransitionEffect.LinkConverted),
        TableRows.Raising("disputed"),
    ];

    private static IEnumerable<Transition> Settle(string state, Trigger trigger, Role role, TransitionEffect effect) =>
    [
        new Transition(state, trigger, "settled").By(role).When(Guards.SomethingToSettle, Guards.SettlesAll).Doing(effect),
        new Transition(state, trigger, state).By(role).When(Guards.SomethingToSettle, Guards.SettlesPart).Doing(effect),
    ];

    private static IEnumerable<Transition> Ending() =>
    [
        new Transition("settled", Trigger.Confirm, "closed").By(Role.Customer),
        TableRows.Silence("settled", "closed-unconfirmed"),
        .. TableRows.Reopening("settled", "disputed"),
        TableRows.Thanks("settled"),
        .. TableRows.Cancelling("cancelled", "requested", "approved", "awaiting-goods"),
        .. TableRows.Merging("requested", "approved"),
    ];
}
