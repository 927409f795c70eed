using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <summary>Reads from a ticket's events what KPIs need to know, as of a cut-off.</summary>
internal sealed class KpiTicketReader
{
    private readonly List<TicketStep> _steps;
    private readonly HashSet<PersonId> _people = [];
    private readonly Instant _asOf;
    private readonly SlaProjection _projection;
    private KpiTicket _ticket;
    private bool _isOneInteraction = true;
    private Instant? _waitsSince;

    internal KpiTicketReader(TicketId id, List<TicketStep> steps, Instant asOf, SlaProjection projection)
    {
        TicketStep opening = steps[0];
        ArgumentOutOfRangeException.ThrowIfGreaterThan(opening.Happened.At, asOf, nameof(asOf));
        _steps = [.. steps.Where(step => step.Happened.At <= asOf)];
        _asOf = asOf;
        _projection = projection;
        _ticket = new KpiTicket(id, _steps[_steps.Count - 1].Request, opening.Happened.At);
        if (opening.Happened.Action.Link is { Kind: LinkKind.RepeatOf, Ticket: var earlier })
        {
            _ticket = _ticket.Repeating(earlier);
        }
    }

    internal KpiTicket Read()
    {
        foreach (TicketStep step in _steps)
        {
            // An event that was reported late may say that it happened before the opening.
            Instant at = Instant.Max(step.Happened.At, _ticket.OpenedAt);
            EndWait(step, at);
            ReadWork(step, at);
            ReadPeople(step);
            ReadResult(step, at);
            if (step.To.Wait is { Party: ResponsibleParty.Customer } && step.EntersState && _ticket.ResolvedAt is null)
            {
                _waitsSince = at;
            }
        }

        return _waitsSince is { } since ? _ticket.WaitedForCustomer(_asOf - since) : _ticket;
    }

    private void EndWait(TicketStep step, Instant at)
    {
        if (_waitsSince is { } since && step.EntersState)
        {
            _ticket = _ticket.WaitedForCustomer(Duration.Max(Duration.Zero, at - since));
            _waitsSince = null;
        }
    }

    private void ReadWork(TicketStep step, Instant at)
    {
        // Work begins when the ticket leaves the states that wait to start, unless that ends it without work.
        if (step.To.Category != StateCategory.WaitingToStart && step.To.Outcome is not (TicketOutcome.Withdrawn or TicketOutcome.Merged or TicketOutcome.Converted))
        {
            _ticket = _ticket.Started(at);
        }

        _ticket = step.Happened.Trigger == Trigger.SelfServe ? _ticket.SelfServed() : _ticket;
        _ticket = step.Happened.Trigger == Trigger.Arrive ? _ticket.Visited() : _ticket;
        _ticket = step.Happened.Trigger == Trigger.VisitFailed && _ticket.FailedVisits < _ticket.Visits ? _ticket.VisitFailed() : _ticket;
        _ticket = _projection.SignalsOf(step).Contains(Signal.Reply) ? _ticket.Replied(at) : _ticket;
    }

    private void ReadPeople(TicketStep step)
    {
        TicketAction action = step.Happened.Action;
        foreach (TransitionEffect effect in step.Effects)
        {
            _ticket = effect switch
            {
                TransitionEffect.Assign or TransitionEffect.SetTeam when action.Assignee is { } assignee => _ticket.HandledBy(assignee),
                TransitionEffect.AssignActor when step.Happened.By.Person != default => _ticket.HandledBy(step.Happened.By.Person),
                _ => _ticket,
            };
        }

        _ticket = step.Effects.Any(effect => effect is TransitionEffect.Assign or TransitionEffect.SetTeam) && action.Team is { } team ? _ticket.OfTeam(team) : _ticket;
        _ticket = step.Happened.Trigger == Trigger.Outsource && action.Team is { } provider ? _ticket.GivenTo(provider) : _ticket;
        if (_ticket.FirstResolvedAt is null)
        {
            Role role = step.Happened.By.Role;
            if (role != Role.Customer && role != Role.System)
            {
                _people.Add(step.Happened.By.Person);
            }

            _isOneInteraction &= step.To.Wait is null && !step.Effects.Contains(TransitionEffect.SetTeam) && step.Happened.Trigger != Trigger.CannotComplete
                && step.Happened.Trigger != Trigger.VisitFailed;
        }
    }

    private void ReadResult(TicketStep step, Instant at)
    {
        if (step.Resolves)
        {
            bool isFirst = _ticket.FirstResolvedAt is null;
            _ticket = _ticket.Resolved(at);
            _ticket = isFirst && _isOneInteraction && _people.Count == 1 ? _ticket.OnFirstContact() : _ticket;
        }
        else if (step.TakesUpAgain)
        {
            // Rework that the customer asks for before accepting, and goods that come in later, take the work up again but are no reopening.
            _ticket = step.Effects.Contains(TransitionEffect.CountReopen) ? _ticket.Reopened(step.Happened.By.Role == Role.Customer) : _ticket.TakenUpAgain();
        }

        if (step.To.IsClosed)
        {
            _ticket = _ticket.Closed(at, step.To.Outcome);
        }
    }
}
