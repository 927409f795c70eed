using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AfterSales.Domain.Tests.Testing;

/// <summary>Compiles printed C# against everything this test runs on, and runs it.</summary>
internal static class CompiledCSharp
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path.EndsWith(".dll", StringComparison.Ordinal)).Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>Compiles a program of top-level statements as it stands.</summary>
    public static void Compile(string program) => Image(program, LanguageVersion.CSharp9, OutputKind.ConsoleApplication);

    /// <summary>Pastes each program into a method of C# 7.3 and returns the values of its variables.</summary>
    public static IReadOnlyList<object[]> RunAll(IReadOnlyList<string> programs, params string[] variables)
    {
        string usings = "";
        StringBuilder methods = new();
        for (int i = 0; i < programs.Count; i++)
        {
            int statements = programs[i].IndexOf("\n\n", StringComparison.Ordinal);
            usings = programs[i][..statements];
            methods.Append(CultureInfo.InvariantCulture, $"public static object[] Run{i}() {{ {programs[i][statements..]} return new object[] {{ {string.Join(", ", variables)} }}; }}\n");
        }

        Type pasted = Assembly.Load(Image($"{usings}\npublic static class Pasted {{ {methods} }}", LanguageVersion.CSharp7_3, OutputKind.DynamicallyLinkedLibrary)).GetType("Pasted")!;
        return [.. Enumerable.Range(0, programs.Count).Select(i => (object[])pasted.GetMethod(string.Create(CultureInfo.InvariantCulture, $"Run{i}"))!.Invoke(null, null)!)];
    }

    private static byte[] Image(string code, LanguageVersion version, OutputKind kind)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            $"printed-{Guid.NewGuid():N}", [CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(version))], References, new CSharpCompilationOptions(kind));
        using MemoryStream image = new();
        string[] errors = [.. compilation.Emit(image).Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error).Select(one => one.ToString())];
        Assert.True(errors.Length == 0, $"{string.Join('\n', errors)}\n{code}");
        return image.ToArray();
    }
}
