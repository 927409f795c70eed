using AfterSales.Domain.Requests;
using FsCheck;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Requests;

/// <summary>Requests and conditions for tests: one irregular example, and generators over everything that differs.</summary>
internal static class RequestWorld
{
    public static ServiceRequest UrgentInTheCity { get; } = new ServiceRequest(RequestKind.Repair)
        .WithSeverity(Severity.Urgent)
        .WithChannel(Channel.Phone)
        .WithLocality(Locality.SameCity)
        .WithRegion("Pudong")
        .With("contract", "gold");

    /// <summary>Every finite dimension with any value, open ones with one of three values or none.</summary>
    public static Gen<ServiceRequest> Requests { get; } =
        from values in Gen.CollectToArray([.. Dimensions], ValueOrNone)
        select Dimensions.Zip(values).Aggregate(new ServiceRequest(RequestKind.Unknown), (request, pair) => request.With(pair.First, pair.Second));

    public static Gen<RequestCondition> Conditions { get; } = Gen.Sized(size => Condition(Math.Min(size, 12)));

    public static IReadOnlyList<RequestDimension> Dimensions =>
        [.. RequestDimension.WellKnown, RequestDimension.Attribute("contract"), RequestDimension.Attribute("severity")];

    public static IReadOnlyList<string> SomeValues(RequestDimension dimension) => dimension.IsFinite ? dimension.Values : ["a", "b", "other"];

    private static Gen<string?> ValueOrNone(RequestDimension dimension) =>
        Gen.Elements<string?>(dimension.IsFinite ? [.. dimension.Values] : [.. SomeValues(dimension), null, null]);

    private static Gen<RequestCondition> Condition(int size)
    {
        Gen<RequestCondition> leaf = Gen.OneOf(
            Gen.Constant(RequestCondition.Any),
            from dimension in Gen.Elements<RequestDimension>([.. Dimensions.Where(one => !one.IsFinite)])
            select RequestCondition.Given(dimension),
            from dimension in Gen.Elements<RequestDimension>([.. Dimensions])
            from values in Gen.NonEmptyListOf(Gen.Elements<string>([.. SomeValues(dimension)]))
            select RequestCondition.OneOf(dimension, values));
        if (size <= 1)
        {
            return leaf;
        }

        Gen<RequestCondition> part = Condition(size / 3);
        return Gen.OneOf(
            leaf,
            from left in part from right in part select left & right,
            from left in part from right in part select left | right,
            from one in part select !one);
    }
}
