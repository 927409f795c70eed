using System.CommandLine;

namespace AfterSales.Domain.Cli;

/// <summary>The option <c>--lang</c>: English or Simplified Chinese for reasons and explanations.</summary>
internal static class Language
{
    internal static Option<string> Option()
    {
        Option<string> option = new("--lang") { Description = "the language of reasons: en (English) or zh (Simplified Chinese)", DefaultValueFactory = _ => "en" };
        option.AcceptOnlyFromAmong("en", "zh");
        return option;
    }
}
