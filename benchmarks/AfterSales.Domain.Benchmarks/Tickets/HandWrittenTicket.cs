using NodaTime;

namespace AfterSales.Domain.Benchmarks.Tickets;

/// <summary>The baseline: the thirteen transitions of one case as a switch.</summary>
internal sealed record HandWrittenTicket(string State, int Version, Instant Since, string? Assignee)
{
    public HandWrittenTicket Apply(string trigger, Instant at, string by)
    {
        string next = (State, trigger) switch
        {
            ("registered", "triage") => "triaged",
            ("triaged", "quote") => "quoted",
            ("quoted", "approve") => "approved",
            ("approved", "dispatch") => "dispatched",
            ("dispatched", "accept") => "accepted",
            ("accepted", "depart") => "en-route",
            ("en-route", "arrive") => "on-site",
            ("on-site", "diagnose") => "in-repair",
            ("in-repair", "need-parts") => "waiting-for-parts",
            ("waiting-for-parts", "parts-in") => "in-repair",
            ("in-repair", "finish") => "repaired",
            ("repaired", "accept-work") => "accepted-by-customer",
            ("accepted-by-customer", "charge") => "closed",
            _ => throw new InvalidOperationException($"{State} does not know {trigger}."),
        };
        return this with { State = next, Version = Version + 1, Since = at, Assignee = by };
    }
}
