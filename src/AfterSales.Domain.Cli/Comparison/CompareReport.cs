using System.Globalization;
using System.Text.Json;
using AfterSales.Domain.Cli.Replay;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace AfterSales.Domain.Cli.Comparison;

/// <summary>What a comparison of two policies has to tell, as text for people and as JSON for programs.</summary>
internal sealed class CompareReport
{
    internal const string NewlyMissedCondition = "newly-missed";
    internal const string LowerCondition = "lower";

    private readonly ComparisonTally _tally;
    private readonly ReplayRun _run;
    private readonly DateTimeZone _zone;
    private readonly string _file;
    private readonly Dictionary<EventId, string> _tickets = [];

    internal CompareReport(ComparisonTally tally, ReplayRun run, DateTimeZone zone, string file, IReadOnlyList<string> failOn)
    {
        _tally = tally;
        _run = run;
        _zone = zone;
        _file = file;
        Rows = [.. tally.ByObjective.Where(row => row.Before.Total + row.After.Total > 0)];
        foreach ((string ticket, SlaHistory history) in run.Kept!)
        {
            _tickets.TryAdd(history.Events[0].Id, ticket);
        }

        Failures =
        [
            .. failOn.Contains(NewlyMissedCondition, StringComparer.Ordinal) ? Rows.Where(row => row.NewlyMissed > 0).Select(row => $"{NewlyMissedCondition}: {row.Objective}, {Number(row.NewlyMissed)} clocks") : [],
            .. failOn.Contains(LowerCondition, StringComparer.Ordinal) ? Rows.Where(row => row.Difference.Verdict == ChangeVerdict.Lower).Select(row => $"{LowerCondition}: {row.Objective}, {row.Difference}") : [],
        ];
    }

    /// <summary>What <c>--fail-on</c> names and is so.</summary>
    internal IReadOnlyList<string> Failures { get; }

    private IReadOnlyList<ComparisonRow> Rows { get; }

    internal void WriteText(Session session)
    {
        IAnsiConsole console = session.Tables();
        console.WriteLine($"{Name(_tally.Before.Policy)} → {Name(_tally.After.Policy)} on {Number(_tally.Tickets)} tickets of {_file}{(_run.AsOf is { } at ? ", as of " + TimeText.Of(at, _zone) : "")}");
        console.WriteLine("");
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string title in (ReadOnlySpan<string>)["objective", ">before", ">after", "difference (95 %)", ">newly missed", ">newly met", ">earlier", ">later"])
        {
            TableColumn column = new TableColumn(Markup.Escape(title.TrimStart('>'))).NoWrap();
            table.AddColumn(title[0] == '>' ? column.RightAligned() : column);
        }

        foreach (ComparisonRow row in Rows)
        {
            table.AddRow(
                new Text(row.Objective), new Text(Percent(row.Before.Attainment)), new Text(Percent(row.After.Attainment)), new Text($"{row.Difference}"),
                new Text(Number(row.NewlyMissed)), new Text(Number(row.NewlyMet)), new Text(Number(row.MovedEarlier)), new Text(Number(row.MovedLater)));
        }

        console.Write(table);
        console.WriteLine("difference: Newcombe's interval for independent shares; both policies judge the same tickets, so it errs on the wide side");
        WriteChanges(console, "Newly missed", _tally.NewlyMissed);
        WriteChanges(console, "Newly met", _tally.NewlyMet);
        WriteChanges(console, "Moved most", _tally.Moved);
        if (_run.Unused.Rows + _run.Broken.Count > 0)
        {
            console.WriteLine("");
            console.WriteLine($"{Number(_run.Unused.Rows + _run.Broken.Count)} rows not used; aftersales replay tells them one by one");
        }

        foreach (string failure in Failures)
        {
            console.WriteLine("");
            console.WriteLine("failed on " + failure);
        }
    }

    internal void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("before", Name(_tally.Before.Policy));
        json.WriteString("after", Name(_tally.After.Policy));
        json.WriteString("file", _file);
        json.WriteNumber("tickets", _tally.Tickets);
        json.WriteStartArray("objectives");
        foreach (ComparisonRow row in Rows)
        {
            json.WriteStartObject();
            json.WriteString("objective", row.Objective);
            WriteShare(json, "before", row.Before.Attainment);
            WriteShare(json, "after", row.After.Attainment);
            if (row.Difference is { Value: { } value, Interval: { } interval })
            {
                json.WriteStartObject("difference");
                json.WriteNumber("value", value);
                json.WriteNumber("lower", interval.Lower);
                json.WriteNumber("upper", interval.Upper);
                json.WriteBoolean("significant", row.Difference.IsSignificant);
                json.WriteEndObject();
            }

            json.WriteNumber("newlyMissed", row.NewlyMissed);
            json.WriteNumber("newlyMet", row.NewlyMet);
            json.WriteNumber("movedEarlier", row.MovedEarlier);
            json.WriteNumber("movedLater", row.MovedLater);
            json.WriteNumber("onlyBefore", row.OnlyBefore);
            json.WriteNumber("onlyAfter", row.OnlyAfter);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteChanges(json, "newlyMissed", _tally.NewlyMissed);
        WriteChanges(json, "newlyMet", _tally.NewlyMet);
        WriteChanges(json, "moved", _tally.Moved);
        json.WriteNumber("rowsNotUsed", _run.Unused.Rows + _run.Broken.Count);
        json.WriteStartArray("failedOn");
        foreach (string failure in Failures)
        {
            json.WriteStringValue(failure);
        }

        json.WriteEndArray();
    }

    private void WriteChanges(IAnsiConsole console, string title, IReadOnlyList<DeadlineChange> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        console.WriteLine("");
        console.WriteLine(title);
        foreach (DeadlineChange change in changes)
        {
            console.WriteLine($"  {TicketOf(change)}: {change.Before.Objective.Name} due {Due(change.Before)} → {Due(change.After)}{(change.Moved is { } moved ? $" ({TimeText.Of(moved)})" : "")}");
        }
    }

    private void WriteChanges(Utf8JsonWriter json, string name, IReadOnlyList<DeadlineChange> changes)
    {
        json.WriteStartArray(name);
        foreach (DeadlineChange change in changes)
        {
            json.WriteStartObject();
            json.WriteString("ticket", TicketOf(change));
            json.WriteString("objective", change.Before.Objective.Name);
            WriteDue(json, "dueBefore", change.Before);
            WriteDue(json, "dueAfter", change.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDue(Utf8JsonWriter json, string name, SlaCycle cycle)
    {
        if (cycle.Due is { IsSet: true } due)
        {
            json.WriteString(name, InstantPattern.ExtendedIso.Format(due.At));
        }
    }

    private static void WriteShare(Utf8JsonWriter json, string name, Share share)
    {
        json.WriteStartObject(name);
        json.WriteNumber("met", share.Successes);
        json.WriteNumber("of", share.Count);
        if (share.Value is { } value)
        {
            json.WriteNumber("share", value);
        }

        json.WriteEndObject();
    }

    private string TicketOf(DeadlineChange change) => _tickets.GetValueOrDefault(change.OpenedBy, change.OpenedBy.Value);

    private string Due(SlaCycle cycle) => cycle.Due is { IsSet: true } due ? TimeText.Of(due.At, _zone) : "never";

    private static string Name(SlaPolicy policy) => string.Create(CultureInfo.InvariantCulture, $"{policy.Name} v{policy.Version}");

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(Share share) => share.Value is { } value ? (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %" : "-";
}
