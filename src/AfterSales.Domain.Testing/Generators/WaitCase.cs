using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>A wait with what it pauses for.</summary>
internal sealed record WaitCase(Pause Pause, Instant Start, Instant End)
{
    /// <summary>Makes waits for two reasons, of which only the first may have a cap, within ten days of a start.</summary>
    internal static Gen<WaitCase[]> After(Instant start) =>
        from cap in RuleGenerators.Caps
        from count in Gen.Choose(0, 4)
        from waits in Gen.ArrayOf(
            from capped in Gen.Elements(true, false)
            from begin in Gen.Choose(0, 3000)
            from length in Gen.Choose(1, 1500)
            select new WaitCase(PauseOf(capped, cap), start + Duration.FromMinutes(begin), start + Duration.FromMinutes(begin + length)),
            count)
        select waits;

    internal static DueFacts Facts(IEnumerable<WaitCase> waits) => waits.Aggregate(DueFacts.None, (facts, wait) => facts.Paused(wait.Pause, wait.Start, wait.End));

    internal static Pause PauseOf(bool capped, Duration? cap) =>
        !capped ? Pause.On(WaitReason.Parts) : cap is { } limit ? Pause.On(WaitReason.Customer).UpTo(limit) : Pause.On(WaitReason.Customer);
}
