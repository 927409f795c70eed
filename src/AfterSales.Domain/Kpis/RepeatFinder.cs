using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Kpis;

/// <summary>Finds repairs that came back: the same asset with the same fault, after it was resolved (R27).</summary>
/// <remarks>
/// A later ticket repeats an earlier one when it says so (<see cref="KpiTicket.RepeatOf"/>), or when kind, customer, product and problem are named in both and equal. Tests,
/// spam, and tickets that were merged, converted or cancelled before work repeat nothing. Holds all tickets given: on an engine, partition by customer. Pure and thread-safe.
/// </remarks>
public static class RepeatFinder
{
    /// <summary>Marks every ticket that was repeated.</summary>
    /// <param name="tickets">The tickets; those that may repeat each other together.</param>
    /// <returns>The same tickets in the same order, with <see cref="KpiTicket.RepeatedAt"/> where one came back.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tickets"/> or one of them is null.</exception>
    public static IReadOnlyList<KpiTicket> Mark(IEnumerable<KpiTicket> tickets)
    {
        ArgumentNullException.ThrowIfNull(tickets);
        KpiTicket[] all = [.. tickets];
        foreach (KpiTicket ticket in all)
        {
            ArgumentNullException.ThrowIfNull(ticket, nameof(tickets));
        }

        ILookup<TicketId, KpiTicket> links = all.Where(Repeats).Where(ticket => ticket.RepeatOf is not null).ToLookup(ticket => ticket.RepeatOf!.Value);
        Dictionary<(RequestKind, PersonId, string, string), Instant[]> openings = all.Where(Repeats).Where(ticket => AssetOf(ticket) is not null)
            .GroupBy(ticket => AssetOf(ticket)!.Value).ToDictionary(group => group.Key, group => group.Select(ticket => ticket.OpenedAt).Distinct().OrderBy(at => at).ToArray());
        return [.. all.Select(ticket => Marked(ticket, links[ticket.Id], openings))];
    }

    private static KpiTicket Marked(KpiTicket ticket, IEnumerable<KpiTicket> links, Dictionary<(RequestKind, PersonId, string, string), Instant[]> openings)
    {
        if (ticket.ResolvedAt is not { } resolved)
        {
            return ticket;
        }

        KpiTicket marked = links.Aggregate(ticket, (one, repeat) => one.Repeated(repeat.OpenedAt));
        if (AssetOf(ticket) is { } asset && openings.TryGetValue(asset, out Instant[]? opened))
        {
            int found = Array.BinarySearch(opened, resolved);
            int next = found < 0 ? ~found : found;

            // A ticket opened and resolved at one instant does not repeat itself, nor those opened beside it.
            next += next < opened.Length && opened[next] == ticket.OpenedAt && Repeats(ticket) ? 1 : 0;
            marked = next < opened.Length ? marked.Repeated(opened[next]) : marked;
        }

        return marked;
    }

    private static bool Repeats(KpiTicket ticket) => ticket.Exclusion is null;

    private static (RequestKind Kind, PersonId Customer, string Product, string Problem)? AssetOf(KpiTicket ticket) =>
        ticket.Request is { Customer: { } customer, Product: { } product, Problem: { } problem } ? (ticket.Request.Kind, customer, product, problem) : null;
}
