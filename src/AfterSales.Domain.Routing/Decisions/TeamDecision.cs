namespace AfterSales.Domain.Routing;

/// <summary>An emergency team gets the item (R14): a lead, and the experts who add what is missing.</summary>
public sealed class TeamDecision : RoutingDecision
{
    private readonly TeamStaffing _staffing;
    private readonly TeamMember[] _members;

    internal TeamDecision(CandidateTable table, WorkItem item, StepRules rules, TeamStaffing staffing, TeamMember[] members)
        : base(table, item, rules)
    {
        _staffing = staffing;
        _members = members;
    }

    /// <summary>Gets who leads.</summary>
    public Technician Lead => _members[0].Technician;

    /// <summary>Gets lead and experts, in the order in which they joined.</summary>
    public IReadOnlyList<TeamMember> Members => Array.AsReadOnly(_members);

    /// <summary>Gets who is to be told at once.</summary>
    public IReadOnlyList<Role> Tell => Staffing.Tell;

    internal TeamMember[] MemberArray => _members;

    private protected override string Text(bool chinese) =>
        $"{(chinese ? "应急团队 " : "a team of ")}{string.Join(", ", _members.Select(member => member.Text(chinese)))}{StepSuffix(chinese)}{TellSuffix(chinese)}";

    private protected override CandidateVerdict VerdictOn(Technician technician)
    {
        TeamMember? member = Array.Find(_members, one => one.Technician.Id == technician.Id);
        GradeSet staffed = (member?.IsLead ?? _staffing.Leads.WidenedBy(Rules.Grades).Contains(technician.Grade)) ? _staffing.Leads : _staffing.Experts;
        if (member is not null)
        {
            return Scored(technician, staffed, isChosen: true, new RoutingReason(ReasonCode.JoinsTeam, ReasonValue.Of("adds", AddedBy(member))));
        }

        return RefusedBy(technician) is { } refused
            ? refused
            : Scored(technician, staffed, isChosen: false, new RoutingReason(ReasonCode.TeamNeedsNothing));
    }

    private static string AddedBy(TeamMember member) => member.Adds.Count == 0 ? "–" : string.Join(", ", member.Adds);
}
