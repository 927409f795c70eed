using System.Text.RegularExpressions;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests;

/// <summary>
/// Every C# block in README and docs stands, line by line, in a source file under tests/…/Docs, or in the sample that a test there runs: it is compiled, run and its results asserted.
/// </summary>
public partial class DocumentationTests
{
    public static TheoryData<string> Documents
    {
        get
        {
            TheoryData<string> data = [];
            IEnumerable<string> files = Directory.EnumerateFiles(Repository.Root, "*.md")
                .Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories))
                .Concat(Directory.EnumerateFiles(Repository.PathOf("src"), "README.md", SearchOption.AllDirectories))
                .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}"));
            foreach (string path in files.Order(StringComparer.Ordinal))
            {
                data.Add(Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'));
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_code_block_is_compiled_and_run_by_a_test(string document)
    {
        string compiled = string.Join('\n', Directory
            .EnumerateFiles(Repository.PathOf("tests", "AfterSales.Domain.Tests"), "*.cs", SearchOption.AllDirectories)
            .Where(path => path.Contains($"{Path.DirectorySeparatorChar}Docs{Path.DirectorySeparatorChar}"))
            .Append(Repository.PathOf("docs", "samples", "one-urgent-repair", "OneUrgentRepair.cs"))
            .Select(path => Normalise(File.ReadAllText(path))));

        string[] missing = [.. CodeBlock().Matches(File.ReadAllText(Repository.PathOf(document)))
            .Select(match => match.Groups["code"].Value)
            .Where(code => !compiled.Contains(Normalise(code), StringComparison.Ordinal))];

        Assert.True(missing.Length == 0, $"{document} has C# blocks that stand in no file under tests/AfterSales.Domain.Tests/Docs:\n\n{string.Join("\n---\n", missing)}");
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_relative_link_leads_to_a_file(string document)
    {
        string folder = Path.GetDirectoryName(Repository.PathOf(document))!;
        string prose = AnyBlock().Replace(File.ReadAllText(Repository.PathOf(document)), "");
        string[] broken = [.. Link().Matches(prose)
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Select(target => target.Split('#')[0])
            .Where(target => !File.Exists(Path.Combine(folder, target)) && !Directory.Exists(Path.Combine(folder, target)))];

        Assert.True(broken.Length == 0, $"{document} links to {string.Join(", ", broken)}: no such file");
    }

    private static string Normalise(string code) =>
        string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    [GeneratedRegex("^```(csharp|cs|c#)[^\n]*\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex AnyBlock();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();
}
