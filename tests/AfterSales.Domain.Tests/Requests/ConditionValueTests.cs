using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Tests.Requests;

public class ConditionValueTests
{
    private static readonly RequestCondition Gold = RequestCondition.Tier("gold");
    private static readonly RequestCondition Pudong = RequestCondition.Region("Pudong");

    [Fact]
    public void A_condition_that_something_is_given_holds_for_whoever_gives_it()
    {
        RequestCondition given = RequestCondition.Given(RequestDimension.Region);
        Assert.True(given.Matches(RequestWorld.UrgentInTheCity));
        Assert.False(given.Matches(RequestWorld.UrgentInTheCity.WithRegion(null)));
    }

    [Fact]
    public void Every_value_of_a_list_meets_the_condition()
    {
        RequestCondition regions = RequestCondition.Region("Putuo", "Minhang", "Pudong");
        Assert.All(["Minhang", "Pudong", "Putuo"], region => Assert.True(regions.Matches(RequestWorld.UrgentInTheCity.WithRegion(region))));
        Assert.False(regions.Matches(RequestWorld.UrgentInTheCity.WithRegion("Puxi")));
    }

    [Fact]
    public void The_values_stand_in_the_order_of_the_dimension_or_of_their_code_units()
    {
        Assert.Equal(["general", "urgent"], Assert.IsType<OneOfCondition>(RequestCondition.Severity(Severity.Urgent, Severity.General, Severity.Urgent)).Values);
        Assert.Equal(["Pudong", "Puxi", "putuo"], Assert.IsType<OneOfCondition>(RequestCondition.Region("putuo", "Pudong", "Puxi")).Values);
    }

