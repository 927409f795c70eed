using System.Globalization;
using System.Text;
using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Cli.Score;

/// <summary>Scores as a page: by dimension with intervals, distribution, trend with control limits, importance × performance, groups, what was left out.</summary>
internal static class ScorePage
{
    // As they stand in the picture: up left, up right, down left, down right.
    private static readonly ImportanceQuadrant[] Corners =
        [ImportanceQuadrant.ConcentrateHere, ImportanceQuadrant.KeepUp, ImportanceQuadrant.LowPriority, ImportanceQuadrant.PossibleOverkill];

    internal static HtmlPage Of(ScoreReport report, string language)
    {
        ScoreWords words = new(language);
        HtmlPage page = new(words.Language, $"{words.Title}: {report.Survey.Name} v{report.Survey.Version.ToString(CultureInfo.InvariantCulture)}", $"{report.File} · {words.Counts(report.Scores)}");
        page.Tiles(Headlines(report, words));
        page.Paragraph(words.ReadMe);
        page.Section(words.Score, Questions(report, words));
        page.Section(words.Distribution, Distribution(report, words));
        if (report.Months.Count > 0)
        {
            page.Section(words.Trend, Trend(report, words));
        }

        if (report.Drivers is { } drivers)
        {
            page.Section(words.Drivers, drivers.Missing is { } missing ? $"<p>{HtmlPage.Text(words.Of(missing))}</p>" : Quadrants(report, drivers, words));
        }

        if (report.Groups.Count > 0)
        {
            page.Section($"{words.Groups}: {report.By}", HtmlPage.Wide(HtmlPage.Table(
                [report.By!, words.Satisfied, words.IntervalTitle],
                report.Groups.Select(group => (string[])[HtmlPage.Text(group.Key.Length == 0 ? words.NoGroup : group.Key), Cell("", group.Value, words), Interval(group.Value)]))));
        }

        page.Section(words.LeftOut, LeftOut(report, words));
        return page;
    }

    private static IEnumerable<(string Name, string Value, string Detail)> Headlines(ScoreReport report, ScoreWords words)
    {
        if (report.Overall is { } overall)
        {
            yield return Tile(words.Satisfied, Csat.Of(overall).ToFigure(ScoreReport.Level), $"; {words.WithExclusions}: {Short(Csat.Of(report.OverallOfAll!).ToFigure(ScoreReport.Level))}");
        }

        yield return Tile(words.ServiceIndex, report.Index.Figure, words.Grade(report.Index) + words.Dropped(report.Index));
        foreach (QuestionScores question in report.Questions.Where(question => question.Question.Kind is QuestionKind.Recommendation or QuestionKind.Effort))
        {
            (string name, Figure figure) = ScoreReport.Headline(question);
            yield return Tile(name, figure, "");
        }

        if (report.Scores.Recovered.Count > 0)
        {
            yield return Tile(words.Recovered, report.Scores.Recovered.ToFigure(), "");
        }

        (string, string, string) Tile(string name, Figure figure, string more) => (name, Short(figure), Basis(figure, words) + more);
    }

    private static string Questions(ScoreReport report, ScoreWords words) => HtmlPage.Wide(HtmlPage.Table(
        [words.Question, words.Score, words.IntervalTitle, words.PointsTitle],
        report.Questions.Select(question =>
        {
            (string name, Figure figure) = ScoreReport.Headline(question);
            return (string[])
            [
                $"{HtmlPage.Text(question.Question.Name)}<br><span class=\"soft\">{HtmlPage.Text(question.Question.Dimension.Name)}</span>",
                Cell(name, figure, words), Interval(figure), Cell("", question.MeanPoints(ScoreReport.Level), words),
            ];
        })));

    private static string Distribution(ScoreReport report, ScoreWords words) => HtmlPage.Wide(HtmlPage.Table(
        [words.Question, $"{words.Worst} → {words.Best}", ">n"],
        report.Questions.Select(question => (string[])[HtmlPage.Text(question.Question.Name), Bar(question), question.Count.ToString("N0", CultureInfo.InvariantCulture)])));

    /// <summary>One bar from the worst to the best number, from red over grey to green.</summary>
    private static string Bar(QuestionScores question)
    {
        StringBuilder bar = new("<div class=\"bar\" role=\"img\" aria-label=\"");
        bar.Append(HtmlPage.Text($"{question}")).Append("\">");
        for (int i = 0; i < question.Counts.Count && question.Count > 0; i++)
        {
            double place = (double)i / (question.Counts.Count - 1);
            string colour = place < 0.5 ? "var(--bad)" : "var(--good)";
            string share = HtmlPage.Number(100.0 * question.Counts[i] / question.Count);
            string title = string.Create(CultureInfo.InvariantCulture, $"{question.Question.Scale!.Minimum + i}: {question.Counts[i]}");
            bar.Append(CultureInfo.InvariantCulture, $"<span style=\"width:{share}%;background:{colour};opacity:{HtmlPage.Number(0.25 + (0.75 * Math.Abs((2 * place) - 1)))}\" title=\"{HtmlPage.Text(title)}\"></span>");
        }

        return bar.Append("</div>").ToString();
    }

