namespace AfterSales.Domain.Tickets;

/// <summary>An action that was accepted: the ticket as it is now, and what happened.</summary>
/// <remarks>This type is immutable and safe for use by several threads.</remarks>
public sealed class AcceptedTransition : TransitionResult
{
    private readonly TicketEvent? _repeated;

    internal AcceptedTransition(Ticket ticket, TicketEvent? repeated)
    {
        Ticket = ticket;
        _repeated = repeated;
    }

    /// <summary>Gets the ticket after the action; the very ticket that was asked when the action was accepted before.</summary>
    public Ticket Ticket { get; }

    /// <summary>Gets what happened; for a repeated action what happened the first time.</summary>
    public TicketEvent Event => _repeated ?? Ticket.LastEvent;

    /// <summary>Gets whether the action id had been accepted before, so that nothing changed now.</summary>
    public bool IsRepeated => _repeated is not null;

    /// <summary>Takes the two parts.</summary>
    /// <param name="ticket">The ticket after the action.</param>
    /// <param name="happened">What happened.</param>
    public void Deconstruct(out Ticket ticket, out TicketEvent happened)
    {
        ticket = Ticket;
        happened = Event;
    }

    private protected override string Words(bool chinese)
    {
        string trigger = TicketWords.Of(Event.Trigger, chinese);
        string lifecycle = TicketWords.Of(Ticket.Lifecycle.Name, chinese);
        string state = TicketWords.OfState(Event.To, chinese);
        return chinese ? $"{lifecycle}{Ticket.Id}：{trigger}，现为{state}" : $"{lifecycle} {Ticket.Id}: {trigger}, now {state}";
    }
}
