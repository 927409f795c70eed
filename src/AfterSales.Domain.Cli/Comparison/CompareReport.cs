using System.Text.Json;
using AfterSales.Domain.Cli.Html;
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

    internal CompareReport(ComparisonTally tally, ReplayRun run, DateTimeZone zone, string file, IReadOnlyList<string> failOn)
    {
        Tally = tally;
        Run = run;
        Zone = zone;
        File = file;
        Rows = [.. tally.ByObjective.Where(row => row.Before.Total + row.After.Total > 0)];
        Tickets = new TicketNames(run);
        Failures =
        [
            .. failOn.Contains(NewlyMissedCondition, StringComparer.Ordinal) ? Rows.Where(row => row.NewlyMissed > 0)
                .Select(row => new Phrase($"{NewlyMissedCondition}: {row.Objective}, {PageWords.Number(row.NewlyMissed)} clocks", $"{NewlyMissedCondition}：{row.Objective}，{PageWords.Number(row.NewlyMissed)} 个计时")) : [],
            .. failOn.Contains(LowerCondition, StringComparer.Ordinal) ? Rows.Where(row => row.Difference.Verdict == ChangeVerdict.Lower)
                .Select(row => new Phrase($"{LowerCondition}: {row.Objective}, {row.Difference}", $"{LowerCondition}：{row.Objective}，{row.Difference:zh}")) : [],
        ];
    }

    internal ComparisonTally Tally { get; }

    /// <summary>The walk over the tickets, under the first policy.</summary>
    internal ReplayRun Run { get; }

    internal DateTimeZone Zone { get; }

    /// <summary>What the ticket file is called.</summary>
    internal string File { get; }

    internal TicketNames Tickets { get; }

    /// <summary>The objectives that have clocks under one of the policies.</summary>
    internal IReadOnlyList<ComparisonRow> Rows { get; }

    /// <summary>What <c>--fail-on</c> names and is so.</summary>
    internal IReadOnlyList<Phrase> Failures { get; }

    internal void WriteText(Session session, string language)
    {
        IAnsiConsole console = session.Tables();
        PageWords words = new(language);
        console.WriteLine($"{PageWords.NameOf(Tally.Before.Policy)} → {PageWords.NameOf(Tally.After.Policy)}{words.Say(" on ", "：")}{words.TicketsOf(Run, File, Zone)}");
        console.WriteLine("");
        Table table = new Table().Border(TableBorder.Simple);
        string[] titles = words.IsChinese
            ? ["目标", ">之前", ">之后", "差值（95 %）", ">新增超时", ">新增达成", ">提前", ">推迟"]
            : ["objective", ">before", ">after", "difference (95 %)", ">newly missed", ">newly met", ">earlier", ">later"];
        foreach (string title in titles)
        {
            TableColumn column = new(Markup.Escape(title.TrimStart('>')));
            table.AddColumn(title[0] == '>' ? column.RightAligned() : column);
        }

        foreach (ComparisonRow row in Rows)
        {
            table.AddRow(
                new Text(row.Objective), new Text(PageWords.Percent(row.Before.Attainment)), new Text(PageWords.Percent(row.After.Attainment)), new Text(words.Of(row.Difference), ColourOf(row.Difference)),
                new Text(PageWords.Number(row.NewlyMissed)), new Text(PageWords.Number(row.NewlyMet)), new Text(PageWords.Number(row.MovedEarlier)), new Text(PageWords.Number(row.MovedLater)));
        }

        console.Write(table);
        console.WriteLine(words.Say(
            "difference: Newcombe's interval for independent shares; both policies judge the same tickets, so it errs on the wide side",
            "差值：独立比例的 Newcombe 区间；两个策略评判的是同一批工单，因此区间偏宽"));
        WriteChanges(console, words.Say("Newly missed", "新增超时"), Tally.NewlyMissed, words);
        WriteChanges(console, words.Say("Newly met", "新增达成"), Tally.NewlyMet, words);
        WriteChanges(console, words.Say("Moved most", "变动最大"), Tally.Moved, words);
        if (Run.Unused.Rows + Run.Broken.Count > 0)
        {
            console.WriteLine("");
            string rows = words.Rows(Run.Unused.Rows + Run.Broken.Count);
            console.WriteLine(words.Say($"{rows} not used; aftersales replay tells them one by one", $"{rows}未使用；aftersales replay 会逐一说明"));
        }

        foreach (Phrase failure in Failures)
        {
            console.WriteLine("");
            console.WriteLine(words.FailedOn(failure), Paint.Bad);
        }
    }

    internal void WriteJson(Utf8JsonWriter json)
    {
        json.WriteString("before", PageWords.NameOf(Tally.Before.Policy));
        json.WriteString("after", PageWords.NameOf(Tally.After.Policy));
        json.WriteString("file", File);
        json.WriteNumber("tickets", Tally.Tickets);
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
        WriteChanges(json, "newlyMissed", Tally.NewlyMissed);
        WriteChanges(json, "newlyMet", Tally.NewlyMet);
        WriteChanges(json, "moved", Tally.Moved);
        json.WriteNumber("rowsNotUsed", Run.Unused.Rows + Run.Broken.Count);
        json.WriteStartArray("failedOn");
        foreach (Phrase failure in Failures)
        {
            json.WriteStringValue(failure.English);
        }

        json.WriteEndArray();
    }

    private void WriteChanges(IAnsiConsole console, string title, IReadOnlyList<DeadlineChange> changes, PageWords words)
    {
        if (changes.Count == 0)
        {
            return;
        }

        console.WriteLine("");
        console.WriteLine(title);
        foreach (DeadlineChange change in changes)
        {
            console.WriteLine($"  {TicketOf(change)}: {change.Before.Objective.Name} {words.Say("due", "期限")} {words.DueOf(change.Before, Zone)} → {words.DueOf(change.After, Zone)}{(change.Moved is { } moved ? $" ({words.Of(moved)})" : "")}");
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

    private static Style ColourOf(ShareDifference difference) => difference.Verdict switch
    {
        ChangeVerdict.Lower => Paint.Bad,
        ChangeVerdict.Higher => Paint.Good,
        _ => Paint.Plain,
    };

    private string TicketOf(DeadlineChange change) => Tickets.Of(change.OpenedBy);
}
