using System.IO.Compression;
using System.Xml.Linq;
using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.PackageTests;

/// <summary>A package as it lies in a folder of packages, with its symbols beside it.</summary>
internal sealed class PackedPackage
{
    private static readonly string[] Projects =
        [.. Directory.EnumerateFiles(Repository.PathOf("src"), "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    private readonly string _path;

    private PackedPackage(string id, string path)
    {
        Id = id;
        _path = path;
        Metadata = Load().Root!.Elements().Single();
    }

    /// <summary>Every project under src is a package: libraries and the tool.</summary>
    public static IReadOnlyList<string> Ids => Projects;

    public static IReadOnlyList<string> Libraries { get; } = [.. Projects.Where(id => !string.Equals(id, "AfterSales.Domain.Cli", StringComparison.Ordinal))];

    public string Id { get; }

    /// <summary>The element <c>metadata</c> of the nuspec.</summary>
    public XElement Metadata { get; }

    public static PackedPackage Of(string id) => In("packages", id);

    /// <summary>The same package, packed a second time from a copy of the sources in another folder.</summary>
    public static PackedPackage Again(string id) => In("packages-again", id);

    public string? Value(string name) => Metadata.Element(Metadata.Name.Namespace + name)?.Value;

    public byte[]? File(string name) => Entry(_path, name);

    public byte[]? Symbols(string name) => Entry(Path.ChangeExtension(_path, ".snupkg"), name);

    public IReadOnlyList<string> Names()
    {
        using ZipArchive archive = ZipFile.OpenRead(_path);
        return [.. archive.Entries.Select(entry => entry.FullName)];
    }

    /// <summary>The ids that a group of dependencies names, in order.</summary>
    public IReadOnlyList<string> Dependencies(string framework)
    {
        XNamespace space = Metadata.Name.Namespace;
        return
        [
            .. Metadata.Descendants(space + "group").Single(group => string.Equals((string?)group.Attribute("targetFramework"), framework, StringComparison.Ordinal))
                .Elements(space + "dependency").Select(one => (string)one.Attribute("id")!).Order(StringComparer.Ordinal),
        ];
    }

    private static PackedPackage In(string folder, string id)
    {
        string[] found = [.. Directory.EnumerateFiles(Repository.PathOf("artifacts", folder), id + ".*.nupkg").Where(path => char.IsAsciiDigit(Path.GetFileName(path)[id.Length + 1]))];
        return new PackedPackage(id, Assert.Single(found));
    }

    private static byte[]? Entry(string path, string name)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        if (archive.GetEntry(name) is not { } entry)
        {
            return null;
        }

        using Stream stream = entry.Open();
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private XDocument Load()
    {
        using MemoryStream nuspec = new(File(Id + ".nuspec")!);
        return XDocument.Load(nuspec);
    }
}
