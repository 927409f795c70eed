namespace AfterSales.Domain.Testing;

/// <summary>What a law is tried on: a rule of yours and a generated question to it, which prints itself as C# and as the documents of the command line.</summary>
/// <remarks>The cases are immutable and safe for use by several threads.</remarks>
public abstract class LawCase
{
    private protected LawCase()
    {
    }

    /// <summary>Gets the documents that the tool <c>aftersales</c> takes: file name and content.</summary>
    public abstract IReadOnlyList<KeyValuePair<string, string>> Documents { get; }

    /// <summary>Gets the command line that shows the case, given <see cref="Documents"/> in the current folder.</summary>
    public abstract string Command { get; }

    /// <summary>Writes the case as a C# program of top-level statements, in words that C# 7.3 knows: paste the statements into a test.</summary>
    /// <returns>The program, with its using directives.</returns>
    public string ToCSharp() => CSharpValues.Usings + "\n" + Statements();

    /// <summary>Returns the case as C# statements.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Statements();

    private protected abstract string Statements();
}
