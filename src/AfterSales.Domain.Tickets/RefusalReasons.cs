using AfterSales.Domain.Requests;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Tickets;

/// <summary>The sentences of refusals, in both languages, in one place.</summary>
internal static class RefusalReasons
{
    internal static Refusal Closed { get; } = new(new RefusalReason(RefusalCode.Closed, "it is closed, and nothing leaves a closed state", "工单已关闭，不能再变更"));

    internal static Refusal DefaultValue { get; } = new(new RefusalReason(
        RefusalCode.DefaultValue, "the event lacks an actor, an action or its id", "事件缺少操作人、操作或操作编号"));

    internal static Refusal OpensAgain { get; } = new(new RefusalReason(RefusalCode.NoOpening, "the ticket is open already", "工单已经登记"));

    internal static Refusal NoOpening { get; } = new(new RefusalReason(
        RefusalCode.NoOpening, "the history does not begin with an opening that carries a request", "历史记录没有以带请求内容的登记事件开始"));

    internal static Refusal UnknownTrigger(Lifecycle lifecycle, Trigger trigger) => new(new RefusalReason(
        RefusalCode.UnknownTrigger, $"the lifecycle {lifecycle.Name} knows no {trigger}", $"流程{lifecycle.Name}没有操作{trigger}"));

    internal static Refusal NotFromThisState(LifecycleState state) => new(new RefusalReason(
        RefusalCode.NotFromThisState,
        $"that does not lead out of {TicketWords.OfState(state.Name, chinese: false)}",
        $"状态“{TicketWords.OfState(state.Name, chinese: true)}”下没有这一操作"));

    internal static Refusal WrongRole(Role role, IEnumerable<Role> allowed)
    {
        Role[] roles = [.. allowed.Distinct()];
        return new(new RefusalReason(
            RefusalCode.Role,
            $"the role {TicketWords.Of(role.Name, chinese: false)} may not; it takes {string.Join(" or ", roles.Select(one => TicketWords.Of(one.Name, chinese: false)))}",
            $"{TicketWords.Of(role.Name, chinese: true)}无权操作，须由{string.Join("或", roles.Select(one => TicketWords.Of(one.Name, chinese: true)))}进行"));
    }

    internal static Refusal Missing(IReadOnlyList<ActionDetail> missing) => new(
        new RefusalReason(
            RefusalCode.MissingDetails,
            $"{string.Join(" and ", missing.Select(detail => TicketWords.Of(detail.Name, chinese: false)))} must be given",
            $"必须提供{string.Join("、", missing.Select(detail => TicketWords.Of(detail.Name, chinese: true)))}"),
        [],
        missing);

    internal static Refusal Unmet(IReadOnlyList<UnmetGuard> unmet) => new(
        new RefusalReason(RefusalCode.Guard, string.Join("; ", unmet), string.Join("；", unmet.Select(guard => guard.ToString("zh", formatProvider: null)))),
        unmet,
        []);

    internal static Refusal Stale(int expected, int actual) => new(new RefusalReason(
        RefusalCode.StaleVersion,
        FormattableString.Invariant($"version {expected} was expected, and it is version {actual} by now"),
        FormattableString.Invariant($"预期版本{expected}，当前版本已是{actual}")));

    internal static Refusal ActionIdReused(TicketEvent earlier) => new(new RefusalReason(
        RefusalCode.ActionIdReused,
        FormattableString.Invariant($"the action id {earlier.ActionId} belongs to {earlier.Trigger} of version {earlier.Version}"),
        FormattableString.Invariant($"操作编号{earlier.ActionId}属于版本{earlier.Version}的{earlier.Trigger}")));

    internal static Refusal BeforeLastEvent(Instant last, Duration allowed) => new(new RefusalReason(
        RefusalCode.BeforeLastEvent,
        $"it happened more than {DurationPattern.JsonRoundtrip.Format(allowed)} before the last event of {InstantPattern.ExtendedIso.Format(last)}",
        $"发生时间早于最后事件{InstantPattern.ExtendedIso.Format(last)}超过{DurationPattern.JsonRoundtrip.Format(allowed)}"));

    internal static Refusal NotYetHappened(Instant recordedAt) => new(new RefusalReason(
        RefusalCode.NotYetHappened,
        $"it is recorded at {InstantPattern.ExtendedIso.Format(recordedAt)}, before it happens or before the last event was recorded",
        $"记录时间{InstantPattern.ExtendedIso.Format(recordedAt)}早于发生时间或上一事件的记录时间"));

    internal static Refusal WrongVersion(int expected, int actual) => new(new RefusalReason(
        RefusalCode.WrongVersion,
        FormattableString.Invariant($"its version is {actual}, and {expected} comes next"),
        FormattableString.Invariant($"版本为{actual}，应为{expected}")));

    internal static Refusal WrongState(string expectedFrom, string expectedTo, TicketEvent actual) => new(new RefusalReason(
        RefusalCode.WrongState,
        $"it leads from \"{actual.From}\" to \"{actual.To}\", and the table leads from \"{expectedFrom}\" to \"{expectedTo}\"",
        $"事件由“{actual.From}”到“{actual.To}”，而流程表由“{expectedFrom}”到“{expectedTo}”"));

    internal static Refusal UnknownState(string state) => new(new RefusalReason(
        RefusalCode.WrongState, $"the lifecycle has no state \"{state}\"", $"流程没有状态“{state}”"));

    internal static Refusal NotClosed(Ticket earlier) => new(new RefusalReason(RefusalCode.NotClosed, $"{earlier.Id} is not closed yet", $"工单{earlier.Id}尚未关闭"));

    internal static Refusal RepeatWindowOver(Ticket earlier) => new(new RefusalReason(
        RefusalCode.WindowOver,
        $"{earlier.Id} was closed more than {DurationPattern.JsonRoundtrip.Format(earlier.Lifecycle.Terms.RepeatWindow)} ago",
        $"工单{earlier.Id}关闭已超过{DurationPattern.JsonRoundtrip.Format(earlier.Lifecycle.Terms.RepeatWindow)}"));

    internal static Refusal StillOpenable(Ticket earlier) => new(new RefusalReason(
        RefusalCode.StillOpenable, $"{earlier.Id} can still be reopened", $"工单{earlier.Id}仍可重新打开"));

    internal static Refusal AnotherMatter(Ticket earlier) => new(new RefusalReason(
        RefusalCode.AnotherMatter, $"customer, product or problem is another than that of {earlier.Id}", $"客户、产品或问题与工单{earlier.Id}不同"));

    internal static Refusal NoSuchLink(Ticket earlier, TicketId id) => new(new RefusalReason(
        RefusalCode.NoSuchLink, $"{earlier.Id} was not converted to {id}", $"工单{earlier.Id}没有转为{id}"));
}
