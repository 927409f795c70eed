namespace AfterSales.Domain.Routing;

/// <summary>Scores part by part, and what decided between two technicians.</summary>
internal static class ScoreSheet
{
    internal static ScoredPart[] Of(CandidateTable table, Technician technician, WorkItem item, GradeSet staffed)
    {
        Scoring scoring = table.Policy.Scoring;
        return
        [
            .. Enumerable.Range(0, (int)ScorePart.Slack + 1)
                .Select(number => (ScorePart)number)
                .Where(part => scoring.WeightOf(part) > 0)
                .Select(part => new ScoredPart(part, scoring.WeightOf(part), Judgement.ValueOf(part, table, technician, item, staffed))),
        ];
    }

    /// <summary>What speaks for the first against the second, who comes after him.</summary>
    /// <param name="table">The candidates.</param>
    /// <param name="item">The item.</param>
    /// <param name="staffed">The grades that the pattern takes.</param>
    /// <param name="better">Who comes first.</param>
    /// <param name="worse">Who comes after.</param>
    /// <param name="named">Which of the two the reason names.</param>
    internal static RoutingReason Decided(CandidateTable table, WorkItem item, GradeSet staffed, Technician better, Technician worse, PersonId named)
    {
        ReasonValue other = ReasonValue.Of("other", named);
        ScoredPart[] ahead = Of(table, better, item, staffed);
        ScoredPart[] behind = Of(table, worse, item, staffed);
        int margin = ahead.Sum(part => part.Points) - behind.Sum(part => part.Points);
        if (margin > 0)
        {
            int decisive = 0;
            for (int i = 1; i < ahead.Length; i++)
            {
                if (ahead[i].Points - behind[i].Points > ahead[decisive].Points - behind[decisive].Points)
                {
                    decisive = i;
                }
            }

            return new RoutingReason(ReasonCode.ByScore, ReasonValue.Of("part", ahead[decisive].Part), ReasonValue.Of("margin", margin), other);
        }

        return TieBreak.CompareLoads(better, worse) != 0 ? new RoutingReason(ReasonCode.ByLoadRatio, other)
            : better.LastAssigned != worse.LastAssigned ? new RoutingReason(ReasonCode.ByLastAssigned, other)
            : new RoutingReason(ReasonCode.ById, other);
    }
}
