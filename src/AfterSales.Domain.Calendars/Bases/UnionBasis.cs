namespace AfterSales.Domain.Calendars;

/// <summary>Open while one of the calendars is; made by <see cref="BusinessCalendar.Union"/>. A range is owned by the date, in the left zone, it starts on.</summary>
/// <remarks>This type is immutable and thread-safe.</remarks>
public sealed class UnionBasis : CombinedBasis
{
    internal UnionBasis(BusinessCalendar left, BusinessCalendar right)
        : base(left, right)
    {
    }

    private protected override string Word => "or";

    internal override (int First, int Last) Extent =>
        (Math.Min(Left.Extent.First, ExtentInOtherZone(Right).First), Math.Max(Left.Extent.Last, ExtentInOtherZone(Right).Last));

    internal override OpeningReason ReasonAt(Instant at, LocalDate ownerOrLocalDate, bool isOpen) =>
        !isOpen || Left.IsOpen(at) ? Left.ReasonAt(at) : Right.ReasonAt(at);

    private protected override void ExpandRegular(int firstDay, int lastDay, int baseDay, List<OwnedRange> into)
    {
        List<OwnedRange> both = [];
        Left.Expand(firstDay - 2, lastDay + 2, baseDay, both);
        Right.Expand(firstDay - 3, lastDay + 3, baseDay, both);
        foreach (OwnedRange range in both)
        {
            int day = DayNumber.Of(DayNumber.Start(baseDay).PlusNanoseconds(range.Start).InZone(Zone).Date);
            if (day >= firstDay && day <= lastDay)
            {
                into.Add(range with { Day = day });
            }
        }
    }
}
