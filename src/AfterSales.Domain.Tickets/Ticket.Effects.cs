using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tickets;

/// <content>What a transition changes; called only on a copy that nobody has seen yet.</content>
public sealed partial class Ticket
{
    private void Enter(StateNode to, TicketEvent happened)
    {
        Version = happened.Version;
        (_recent, _older) = (happened, happened.Before is null ? _recent : _older);
        if (ReferenceEquals(to, _node))
        {
            return;
        }

        // While the ticket stands in the state by which it was resolved, that is since when; it is kept apart when the ticket leaves it.
        if (_isResolvedSince)
        {
            _resolution = new Resolution(Since, _resolution);
        }

        _isResolvedSince = to.State.Category == StateCategory.Resolved && State.Category != StateCategory.Resolved;
        _node = to;
        Since = happened.At;
        Reminders = 0;
    }

    private UnmetGuard? Change(TransitionEffect effect, TicketEvent happened)
    {
        TicketAction action = happened.Action;
        switch (effect)
        {
            case TransitionEffect.Assign:
                _handling = _handling with { Assignee = action.Assignee!.Value, Team = action.Team ?? _handling.Team };
                return null;
            case TransitionEffect.AssignActor:
                _handling = _handling with { Assignee = happened.By.Person };
                return null;
            case TransitionEffect.Unassign:
                _handling = _handling with { Assignee = default };
                return null;
            case TransitionEffect.SetTeam:
                _handling = _handling with { Team = action.Team!.Value, Assignee = action.Assignee ?? default };
                return null;
            case TransitionEffect.SetPerson:
                _handling = _handling with { ComplainedOf = action.Person ?? _handling.ComplainedOf };
                return null;
            case TransitionEffect.RaiseLevel:
                Level++;
                return null;
            case TransitionEffect.CountRework:
                ReworkCount++;
                return null;
            case TransitionEffect.CountReopen:
                _reopening = new Reopening(action.Reason!, _reopening);
                return null;
            case TransitionEffect.CountReminder:
                Reminders++;
                return null;
            case TransitionEffect.RaiseSeverity:
                IsRaised = true;
                Request = Request.Severity is Severity.General or Severity.Important ? Request.WithSeverity(Request.Severity + 1) : Request;
                return null;
            case TransitionEffect.Reclassify:
                Request = action.Request!;
                return null;
            case TransitionEffect.SetVisit:
                _visits = _visits with { VisitAt = action.Time };
                return null;
            case TransitionEffect.FailVisit:
                FailedVisits++;
                _visits = _visits with { VisitAt = action.Time };
                _handling = _handling with { Assignee = default };
                return null;
            case TransitionEffect.SetExpiry:
                _visits = _visits with { ExpiresAt = action.Time };
                return null;
            case TransitionEffect.SetRemedy:
                _remedy = action.Amount is { } cost ? new Remedy(cost, IsApproved: false) : _remedy;
                return null;
            case TransitionEffect.ApproveRemedy:
                _remedy = _remedy with { IsApproved = true };
                return null;
            case TransitionEffect.LinkMerged:
                return Link(action.Link!.Value, LinkKind.MergedInto);
            case TransitionEffect.LinkConverted:
                return Link(action.Link!.Value, LinkKind.ConvertedTo);
            default:
                return ChangeLines(effect, action);
        }
    }

    private UnmetGuard? Link(TicketLink link, LinkKind kind)
    {
        if (link.Kind != kind)
        {
            return new UnmetGuard("link-of-that-kind", $"the link \"{link}\" is of another kind than this action makes", $"关联“{link}”的类型与该操作不符");
        }

        if (link.Ticket == Id)
        {
            return new UnmetGuard("link-elsewhere", "a ticket cannot go on in itself", "工单不能并入或转入自身");
        }

        _links = _links.Add(link);
        return null;
    }

    private UnmetGuard? ChangeLines(TransitionEffect effect, TicketAction action)
    {
        ReturnLine[] lines = [.. _lines];
        for (int i = 0; i < action.Lines.Count; i++)
        {
            LineQuantity quantity = action.Lines[i];
            int index = 0;
            while (index < lines.Length && !string.Equals(lines[index].Line, quantity.Line, StringComparison.Ordinal))
            {
                index++;
            }

            if (index == lines.Length)
            {
                return new UnmetGuard("known-line", $"line {quantity.Line} is not part of this ticket", $"工单没有明细{quantity.Line}");
            }

            (ReturnLine? changed, UnmetGuard? unmet) = lines[index].Add(effect, quantity);
            if (unmet is not null)
            {
                return unmet;
            }

            lines[index] = changed!;
        }

        _lines = lines;
        return null;
    }
}
