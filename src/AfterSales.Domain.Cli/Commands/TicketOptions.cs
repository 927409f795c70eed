using System.CommandLine;
using System.Globalization;
using AfterSales.Domain.Cli.Html;

namespace AfterSales.Domain.Cli.Commands;

/// <summary>What commands that walk over past tickets have in common: the file, how to read it, how many cases to show, and where to.</summary>
internal sealed class TicketOptions
{
    private readonly Argument<string> _tickets = new("tickets") { Description = "an event log or a ticket table as CSV, plain or gzip, or - for standard input" };
    private readonly Option<string> _mapping = new("--mapping") { Description = "the mapping document: what the columns mean", Required = true };
    private readonly Option<NodaTime.Instant?> _asOf = TimeText.InstantOption("--as-of", "judge open tickets as of this instant; without it, as of the last instant of the file");
    private readonly Option<int> _shown;
    private readonly Option<bool> _ungrouped = new("--ungrouped") { Description = "the event log is not grouped by ticket: hold all of it in memory" };
    private readonly Option<bool> _skip = new("--skip-bad-rows") { Description = "leave out rows that cannot be read, and count them, instead of refusing the file" };
    private readonly Option<string?> _html = HtmlOutput.Option();
    private readonly Option<string> _language = Language.Option();
    private readonly Option<string> _format = OutputFormat.Option();

    /// <summary>Makes them; the number of cases has a name of its own in each command.</summary>
    internal TicketOptions(string shownName, string shownDescription, int shown)
    {
        _shown = new Option<int>(shownName)
        {
            Description = shownDescription,
            DefaultValueFactory = _ => shown,
            CustomParser = result =>
            {
                // The library's own reading asks the culture what a minus is, and names a type of the code.
                if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= 1000)
                {
                    return number;
                }

                result.AddError($"{shownName} takes a number from 0 to 1000.");
                return 0;
            },
        };
    }

    internal Command AddTo(Command command)
    {
        command.Add(_tickets);
        foreach (Option option in (ReadOnlySpan<Option>)[_mapping, _asOf, _shown, _ungrouped, _skip, _html, _language, _format])
        {
            command.Add(option);
        }

        return command;
    }

    internal TicketRequest Read(ParseResult parsed, params IReadOnlyList<Argument<string>> policies) => new(
        [.. policies.Select(parsed.GetRequiredValue)], parsed.GetRequiredValue(_tickets), parsed.GetRequiredValue(_mapping), parsed.GetValue(_asOf), parsed.GetValue(_shown), parsed.GetValue(_ungrouped),
        parsed.GetValue(_skip), parsed.GetValue(_html), parsed.GetRequiredValue(_language), OutputFormat.IsJson(parsed));
}
