namespace AfterSales.Domain.Tickets;

/// <content>How a ticket is stored and loaded without its whole history.</content>
public sealed partial class Ticket
{
    /// <summary>Gives the ticket as plain data; law: loading it gives an equal ticket, which goes on as this one would.</summary>
    /// <returns>The data; changing it does not change the ticket.</returns>
    public TicketSnapshot ToSnapshot() => new()
    {
        Id = Id.Value,
        Lifecycle = Lifecycle.Name,
        State = State.Name,
        Version = Version,
        Request = Request,
        OpenedAt = OpenedAt,
        OpenedBy = OpenedBy,
        Since = Since,
        Assignee = Assignee,
        Team = Team,
        ComplainedOf = ComplainedOf,
        Level = Level,
        ReworkCount = ReworkCount,
        IsRaised = IsRaised,
        Reminders = Reminders,
        FirstResolvedAt = FirstResolvedAt,
        LastResolvedAt = LastResolvedAt,
        ReopenReasons = ReopenReasons,
        VisitAt = VisitAt,
        ExpiresAt = ExpiresAt,
        FailedVisits = FailedVisits,
        RemedyCost = RemedyCost,
        IsRemedyApproved = IsRemedyApproved,
        Links = [.. _links],
        Lines = [.. _lines.Select(line => line.ToSnapshot())],
        RecentEvents = RecentEvents,
    };

    /// <summary>Loads a ticket from plain data.</summary>
    /// <param name="snapshot">The data.</param>
    /// <param name="lifecycle">The table by which it lives; its name must be the snapshot's.</param>
    /// <returns>The ticket.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The data is of another format or lifecycle, or cannot be a ticket's; the message lists every problem.</exception>
    public static Ticket From(TicketSnapshot snapshot, Lifecycle lifecycle)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(lifecycle);
        string[] problems = [.. Problems(snapshot, lifecycle)];
        if (problems.Length > 0)
        {
            throw new ArgumentException($"The snapshot is not a ticket's: {string.Join("; ", problems)}.", nameof(snapshot));
        }

        (TicketEvent recent, TicketEvent? older) = Chained(snapshot.RecentEvents);
        return new Ticket(
            new TicketOrigin(new TicketId(snapshot.Id), lifecycle, snapshot.OpenedAt, snapshot.OpenedBy),
            snapshot.Request!,
            lifecycle.Node(snapshot.State)!,
            recent)
        {
            Version = snapshot.Version,
            Reminders = snapshot.Reminders,
            Since = snapshot.Since,
            Level = snapshot.Level,
            ReworkCount = snapshot.ReworkCount,
            FailedVisits = snapshot.FailedVisits,
            IsRaised = snapshot.IsRaised,
            _handling = new Handling(snapshot.Assignee ?? default, snapshot.Team ?? default, snapshot.ComplainedOf ?? default),
            _visits = new Visits(snapshot.VisitAt, snapshot.ExpiresAt),
            _remedy = new Remedy(snapshot.RemedyCost, snapshot.IsRemedyApproved),
            _resolution = snapshot is { FirstResolvedAt: { } first, LastResolvedAt: { } last } ? new Resolution(last, new Resolution(first, last: null)) : null,
            _reopening = snapshot.ReopenReasons.Aggregate((Reopening?)null, (before, reason) => new Reopening(reason, before)),
            _links = ValueList<TicketLink>.Of(snapshot.Links),
            _lines = [.. snapshot.Lines.Select(line => new ReturnLine(line))],
            _older = older,
        };
    }

    /// <summary>The events in two chains, as applying them would have left them.</summary>
    private static (TicketEvent Recent, TicketEvent? Older) Chained(IReadOnlyList<TicketEvent> events)
    {
        TicketEvent recent = events[0].After(null);
        TicketEvent? older = null;
        foreach (TicketEvent happened in events.Skip(1))
        {
            bool begins = happened.Version % RememberedEvents == 1;
            (recent, older) = (happened.After(begins ? null : recent), begins ? recent : older);
        }

        return (recent, older);
    }

    private static IEnumerable<string> Problems(TicketSnapshot snapshot, Lifecycle lifecycle)
    {
        (bool IsWrong, string Problem)[] checks =
        [
            (snapshot.Format != TicketSnapshot.CurrentFormat, FormattableString.Invariant($"format {snapshot.Format} is not {TicketSnapshot.CurrentFormat}")),
            (string.IsNullOrWhiteSpace(snapshot.Id) || snapshot.Id.Length > 128, "the id has not 1 to 128 characters"),
            (!string.Equals(snapshot.Lifecycle, lifecycle.Name, StringComparison.Ordinal), $"lifecycle {snapshot.Lifecycle} is not {lifecycle.Name}"),
            (lifecycle.FindState(snapshot.State) is null, $"the lifecycle has no state {snapshot.State}"),
            (snapshot.Request is null, "there is no request"),
            (IsIncomplete(snapshot.OpenedBy), "who opened it lacks person or role"),
            (snapshot.Level < 1, "the level is less than 1"),
            (snapshot.ReworkCount < 0 || snapshot.Reminders < 0 || snapshot.FailedVisits < 0, "a count is negative"),
            (snapshot.FirstResolvedAt is null != snapshot.LastResolvedAt is null, "there is a first or a last resolution, but not both"),
            (snapshot.RemedyCost < 0, "the cost of the remedy is negative"),
            (snapshot.ReopenReasons?.All(reason => reason is not null) != true, "a reason for reopening is missing"),
            (snapshot.Links?.All(link => link != default) != true, "a link leads nowhere"),
            (snapshot.Lines?.All(line => line is not null && ReturnLine.IsPossible(line)) != true, "a line's numbers are impossible"),
            (snapshot.Lines?.Select(line => line?.Line).Distinct(StringComparer.Ordinal).Count() < snapshot.Lines?.Count, "a line is there twice"),
            (!AreLastEvents(snapshot), "the recent events are not the last ones of this version and state"),
        ];
        return checks.Where(check => check.IsWrong).Select(check => check.Problem);
    }

    private static bool AreLastEvents(TicketSnapshot snapshot)
    {
        if (snapshot.Version < 1 || snapshot.RecentEvents is not { } events || events.Count != Math.Min(snapshot.Version, RememberedEvents))
        {
            return false;
        }

        for (int i = 0; i < events.Count; i++)
        {
            if (events[i] is null || events[i].Version != snapshot.Version - events.Count + 1 + i)
            {
                return false;
            }
        }

        return string.Equals(events[events.Count - 1].To, snapshot.State, StringComparison.Ordinal);
    }
}
