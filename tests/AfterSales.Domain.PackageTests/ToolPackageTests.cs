using System.Text;

namespace AfterSales.Domain.PackageTests;

/// <summary>What is in the package of the tool.</summary>
public class ToolPackageTests
{
    private readonly PackedPackage _package = PackedPackage.Of("AfterSales.Domain.Cli");

    [Fact]
    public void The_package_is_a_dotnet_tool_named_aftersales()
    {
        string settings = Encoding.UTF8.GetString(_package.File("tools/net10.0/any/DotnetToolSettings.xml")!);

        Assert.Equal("DotnetTool", (string?)_package.Metadata.Descendants(_package.Metadata.Name.Namespace + "packageType").Single().Attribute("name"));
        Assert.Contains("Name=\"aftersales\"", settings, StringComparison.Ordinal);
        Assert.Contains("EntryPoint=\"AfterSales.Domain.Cli.dll\"", settings, StringComparison.Ordinal);
    }

    [Fact]
    public void The_tool_brings_every_library_that_it_needs()
    {
        string[] missing = [.. new[] { "AfterSales.Domain.Json", "AfterSales.Domain.Sla", "AfterSales.Domain.Calendars", "NodaTime", "System.CommandLine", "Spectre.Console", "CsvHelper" }
            .Where(name => _package.File($"tools/net10.0/any/{name}.dll") is null)];

        Assert.Empty(missing);
    }

    [Fact]
    public void A_build_from_another_folder_gives_the_same_bytes() =>
        Assert.Equal(_package.File("tools/net10.0/any/AfterSales.Domain.Cli.dll"), PackedPackage.Again("AfterSales.Domain.Cli").File("tools/net10.0/any/AfterSales.Domain.Cli.dll"));
}