    private static string Trend(ScoreReport report, ScoreWords words)
    {
        ShareControlChart chart = report.Trend;
        string drawing = IntervalChart.Series([.. chart.Points.Select(point => (point.Period, point.Value, point.Lower, point.Upper, point.IsSignal))], chart.Total.Value ?? 0, words.Trend);
        string signals = string.Join(", ", chart.Points.Where(point => point.IsSignal).Select(point => point.Period));
        string change = report.LastChange is { } last ? $"<p>{HtmlPage.Text($"{report.Months[^2].Key} → {report.Months[^1].Key}: {words.Of(last)}")}</p>" : "";
        return $"{HtmlPage.Wide(drawing)}<p class=\"soft\">{HtmlPage.Text(words.Centre)}: {HtmlPage.Text(words.Of(chart.Total.ToFigure()))}</p>{change}"
            + (signals.Length == 0 ? "" : $"<p class=\"signal\">{HtmlPage.Text($"{words.Signal}: {signals}")}</p>");
    }

    private static string Quadrants(ScoreReport report, DriverAnalysis drivers, ScoreWords words)
    {
        IReadOnlyList<ImportancePerformance> all = report.Quadrants;
        string drawing = IntervalChart.Scatter(
            [.. all.Select(one => (one.Name, one.Performance, one.Importance))], (all.Average(one => one.Performance), all.Average(one => one.Importance)), words.PointsTitle, words.Importance,
            [.. Corners.Select(words.Of)], words.Drivers);
        string table = HtmlPage.Table(
            [words.Question, ">" + words.Importance, ">" + words.PointsTitle, words.Quadrant],
            all.OrderByDescending(one => one.Importance).Select(one => (string[])
            [
                HtmlPage.Text(one.Name), Percent(one.Importance), one.Performance.ToString("0.0", CultureInfo.InvariantCulture), HtmlPage.Text(words.Of(one.Quadrant)),
            ]));
        return HtmlPage.Wide(drawing) + HtmlPage.Wide(table) + string.Create(CultureInfo.InvariantCulture, $"<p class=\"soft\">R² = {drivers.RSquared:0.000}, n = {drivers.Count}. {HtmlPage.Text(words.NoCause)}</p>");
    }

    private static string LeftOut(ScoreReport report, ScoreWords words)
    {
        string table = HtmlPage.Wide(HtmlPage.Table(
            [words.LeftOut, ">n"],
            AnswerLabel.All.Skip(1).Where(label => report.Scores.Labelled(label) > 0)
                .Select(label => (string[])[HtmlPage.Text(words.Of(label)), report.Scores.Labelled(label).ToString("N0", CultureInfo.InvariantCulture)])));
        return report.Broken.Count == 0 ? table : table + $"<p>{HtmlPage.Text(words.Broken(report.Broken.Count))}</p>" + string.Concat(report.Broken.Shown.Take(5).Select(problem => $"<p class=\"soft\">{HtmlPage.Text(problem.In(words.Language))}</p>"));
    }

    /// <summary>A number in bold, with what it rests on below.</summary>
    private static string Cell(string name, Figure figure, ScoreWords words) => figure.Value is null
        ? $"<span class=\"soft\">{HtmlPage.Text(words.Of(figure))}</span>"
        : $"<b>{HtmlPage.Text(Short(figure))}</b> {name}<br><span class=\"soft\">{HtmlPage.Text(Basis(figure, words))}</span>";

    /// <summary>The interval and the count, as they stand in parentheses after the number; all of it when there is none.</summary>
    private static string Basis(Figure figure, ScoreWords words)
    {
        string text = words.Of(figure);
        return figure.Value is null ? text : text[(text.IndexOfAny(['(', '（']) + 1)..^1];
    }

    private static string Interval(Figure figure)
    {
        (double least, double most) = figure.Unit == FigureUnit.Share ? (0, 1) : (-100, 100);
        return figure is { Value: { } value, Interval: { } interval }
            ? IntervalChart.Interval((value - least) / (most - least), (interval.Lower - least) / (most - least), (interval.Upper - least) / (most - least), $"{figure}")
            : "";
    }

    private static string Short(Figure figure) => figure.Value is not { } value ? "–"
        : figure.Unit == FigureUnit.Share ? Percent(value)
        : value.ToString("0.0;−0.0;0.0", CultureInfo.InvariantCulture);

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
