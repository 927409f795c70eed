using AfterSales.Domain.Requests;
using AfterSales.Domain.Tests.Kit;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Requests;

public class RequestConditionTests
{
    private static readonly RequestCondition InTheCity = RequestCondition.Severity(Severity.Urgent) & RequestCondition.Locality(Locality.SameCity);

    [Fact]
    public void An_urgent_repair_in_the_city_meets_urgent_and_same_city() => Assert.True(InTheCity.Matches(RequestWorld.UrgentInTheCity));

    [Fact]
    public void The_first_failure_is_the_part_that_failed_first() =>
        Assert.Equal(RequestCondition.Locality(Locality.SameCity), InTheCity.FirstFailure(RequestWorld.UrgentInTheCity.WithLocality(Locality.CrossRegion)));

    [Fact]
    public void When_every_alternative_fails_the_alternatives_are_the_failure()
    {
        RequestCondition either = RequestCondition.Region("Puxi") | RequestCondition.Attribute("contract", "silver");
        Assert.Same(either, (RequestCondition.Any & either).FirstFailure(RequestWorld.UrgentInTheCity));
    }

    [Fact]
    public void A_request_without_an_attribute_does_not_meet_a_condition_on_it() =>
        Assert.False(RequestCondition.Attribute("warranty-years", "3").Matches(RequestWorld.UrgentInTheCity));

