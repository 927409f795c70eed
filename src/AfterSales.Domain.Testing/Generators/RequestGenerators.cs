using AfterSales.Domain.Requests;
using FsCheck;
using FsCheck.Fluent;

namespace AfterSales.Domain.Testing;

/// <summary>Random requests and conditions on them.</summary>
/// <remarks>The generators hold no state and are safe for use by several threads.</remarks>
public static class RequestGenerators
{
    private static readonly IReadOnlyList<RequestCondition> Everything =
    [
        .. RequestDimension.WellKnown.Where(dimension => dimension.IsFinite).Select(dimension => RequestCondition.OneOf(dimension, [dimension.Values[0]])),
        RequestCondition.Region("Pudong", "Minhang"), RequestCondition.ProductLine("chillers"), RequestCondition.Tier("gold"),
        RequestCondition.Attribute("floor", "3"), RequestCondition.Given(RequestDimension.Tier), RequestCondition.Given(RequestDimension.Attribute("floor")),
    ];

    /// <summary>Gets requests of every kind; each dimension is given or not.</summary>
    public static Gen<ServiceRequest> Requests { get; } = RequestsFor(Everything);

    /// <summary>Gets conditions of up to two levels of "and", "or" and "not".</summary>
    public static Gen<RequestCondition> Conditions { get; } = AnyPolicy.Condition(2);

    /// <summary>Makes requests that differ in what conditions look at, and in nothing else: every combination of cases is made sooner or later.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <returns>The generator.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="conditions"/> is null or holds a null.</exception>
    public static Gen<ServiceRequest> RequestsFor(IEnumerable<RequestCondition> conditions) =>
        RequestCondition.DimensionsOf(conditions).Aggregate(
            Gen.Constant(new ServiceRequest(RequestKind.Repair)),
            (made, mention) => from request in made
                               from value in Gen.Elements<string?>([.. mention.Representatives])
                               select request.With(mention.Dimension, value));
}