    [Fact]
    public void Number_zero_is_a_value_and_the_number_after_the_last_is_none()
    {
        Assert.True(RequestCondition.Severity(Severity.Unknown).Matches(new ServiceRequest(RequestKind.Repair)));
        Assert.Contains("urgent", Assert.Throws<ArgumentException>(() => RequestCondition.Severity(Severity.Urgent + 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RequestCondition.Severity((Severity)(-1)));
    }

    [Fact]
    public void Conditions_are_found_again_in_a_set_and_told_apart()
    {
        HashSet<RequestCondition> known = [RequestCondition.Any, Gold, Gold & Pudong, Gold | Pudong, !Gold, RequestCondition.Given(RequestDimension.Region)];
        RequestCondition[] again =
        [
            RequestCondition.All([]), RequestCondition.Tier("gold"), RequestCondition.Tier("gold") & Pudong, RequestCondition.Tier("gold") | Pudong,
            !RequestCondition.Tier("gold"), RequestCondition.Given(RequestDimension.Region),
        ];
        RequestCondition[] others =
        [
            RequestCondition.Tier("gold", "silver"), Pudong & Gold, Pudong | Gold, Gold & !Pudong, Gold | !Pudong, !Pudong, RequestCondition.Given(RequestDimension.Tier),
        ];

        Assert.All(again, one => Assert.Contains(one, known));
        Assert.All(others, one => Assert.DoesNotContain(one, known));
        Assert.All(others, one => Assert.DoesNotContain(one.GetHashCode(), known.Select(other => other.GetHashCode())));
        Assert.Equal(known.Count, known.Select(one => one.GetHashCode()).Distinct().Count());
    }

    [Fact]
    public void What_conditions_mention_reads_with_its_values()
    {
        DimensionMention[] mentions = [.. RequestCondition.DimensionsOf([RequestCondition.Region("b", "a") & RequestCondition.Severity(Severity.Urgent, Severity.General), RequestCondition.Given(RequestDimension.Tier)])];
        Assert.Equal(["region: a, b", "severity: general, urgent", "tier: given or not"], mentions.Select(one => one.ToString()));
        Assert.Equal(["a", "b", "other"], mentions[0].Representatives);
        Assert.Equal(["unknown", "general", "important", "urgent"], mentions[1].Representatives);
        Assert.Equal(["other", null], mentions[2].Representatives);
    }

    [Fact]
    public void One_condition_that_asks_for_presence_among_several_suffices_for_the_representative_of_nothing() => Assert.Equal(
        ["gold", "other", null], Assert.Single(RequestCondition.DimensionsOf([Gold, RequestCondition.Given(RequestDimension.Tier)])).Representatives);

    [Fact]
    public void The_representative_that_is_not_mentioned_has_a_name_of_its_own() => Assert.Equal(
        ["other", "other-2", "z", "other-3"], Assert.Single(RequestCondition.DimensionsOf([RequestCondition.Tier("other", "other-2", "z")])).Representatives);

    [Fact]
    public void Mentions_are_equal_when_dimension_values_and_representatives_are()
    {
        static DimensionMention Of(RequestCondition condition) => RequestCondition.DimensionsOf([condition])[0];
        DimensionMention gold = Of(Gold);
        Assert.Equal(gold, Of(RequestCondition.Tier("gold")));
        Assert.Equal(gold.GetHashCode(), Of(RequestCondition.Tier("gold")).GetHashCode());
        Assert.All(
            [Of(RequestCondition.Tier("silver")), Of(RequestCondition.Region("gold")), Of(Gold & RequestCondition.Given(RequestDimension.Tier))],
            other => Assert.False(gold.Equals(other)));
        Assert.False(gold.Equals(null));
    }

    [Fact]
    public void Requests_with_other_attributes_rarely_share_a_hash_code()
    {
        ServiceRequest request = RequestWorld.UrgentInTheCity;
        Assert.Equal(4, new[] { request, request.With("contract", "silver"), request.Without("contract"), request.Without("contract").With("tariff", "gold") }
            .Select(one => one.GetHashCode()).Distinct().Count());
    }

    [Fact]
    public void Attributes_stand_in_the_order_of_their_names()
    {
        ServiceRequest request = new ServiceRequest(RequestKind.Repair).With("m", "1").With("z", "2").With("a", "3");
        Assert.Equal(["a", "m", "z"], request.Attributes.Select(pair => pair.Key));
        Assert.Equal(["a", "z"], request.Without("m").Attributes.Select(pair => pair.Key));
    }

    [Fact]
    public void A_value_set_by_its_dimension_is_the_value_of_the_property()
    {
        ServiceRequest request = new ServiceRequest(RequestKind.Repair)
            .With(RequestDimension.Kind, "complaint").With(RequestDimension.Severity, "urgent").With(RequestDimension.Priority, "2").With(RequestDimension.Locality, "same-city")
            .With(RequestDimension.Language, "wuu").With(RequestDimension.Region, "Pudong").With(RequestDimension.Attribute("contract"), "gold");
        Assert.Equal(
            (RequestKind.Complaint, Severity.Urgent, Priority.P2, Locality.SameCity, SpokenLanguage.Wu, "Pudong", "gold"),
            (request.Kind, request.Severity, request.Priority, request.Locality, request.Language, request.Region, request.Attribute("contract")));
        Assert.Null(request.With(RequestDimension.Language, null).Language);
        Assert.Null(request.With(RequestDimension.Attribute("contract"), null).Attribute("contract"));
    }

    [Fact]
    public void A_language_is_a_name_and_a_region_any_text_of_256_characters()
    {
        Assert.True(RequestDimension.Language.Allows("wu"));
        Assert.False(RequestDimension.Language.Allows("Wu dialect"));
        Assert.True(RequestDimension.Region.Allows(new string('x', 256)));
        Assert.False(RequestDimension.Region.Allows(new string('x', 257)));
        Assert.Equal(256, new ServiceRequest(RequestKind.Repair).WithRegion(new string('x', 256)).Region!.Length);
    }

    [Theory]
    [InlineData("language", "Wu dialect", "1 to 64 characters of a-z, 0-9 and '-'")]
    [InlineData("region", " ", "1 to 256 characters that are not only white space")]
    [InlineData("severity", "dire", "allowed are unknown, general, important, urgent")]
    public void A_refused_value_is_told_what_is_allowed(string dimension, string value, string allowed) => Assert.Contains(
        allowed, Assert.Throws<ArgumentException>(() => RequestCondition.OneOf(RequestDimension.Find(dimension)!, [value])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_reason_to_wait_lies_on_one_of_four_sides_and_is_known_by_its_name_alone()
    {
        Assert.All(Enum.GetValues<ResponsibleParty>(), party => Assert.Equal(party, WaitReason.Named("strike", party).Party));
        Assert.Throws<ArgumentOutOfRangeException>(() => WaitReason.Named("strike", (ResponsibleParty)(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => WaitReason.Named("strike", ResponsibleParty.ThirdParty + 1));
        Assert.Contains(WaitReason.Named("parts", ResponsibleParty.Customer), new HashSet<WaitReason>([WaitReason.Parts]));
        Assert.NotEqual(WaitReason.Parts.GetHashCode(), WaitReason.Customer.GetHashCode());
        Assert.Equal(0, default(WaitReason).GetHashCode());
    }

    [Fact]
    public void An_actor_is_a_person_in_a_role() => Assert.Equal(
        ("T-17 (technician)", new PersonId("T-17"), Role.Technician),
        (new Actor(new PersonId("T-17"), Role.Technician).ToString(), new Actor(new PersonId("T-17"), Role.Technician).Person, new Actor(new PersonId("T-17"), Role.Technician).Role));
}
