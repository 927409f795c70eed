using System.Globalization;
using AfterSales.Domain.Json;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;
using Spectre.Console;

namespace AfterSales.Domain.Cli.Score;

/// <summary>Scores as text for people.</summary>
internal static class ScoreText
{
    internal static void Write(Session session, ScoreReport report, string language)
    {
        IAnsiConsole console = session.Tables();
        ScoreWords words = new(language);
        console.WriteLine($"{report.Survey.Name} v{report.Survey.Version.ToString(CultureInfo.InvariantCulture)}, {report.File}");
        console.WriteLine(words.Counts(report.Scores));
        console.WriteLine("");
        console.WriteLine($"{words.ServiceIndex}: {words.Of(report.Index.Figure)}{words.Grade(report.Index)}{words.Dropped(report.Index)}");
        if (report.Overall is { } overall)
        {
            console.WriteLine($"{words.Satisfied}: {words.Of(Csat.Of(overall).ToFigure(ScoreReport.Level))}; {words.WithExclusions}: {words.Of(Csat.Of(report.OverallOfAll!).ToFigure(ScoreReport.Level))}");
        }

        if (report.Scores.Recovered.Count > 0)
        {
            console.WriteLine($"{words.Recovered}: {words.Of(report.Scores.Recovered.ToFigure())}");
        }

        if (report.Alpha is { } alpha)
        {
            console.WriteLine($"{words.Alpha}: {words.Of(alpha.Figure)}");
        }

        console.WriteLine("");
        WriteQuestions(console, report, words);
        WriteTrend(console, report, words);
        WriteDrivers(console, report, words);
        WriteGroups(console, report, words);
        WriteLeftOut(console, report, words);
    }

    private static void WriteQuestions(IAnsiConsole console, ScoreReport report, ScoreWords words)
    {
        Table table = NewTable(words.Question, words.Dimension, words.Score, words.PointsTitle, ">n");
        foreach (QuestionScores question in report.Questions)
        {
            (string name, Figure figure) = ScoreReport.Headline(question);
            table.AddRow(Cell(question.Question.Name), Cell(question.Question.Dimension.Name), Cell($"{name} {words.Of(figure)}"), Cell(words.Of(question.MeanPoints(ScoreReport.Level))), Cell(Number(question.Count)));
        }

        console.Write(table);
    }

    private static void WriteTrend(IAnsiConsole console, ScoreReport report, ScoreWords words)
    {
        if (report.Months.Count == 0)
        {
            return;
        }

        Table table = NewTable(words.Month, words.Satisfied, words.Limits, "");
        foreach ((KeyValuePair<string, Share> month, ControlPoint point) in report.Months.Zip(report.Trend.Points))
        {
            table.AddRow(
                Cell(month.Key), Cell(words.Of(month.Value.ToFigure())), Cell(string.Create(CultureInfo.InvariantCulture, $"{100 * point.Lower:0.0}–{100 * point.Upper:0.0}")), Cell(point.IsSignal ? words.Signal : ""));
        }

        console.WriteLine("");
        console.Write(table);
        if (report.LastChange is { } change)
        {
            console.WriteLine($"{report.Months[^2].Key} → {report.Months[^1].Key}: {words.Of(change)}");
        }
    }

    private static void WriteDrivers(IAnsiConsole console, ScoreReport report, ScoreWords words)
    {
        if (report.Drivers is not { } drivers)
        {
            return;
        }

        console.WriteLine("");
        if (drivers.Missing is { } missing)
        {
            console.WriteLine($"{words.Drivers}: {words.Of(missing)}");
            return;
        }

        Table table = NewTable(words.Drivers, words.Importance, words.PointsTitle, words.Quadrant);
        foreach (ImportancePerformance one in report.Quadrants.OrderByDescending(one => one.Importance))
        {
            table.AddRow(Cell(one.Name), Cell(Percent(one.Importance)), Cell(one.Performance.ToString("0.0", CultureInfo.InvariantCulture)), Cell(words.Of(one.Quadrant)));
        }

        console.Write(table);
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"R² = {drivers.RSquared:0.000}, n = {drivers.Count}. {words.NoCause}"));
    }

    private static void WriteGroups(IAnsiConsole console, ScoreReport report, ScoreWords words)
    {
        if (report.Groups.Count == 0)
        {
            return;
        }

        Table table = NewTable(report.By!, words.Satisfied);
        foreach (KeyValuePair<string, Figure> group in report.Groups)
        {
            table.AddRow(Cell(group.Key.Length == 0 ? words.NoGroup : group.Key), Cell(words.Of(group.Value)));
        }

        console.WriteLine("");
        console.Write(table);
    }

    private static void WriteLeftOut(IAnsiConsole console, ScoreReport report, ScoreWords words)
    {
        (AnswerLabel Label, long Count)[] leftOut = [.. AnswerLabel.All.Skip(1).Select(label => (label, report.Scores.Labelled(label))).Where(one => one.Item2 > 0)];
        if (leftOut.Length > 0)
        {
            Table table = NewTable(">n", words.LeftOut);
            foreach ((AnswerLabel label, long count) in leftOut)
            {
                table.AddRow(Cell(Number(count)), Cell(words.Of(label)));
            }

            console.WriteLine("");
            console.Write(table);
        }

        if (report.Broken.Count > 0)
        {
            console.WriteLine("");
            console.WriteLine(words.Broken(report.Broken.Count));
            foreach (Problem problem in report.Broken.Shown.Take(5))
            {
                console.WriteLine($"  {problem.In(words.Language)}");
            }
        }
    }

    /// <summary>A table; a title that begins with &gt; is a column of numbers.</summary>
    private static Table NewTable(params string[] titles)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach (string title in titles)
        {
            TableColumn column = new(Markup.Escape(title.TrimStart('>')));
            table.AddColumn(title.StartsWith('>') ? column.RightAligned() : column);
        }

        return table;
    }

    private static Text Cell(string text) => new(Quoting.Cut(text, 1000));

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
