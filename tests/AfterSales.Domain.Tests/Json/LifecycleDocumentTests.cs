using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Tests.Json;

public class LifecycleDocumentTests
{
    private const string Loan = """
        {
          "format": "lifecycle/1",
          "name": "loan-device",
          "terms": { "reopenWindow": "P14D", "majorRemedyAbove": 1234.50 },
          "states": [
            { "name": "asked", "category": "waiting-to-start" },
            { "name": "lent", "waitsFor": "customer" },
            { "name": "at-customs", "waitsFor": { "name": "customs", "party": "third-party" } },
            { "name": "returned", "outcome": "solved" }
          ],
          "transitions": [
            { "from": "asked", "trigger": "lend", "to": "lent", "by": ["agent", "depot"], "when": ["in-warranty"], "needs": ["serial-number"], "does": ["assign"] },
            { "from": "lent", "trigger": "stop", "to": "at-customs" },
            { "from": "at-customs", "trigger": "give-back", "to": "returned" }
          ]
        }
        """;

    public static TheoryData<string> Names => [.. Lifecycles.All.Select(lifecycle => lifecycle.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_built_in_lifecycle_that_is_written_is_read_back_equal(string name)
    {
        Lifecycle lifecycle = Lifecycles.Find(name)!;
        Assert.Equal(lifecycle, LifecycleDocument.Read(LifecycleDocument.Write(lifecycle)).Value);
        Lifecycle changed = lifecycle.Named("ours").With(lifecycle.Terms.ReopenableFor(Duration.FromNanoseconds(1)).ApprovingRemediesAbove(0.01m).ApprovingRemediesFrom(Severity.Important).RaisedAfterReopening(0));
        Assert.Equal(changed, LifecycleDocument.Read(LifecycleDocument.Write(changed)).Value);
    }

    [Fact]
    public void A_host_s_lifecycle_is_read_as_it_would_be_written_in_code()
    {
        Lifecycle expected = new Lifecycle(
            "loan-device",
            [
                LifecycleState.Of("asked", StateCategory.WaitingToStart),
                LifecycleState.Waiting("lent", WaitReason.Customer),
                LifecycleState.Waiting("at-customs", WaitReason.Named("customs", ResponsibleParty.ThirdParty)),
                LifecycleState.Closed("returned", TicketOutcome.Solved),
            ],
            [
                new Transition("asked", Trigger.Named("lend"), "lent").By(Role.Agent, Role.Named("depot")).When(Guards.InWarranty)
                    .Needing(ActionDetail.Named("serial-number")).Doing(TransitionEffect.Assign),
                new Transition("lent", Trigger.Named("stop"), "at-customs"),
                new Transition("at-customs", Trigger.Named("give-back"), "returned"),
            ]).With(LifecycleTerms.Standard.ReopenableFor(Duration.FromDays(14)).ApprovingRemediesAbove(1234.50m));

        Lifecycle read = LifecycleDocument.Read(Loan.Replace("\"needs\": [\"serial-number\"]", "\"needs\": [\"serial-number\", \"assignee\"]", StringComparison.Ordinal)).Value;
        Assert.Equal(expected, read);
        Assert.Equal(expected, LifecycleDocument.Read(Loan).Value);
    }

    [Theory]
    [InlineData("\"active-ish\"", "category", "$.states[0].category", "bad-value")]
    [InlineData("\"frm\": \"x\"", "", "$.transitions[0].frm", "unknown-member")]
    [InlineData("\"in-waranty\"", "when", "$.transitions[0].when[0]", "bad-value")]
    [InlineData("-1", "majorRemedyAbove", "$.terms.majorRemedyAbove", "bad-value")]
    [InlineData("1234.50, \"majorRemedyFrom\": \"dire\"", "majorRemedyAbove", "$.terms.majorRemedyFrom", "bad-value")]
    [InlineData("\"P1Y\"", "reopenWindow", "$.terms.reopenWindow", "bad-value")]
    public void A_mistake_is_a_finding_at_its_place(string wrong, string member, string path, string code)
    {
        string spoilt = member switch
        {
            "category" => Loan.Replace("\"waiting-to-start\"", wrong, StringComparison.Ordinal),
            "when" => Loan.Replace("\"in-warranty\"", wrong, StringComparison.Ordinal),
            "majorRemedyAbove" => Loan.Replace("1234.50", wrong, StringComparison.Ordinal),
            "reopenWindow" => Loan.Replace("\"P14D\"", wrong, StringComparison.Ordinal),
            _ => Loan.Replace("{ \"from\": \"asked\",", $"{{ {wrong}, \"from\": \"asked\",", StringComparison.Ordinal),
        };

        DocumentFinding finding = Assert.Single(LifecycleDocument.Read(spoilt).Findings);
        Assert.Equal((code, path), (finding.Code, finding.Path));
    }

    [Fact]
    public void A_transition_to_a_state_that_is_not_there_is_refused_with_its_name()
    {
        DocumentFinding finding = Assert.Single(LifecycleDocument.Read(Loan.Replace("\"to\": \"returned\"", "\"to\": \"nowhere\"", StringComparison.Ordinal)).Findings);
        Assert.Equal("refused", finding.Code);
        Assert.Contains("nowhere", finding.Allowed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_gives_guards_of_its_own()
    {
        Guard ours = Guard.Named("has-serial", GuardScope.Details, context => context.Action.Text("serial-number") is not null);
        string document = Loan.Replace("\"in-warranty\"", "\"has-serial\"", StringComparison.Ordinal);

        Assert.False(LifecycleDocument.Read(document).Succeeded);
        Lifecycle read = LifecycleDocument.Read(document, [ours]).Value;
        Assert.Same(ours, read.Transitions[0].Guards.Single());
        Assert.Equal(read, LifecycleDocument.Read(LifecycleDocument.Write(read), [ours]).Value);
    }
}
