namespace AfterSales.Domain.Routing;

/// <summary>Nobody gets the item now: it waits, somebody else decides, or nobody can.</summary>
public abstract class UnassignedDecision : RoutingDecision
{
    private readonly RoutingReason? _passedOver;

    private protected UnassignedDecision(CandidateTable table, WorkItem item, StepRules rules, RoutingReason? passedOver)
        : base(table, item, rules) => _passedOver = passedOver;

    /// <summary>Gets what is missing, at least one reason; worked out at each call.</summary>
    public IReadOnlyList<RoutingReason> Missing => MissingNeeds.Of(Table, Item, Rules, inBatch: _passedOver is not null);

    private protected string MissingText(bool chinese) =>
        string.Join(chinese ? "；" : "; ", Missing.Select(reason => reason.ToString(chinese ? "zh" : null, formatProvider: null)));

    private protected override CandidateVerdict VerdictOn(Technician technician)
    {
        if (RefusedBy(technician) is { } refused)
        {
            return refused;
        }

        RoutingReason reason = _passedOver is { } known ? known
            : Staffing is SingleStaffing { Guides: { } guides } ? new RoutingReason(ReasonCode.NoGuide, ReasonValue.Of("allowed", guides))
            : new RoutingReason(ReasonCode.NoTeam);
        return Scored(technician, Staffing.Staffed, isChosen: false, reason);
    }
}
