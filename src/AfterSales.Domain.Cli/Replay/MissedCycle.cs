using AfterSales.Domain.Sla;
using NodaTime;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>A cycle that was late, with what a report shows of it.</summary>
internal sealed record MissedCycle(string Ticket, long Line, string Objective, string Target, Instant Start, BreachedState State);
