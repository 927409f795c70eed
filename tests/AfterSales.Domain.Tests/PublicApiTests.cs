using System.Globalization;
using System.Reflection;
using System.Runtime.Versioning;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests;

/// <summary>
/// The public surface of each package is a text file beside its project. A change of the API is a change of that file, which reviewers read;
/// <c>AFTERSALES_ACCEPT=1 dotnet test --filter PublicApi</c> writes the files anew.
/// </summary>
public class PublicApiTests
{
    public static TheoryData<string> Packages
    {
        get
        {
            TheoryData<string> data = [];
            foreach (string project in Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                string name = Path.GetFileNameWithoutExtension(project);
                if (!string.Equals(name, "AfterSales.Domain.Cli", StringComparison.Ordinal))
                {
                    data.Add(name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_public_api_is_what_its_text_file_says(string package)
    {
        string path = Repository.PathOf("src", package, "PublicAPI.txt");
        string actual = PublicApi.Describe(Assembly.Load(package));
        if (string.Equals(Environment.GetEnvironmentVariable("AFTERSALES_ACCEPT"), "1", StringComparison.Ordinal))
        {
            File.WriteAllText(path, actual);
        }

        string approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        Assert.Equal(approved, actual);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void The_tests_run_against_the_framework_that_was_asked_for(string package)
    {
        string framework = Assembly.Load(package).GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName;
        string asked = typeof(PublicApiTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => string.Equals(attribute.Key, "LibraryFramework", StringComparison.Ordinal)).Value ?? "";
        string expected = asked switch
        {
            "" or "net10.0" => ".NETCoreApp,Version=v10.0",
            "netstandard2.0" => ".NETStandard,Version=v2.0",
            _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"unknown LibraryFramework {asked}")),
        };

        Assert.Equal(expected, framework);
    }
}
