namespace AfterSales.Domain.Tickets;

/// <summary>An action that was refused: why, which guards are not met, what is missing, and what is possible instead. The ticket is as it was.</summary>
/// <remarks>This type is immutable and safe for use by several threads.</remarks>
public sealed class RefusedTransition : TransitionResult
{
    private readonly ValueList<UnmetGuard> _unmet;
    private readonly ValueList<ActionDetail> _missing;

    internal RefusedTransition(
        Ticket ticket, TicketAction action, RefusalReason reason, IEnumerable<UnmetGuard> unmet, IEnumerable<ActionDetail> missing, IReadOnlyList<PermittedAction> permitted)
    {
        Ticket = ticket;
        Action = action;
        Reason = reason;
        _unmet = ValueList<UnmetGuard>.Of(unmet);
        _missing = ValueList<ActionDetail>.Of(missing);
        Permitted = permitted;
    }

    /// <summary>Gets the ticket, unchanged.</summary>
    public Ticket Ticket { get; }

    /// <summary>Gets what was asked.</summary>
    public TicketAction Action { get; }

    /// <summary>Gets why it was refused.</summary>
    public RefusalReason Reason { get; }

    /// <summary>Gets the guards that are not met; empty unless the reason is <see cref="RefusalCode.Guard"/>.</summary>
    public IReadOnlyList<UnmetGuard> UnmetGuards => _unmet;

    /// <summary>Gets what must be given and is not; empty unless the reason is <see cref="RefusalCode.MissingDetails"/>.</summary>
    public IReadOnlyList<ActionDetail> Missing => _missing;

    /// <summary>Gets what is possible at that instant, by whichever role.</summary>
    public IReadOnlyList<PermittedAction> Permitted { get; }

    private protected override string Words(bool chinese)
    {
        string trigger = TicketWords.Of(Action.Trigger, chinese);
        string lifecycle = TicketWords.Of(Ticket.Lifecycle.Name, chinese);
        string state = TicketWords.OfState(Ticket.State.Name, chinese);
        string permitted = TicketWords.List(Permitted.Select(one => one.ToString(chinese ? "zh" : "en", formatProvider: null)), chinese);
        return chinese
            ? $"{lifecycle}{Ticket.Id}（{state}）不能{trigger}：{Reason:zh}；现在可以：{(permitted.Length == 0 ? "无" : permitted)}"
            : $"{lifecycle} {Ticket.Id} ({state}) refuses {trigger}: {Reason}; possible now: {(permitted.Length == 0 ? "nothing" : permitted)}";
    }
}
