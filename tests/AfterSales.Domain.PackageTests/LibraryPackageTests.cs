using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

namespace AfterSales.Domain.PackageTests;

/// <summary>What is in the package of each library.</summary>
public class LibraryPackageTests
{
    private static readonly Guid EmbeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    private static readonly string[] Frameworks = ["net10.0", "netstandard2.0"];

    public static TheoryData<string> All => [.. PackedPackage.Ids];

    public static TheoryData<string, string> Builds
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (string id in PackedPackage.Libraries)
            {
                foreach (string framework in Frameworks)
                {
                    data.Add(id, framework);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_package_says_what_it_is_who_wrote_it_and_under_which_licence(string id)
    {
        PackedPackage package = PackedPackage.Of(id);

        Assert.Equal(id, package.Value("id"));
        Assert.Equal("MIT", package.Value("license"));
        Assert.Equal("AfterSales.Domain contributors", package.Value("authors"));
        Assert.Contains("©", package.Value("copyright"), StringComparison.Ordinal);
        string[] tags = package.Value("tags")!.Split(' ');
        Assert.Contains("after-sales", tags);
        Assert.InRange(tags.Distinct(StringComparer.Ordinal).Count(), 8, 16);
        Assert.Equal(tags.Length, tags.Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(package.Value("description")!.Length, 60, 400);
        Assert.NotEqual("Package Description", package.Value("description"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_package_brings_its_own_readme(string id)
    {
        PackedPackage package = PackedPackage.Of(id);

        string readme = Encoding.UTF8.GetString(package.File(package.Value("readme")!)!);
        Assert.DoesNotContain("](.", readme, StringComparison.Ordinal);      // a page of a package has no repository around it
        Assert.StartsWith("# " + (string.Equals(id, "AfterSales.Domain.Cli", StringComparison.Ordinal) ? "aftersales" : id) + "\n", readme.ReplaceLineEndings("\n").TrimStart('\uFEFF'), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void All_packages_have_one_version(string id) =>
        Assert.Equal(PackedPackage.Of("AfterSales.Domain.Calendars").Value("version"), PackedPackage.Of(id).Value("version"));

    [Theory]
    [MemberData(nameof(Builds))]
    public void Every_public_type_has_its_documentation(string id, string framework)
    {
        PackedPackage package = PackedPackage.Of(id);
        string path = $"lib/{framework}/{id}";

        XDocument documentation = XDocument.Parse(Encoding.UTF8.GetString(package.File(path + ".xml")!).TrimStart('\uFEFF'));
        HashSet<string> documented = [.. documentation.Descendants("member").Where(one => one.Element("summary") is not null).Select(one => (string)one.Attribute("name")!)];
        using PEReader image = new(new MemoryStream(package.File(path + ".dll")!));
        MetadataReader metadata = image.GetMetadataReader();
        string[] types =
        [
            .. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Where(type => (type.Attributes & TypeAttributes.VisibilityMask) == TypeAttributes.Public)
                .Select(type => $"T:{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"),
        ];

        Assert.NotEmpty(types);
        Assert.Empty(types.Except(documented));
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void The_symbols_belong_to_the_library_and_hold_every_source(string id, string framework)
    {
        PackedPackage package = PackedPackage.Of(id);
        using PEReader image = new(new MemoryStream(package.File($"lib/{framework}/{id}.dll")!));
        using MetadataReaderProvider symbols = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(package.Symbols($"lib/{framework}/{id}.pdb")!));
        MetadataReader reader = symbols.GetMetadataReader();

        CodeViewDebugDirectoryData codeView = image.ReadCodeViewDebugDirectoryData(image.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.CodeView));
        Assert.Equal(codeView.Guid, new BlobContentId(reader.DebugMetadataHeader!.Id).Guid);

        string[] without =
        [
            .. reader.Documents
                .Where(document => !reader.GetCustomDebugInformation(document).Any(info => reader.GetGuid(reader.GetCustomDebugInformation(info).Kind) == EmbeddedSource))
                .Select(document => reader.GetString(reader.GetDocument(document).Name)),
        ];
        Assert.NotEmpty(reader.Documents);
        Assert.Empty(without);
        Assert.All(reader.Documents, document => Assert.StartsWith("/_/", reader.GetString(reader.GetDocument(document).Name), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_build_from_another_folder_gives_the_same_bytes(string id, string framework)
    {
        string path = $"lib/{framework}/{id}.dll";

        Assert.Equal(PackedPackage.Of(id).File(path), PackedPackage.Again(id).File(path));
    }

    [Theory]
    [MemberData(nameof(Builds))]
    public void A_library_is_one_assembly_and_its_documentation(string id, string framework) =>
        Assert.Equal(
            [$"lib/{framework}/{id}.dll", $"lib/{framework}/{id}.xml"],
            PackedPackage.Of(id).Names().Where(name => name.StartsWith($"lib/{framework}/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(All))]
    public void No_package_holds_anything_unexpected(string id)
    {
        string[] folders = string.Equals(id, "AfterSales.Domain.Cli", StringComparison.Ordinal) ? ["tools/"] : [.. Frameworks.Select(framework => $"lib/{framework}/")];

        Assert.DoesNotContain(PackedPackage.Of(id).Names(), name =>
            name is not ("README.md" or "[Content_Types].xml" or "_rels/.rels")
            && !string.Equals(name, id + ".nuspec", StringComparison.Ordinal)
            && !name.StartsWith("package/services/metadata/core-properties/", StringComparison.Ordinal)
            && !folders.Any(folder => name.StartsWith(folder, StringComparison.Ordinal)));
    }
}
