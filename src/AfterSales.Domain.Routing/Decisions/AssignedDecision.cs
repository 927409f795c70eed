namespace AfterSales.Domain.Routing;

/// <summary>One technician gets the item, guided where the severity asks for that.</summary>
public sealed class AssignedDecision : RoutingDecision
{
    private readonly SingleStaffing _staffing;

    internal AssignedDecision(CandidateTable table, WorkItem item, StepRules rules, SingleStaffing staffing, Technician technician, Technician? guide)
        : base(table, item, rules)
    {
        _staffing = staffing;
        Technician = technician;
        Guide = guide;
    }

    /// <summary>Gets who gets it.</summary>
    public Technician Technician { get; }

    /// <summary>Gets who guides him (R14), or null.</summary>
    public Technician? Guide { get; }

    /// <summary>Gets who is to be told at once.</summary>
    public IReadOnlyList<Role> Tell => Staffing.Tell;

    /// <summary>Gets his score; worked out at each call.</summary>
    public int Score => Judgement.TotalOf(Table, Technician, Item, _staffing.Allowed);

    /// <summary>Gets who would have got it in his place, or null when nobody else could; worked out at each call.</summary>
    public Technician? RunnerUp
    {
        get
        {
            Technician? best = null;
            int highest = -1;
            foreach (Technician other in Table.Technicians)
            {
                if (other != Technician
                    && Judgement.FirstRefusal(Table, other, Item, Rules, _staffing.Allowed, Leniency.None, Table.FreeUnits(other)) is null
                    && Judgement.TotalOf(Table, other, Item, _staffing.Allowed) is var total
                    && total > highest)
                {
                    (best, highest) = (other, total);
                }
            }

            return best;
        }
    }

    /// <summary>Gets what decided for him against the runner-up; worked out at each call.</summary>
    public RoutingReason Decided => RunnerUp is { } second
        ? ScoreSheet.Decided(Table, Item, _staffing.Allowed, Technician, second, second.Id)
        : new RoutingReason(ReasonCode.OnlyOne);

    private protected override string Text(bool chinese)
    {
        string guide = Guide is null ? "" : $"{(chinese ? "，指导 " : ", guided by ")}{Guide.Id}";
        return $"{(chinese ? "派给 " : "assigned to ")}{Technician.Id}{guide}{StepSuffix(chinese)}{TellSuffix(chinese)}";
    }

    private protected override CandidateVerdict VerdictOn(Technician technician) =>
        technician == Technician ? Scored(technician, _staffing.Allowed, isChosen: true, Decided)
        : RefusedBy(technician, _staffing.Allowed, Leniency.None) is { } refused ? refused
        : Scored(
            technician,
            _staffing.Allowed,
            isChosen: false,
            ScoreSheet.Decided(Table, Item, _staffing.Allowed, Technician, technician, Technician.Id));
}
