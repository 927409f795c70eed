using AfterSales.Domain.Requests;
using AfterSales.Domain.Tests.Kit;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Requests;

public class ServiceRequestTests
{
    [Fact]
    [Shows("R01")]
    public void A_request_is_registered_with_customer_product_and_problem_whatever_its_channel()
    {
        foreach (Channel channel in Enum.GetValues<Channel>())
        {
            ServiceRequest request = new ServiceRequest(RequestKind.Repair)
                .WithChannel(channel).WithCustomer(new PersonId("C-77")).WithProduct("PUMP-0815").WithProblem("leaks");
            Assert.Equal((channel, new PersonId("C-77"), "PUMP-0815", "leaks"), (request.Channel, request.Customer, request.Product, request.Problem));
        }
    }

    [Fact]
    [Shows("R03", "R22")]
    public void Feedback_is_classified_and_given_a_priority()
    {
        ServiceRequest feedback = new ServiceRequest(RequestKind.Complaint).WithFeedbackClass(FeedbackClass.Delivery).WithPriority(Priority.P2);
        Assert.Equal("complaint, priority 2, feedback on delivery", feedback.ToString());
    }

    [Fact]
    public void What_is_not_known_is_unknown_or_null()
    {
        ServiceRequest request = new(RequestKind.Inquiry);
        Assert.Equal((Severity.Unknown, Priority.Unknown, Locality.Unknown), (request.Severity, request.Priority, request.Locality));
        Assert.Null(request.Region);
        Assert.Null(request.Language);
        Assert.Empty(request.Attributes);
        Assert.Equal("inquiry", request.ToString());
    }

    [Fact]
    public void A_request_reads_in_plain_words() => Assert.Equal(
        "repair, severity urgent, channel phone, same city, region Pudong, customer C-77, problem \"leaks\", contract gold",
        RequestWorld.UrgentInTheCity.WithCustomer(new PersonId("C-77")).WithProblem("leaks").ToString());

    [Fact]
    public void A_request_reads_in_Chinese()
    {
        ServiceRequest request = RequestWorld.UrgentInTheCity.WithCustomer(new PersonId("C-77")).WithProblem("漏水");

        Assert.Equal("维修，严重程度紧急，渠道电话，同城，地区Pudong，客户 C-77，问题“漏水”，contract gold", $"{request:zh}");
        Assert.Throws<FormatException>(() => $"{request:fr}");
    }

    [Fact]
    public void A_verb_changes_the_copy_and_not_the_original()
    {
        ServiceRequest changed = RequestWorld.UrgentInTheCity.WithSeverity(Severity.General).With("contract", "silver");
        Assert.Equal((Severity.General, "silver"), (changed.Severity, changed.Attribute("contract")));
        Assert.Equal((Severity.Urgent, "gold"), (RequestWorld.UrgentInTheCity.Severity, RequestWorld.UrgentInTheCity.Attribute("contract")));
    }

    [Fact]
    public void Every_property_counts_for_equality()
    {
        ServiceRequest request = RequestWorld.UrgentInTheCity;
        ServiceRequest[] different =
        [
            request.WithKind(RequestKind.Return), request.WithSeverity(Severity.General), request.WithPriority(Priority.P4), request.WithChannel(Channel.Web),
            request.WithLocality(Locality.CrossRegion), request.WithWarranty(WarrantyStatus.InWarranty), request.WithFeedbackClass(FeedbackClass.Quality),
            request.WithTier("gold"), request.WithLanguage(SpokenLanguage.Wu), request.WithRegion("Puxi"), request.WithProductLine("pumps"),
            request.WithCustomer(new PersonId("C-1")), request.WithProduct("P-1"), request.WithProblem("leaks"),
            request.WithSiteCalendar("mall"), request.WithCustomerCalendar("office"), request.With("contract", "silver"), request.With("shift", "night"),
            request.Without("contract"),
        ];

        Assert.Equal(different.Length, different.Distinct().Count());
        Assert.DoesNotContain(request, different);
        Assert.All(different, one => Assert.NotEqual(request.ToString(), one.ToString()));
    }

    [Fact]
    public void Taking_away_an_attribute_that_is_not_there_changes_nothing() =>
        Assert.Equal(RequestWorld.UrgentInTheCity, RequestWorld.UrgentInTheCity.Without("shift"));

    [Fact]
    public void Attributes_compare_without_the_order_in_which_they_were_set() => Assert.Equal(
        new ServiceRequest(RequestKind.Repair).With("a", "1").With("b", "2"),
        new ServiceRequest(RequestKind.Repair).With("b", "2").With("a", "0").With("a", "1"));

    [Fact]
    public void The_sixty_fifth_attribute_is_refused()
    {
        ServiceRequest full = Enumerable.Range(0, 64).Aggregate(new ServiceRequest(RequestKind.Repair), (request, i) => request.With($"a{i}", "x"));
        Assert.Contains("at most 64", Assert.Throws<ArgumentException>(() => full.With("one-more", "x")).Message, StringComparison.Ordinal);
        Assert.Equal("y", full.With("a63", "y").Attribute("a63"));
    }

    [Fact]
    public void What_is_out_of_bounds_is_refused()
    {
        ServiceRequest request = new(RequestKind.Repair);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceRequest((RequestKind)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => request.WithSeverity((Severity)4));
        Assert.Throws<ArgumentOutOfRangeException>(() => request.WithLocality((Locality)(-1)));
        Assert.Contains("P1, P2, P3, P4", Assert.Throws<ArgumentOutOfRangeException>(() => request.WithPriority((Priority)5)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => request.WithRegion(" "));
        Assert.Throws<ArgumentException>(() => request.WithTier(new string('x', 257)));
        Assert.Throws<ArgumentException>(() => request.With("No Name", "x"));
        Assert.Throws<ArgumentNullException>(() => request.With("name", null!));
        Assert.Throws<InvalidOperationException>(() => request.WithLanguage(default(SpokenLanguage)));
        Assert.Throws<InvalidOperationException>(() => request.WithCustomer(default(PersonId)));
    }

    [Fact]
    public void A_request_built_again_from_the_values_of_its_dimensions_is_equal() =>
        Law.Holds(RequestWorld.Requests, request => RequestWorld.Dimensions
            .Aggregate(new ServiceRequest(RequestKind.Unknown), (copy, dimension) => copy.With(dimension, dimension.ValueOf(request)))
            .Equals(request));

    [Fact]
    public void Setting_a_value_is_reading_it_and_touches_no_other_dimension() =>
        Law.Holds(RequestWorld.Requests.Zip(RequestWorld.Requests).Zip(Gen.Elements<RequestDimension>([.. RequestWorld.Dimensions])), trio =>
        {
            ((ServiceRequest request, ServiceRequest other), RequestDimension dimension) = trio;
            string? value = dimension.ValueOf(other);
            ServiceRequest changed = request.With(dimension, value);
            return dimension.ValueOf(changed) == value
                && RequestWorld.Dimensions.Where(one => !one.Equals(dimension)).All(one => one.ValueOf(changed) == one.ValueOf(request));
        });
}
