namespace AfterSales.Domain.Routing;

/// <summary>The first hard rule that stands against somebody, and why.</summary>
internal readonly record struct Refusal(HardRule Rule, RoutingReason Reason);
