using System.Text.RegularExpressions;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Samples;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Joins;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Tests.Docs;

/// <summary>The guide from a ticket to its deadlines, and the sample that it tells.</summary>
public partial class FromTicketToDeadline
{
    private static readonly string Guide = File.ReadAllText(Repository.PathOf("docs", "from-ticket-to-deadline.md")).ReplaceLineEndings("\n");

    [Fact]
    public void Ten_lines_join_the_packages_for_a_host()
    {
        Rulebook rules = Rulebooks.RapidResponse;
        Ticket ticket = UrgentRepairTests.Closed().Ticket;
        IReadOnlyList<TicketEvent> events = UrgentRepairTests.Closed().Events;
        Ticket open = Ticket.Open(new TicketId("T-1"), new ServiceRequest(RequestKind.Repair).WithSeverity(Severity.General), Lifecycles.Repair, Instant.FromUtc(2026, 3, 30, 1, 0), Actor.System);
        Instant now = Instant.FromUtc(2026, 3, 30, 1, 0);
        Technician[] technicians = [Routing.RoutingWorld.Junior("lin")];
        SurveyPlan surveyPlan = Rulebooks.FourPriorities.SurveyPlan!;

        // Ticket events → SLA events → clocks
        SlaHistory history = SlaProjection.Standard.HistoryOf(ticket.Lifecycle, events);
        SlaReport report = rules.Sla.Track(history, asOf: now);
        Instant? wakeMeAt = report.NextAlarm;

        // request → work item → people
        WorkItem item = WorkItemPlan.Empty.Requiring(RequestCondition.ProductLine("pumps"), Skill.Named("pumps"), 3).ItemOf(open, queuedAt: now);
        RoutingDecision decision = rules.Routing!.Route(item, technicians, now);

        // closing → survey invitation
        SurveyCandidate? candidate = SurveyJoin.CandidateOf(ticket, RequestDimension.Kind);     // null while there is nothing to rate
        InvitationDecision? invitation = candidate is null ? null : surveyPlan.Decide(candidate, addOpenTime: null);

        Assert.IsType<PlannedInvitation>(invitation);
        Assert.IsType<MetState>(report["on-site"].Current!.State);
        Assert.Null(wakeMeAt);
        Assert.Equal("T-1: assigned to lin", $"{decision}");
    }

    [Fact]
    [Shows("R01", "R02", "R06", "R13", "R14", "R18", "R21", "R22", "R23", "R27", "R29", "R32", "R34")]
    public void One_urgent_repair_is_told_from_the_call_to_the_kpis()
    {
        string told = new OneUrgentRepair().Tell();
        Assert.Equal(File.ReadAllText(Repository.PathOf("docs", "samples", "one-urgent-repair", "output.txt")).ReplaceLineEndings("\n"), told);
    }

    [Fact]
    public void Every_number_of_the_guide_is_what_its_code_printed()
    {
        string shown = string.Concat(TextBlock().Matches(Guide).Select(match => match.Groups["text"].Value));
        Assert.Equal(new OneUrgentRepair().Tell(), shown);
    }

    [GeneratedRegex("^```text\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex TextBlock();
}
