using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tickets;

/// <content>What a transition changes; called only on a copy that nobody has seen yet.</content>
public sealed partial class Ticket
{
    private void Enter(StateNode to, TicketEvent happened)
    {
        Version = happened.Version;
        Remember(happened);
        if (ReferenceEquals(to, _node))
        {
            return;
        }

        if (to.State.Category == StateCategory.Resolved && State.Category != StateCategory.Resolved)
        {
            _resolutions = new Resolutions(_resolutions?.First ?? happened.At, happened.At);
        }

        _node = to;
        Since = happened.At;
        Reminders = 0;
    }

    // Sixteen events to a chain: when one is full, the one before it is let go, so that between 16 and 31 events are held and none is copied.
    private void Remember(TicketEvent happened)
    {
        bool isFull = happened.Version % Tickets.RecentEvents.Remembered == 1;
        _older = isFull ? _recent : _older;
        _recent = new RecentEvents(happened, isFull ? null : _recent);
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
                _handling = _handling with { Level = _handling.Level + 1 };
                return null;
            case TransitionEffect.CountRework:
                _handling = _handling with { ReworkCount = _handling.ReworkCount + 1 };
                return null;
            case TransitionEffect.CountReopen:
                _reopenReasons = _reopenReasons.Add(action.Reason!);
                return null;
            case TransitionEffect.CountReminder:
                Reminders++;
                return null;
            case TransitionEffect.RaiseSeverity:
                _handling = _handling with { IsRaised = true };
                Request = Request.Severity is Severity.General or Severity.Important ? Request.WithSeverity(Request.Severity + 1) : Request;
                return null;
            case TransitionEffect.Reclassify:
                Request = action.Request!;
                return null;
            case TransitionEffect.SetVisit:
                _visits = _visits with { VisitAt = action.Time };
                return null;
            case TransitionEffect.FailVisit:
                _visits = _visits with { VisitAt = action.Time, Failed = _visits.Failed + 1 };
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
                return ChangeLines(effect, action.Lines);
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

    private UnmetGuard? ChangeLines(TransitionEffect effect, IReadOnlyList<LineQuantity> quantities)
    {
        ReturnLine[] lines = [.. _lines];
        foreach (LineQuantity quantity in quantities)
        {
            int index = Array.FindIndex(lines, line => string.Equals(line.Line, quantity.Line, StringComparison.Ordinal));
            if (index < 0)
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

        _lines = ValueList<ReturnLine>.Of(lines);
        return null;
    }
}
