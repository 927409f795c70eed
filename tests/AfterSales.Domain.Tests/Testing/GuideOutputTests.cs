using AfterSales.Domain.Tests.Docs;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Testing;

/// <summary>What docs/property-testing.md shows as output is what comes out.</summary>
public class GuideOutputTests
{
    private static readonly string Guide = File.ReadAllText(Repository.PathOf("docs", "property-testing.md")).ReplaceLineEndings("\n");

    [Fact]
    public void The_findings_of_the_policy_stand_in_the_guide()
    {
        string message = Assert.Throws<LawBrokenException>(() => PolicyLaws.NoFindings(PropertyTestingGuide.OurPolicy)).Message;

        StandsInTheGuide(message[..message.IndexOf("\nNote ", StringComparison.Ordinal)]);
    }

    [Fact]
    public void The_counterexample_to_the_promise_stands_in_the_guide()
    {
        string message = Assert.Throws<LawBrokenException>(() => SlaLaws.HoldFor(PropertyTestingGuide.OurPolicy, PropertyTestingGuide.NothingIsDueAtNight)).Message;
        int program = message.IndexOf("SlaHistory history", StringComparison.Ordinal);
        int documents = message.IndexOf("---- as documents", StringComparison.Ordinal);

        StandsInTheGuide(message[..message.IndexOf("\n\n----", StringComparison.Ordinal)]);
        StandsInTheGuide(message[program..documents].TrimEnd());
        StandsInTheGuide(message[documents..message.IndexOf('\n', documents)]);
    }

    private static void StandsInTheGuide(string text) => Assert.True(Guide.Contains($"```text\n{text}\n```", StringComparison.Ordinal), $"docs/property-testing.md has to show:\n{text}");
}
