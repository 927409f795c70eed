using AfterSales.Domain.Tests.Kit;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace AfterSales.Domain.Tests;

/// <summary>
/// Every C# block in README and docs stands, line by line, in a source file under tests/…/Docs, in the NUnit project or in a sample that a test runs (docs/samples/hosts, one-urgent-repair): there it is compiled, run and its results asserted.
/// Every link leads to a file, and to a heading in it where it names one.
/// </summary>
public class DocumentationTests
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();

    private static readonly Lazy<string> Compiled = new(() => string.Join('\n', new[] { Repository.PathOf("tests", "AfterSales.Domain.Tests", "Docs"), Repository.PathOf("docs", "samples", "hosts"), Repository.PathOf("docs", "samples", "one-urgent-repair"), Repository.PathOf("tests", "AfterSales.Domain.NUnitTests") }
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        .Select(path => Normalise(File.ReadAllText(path)))));

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
        string[] missing = [.. Blocks(document)
            .Where(block => block.Info is "csharp" or "cs" or "c#")
            .Select(block => block.Lines.ToString())
            .Where(code => !Compiled.Value.Contains(Normalise(code), StringComparison.Ordinal))];

        Assert.True(missing.Length == 0, $"{document} has C# blocks that stand in no file under tests/AfterSales.Domain.Tests/Docs, docs/samples/hosts or docs/samples/one-urgent-repair:\n\n{string.Join("\n---\n", missing)}");
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_to_a_file_and_to_a_heading_in_it(string document)
    {
        string folder = Path.GetDirectoryName(Repository.PathOf(document))!;
        List<string> broken = [];
        foreach (string target in Read(document).Descendants<LinkInline>().Select(link => link.Url ?? "").Where(url => !url.Contains("://", StringComparison.Ordinal)))
        {
            string[] parts = target.Split('#', 2);
            string path = parts[0].Length == 0 ? Repository.PathOf(document) : Path.GetFullPath(Path.Combine(folder, parts[0]));
            bool isThere = parts.Length == 1
                ? File.Exists(path) || Directory.Exists(path)
                : File.Exists(path) && Anchors(path).Contains(Uri.UnescapeDataString(parts[1]), StringComparer.Ordinal);
            if (!isThere)
            {
                broken.Add(target);
            }
        }

        Assert.True(broken.Count == 0, $"{document} links to {string.Join(", ", broken)}: no such file or heading");
    }

    [Fact]
    public void The_index_names_every_page()
    {
        string[] named = [.. Read("docs/index.md").Descendants<LinkInline>().Select(link => Path.GetFullPath(Path.Combine(Repository.PathOf("docs"), link.Url!.Split('#')[0])))];
        string[] pages =
        [
            .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md"),
            .. Directory.EnumerateFiles(Repository.PathOf("src"), "README.md", SearchOption.AllDirectories).Where(path => !path.Contains("bin", StringComparison.Ordinal)),
            Repository.PathOf("docs", "samples", "README.md"),
        ];

        string[] missing = [.. pages.Except([.. named, Repository.PathOf("docs", "index.md")], StringComparer.Ordinal)];
        Assert.True(missing.Length == 0, $"docs/index.md does not name {string.Join(", ", missing)}");
    }

    /// <summary>The two READMEs say the same: the same code and commands, as many paragraphs under each heading, tables of the same shape with the same packages, the same links in the same order.</summary>
    [Fact]
    public void The_readme_in_chinese_keeps_in_step()
    {
        const string English = "README.md";
        const string Chinese = "README.zh-CN.md";

        Assert.Equal(Blocks(English).Select(block => block.Lines.ToString()), Blocks(Chinese).Select(block => block.Lines.ToString()));
        Assert.Equal(Shape(English), Shape(Chinese));
        Assert.Equal(Words(English), Words(Chinese));
        Assert.Equal(Tables(English), Tables(Chinese));
        Assert.Equal(Targets(English).Where(target => target != Chinese), Targets(Chinese).Where(target => target != English));
    }

    private static IEnumerable<string> Shape(string document) => Read(document).Select(block => block is HeadingBlock heading ? $"heading {heading.Level}" : block.GetType().Name);

    /// <summary>What stands in the text as code: names and commands, which no language changes; in their sentences they may stand in another order.</summary>
    private static IEnumerable<string> Words(string document) => Read(document).Descendants<CodeInline>().Select(code => code.Content).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Tables(string document) =>
        Read(document).Descendants<Table>().Select(table => string.Join('\n', table.OfType<TableRow>().Select(row => $"{row.Count} cells: {string.Join(' ', row.Descendants<LinkInline>().Select(link => link.Url))}")));

    private static IEnumerable<string?> Targets(string document) => Read(document).Descendants<LinkInline>().Select(link => link.Url);

    private static IEnumerable<FencedCodeBlock> Blocks(string document) => Read(document).Descendants<FencedCodeBlock>();

    private static IEnumerable<string?> Anchors(string path) => Markdown.Parse(File.ReadAllText(path), Pipeline).Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id);

    private static MarkdownDocument Read(string document) => Markdown.Parse(File.ReadAllText(Repository.PathOf(document)), Pipeline);

    private static string Normalise(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}
