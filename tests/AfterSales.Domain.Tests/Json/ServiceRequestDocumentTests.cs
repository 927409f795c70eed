using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Json;

public class ServiceRequestDocumentTests
{
    [Fact]
    public void A_request_is_read_with_all_that_is_known_of_it()
    {
        ServiceRequest request = ServiceRequestDocument.Read("""
            {
              "format": "service-request/1",
              "kind": "repair", "severity": "urgent", "priority": "1", "channel": "phone", "locality": "same-city", "warranty": "in-warranty", "feedback-class": "service",
              "tier": "gold", "language": "yue", "region": "浦东", "product-line": "空调", "customer": "C-17", "product": "KF-35", "problem": "does not cool",
              "siteCalendar": "mall", "customerCalendar": "office", "attributes": { "floor": "3" }
            }
            """).Value;

        Assert.Equal(
            new ServiceRequest(RequestKind.Repair).WithSeverity(Severity.Urgent).WithPriority(Priority.P1).WithChannel(Channel.Phone).WithLocality(Locality.SameCity)
                .WithWarranty(WarrantyStatus.InWarranty).WithFeedbackClass(FeedbackClass.Service).WithTier("gold").WithLanguage(SpokenLanguage.Named("yue")).WithRegion("浦东")
                .WithProductLine("空调").WithCustomer(new PersonId("C-17")).WithProduct("KF-35").WithProblem("does not cool").WithSiteCalendar("mall").WithCustomerCalendar("office")
                .With("floor", "3"),
            request);
    }

    [Fact]
    public void A_request_that_is_written_is_read_back_equal()
    {
        Gen<ServiceRequest> requests = Gen.SubListOf(RequestDimension.WellKnown.ToArray()).SelectMany(dimensions => dimensions.Aggregate(
            Gen.Constant(new ServiceRequest(RequestKind.Unknown)),
            (all, dimension) => all.SelectMany(request => ValuesOf(dimension).Select(value => request.With(dimension, value)))))
            .SelectMany(request => Gen.Elements("x", "🔧 \"quoted\" \\ \n", "\u2028</script>").Select(text => request.WithProblem(text).With("a-1", text)));

        Law.Holds(requests, request => Assert.Equal(request, ServiceRequestDocument.Read(ServiceRequestDocument.Write(request)).Value));
    }

    [Fact]
    public void A_text_that_the_domain_refuses_is_a_finding_at_its_place()
    {
        DocumentFinding finding = Assert.Single(ServiceRequestDocument.Read($$"""{ "format": "service-request/1", "product": "{{new string('x', 257)}}" }""").Findings);

        Assert.Equal(("refused", "$.product"), (finding.Code, finding.Path));
        Assert.Contains("256", finding.Allowed, StringComparison.Ordinal);
    }

    private static Gen<string> ValuesOf(RequestDimension dimension) => dimension.IsFinite
        ? Gen.Elements(dimension.Values.ToArray())
        : Gen.Elements(dimension.Allows("a b") ? new[] { "a b", "三 \"x\"", "z" } : ["yue", "zh-hans"]);
}
