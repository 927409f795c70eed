namespace AfterSales.Domain.Routing;

/// <summary>One technician gets the item, guided where the severity asks for that.</summary>
public sealed class AssignedDecision : RoutingDecision
{
    private readonly SingleStaffing _staffing;
    private readonly bool _inBatch;

    internal AssignedDecision(
        CandidateTable table, WorkItem item, StepRules rules, SingleStaffing staffing, Technician technician, Technician? guide, bool inBatch)
        : base(table, item, rules)
    {
        _staffing = staffing;
        _inBatch = inBatch;
        Technician = technician;
        Guide = guide;
    }

    /// <summary>Gets who gets it; in a batch with the load that he carries once the items before it are his.</summary>
    public Technician Technician { get; }

    /// <summary>Gets who guides him (R14), or null.</summary>
    public Technician? Guide { get; }

    /// <summary>Gets who is to be told at once.</summary>
    public IReadOnlyList<Role> Tell => Staffing.Tell;

    /// <summary>Gets his score; worked out at each call.</summary>
    public int Score => Judgement.TotalOf(Table, Technician, Item, _staffing.Allowed);

    /// <summary>Gets who comes after him in score and tie-break, taken alone, or null when nobody else could get it; worked out at each call.</summary>
    public Technician? RunnerUp
    {
        get
        {
            Technician? best = null;
            int highest = -1;
            foreach (Technician other in Table.Technicians)
            {
                if (other.Id != Technician.Id
                    && !CannotBeGuided(other)
                    && RefusedBy(other) is null
                    && Judgement.TotalOf(Table, other, Item, _staffing.Allowed) is var total
                    && total > highest)
                {
                    (best, highest) = (other, total);
                }
            }

            return best;
        }
    }

    /// <summary>Gets what decided for him: against the runner-up, or in a batch that the whole is best so; worked out at each call.</summary>
    public RoutingReason Decided => _inBatch ? new RoutingReason(ReasonCode.BestForBatch)
        : RunnerUp is { } second ? ScoreSheet.Decided(Table, Item, _staffing.Allowed, Technician, second, second.Id)
        : new RoutingReason(ReasonCode.OnlyOne);

    private protected override string Text(bool chinese)
    {
        string guide = Guide is null ? "" : $"{(chinese ? "，指导 " : ", guided by ")}{Guide.Id}";
        return $"{(chinese ? "派给 " : "assigned to ")}{Technician.Id}{guide}{StepSuffix(chinese)}{TellSuffix(chinese)}";
    }

    private protected override CandidateVerdict VerdictOn(Technician technician) =>
        technician.Id == Technician.Id ? Scored(Technician, _staffing.Allowed, isChosen: true, Decided)
        : RefusedBy(technician) is { } refused ? refused
        : Scored(technician, _staffing.Allowed, isChosen: false, AgainstHim(technician));

    private RoutingReason AgainstHim(Technician technician)
    {
        if (CannotBeGuided(technician))
        {
            return new RoutingReason(ReasonCode.NoGuide, ReasonValue.Of("allowed", _staffing.Guides!.Value));
        }

        int lead = Score - Judgement.TotalOf(Table, technician, Item, _staffing.Allowed);
        bool comesAfter = lead > 0 || (lead == 0 && TieBreak.Compare(Technician, technician) < 0);
        return comesAfter
            ? ScoreSheet.Decided(Table, Item, _staffing.Allowed, Technician, technician, Technician.Id)
            : new RoutingReason(ReasonCode.KeptForAnother);
    }

    private bool CannotBeGuided(Technician technician) =>
        _staffing.Guides is { } guides && technician.Id == Guide?.Id && Guidance.RowFor(Table, Item, guides, Table.RowOf(technician.Id), Table.Working) < 0;
}
