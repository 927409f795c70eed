using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tests.Docs;

public class RequestsReadme
{
    [Fact]
    public void A_condition_says_what_it_is_and_what_failed()
    {
        RequestCondition inTheCity = RequestCondition.Severity(Severity.Urgent) & RequestCondition.Locality(Locality.SameCity);
        ServiceRequest request = new ServiceRequest(RequestKind.Repair)
            .WithSeverity(Severity.Urgent)
            .WithLocality(Locality.CrossRegion)
            .With("contract", "gold");

        string rule = $"{inTheCity}";                                    // severity urgent and same city
        string failed = $"{inTheCity.FirstFailure(request)}";            // same city
        string actual = RequestDimension.Locality.ValueOf(request)!;     // cross-region

        Assert.Equal(("severity urgent and same city", "same city", "cross-region"), (rule, failed, actual));
    }

    [Fact]
    public void A_triage_says_which_rule_decided()
    {
        ServiceRequest request = new(RequestKind.Repair);

        ProblemAssessment found = new ProblemAssessment(EffectOnUse.MainFunctionImpaired).WithProductionOrDailyLifeStopped();
        TriageDecision decision = Triage.Standard.Decide(found);
        string why = $"{decision}";    // urgent by rule production-or-daily-life-stopped; priority 2 by impact medium and urgency high
        ServiceRequest classed = decision.ApplyTo(request);

        Assert.Equal("urgent by rule production-or-daily-life-stopped; priority 2 by impact medium and urgency high", why);
        Assert.Equal("repair, severity urgent, priority 2", classed.ToString());
    }
}