    public static TheoryData<string, string, string> Words => new()
    {
        { "all", "any request", "任何请求" },
        { "city", "severity urgent and same city", "严重程度紧急且同城" },
        { "or-in-and", "(severity important or urgent) and (channel phone or chat)", "（严重程度重要或紧急）且（渠道电话或在线聊天）" },
        { "not", "not (severity urgent and same city)", "非（严重程度紧急且同城）" },
        { "open", "tier gold and region 浦东 and product line pumps and language yue and contract gold", "客户等级gold且地区浦东且产品线pumps且语言yue且contract gold" },
        { "given", "region given and contract given", "已给出地区且已给出contract" },
        { "rest", "repair or priority 1 or in warranty or feedback on quality", "维修或优先级1或保修期内或反馈类别质量" },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void A_condition_reads_in_plain_words(string which, string english, string chinese)
    {
        RequestCondition condition = which switch
        {
            "all" => RequestCondition.Any,
            "city" => InTheCity,
            "or-in-and" => RequestCondition.Severity(Severity.Urgent, Severity.Important) & RequestCondition.Channel(Channel.Chat, Channel.Phone),
            "not" => !InTheCity,
            "open" => RequestCondition.All([RequestCondition.Tier("gold"), RequestCondition.Region("浦东"), RequestCondition.ProductLine("pumps"), RequestCondition.Language(SpokenLanguage.Cantonese), RequestCondition.Attribute("contract", "gold")]),
            "given" => RequestCondition.Given(RequestDimension.Region) & RequestCondition.Given(RequestDimension.Attribute("contract")),
            _ => RequestCondition.Kind(RequestKind.Repair) | RequestCondition.Priority(Priority.P1) | RequestCondition.Warranty(WarrantyStatus.InWarranty) | RequestCondition.FeedbackClass(FeedbackClass.Quality),
        };

        Assert.Equal(english, $"{condition}");
        Assert.Equal(english, $"{condition:en}");
        Assert.Equal(chinese, $"{condition:zh}");
    }

    [Fact]
    public void Another_format_is_refused_with_the_two_that_there_are()
    {
        FormatException refusal = Assert.Throws<FormatException>(() => $"{InTheCity:fr}");
        Assert.Contains("\"en\"", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("\"zh\"", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sets_of_values_compare_without_order_and_repetition()
    {
        Assert.Equal(RequestCondition.Channel(Channel.Email, Channel.Chat), RequestCondition.Channel(Channel.Chat, Channel.Email, Channel.Chat));
        Assert.Equal(RequestCondition.Region("b", "a"), RequestCondition.Region("a", "b"));
    }

    [Fact]
    public void Nested_lists_become_one() => Assert.Equal(
        RequestCondition.All([RequestCondition.Tier("a"), RequestCondition.Tier("b"), RequestCondition.Tier("c")]),
        RequestCondition.Tier("a") & (RequestCondition.Tier("b") & RequestCondition.Tier("c")));

    [Fact]
    public void Any_request_disappears_from_a_conjunction_and_swallows_a_disjunction()
    {
        Assert.Equal(InTheCity, InTheCity & RequestCondition.Any);
        Assert.Equal(RequestCondition.Any, InTheCity | RequestCondition.Any);
        Assert.Equal(RequestCondition.Any, RequestCondition.All([]));
        Assert.Equal(InTheCity, !!InTheCity);
    }

    [Fact]
    public void Empty_sets_are_refused()
    {
        Assert.Contains("at least one value", Assert.Throws<ArgumentException>(() => RequestCondition.Severity()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RequestCondition.Region());
        Assert.Throws<ArgumentException>(() => RequestCondition.AnyOf([]));
    }

    [Fact]
    public void Values_that_do_not_exist_are_refused_with_those_that_do()
    {
        string message = Assert.Throws<ArgumentException>(() => RequestCondition.OneOf(RequestDimension.Severity, ["dire"])).Message;
        Assert.Contains("unknown, general, important, urgent", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => RequestCondition.Severity((Severity)9));
        Assert.Throws<ArgumentException>(() => RequestCondition.Severity((Severity)(-1)));
        Assert.Throws<ArgumentException>(() => RequestCondition.Attribute("Not A Name", "x"));
        Assert.Throws<ArgumentException>(() => RequestCondition.Given(RequestDimension.Channel));
        Assert.Throws<InvalidOperationException>(() => RequestCondition.Language(default(SpokenLanguage)));
    }

    [Fact]
    public void Nulls_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => RequestCondition.Any.Matches(null!));
        Assert.Throws<ArgumentNullException>(() => RequestCondition.Any.FirstFailure(null!));
        Assert.Throws<ArgumentNullException>(() => RequestCondition.Any & null!);
        Assert.Throws<ArgumentNullException>(() => RequestCondition.Not(null!));
        Assert.Throws<ArgumentNullException>(() => RequestCondition.Severity(null!));
        Assert.Throws<ArgumentNullException>(() => RequestCondition.OneOf(null!, ["x"]));
    }

    [Fact]
    public void The_dimensions_are_listed_once_with_all_values_mentioned()
    {
        RequestCondition condition = (RequestCondition.Region("Pudong") & RequestCondition.Severity(Severity.Urgent)) | !RequestCondition.Region("other", "Puxi");

        Assert.Equal(["region: Pudong, Puxi, other", "severity: urgent"], condition.Dimensions.Select(mention => mention.ToString()));
        Assert.Equal(["Pudong", "Puxi", "other", "other-2"], condition.Dimensions[0].Representatives);
        Assert.Equal(["unknown", "general", "important", "urgent"], condition.Dimensions[1].Representatives);
    }

    [Fact]
    public void Where_presence_is_tested_absence_is_a_case_of_its_own() =>
        Assert.Equal(["other", null], RequestCondition.Given(RequestDimension.Tier).Dimensions.Single().Representatives);

    [Fact]
    public void A_request_fails_somewhere_exactly_when_it_does_not_match() =>
        Law.Holds(RequestWorld.Conditions.Zip(RequestWorld.Requests), pair =>
            (pair.Item1.FirstFailure(pair.Item2) is null) == pair.Item1.Matches(pair.Item2));

    [Fact]
    public void The_part_that_failed_does_not_match_either() =>
        Law.Holds(RequestWorld.Conditions.Zip(RequestWorld.Requests), pair =>
            pair.Item1.FirstFailure(pair.Item2) is not { } failure || !failure.Matches(pair.Item2));

    [Fact]
    public void And_or_and_not_are_those_of_logic() =>
        Law.Holds(RequestWorld.Conditions.Zip(RequestWorld.Conditions).Zip(RequestWorld.Requests), trio =>
        {
            ((RequestCondition a, RequestCondition b), ServiceRequest request) = trio;
            return (a & b).Matches(request) == (a.Matches(request) && b.Matches(request))
                && (a | b).Matches(request) == (a.Matches(request) || b.Matches(request))
                && (!a).Matches(request) == !a.Matches(request);
        });

    [Fact]
    public void What_is_not_mentioned_makes_no_difference() =>
        Law.Holds(RequestWorld.Conditions.Zip(RequestWorld.Requests).Zip(RequestWorld.Requests), trio =>
        {
            ((RequestCondition condition, ServiceRequest request), ServiceRequest other) = trio;
            ServiceRequest mixed = condition.Dimensions.Aggregate(other, (one, mention) => one.With(mention.Dimension, mention.Dimension.ValueOf(request)));
            return condition.Matches(mixed) == condition.Matches(request);
        });

    [Fact]
    public void Every_value_behaves_like_one_of_the_representatives() =>
        Law.Holds(RequestWorld.Conditions.Zip(RequestWorld.Requests), pair =>
        {
            (RequestCondition condition, ServiceRequest request) = pair;
            ServiceRequest represented = condition.Dimensions.Aggregate(request, (one, mention) =>
            {
                string? value = mention.Dimension.ValueOf(request);
                string? standing = mention.Representatives.Contains(value) ? value : mention.Representatives[mention.Values.Count];
                return one.With(mention.Dimension, standing);
            });
            return condition.Matches(represented) == condition.Matches(request);
        });

    [Fact]
    public void Equal_conditions_have_equal_hash_codes_and_words() =>
        Law.Holds(RequestWorld.Conditions.Zip(RequestWorld.Conditions), pair =>
            (!pair.Item1.Equals(pair.Item2) || (pair.Item1.GetHashCode() == pair.Item2.GetHashCode() && $"{pair.Item1:zh}" == $"{pair.Item2:zh}"))
            && pair.Item1.Equals(pair.Item1 & RequestCondition.Any));

    [Fact]
    public void Parts_that_bind_less_than_what_stands_around_them_read_in_brackets()
    {
        RequestCondition urgent = RequestCondition.Severity(Severity.Urgent);
        RequestCondition near = RequestCondition.Locality(Locality.SameCity);
        RequestCondition phone = RequestCondition.Channel(Channel.Phone);

        Assert.Equal(("(severity urgent or same city) and channel phone", "（严重程度紧急或同城）且渠道电话"), Read((urgent | near) & phone));
        Assert.Equal(("(severity urgent and same city) or channel phone", "（严重程度紧急且同城）或渠道电话"), Read((urgent & near) | phone));
        Assert.Equal(("not severity urgent and same city", "非严重程度紧急且同城"), Read(!urgent & near));
        Assert.Equal(("not (severity urgent or same city)", "非（严重程度紧急或同城）"), Read(!(urgent | near)));
        Assert.Equal(("not any request", "非任何请求"), Read(!RequestCondition.Any));

        static (string, string) Read(RequestCondition condition) => ($"{condition}", $"{condition:zh}");
    }
}
