using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Cli.Mapping;

/// <summary>What a value of an event column means; all three null: nothing that a clock looks at.</summary>
internal sealed record EventMeaning(Signal? Signal, WaitReason? WaitBegins, WaitReason? WaitEnds);
