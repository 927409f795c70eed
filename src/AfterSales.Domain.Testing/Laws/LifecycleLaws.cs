using AfterSales.Domain.Json;
using AfterSales.Domain.Tickets;
using FsCheck.Fluent;

namespace AfterSales.Domain.Testing;

/// <summary>The laws of tickets, for your own lifecycle in one line: <c>LifecycleLaws.HoldFor(ourLifecycle)</c>.</summary>
/// <remarks>The cases are walks over your lifecycle (<see cref="TicketGenerators.WalksOver"/>). The methods are safe for use by several threads as far as the guards are.</remarks>
public static class LifecycleLaws
{
    /// <summary>Gets every law.</summary>
    public static IReadOnlyList<Law<TicketWalk>> All { get; } =
    [
        new("an accepted action moves the version by one and says from where to where", AcceptedSayWhat),
        new("a refused action changes nothing and says why", RefusedSayWhy),
        new("what is accepted was permitted", AcceptedWerePermitted),
        new("a closed ticket takes no action", ClosedStayClosed),
        new("an action that is sent twice is done once", TwiceIsOnce),
        new("goods settled were received, goods received were approved, goods approved were bought, and no more is paid back than was paid", GoodsAddUp),
        new("replaying the events gives the ticket", ReplayGivesTheTicket),
        new("a ticket that is saved and loaded at any point goes on as if it had not been", SnapshotsSurvive),
        new("a lifecycle that is written as JSON and read back is equal", DocumentsSurvive),
    ];

    /// <summary>Tries every law on a lifecycle, each on <see cref="LawRun.Default"/> many walks.</summary>
    /// <param name="lifecycle">The lifecycle.</param>
    /// <exception cref="ArgumentNullException"><paramref name="lifecycle"/> is null.</exception>
    /// <exception cref="LawBrokenException">A law does not hold: a guard of yours may say different things of the same ticket.</exception>
    public static void HoldFor(Lifecycle lifecycle) => HoldFor(lifecycle, All, LawRun.Default);

