using System.Text.Json;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Cli.Score;

/// <summary>Scores as JSON for programs. Shares are from 0 to 1, points from 0 to 100 (NPS from −100 to 100).</summary>
internal static class ScoreJson
{
    internal static void Write(Utf8JsonWriter json, ScoreReport report)
    {
        json.WriteString("survey", report.Survey.Name);
        json.WriteNumber("version", report.Survey.Version);
        json.WriteString("answers", report.File);
        json.WriteNumber("returned", report.Scores.Returned);
        json.WriteNumber("valid", report.Scores.Valid);
        json.WriteStartObject("leftOut");
        foreach (AnswerLabel label in AnswerLabel.All.Skip(1).Where(label => report.Scores.Labelled(label) > 0))
        {
            json.WriteNumber(label.Code, report.Scores.Labelled(label));
        }

        json.WriteEndObject();
        Figure("serviceIndex", report.Index.Figure);
        json.WriteString("grade", report.Index.Grade?.ToString());
        if (report.Overall is { } overall)
        {
            Figure("satisfied", Csat.Of(overall).ToFigure(ScoreReport.Level));
            Figure("satisfiedWithAllLeftOut", Csat.Of(report.OverallOfAll!).ToFigure(ScoreReport.Level));
        }

        Figure("recovered", report.Scores.Recovered.ToFigure());
        if (report.Alpha is { } alpha)
        {
            Figure("alpha", alpha.Figure);
        }

        json.WriteStartArray("questions");
        foreach (QuestionScores question in report.Questions)
        {
            Question(question);
        }

        json.WriteEndArray();
        json.WriteStartArray("months");
        foreach ((KeyValuePair<string, Share> month, ControlPoint point) in report.Months.Zip(report.Trend.Points))
        {
            json.WriteStartObject();
            json.WriteString("month", month.Key);
            Figure("satisfied", month.Value.ToFigure());
            json.WriteNumber("lowerLimit", point.Lower);
            json.WriteNumber("upperLimit", point.Upper);
            json.WriteBoolean("signal", point.IsSignal);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("drivers");
        foreach (SatisfactionDriver driver in report.Drivers?.Drivers ?? [])
        {
            json.WriteStartObject();
            json.WriteString("question", driver.Name);
            json.WriteNumber("importance", driver.Importance);
            json.WriteNumber("shapleyShare", driver.ShapleyShare);
            json.WriteNumber("relativeWeight", driver.RelativeWeight);
            json.WriteNumber("correlation", driver.Correlation);
            json.WriteString("quadrant", report.Quadrants.FirstOrDefault(one => string.Equals(one.Name, driver.Name, StringComparison.Ordinal))?.Quadrant.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("groups");
        foreach (KeyValuePair<string, Figure> group in report.Groups)
        {
            json.WriteStartObject();
            json.WriteString("group", group.Key);
            Figure("satisfied", group.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        report.Broken.Write(json);

        void Question(QuestionScores question)
        {
            (string name, Figure figure) = ScoreReport.Headline(question);
            json.WriteStartObject();
            json.WriteString("name", question.Question.Name);
            json.WriteString("dimension", question.Question.Dimension.Name);
            json.WriteStartArray("counts");
            foreach (long count in question.Counts)
            {
                json.WriteNumberValue(count);
            }

            json.WriteEndArray();
            json.WriteNumber("notApplicable", question.NotApplicable);
            json.WriteString("measure", name);
            Figure("score", figure);
            Figure("points", question.MeanPoints(ScoreReport.Level));
            json.WriteEndObject();
        }

        void Figure(string name, Figure figure)
        {
            json.WriteStartObject(name);
            json.WriteNumber("n", figure.Count);
            if (figure.Value is { } value)
            {
                json.WriteNumber("value", value);
            }

            if (figure.Interval is { } interval)
            {
                json.WriteNumber("lower", interval.Lower);
                json.WriteNumber("upper", interval.Upper);
                json.WriteString("method", interval.Method.ToString());
            }

            if (figure.Missing is { } missing)
            {
                json.WriteString("missing", missing.Code);
            }

            json.WriteEndObject();
        }
    }
}
