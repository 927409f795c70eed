using AfterSales.Domain.Json;

namespace AfterSales.Domain.Cli.Replay;

/// <summary>Why a row was not used, or what is strange about it: a code for programs, a sentence for people in both languages.</summary>
internal sealed record RowReason(string Code, string English, string Chinese)
{
    /// <summary>A cell that should say what happened, and does not.</summary>
    /// <param name="code">The code.</param>
    /// <param name="column">The column.</param>
    /// <param name="value">What it holds; null when it is missing.</param>
    internal static RowReason Unnamed(string code, string column, string? value) => value is null
        ? new(code, $"{column} is missing", $"缺少 {column}")
        : new(code, $"{column} is {Quoting.Quoted(value)}, which the mapping does not name", $"{column} 为 {Quoting.Quoted(value)}，映射中没有此值");

    /// <summary>The sentence in English, or for <c>zh</c> in Simplified Chinese.</summary>
    internal string In(string language) => string.Equals(language, "zh", StringComparison.Ordinal) ? Chinese : English;
}
