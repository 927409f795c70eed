namespace AfterSales.Domain.Calendars;

/// <summary>Open while the left calendar is and the right one is not; made by <see cref="BusinessCalendar.Except"/>.</summary>
/// <remarks>This type is immutable and thread-safe.</remarks>
public sealed class ExceptionBasis : CombinedBasis
{
    internal ExceptionBasis(BusinessCalendar left, BusinessCalendar right)
        : base(left, right)
    {
    }

    private protected override string Word => "except";

    internal override (int First, int Last) Extent => Left.Extent;

    internal override OpeningReason ReasonAt(Instant at, LocalDate ownerOrLocalDate, bool isOpen) =>
        isOpen || !Left.IsOpen(at) ? Left.ReasonAt(at) : OpeningReason.ExcludedBy(Right);

    private protected override void ExpandRegular(int firstDay, int lastDay, int baseDay, List<OwnedRange> into)
    {
        List<OwnedRange> left = [];
        Left.Expand(firstDay, lastDay, baseDay, left);
        foreach (OwnedRange range in left)
        {
            long from = range.Start;
            foreach ((long start, long end) in Right.OpenBetween(range.Start, range.End, baseDay))
            {
                if (from < start)
                {
                    into.Add(new OwnedRange(range.Day, from, start));
                }

                from = end;
            }

            if (from < range.End)
            {
                into.Add(new OwnedRange(range.Day, from, range.End));
            }
        }
    }
}
