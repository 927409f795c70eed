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
}
