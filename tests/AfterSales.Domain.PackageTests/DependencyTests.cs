namespace AfterSales.Domain.PackageTests;

/// <summary>What a package pulls in: the arrows of the architecture, and nothing else.</summary>
public class DependencyTests
{
    private static readonly string[] WhatNetStandardLacks = ["Microsoft.Bcl.HashCode", "System.Collections.Immutable", "System.Memory"];

    /// <summary>The arrows: a package, the packages of this library that it stands on, and packages of others. A package that is not here is refused.</summary>
    private static readonly Dictionary<string, (string[] Own, string[] Others)> Arrows = new(StringComparer.Ordinal)
    {
        ["AfterSales.Domain.Calendars"] = ([], ["NodaTime"]),
        ["AfterSales.Domain.Statistics"] = ([], []),
        ["AfterSales.Domain.Requests"] = ([], []),
        ["AfterSales.Domain.Sla"] = (["AfterSales.Domain.Calendars", "AfterSales.Domain.Requests", "AfterSales.Domain.Statistics"], []),
        ["AfterSales.Domain.Tickets"] = (["AfterSales.Domain.Requests"], ["NodaTime"]),
        ["AfterSales.Domain.Routing"] = (["AfterSales.Domain.Calendars", "AfterSales.Domain.Requests"], []),
        ["AfterSales.Domain.Satisfaction"] = (["AfterSales.Domain.Statistics"], ["NodaTime", "MathNet.Numerics"]),
        ["AfterSales.Domain"] = (["AfterSales.Domain.Sla", "AfterSales.Domain.Tickets", "AfterSales.Domain.Routing", "AfterSales.Domain.Satisfaction"], []),
        ["AfterSales.Domain.Json"] = (["AfterSales.Domain"], []),
        ["AfterSales.Domain.Testing"] = (["AfterSales.Domain.Json"], ["FsCheck", "FSharp.Core"]),
    };

    /// <summary>Named directly though they come anyway: no package more is pulled in.</summary>
    private static readonly string[] MayBeNamedAgain = ["NodaTime"];

    public static TheoryData<string> Libraries => [.. PackedPackage.Libraries];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_depends_on_what_its_arrows_say(string id)
    {
        Assert.True(Arrows.ContainsKey(id), $"{id} is new: say in {nameof(DependencyTests)} what it may depend on.");
        PackedPackage package = PackedPackage.Of(id);
        string[] modern = [.. package.Dependencies("net10.0")];
        string[] standard = [.. package.Dependencies(".NETStandard2.0")];
        string[] lacks = string.Equals(id, "AfterSales.Domain.Json", StringComparison.Ordinal) ? [.. WhatNetStandardLacks, "System.Text.Json"] : WhatNetStandardLacks;
        string[] reached = [.. Reached(id)];

        Assert.Empty(Arrows[id].Others.Except(modern));
        Assert.Empty(modern.Where(one => !one.StartsWith("AfterSales.", StringComparison.Ordinal)).Except(Arrows[id].Others).Except(reached.Intersect(MayBeNamedAgain)));
        Assert.Empty(modern.Where(one => one.StartsWith("AfterSales.", StringComparison.Ordinal)).Except(reached));
        Assert.Equal(modern.Concat(lacks).Order(StringComparer.Ordinal), standard);
    }

    [Fact]
    public void Whoever_embeds_service_levels_pulls_NodaTime_and_nothing_else() =>
        Assert.Equal(["NodaTime"], Pulled("AfterSales.Domain.Sla").Where(one => !one.StartsWith("AfterSales.", StringComparison.Ordinal)));

    private static IEnumerable<string> Pulled(string id) =>
        PackedPackage.Of(id).Dependencies("net10.0").SelectMany(one => one.StartsWith("AfterSales.", StringComparison.Ordinal) ? Pulled(one).Prepend(one) : [one]).Distinct(StringComparer.Ordinal);

    /// <summary>Everything that the arrows lead to.</summary>
    private static IEnumerable<string> Reached(string id) =>
        Arrows[id].Own.SelectMany(one => Reached(one).Prepend(one)).Concat(Arrows[id].Others).Distinct(StringComparer.Ordinal);
}
