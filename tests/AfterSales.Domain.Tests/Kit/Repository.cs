namespace AfterSales.Domain.Tests.Kit;

/// <summary>Where this repository lies, and the folder of real data and published vectors that may lie beside it.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Shared { get; } = Path.Combine(Path.GetDirectoryName(Root)!, "shared");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string SharedPath(string relative) => Path.Combine(Shared, relative);

    private static string FindRoot()
    {
        // Not the caller's file path: deterministic builds map it away.
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AfterSales.Domain.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No AfterSales.Domain.sln above {AppContext.BaseDirectory}; run the tests from a checkout.");
    }
}

/// <summary>A fact that needs a file of the shared folder beside the checkout, and is skipped with a message without it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string relativePath)
    {
        RelativePath = relativePath;
        if (!File.Exists(Repository.SharedPath(relativePath)) && !Directory.Exists(Repository.SharedPath(relativePath)))
        {
            Skip = $"needs ../shared/{relativePath}, which is not beside this checkout";
        }
    }

    public string RelativePath { get; }
}
