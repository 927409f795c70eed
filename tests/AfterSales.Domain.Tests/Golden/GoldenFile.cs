using AfterSales.Domain.Tests.Kit;

namespace AfterSales.Domain.Tests.Golden;

/// <summary>
/// Computed results that users build on, kept line by line in a file of this folder. A line that changes is a promise that changes: a new major version, and an entry in the changelog that says why.
/// To write the files anew: <c>AFTERSALES_ACCEPT=1 dotnet test tests/AfterSales.Domain.Tests --filter FullyQualifiedName~Golden</c>, and read the difference.
/// </summary>
internal static class GoldenFile
{
    public static string PathOf(string name) => Repository.PathOf("tests", "AfterSales.Domain.Tests", "Golden", name);

    public static void AssertUnchanged(string name, IReadOnlyList<string> computed)
    {
        string path = PathOf(name);
        if (string.Equals(Environment.GetEnvironmentVariable("AFTERSALES_ACCEPT"), "1", StringComparison.Ordinal))
        {
            File.WriteAllText(path, string.Join('\n', computed) + "\n");
        }

        string[] kept = File.ReadAllLines(path);
        string[] gone = [.. kept.Except(computed, StringComparer.Ordinal)];
        string[] come = [.. computed.Except(kept, StringComparer.Ordinal)];
        Assert.True(
            gone.Length == 0 && come.Length == 0 && kept.SequenceEqual(computed, StringComparer.Ordinal),
            $"""
            {Math.Max(gone.Length, come.Length)} results of {name} are no longer what they were:
            {string.Join('\n', gone.Take(20).Select(line => $"- {line}"))}
            {string.Join('\n', come.Take(20).Select(line => $"+ {line}"))}
            Hosts have promised these to their customers. If the change is meant, it is a new major version with an entry in CHANGELOG.md that says what changes and why (a correction of the time zone
            database excepted, named there); then write the file anew with AFTERSALES_ACCEPT=1 dotnet test tests/AfterSales.Domain.Tests --filter FullyQualifiedName~Golden and review the difference.
            """);
    }
}
