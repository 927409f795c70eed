namespace AfterSales.Domain.Routing;

/// <summary>Who guides a technician (R14): somebody of the company's own staff who is there, is not excluded, and is not the technician himself.</summary>
internal static class Guidance
{
    /// <summary>The first such row in the order of the tie-break; −1 when there is none.</summary>
    internal static int RowFor(CandidateTable table, WorkItem item, GradeSet guides, int technicianRow, int[] working)
    {
        for (int row = 0; row < table.Technicians.Length; row++)
        {
            if ((table.GradeBits[row] & guides.Bits) != 0 && working[row] != 0 && row != technicianRow && MayGuide(table.Technicians[row], item))
            {
                return row;
            }
        }

        return -1;
    }

    /// <summary>The best row whom somebody can guide; −1 when there is none. The only guide is refused: he guides, and cannot get the item himself.</summary>
    internal static int BestGuided(CandidateTable table, WorkItem item, SingleStaffing staffing, int[] totals, int[] working)
    {
        if (staffing.Guides is { } guides)
        {
            int guide = RowFor(table, item, guides, technicianRow: -1, working);
            if (guide < 0)
            {
                return -1;
            }

            if (RowFor(table, item, guides, guide, working) < 0)
            {
                totals[guide] = -1;
            }
        }

        return CandidateScores.Best(totals, table.Technicians.Length);
    }

    internal static bool MayGuide(Technician technician, WorkItem item) => technician.Provider is null && !item.Excludes(technician.Id);
}
