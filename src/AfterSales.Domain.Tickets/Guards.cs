using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tickets;

/// <summary>The guards of the built-in lifecycles, for use in a host's own.</summary>
/// <remarks>Windows, limits and counts come from the lifecycle's <see cref="Lifecycle.Terms"/>.</remarks>
public static class Guards
{
    /// <summary>Gets the guard that the warranty covers the request.</summary>
    public static Guard InWarranty { get; } = Guard
        .Named("in-warranty", GuardScope.Ticket, context => context.Ticket.Request.Warranty == WarrantyStatus.InWarranty)
        .Saying("the warranty does not cover it", "不在保修期内");

    /// <summary>Gets the guard that the customer pays: the warranty does not cover the request.</summary>
    public static Guard AtTheCustomersCost { get; } = InWarranty.Opposite("at-the-customers-cost")
        .Saying("it is free of charge under warranty", "保修期内免费");

    /// <summary>Gets the guard that the request given has a severity (R02).</summary>
    public static Guard SeverityKnown { get; } = Guard
        .Named("severity-known", GuardScope.Details, context => context.Action.Request is { Severity: not Severity.Unknown })
        .Saying("the request given has no severity", "所给请求没有严重程度");

    /// <summary>Gets the guard that the request given says whether the warranty covers it.</summary>
    public static Guard WarrantyKnown { get; } = Guard
        .Named("warranty-known", GuardScope.Details, context => context.Action.Request is { Warranty: not WarrantyStatus.Unknown })
        .Saying("the request given does not say whether the warranty covers it", "所给请求未说明是否在保修期内");

    /// <summary>Gets the guard that the request given is classified as quality, service or delivery (R22).</summary>
    public static Guard FeedbackClassified { get; } = Guard
        .Named("feedback-classified", GuardScope.Details, context => context.Action.Request is { FeedbackClass: not FeedbackClass.Unknown })
        .Saying("the request given is not classified as quality, service or delivery", "所给请求未归类为质量、服务或交付");

    /// <summary>Gets the guard that a visit is agreed, or the request is urgent and needs none (R35).</summary>
    public static Guard UrgentOrVisitAgreed { get; } = Guard
        .Named("urgent-or-visit-agreed", GuardScope.Ticket, context => context.Ticket.Request.Severity == Severity.Urgent || context.Ticket.VisitAt is not null)
        .Saying("no visit is agreed and it is not urgent", "未预约上门且并非紧急");

    /// <summary>Gets the guard that who acts is the assignee.</summary>
    public static Guard IsAssignee { get; } = Guard
        .Named("is-assignee", GuardScope.Actor, context => context.Ticket.Assignee is not { } assignee || assignee == context.By.Person)
        .Saying("it is somebody else's task", "该任务属于他人");

    /// <summary>Gets the guard that a technician does not confirm his own urgent work.</summary>
    public static Guard NotOwnUrgentWork { get; } = Guard
        .Named("not-own-urgent-work", GuardScope.Actor, context => context.By.Role != Role.Technician
            || context.Ticket.Request.Severity != Severity.Urgent
            || context.Ticket.Assignee != context.By.Person)
        .Saying("a technician cannot confirm his own urgent work", "技术员不能自行确认自己完成的紧急工作");

    /// <summary>Gets the guard that a remedy that is major by the terms has the leadership's approval (R34).</summary>
    public static Guard RemedyApproved { get; } = Guard
        .Named("remedy-approved", GuardScope.Ticket, context => !context.Ticket.NeedsRemedyApproval)
        .Saying("the leadership has not approved this major remedy", "重大方案尚未经领导批准");

    /// <summary>Gets the guard that a remedy is major by the terms and not yet approved (R34).</summary>
    public static Guard RemedyAwaitsApproval { get; } = RemedyApproved.Opposite("remedy-awaits-approval")
        .Saying("no major remedy awaits approval", "没有待批准的重大方案");

    /// <summary>Gets the guard that the window for reopening is not over (R21): it is half-open, from the last resolution.</summary>
    public static Guard WithinReopenWindow { get; } = Guard
        .Named("within-reopen-window", GuardScope.Ticket, context =>
            context.Ticket.LastResolvedAt is { } resolved && context.At - resolved < context.Ticket.Lifecycle.Terms.ReopenWindow)
        .Saying("the window for reopening is over; open a follow-up", "重新打开的期限已过，请新建后续工单");

    /// <summary>Gets the guard that the customer was silent for the agreed window since the state began.</summary>
    public static Guard SilenceWindowOver { get; } = Guard
        .Named("silence-window-over", GuardScope.Ticket, context => context.At - context.Ticket.Since >= context.Ticket.Lifecycle.Terms.SilenceWindow)
        .Saying("the customer still has time to answer", "客户答复期限未到");

    /// <summary>Gets the guard that the customer was reminded as often as the terms ask.</summary>
    public static Guard RemindedEnough { get; } = Guard
        .Named("reminded-enough", GuardScope.Ticket, context => context.Ticket.Reminders >= context.Ticket.Lifecycle.Terms.RemindersBeforeGivingUp)
        .Saying("the customer was not reminded often enough", "提醒客户的次数不足");

