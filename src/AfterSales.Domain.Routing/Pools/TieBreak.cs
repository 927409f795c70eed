namespace AfterSales.Domain.Routing;

/// <summary>The total order among technicians of equal score: lower ratio of load to capacity, then longer without an assignment, then the lower identifier.</summary>
internal static class TieBreak
{
    internal static int Compare(Technician left, Technician right)
    {
        int byLoad = CompareLoads(left, right);
        if (byLoad != 0)
        {
            return byLoad;
        }

        int bySequence = left.LastAssigned.CompareTo(right.LastAssigned);
        return bySequence != 0 ? bySequence : left.Id.CompareTo(right.Id);
    }

    /// <summary>Compares load / capacity as fractions, without rounding.</summary>
    internal static int CompareLoads(Technician left, Technician right) =>
        ((long)left.Load * right.Capacity).CompareTo((long)right.Load * left.Capacity);
}