    /// <summary>Tries laws on a lifecycle.</summary>
    /// <param name="lifecycle">The lifecycle.</param>
    /// <param name="laws">What has to be true of every walk, such as <see cref="All"/>.</param>
    /// <param name="run">How many cases, and which.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="LawBrokenException">A law does not hold.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void HoldFor(Lifecycle lifecycle, IEnumerable<Law<TicketWalk>> laws, LawRun run)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        ArgumentNullException.ThrowIfNull(laws);
        ArgumentNullException.ThrowIfNull(run);
        LawRunner.Hold(laws, Arb.From(TicketGenerators.WalksOver(lifecycle), WalkShrinker.Smaller), run);
    }

    /// <summary>Verifies the table: states nobody reaches, tickets that cannot be closed, waits without an end, rows that contradict each other.</summary>
    /// <param name="lifecycle">The lifecycle.</param>
    /// <param name="except">What may be found.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="LawBrokenException">Something else is found; the message tells every finding.</exception>
    public static void NoFindings(Lifecycle lifecycle, params LifecycleFindingCode[] except)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        ArgumentNullException.ThrowIfNull(except);
        LifecycleFinding[] found = [.. lifecycle.Verify().Where(one => Array.IndexOf(except, one.Code) < 0)];
        if (found.Length > 0)
        {
            throw new LawBrokenException("a lifecycle has no findings", string.Concat(found.Select(one => $"\n{one.Code}: {one}")), "Found by looking at every state and every transition.", counterexample: null);
        }
    }

    private static string? AcceptedSayWhat(TicketWalk walk)
    {
        foreach ((Ticket before, _, TransitionResult? result, Ticket after) in walk.Walk())
        {
            if (result is AcceptedTransition { IsRepeated: false, Event: var happened }
                && (after.Version != before.Version + 1 || happened.Version != after.Version || !Same(happened.From, before.State.Name) || !Same(happened.To, after.State.Name) || !after.LastEvent.Equals(happened)
                    || before.LastEvent.At - happened.At > after.Lifecycle.Terms.LateReports))
            {
                return $"{before} became {after} by {happened}";
            }
        }

        return null;
    }

    private static string? RefusedSayWhy(TicketWalk walk)
    {
        foreach ((Ticket before, _, TransitionResult? result, _) in walk.Walk())
        {
            if (result is RefusedTransition refused
                && (!refused.Ticket.Equals(before) || (refused.Reason.Code == RefusalCode.Guard) != (refused.UnmetGuards.Count > 0) || (refused.Reason.Code == RefusalCode.MissingDetails) != (refused.Missing.Count > 0)))
            {
                return $"{before}: {refused}";
            }
        }

        return null;
    }

    private static string? AcceptedWerePermitted(TicketWalk walk)
    {
        foreach ((Ticket before, WalkAttempt? attempt, TransitionResult? result, _) in walk.Walk())
        {
            if (result is AcceptedTransition && !before.Permitted(attempt!.By, attempt.At).Any(one => one.Trigger == attempt.Action.Trigger))
            {
                return $"{before} took {attempt}";
            }
        }

        return null;
    }

    private static string? ClosedStayClosed(TicketWalk walk)
    {
        foreach ((Ticket before, _, TransitionResult? result, _) in walk.Walk())
        {
            if (before.IsClosed && result is AcceptedTransition { IsRepeated: false })
            {
                return $"{before}: {result}";
            }
        }

        return null;
    }

    private static string? TwiceIsOnce(TicketWalk walk)
    {
        foreach ((_, WalkAttempt? attempt, TransitionResult? result, Ticket after) in walk.Walk())
        {
            if (result is AcceptedTransition && (attempt!.On(after) is not AcceptedTransition { IsRepeated: true } again || !again.Ticket.Equals(after)))
            {
                return $"{attempt} again gives {attempt.On(after)}";
            }
        }

        return null;
    }

    private static string? GoodsAddUp(TicketWalk walk) => walk.Walk().SelectMany(step => step.After.Lines)
        .Where(line => line.Settled > line.Received || line.Received > line.Approved || line.Approved > line.Bought || line.RefundedAmount < 0 || line.RefundedAmount > line.Paid)
        .Select(line => line.ToString()).FirstOrDefault();

    private static string? ReplayGivesTheTicket(TicketWalk walk)
    {
        List<TicketEvent> events = [walk.Opened.LastEvent];
        Ticket last = walk.Opened;
        foreach ((_, _, TransitionResult? result, Ticket after) in walk.Walk())
        {
            last = after;
            if (result is AcceptedTransition { IsRepeated: false } accepted)
            {
                events.Add(accepted.Event);
            }
        }

        ReplayResult replayed = Ticket.Replay(last.Id, last.Lifecycle, events);
        return replayed is ReplayedTicket ticket && ticket.Ticket.Equals(last) ? null : $"{last} replays as {replayed}";
    }

    private static string? SnapshotsSurvive(TicketWalk walk)
    {
        Ticket loaded = walk.Opened;
        foreach ((_, WalkAttempt? attempt, TransitionResult? result, Ticket after) in walk.Walk().Skip(1))
        {
            loaded = Ticket.From(TicketDocument.Read(TicketDocument.Write(loaded)).Value, walk.Opened.Lifecycle);
            TransitionResult again = attempt!.On(loaded);
            loaded = again is AcceptedTransition accepted ? accepted.Ticket : loaded;
            if (!Same($"{again}", $"{result}") || !loaded.Equals(after))
            {
                return $"loaded {again}, without {result}";
            }
        }

        return null;
    }

    private static string? DocumentsSurvive(TicketWalk walk)
    {
        Lifecycle lifecycle = walk.Opened.Lifecycle;
        Lifecycle read = LifecycleDocument.Read(LifecycleDocument.Write(lifecycle), CSharpTickets.HostGuards(lifecycle)).Value;
        return lifecycle.Equals(read) ? null : $"it reads back as {read.ToTable()}";
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
