using NodaTime;

namespace AfterSales.Domain.Sla;

/// <summary>What held a due, noted while its rule is evaluated: explanations need it, clocks only the due.</summary>
internal sealed class HoldTrace
{
    /// <summary>Gets the parts of waits that the cap of their reason leaves, whether they counted or not.</summary>
    internal List<WaitSpan> WithinCaps { get; } = [];

    /// <summary>Gets the spans that counted, those that go on up to the instant they are seen from.</summary>
    internal List<(Instant Start, Instant End)> Counted { get; } = [];

    /// <summary>The spans that counted without overlaps, in order.</summary>
    internal List<(Instant Start, Instant End)> United() => HeldSpans.Unite([.. Counted]);
}
