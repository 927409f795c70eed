using Xunit.Abstractions;
using Xunit.Sdk;

namespace AfterSales.Domain.Tests.Kit;

/// <summary>Says which rules of the sources (R01–R36) a test shows; also a trait, so that <c>--filter Rule=R05</c> runs them.</summary>
[TraitDiscoverer("AfterSales.Domain.Tests.Kit.ShowsDiscoverer", "AfterSales.Domain.Tests")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class ShowsAttribute(params string[] rules) : Attribute, ITraitAttribute
{
    public IReadOnlyList<string> Rules { get; } = rules;
}

/// <summary>Turns <see cref="ShowsAttribute"/> into traits.</summary>
public sealed class ShowsDiscoverer : ITraitDiscoverer
{
    public IEnumerable<KeyValuePair<string, string>> GetTraits(IAttributeInfo traitAttribute) =>
        ((IEnumerable<object>)traitAttribute.GetConstructorArguments().Single()).Select(rule => new KeyValuePair<string, string>("Rule", (string)rule));
}
