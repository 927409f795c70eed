using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;

namespace AfterSales.Domain.Cli.Mapping;

/// <summary>What being in a state means: a signal when it is entered, a wait while it lasts; and whether the work is done there, so that leaving it for a state where it is not reopens the ticket.</summary>
internal sealed record StateMeaning(Signal? Signal, WaitReason? Wait, bool IsSettled);
