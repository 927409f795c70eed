using AfterSales.Domain.Requests;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Requests;

public class RequestDimensionTests
{
    [Fact]
    public void The_values_of_a_finite_dimension_are_those_of_its_enumeration()
    {
        Assert.Equal(Enum.GetNames<RequestKind>().Length, RequestDimension.Kind.Values.Count);
        Assert.Equal(Enum.GetNames<Channel>().Length, RequestDimension.Channel.Values.Count);
        Assert.Equal(["unknown", "general", "important", "urgent"], RequestDimension.Severity.Values);
        Assert.Equal(["unknown", "1", "2", "3", "4"], RequestDimension.Priority.Values);
        Assert.Equal(["unknown", "cross-region", "same-city"], RequestDimension.Locality.Values);
    }

    [Fact]
    [Shows("R02", "R03", "R06")]
    public void Severity_priority_and_locality_are_ordered_from_the_least_demanding()
    {
        Assert.Equal(["general", "important", "urgent"], RequestDimension.Severity.Ranking);
        Assert.Equal(["4", "3", "2", "1"], RequestDimension.Priority.Ranking);
        Assert.Equal(["cross-region", "same-city"], RequestDimension.Locality.Ranking);
        Assert.Equal(["severity", "priority", "locality"], RequestDimension.WellKnown.Where(one => one.IsOrdered).Select(one => one.Name));
        Assert.Equal(2, RequestDimension.Severity.RankOf("urgent"));
        Assert.Null(RequestDimension.Severity.RankOf("unknown"));
        Assert.Null(RequestDimension.Region.RankOf("Pudong"));
    }

    [Fact]
    public void A_dimension_is_found_by_its_name_in_documents()
    {
        Assert.All(RequestDimension.WellKnown, dimension => Assert.Same(dimension, RequestDimension.Find(dimension.Name)));
        Assert.Null(RequestDimension.Find("contract"));
        Assert.Null(RequestDimension.Find(null));
    }

    [Fact]
    public void An_attribute_is_not_the_well_known_dimension_of_the_same_name()
    {
        Assert.NotEqual(RequestDimension.Severity, RequestDimension.Attribute("severity"));
        Assert.Equal(RequestDimension.Attribute("contract"), RequestDimension.Attribute("contract"));
        Assert.Equal("attribute severity", RequestDimension.Attribute("severity").ToString());
        Assert.Equal("属性 severity", $"{RequestDimension.Attribute("severity"):zh}");
        Assert.Equal("类别、严重程度、优先级、渠道、远近、保修、反馈类别、客户等级、语言、地区、产品线", string.Join("、", RequestDimension.WellKnown.Select(one => $"{one:zh}")));
        Assert.Throws<ArgumentException>(() => RequestDimension.Attribute("Contract"));
    }

    [Fact]
    public void A_value_reads_in_both_languages()
    {
        Assert.Equal(("severity urgent", "严重程度紧急"), (RequestDimension.Severity.Describe("urgent", "en"), RequestDimension.Severity.Describe("urgent", "zh")));
        Assert.Equal(("region not given", "地区未给出"), (RequestDimension.Region.Describe(null, "en"), RequestDimension.Region.Describe(null, "zh")));
        Assert.Throws<ArgumentException>(() => RequestDimension.Severity.Describe("dire", "en"));
        Assert.Throws<ArgumentNullException>(() => RequestDimension.Severity.Describe(null, "en"));
        Assert.Throws<FormatException>(() => RequestDimension.Severity.Describe("urgent", "de"));
    }

    [Fact]
    public void A_value_that_is_not_one_is_refused_with_those_that_are()
    {
        ServiceRequest request = new(RequestKind.Repair);
        Assert.Contains("same-city", Assert.Throws<ArgumentException>(() => request.With(RequestDimension.Locality, "near")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => request.With(RequestDimension.Locality, null));
        Assert.Throws<ArgumentException>(() => request.With(RequestDimension.Language, "Wu dialect"));
        Assert.Null(request.WithRegion("Pudong").With(RequestDimension.Region, null).Region);
        Assert.False(RequestDimension.Severity.Allows(null));
        Assert.False(RequestDimension.Region.Allows(" "));
        Assert.True(RequestDimension.Region.Allows("浦东"));
    }

    [Fact]
    public void Every_value_that_is_set_through_a_dimension_is_read_through_it_and_taken_away_where_it_is_open()
    {
        ServiceRequest request = new(RequestKind.Repair);
        foreach (RequestDimension dimension in RequestWorld.Dimensions)
        {
            Assert.All(RequestWorld.SomeValues(dimension), value => Assert.Equal(value, dimension.ValueOf(request.With(dimension, value))));
            Assert.True(dimension.IsFinite || request.With(dimension, "a").With(dimension, null).Equals(request));
        }

        Assert.Equal(SpokenLanguage.Cantonese, request.With(RequestDimension.Language, "yue").Language);
        Assert.Equal("gold", request.With(RequestDimension.Attribute("contract"), "gold").Attribute("contract"));
        Assert.Equal(0, RequestDimension.Severity.RankOf("general"));
    }
}
