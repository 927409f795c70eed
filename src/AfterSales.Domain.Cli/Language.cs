using System.CommandLine;

namespace AfterSales.Domain.Cli;

/// <summary>The option <c>--lang</c>: English or Simplified Chinese for reasons and explanations.</summary>
internal static class Language
{
    private const string Name = "--lang";

    internal static Option<string> Option()
    {
        Option<string> option = new(Name) { Description = "the language of reasons: en (English) or zh (Simplified Chinese)", DefaultValueFactory = _ => "en" };
        option.AcceptOnlyFromAmong("en", "zh");
        return option;
    }

    /// <summary>What was given for it; English for commands without it.</summary>
    internal static string Of(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.OfType<Option<string>>().SingleOrDefault(option => string.Equals(option.Name, Name, StringComparison.Ordinal)) is { } language
            ? parsed.GetRequiredValue(language)
            : "en";
}