    /// <summary>Gets the guard that the ticket was reopened as often as the terms ask for raising it, and was not raised yet (R21).</summary>
    public static Guard ReopenedTooOften { get; } = Guard
        .Named("reopened-too-often", GuardScope.Ticket, context => context.Ticket.Lifecycle.Terms.ReopensBeforeRaising is > 0 and int limit
            && context.Ticket.ReopenCount >= limit && !context.Ticket.IsRaised)
        .Saying("it was not reopened often enough, or is raised already", "重新打开次数不足或已升级");

    /// <summary>Gets the guard that the investigator given is not the person complained of (R20).</summary>
    public static Guard InvestigatorNotInvolved { get; } = Guard
        .Named("investigator-not-involved", GuardScope.Details, context =>
            context.Ticket.ComplainedOf is not { } person || context.Action.Assignee != person)
        .Saying("the investigator is the person complained of", "调查人即被投诉人");

    /// <summary>Gets the guard that the customer may appeal once more: the level is below the highest.</summary>
    public static Guard MayAppeal { get; } = Guard
        .Named("may-appeal", GuardScope.Ticket, context => context.Ticket.Level < context.Ticket.Lifecycle.Terms.HighestLevel)
        .Saying("the highest level of appeal is reached", "已达最高申诉级别");

    /// <summary>Gets the guard that the customer may appeal no more.</summary>
    public static Guard NoMoreAppeal { get; } = MayAppeal.Opposite("no-more-appeal")
        .Saying("the customer may still appeal", "客户仍可申诉");

    /// <summary>Gets the guard that an authorisation has ended: its instant has come.</summary>
    public static Guard AuthorisationOver { get; } = Guard
        .Named("authorisation-over", GuardScope.Ticket, context => context.Ticket.ExpiresAt is { } end && context.At >= end)
        .Saying("the authorisation is still valid", "授权仍然有效");

    /// <summary>Gets the guard that an authorisation is still valid: half-open, its end is not included.</summary>
    public static Guard AuthorisationValid { get; } = AuthorisationOver.Opposite("authorisation-valid")
        .Saying("the authorisation is over", "授权已过期");

    /// <summary>Gets the guard that something bought may still be approved for return.</summary>
    public static Guard SomethingToApprove { get; } = Guard
        .Named("something-to-approve", GuardScope.Ticket, context => Array.Exists(context.Ticket.LineArray, line => line.Approved < line.Bought))
        .Saying("no line has anything left to approve", "没有可批准的明细");

    /// <summary>Gets the guard that something approved has not come in yet.</summary>
    public static Guard SomethingToReceive { get; } = Guard
        .Named("something-to-receive", GuardScope.Ticket, context => Array.Exists(context.Ticket.LineArray, line => line.Received < line.Approved))
        .Saying("everything approved has come in", "已批准的货品均已收到");

    /// <summary>Gets the guard that something received is not settled yet.</summary>
    public static Guard SomethingToSettle { get; } = Guard
        .Named("something-to-settle", GuardScope.Ticket, context => Array.Exists(context.Ticket.LineArray, line => line.Settled < line.Received))
        .Saying("everything received is settled", "已收到的货品均已结算");

    /// <summary>Gets the guard that everything received is settled.</summary>
    public static Guard EverythingSettled { get; } = SomethingToSettle.Opposite("everything-settled")
        .Saying("something received is not settled yet", "尚有已收到的货品未结算");

    /// <summary>Gets the guard that this settlement settles all that was received.</summary>
    public static Guard SettlesAll { get; } = Guard
        .Named("settles-all", GuardScope.Details, context => Unsettled(context.Ticket.LineArray) == Pieces(context.Action.Lines))
        .Saying("something received would not be settled", "仍有已收到的货品未结算");

    /// <summary>Gets the guard that this settlement leaves something to settle.</summary>
    public static Guard SettlesPart { get; } = SettlesAll.Opposite("settles-part")
        .Saying("everything received would be settled", "已收到的货品将全部结算");

    /// <summary>Gets all of them, in the order of this page: a document's names are looked up here.</summary>
    public static IReadOnlyList<Guard> All { get; } = Array.AsReadOnly<Guard>(
    [
        InWarranty, AtTheCustomersCost, SeverityKnown, WarrantyKnown, FeedbackClassified, UrgentOrVisitAgreed, IsAssignee, NotOwnUrgentWork, RemedyApproved,
        RemedyAwaitsApproval, WithinReopenWindow, SilenceWindowOver, RemindedEnough, ReopenedTooOften, InvestigatorNotInvolved, MayAppeal, NoMoreAppeal,
        AuthorisationOver, AuthorisationValid, SomethingToApprove, SomethingToReceive, SomethingToSettle, EverythingSettled, SettlesAll, SettlesPart,
    ]);

    private static long Unsettled(ReturnLine[] lines)
    {
        long pieces = 0;
        foreach (ReturnLine line in lines)
        {
            pieces += line.Received - line.Settled;
        }

        return pieces;
    }

    private static long Pieces(IReadOnlyList<LineQuantity> lines)
    {
        long pieces = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            pieces += lines[i].Quantity;
        }

        return pieces;
    }
}
