using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain;

/// <summary>One event of a ticket with the states it lies between and the request as it is after it.</summary>
internal sealed record TicketStep(TicketEvent Happened, LifecycleState? From, LifecycleState To, IReadOnlyList<TransitionEffect> Effects, ServiceRequest Request)
{
    internal bool IsOpening => From is null;

    internal bool Resolves => IsResolved(To) && !(From is { } from && IsResolved(from));

    internal bool TakesUpAgain => From?.Category == StateCategory.Resolved && To.Category is not (StateCategory.Resolved or StateCategory.Closed);

    internal bool EntersState => From is null || !string.Equals(From.Name, To.Name, StringComparison.Ordinal);

    /// <exception cref="ArgumentNullException">An argument or an event is null.</exception>
    /// <exception cref="ArgumentException">The events are not those of a ticket of this lifecycle from its opening on.</exception>
    internal static List<TicketStep> Of(Lifecycle lifecycle, IEnumerable<TicketEvent> events)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        ArgumentNullException.ThrowIfNull(events);
        List<TicketStep> steps = [];
        foreach (TicketEvent happened in events)
        {
            ArgumentNullException.ThrowIfNull(happened, nameof(events));
            steps.Add(steps.Count == 0 ? Opening(lifecycle, happened) : Next(lifecycle, steps[steps.Count - 1], happened));
        }

        return steps.Count > 0 ? steps : throw new ArgumentException("A ticket has at least one event, its opening.", nameof(events));
    }

    private static TicketStep Opening(Lifecycle lifecycle, TicketEvent happened) =>
        happened.Trigger == Trigger.Open && happened.Action.Request is { } request
            ? new TicketStep(happened, From: null, State(lifecycle, happened.To, happened), [], request)
            : throw new ArgumentException($"The first event must open the ticket with its request; it is \"{happened}\".", nameof(happened));

    private static TicketStep Next(Lifecycle lifecycle, TicketStep before, TicketEvent happened)
    {
        if (!string.Equals(before.To.Name, happened.From, StringComparison.Ordinal))
        {
            throw new ArgumentException($"\"{happened}\" does not follow an event that led to {before.To.Name}; allowed are all events of one ticket in their order.", nameof(happened));
        }

        LifecycleState to = State(lifecycle, happened.To, happened);
        Transition row = lifecycle.TransitionsFrom(happened.From)
            .FirstOrDefault(one => one.Trigger == happened.Trigger && string.Equals(one.To, happened.To, StringComparison.Ordinal))
            ?? throw new ArgumentException($"\"{happened}\" is no transition of the lifecycle {lifecycle.Name}.", nameof(happened));
        ServiceRequest request = before.Request;
        foreach (TransitionEffect effect in row.Effects)
        {
            request = effect switch
            {
                TransitionEffect.Reclassify when happened.Action.Request is { } changed => changed,
                TransitionEffect.RaiseSeverity when request.Severity is Severity.General or Severity.Important => request.WithSeverity(request.Severity + 1),
                _ => request,
            };
        }

        return new TicketStep(happened, before.To, to, row.Effects, request);
    }

    private static LifecycleState State(Lifecycle lifecycle, string name, TicketEvent happened) =>
        lifecycle.FindState(name) ?? throw new ArgumentException($"\"{happened}\" leads to \"{name}\", which is no state of the lifecycle {lifecycle.Name}.", nameof(happened));

    private static bool IsResolved(LifecycleState state) =>
        state.Category == StateCategory.Resolved || state.Outcome is TicketOutcome.Solved or TicketOutcome.Unconfirmed or TicketOutcome.NotSolved;
}
