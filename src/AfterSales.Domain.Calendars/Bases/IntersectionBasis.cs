namespace AfterSales.Domain.Calendars;

/// <summary>Open while both calendars are; made by <see cref="BusinessCalendar.Intersect"/>.</summary>
/// <remarks>This type is immutable and thread-safe.</remarks>
public sealed class IntersectionBasis : CombinedBasis
{
    internal IntersectionBasis(BusinessCalendar left, BusinessCalendar right)
        : base(left, right)
    {
    }

    private protected override string Word => "and";

    internal override (int First, int Last) Extent =>
        (Math.Max(Left.Extent.First, ExtentInOtherZone(Right).First), Math.Min(Left.Extent.Last, ExtentInOtherZone(Right).Last));

    internal override OpeningReason ReasonAt(Instant at, LocalDate ownerOrLocalDate, bool isOpen) =>
        isOpen || !Left.IsOpen(at) ? Left.ReasonAt(at) : Right.ReasonAt(at);

    private protected override void ExpandRegular(int firstDay, int lastDay, int baseDay, List<OwnedRange> into)
    {
        List<OwnedRange> left = [];
        Left.Expand(firstDay, lastDay, baseDay, left);
        foreach (OwnedRange range in left)
        {
            foreach ((long start, long end) in Right.OpenBetween(range.Start, range.End, baseDay))
            {
                into.Add(new OwnedRange(range.Day, start, end));
            }
        }
    }
}
