using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>Walks with fewer attempts, and attempts that give less.</summary>
internal static class WalkShrinker
{
    /// <summary>Over the same lifecycle: it is somebody's own.</summary>
    internal static IEnumerable<TicketWalk> Smaller(TicketWalk walk) =>
        PartShrinker.Shorter(walk.Attempts).Concat(PartShrinker.OneSmaller(walk.Attempts, Smaller)).Select(attempts => new TicketWalk(walk.Opened, attempts));

    /// <summary>At last the lifecycle becomes smaller, too.</summary>
    internal static IEnumerable<TicketWalk> SmallerWithLifecycle(TicketWalk walk)
    {
        Ticket opened = walk.Opened;
        LineQuantity[] bought = [.. opened.Lines.Select(line => new LineQuantity(line.Line, line.Bought, line.Paid))];
        return Smaller(walk).Concat(LifecycleShrinker.Smaller(opened.Lifecycle)
            .Select(lifecycle => new TicketWalk(Ticket.Open(opened.Id, opened.Request, lifecycle, opened.OpenedAt, opened.OpenedBy, bought), walk.Attempts)));
    }

    private static IEnumerable<WalkAttempt> Smaller(WalkAttempt attempt) => Smaller(Parts.Of(attempt.Action)).Select(parts => new WalkAttempt(parts.Made(), attempt.At, attempt.By, attempt.ActionId));

    private static IEnumerable<Parts> Smaller(Parts parts)
    {
        Parts[] plainer =
        [
            parts with { Assignee = null }, parts with { Team = null }, parts with { Reason = null }, parts with { Request = null }, parts with { Time = null },
            parts with { Amount = null }, parts with { Link = null }, parts with { Person = null },
        ];
        return PartShrinker.Shorter(parts.Lines).Select(lines => parts with { Lines = lines })
            .Concat(PartShrinker.Shorter(parts.Texts).Select(texts => parts with { Texts = texts }))
            .Concat(plainer.Where(one => one != parts));
    }

    private sealed record Parts
    {
        public Trigger Trigger { get; init; }

        public PersonId? Assignee { get; init; }

        public TeamId? Team { get; init; }

        public string? Reason { get; init; }

        public ServiceRequest? Request { get; init; }

        public Instant? Time { get; init; }

        public decimal? Amount { get; init; }

        public TicketLink? Link { get; init; }

        public PersonId? Person { get; init; }

        public IReadOnlyList<LineQuantity> Lines { get; init; } = [];

        public IReadOnlyList<KeyValuePair<string, string>> Texts { get; init; } = [];

        public static Parts Of(TicketAction one) => new()
        {
            Trigger = one.Trigger,
            Assignee = one.Assignee,
            Team = one.Team,
            Reason = one.Reason,
            Request = one.Request,
            Time = one.Time,
            Amount = one.Amount,
            Link = one.Link,
            Person = one.Person,
            Lines = one.Lines,
            Texts = one.Texts,
        };

        public TicketAction Made()
        {
            TicketAction made = Texts.Aggregate(TicketAction.Of(Trigger), (one, text) => one.With(text.Key, text.Value));
            made = Assignee is { } assignee ? made.WithAssignee(assignee) : made;
            made = Team is { } team ? made.WithTeam(team) : made;
            made = Reason is { } reason ? made.WithReason(reason) : made;
            made = Request is { } request ? made.WithRequest(request) : made;
            made = Time is { } time ? made.WithTime(time) : made;
            made = Amount is { } amount ? made.WithAmount(amount) : made;
            made = Link is { } link ? made.WithLink(link) : made;
            made = Person is { } person ? made.WithPerson(person) : made;
            return Lines.Count == 0 ? made : made.WithLines(Lines);
        }
    }
}
