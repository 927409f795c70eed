using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tickets;

/// <summary>Rows that several built-in tables share, so that waiting, giving up, cancelling and merging mean the same everywhere.</summary>
internal static class TableRows
{
    /// <summary>The same row out of several states.</summary>
    internal static IEnumerable<Transition> Each(Func<string, Transition> row, params string[] states) => states.Select(row);

    /// <summary>The same rows out of several states.</summary>
    internal static IEnumerable<Transition> EachOf(Func<string, IEnumerable<Transition>> rows, params string[] states) => states.SelectMany(rows);

    internal static IEnumerable<Transition> Cancelling(string to, params string[] from) =>
        from.Select(state => new Transition(state, Trigger.Cancel, to).By(Role.Customer, Role.Agent, Role.Supervisor).Needing(ActionDetail.Reason));

    internal static IEnumerable<Transition> Merging(params string[] from) =>
        from.Select(state => new Transition(state, Trigger.Merge, "merged").By(Role.Agent, Role.Supervisor).Doing(TransitionEffect.LinkMerged));

    /// <summary>The customer is reminded, answers, or is given up after enough reminders.</summary>
    internal static IEnumerable<Transition> WaitingForCustomer(string waiting, string onReply, string givenUp) =>
    [
        new Transition(waiting, Trigger.Reply, onReply).By(Role.Customer, Role.Agent),
        .. Reminding(waiting, givenUp),
    ];

    internal static IEnumerable<Transition> Reminding(string state, string givenUp) =>
    [
        new Transition(state, Trigger.Remind, state).By(Role.Agent, Role.System).Doing(TransitionEffect.CountReminder),
        new Transition(state, Trigger.GiveUp, givenUp).By(Role.Agent, Role.System).When(Guards.RemindedEnough),
    ];

    internal static Transition Silence(string resolved, string to) =>
        new Transition(resolved, Trigger.Silence, to).By(Role.System).When(Guards.SilenceWindowOver);

    internal static Transition Thanks(string resolved) => new Transition(resolved, Trigger.Thank, resolved).By(Role.Customer);

    /// <summary>The customer's rejecting a solution, or a supervisor's taking it up again: both count as reopening (R21).</summary>
    internal static IEnumerable<Transition> Reopening(string resolved, string to) =>
    [
        new Transition(resolved, Trigger.Reopen, to).By(Role.Customer, Role.Supervisor).When(Guards.WithinReopenWindow).Doing(TransitionEffect.CountReopen),
    ];

    internal static Transition Raising(string state) =>
        new Transition(state, Trigger.Escalate, state).By(Role.System).When(Guards.ReopenedTooOften).Doing(TransitionEffect.RaiseSeverity);

    /// <summary>The technician reports to the centre, and the centre to the customer: two clocks (R13, R35).</summary>
    internal static IEnumerable<Transition> Reporting(params string[] states) => states.SelectMany(state => new[]
    {
        new Transition(state, Trigger.ReportProgress, state).By(Role.Technician),
        new Transition(state, Trigger.TellProgress, state).By(Role.Agent),
    });

    internal static IEnumerable<Transition> ApprovingRemedies(params string[] states) => states.Select(state =>
        new Transition(state, Trigger.ApproveRemedy, state).By(Role.Leadership).When(Guards.RemedyAwaitsApproval).Doing(TransitionEffect.ApproveRemedy));
}
