using System.Globalization;
using System.Text.Unicode;
using AfterSales.Domain.Json;
using AfterSales.Domain.Satisfaction;
using CsvHelper;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Cli.Score;

/// <summary>
/// Reads answers from CSV: a row per answered questionnaire, a column per question under its name, and the columns below. Every other column is an attribute to group by.
/// </summary>
internal static class AnswerFile
{
    internal const string Ticket = "ticket";
    internal const string AnsweredAt = "answered-at";

    private static readonly string[] Known = ["response", Ticket, AnsweredAt, "respondent", "sent-at", "seconds", "channel", "version", "round", "test"];

    private static readonly OffsetDateTimePattern[] Moments =
    [
        OffsetDateTimePattern.ExtendedIso, OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>"),
    ];

    /// <summary>Reads all answers; rows that cannot be read are told and left out.</summary>
    /// <exception cref="BadInputException">The header is wrong, or the file is no CSV.</exception>
    internal static List<SurveyResponse> Read(Stream stream, string name, Survey survey, Problems broken, CancellationToken cancellation)
    {
        using CsvReader csv = CsvText.Open(stream, name, ',', record => broken.Add(Malformed(name, record)));
        string[] header = CsvText.Header(csv, name, ("allowed is a header line with the names of the columns, and a row per answered questionnaire", "应有含列名的表头，以及每份答卷一行"));
        CheckHeader(name, survey, header);
        List<SurveyResponse> responses = [];
        while (CsvText.Step(name, csv.Read))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!Utf8.IsValid(csv.RawRecord))
            {
                broken.Add(Problem.OfLine(name, csv.LineNumber, "", "not-utf8", CsvText.NoUtf8, CsvText.Utf8));
                continue;
            }

            Row row = new(name, csv.LineNumber, broken);
            for (int i = 0; i < header.Length; i++)
            {
                row.Cells[header[i]] = csv.GetString(i).Trim();
            }

            if (row.ToResponse(survey) is { } response)
            {
                responses.Add(response);
            }
        }

        return responses;
    }

    private static void CheckHeader(string name, Survey survey, string[] header)
    {
        Problems problems = new();
        foreach (IGrouping<string, string> same in header.GroupBy(column => column, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            string times = same.Count().ToString(CultureInfo.InvariantCulture);
            problems.Add(Problem.OfLine(name, 1, "", "duplicate-column", ($"found the column {Quoting.Quoted(same.Key)} {times} times", $"列 {Quoting.Quoted(same.Key)} 出现 {times} 次"), CsvText.EachOnce));
        }

        foreach (SurveyQuestion question in survey.Questions.Where(question => Known.Contains(question.Name, StringComparer.Ordinal)))
        {
            problems.Add(Problem.OfLine(name, 1, "", "taken-name", ($"the survey has a question {Quoting.Quoted(question.Name)}", $"调查中有题目 {Quoting.Quoted(question.Name)}"),
                ("the columns " + string.Join(", ", Known) + " have meanings of their own; name the question otherwise", "列 " + string.Join("、", Known) + " 另有含义，请给题目换一个名称")));
        }

        string[] needed = [Ticket, AnsweredAt, .. survey.RatedQuestions.Select(question => question.Name)];
        foreach (string column in needed.Where(column => !header.Contains(column, StringComparer.Ordinal)))
        {
            problems.Add(Problem.OfLine(name, 1, "", "missing-column", Phrase.Found($"found no column {Quoting.Quoted(column)}", $"没有列 {Quoting.Quoted(column)}", column, header), CsvText.Columns(header)));
        }

        string[] questions = [.. survey.Questions.Select(question => question.Name)];
        foreach (string column in header.Where(column => !Known.Contains(column, StringComparer.Ordinal) && !questions.Contains(column, StringComparer.Ordinal) && !NameRule.IsName(column)))
        {
            problems.Add(Problem.OfLine(
                name, 1, "", "bad-column", ($"found the column {Quoting.Quoted(column)}", $"列名 {Quoting.Quoted(column)} 不可用"), ("allowed are names of 1 to 64 characters of a-z, 0-9 and '-'", "列名应为 1 至 64 个字符，由 a-z、0-9 和 '-' 组成")));
        }

        if (problems.Count > 0)
        {
            throw new BadInputException(problems);
        }
    }

    private static Problem Malformed(string name, CsvMalformedRecord record) => Problem.OfLine(
        name, record.LineNumber, "", record.Reason == CsvMalformedReason.FieldCountMismatch ? "bad-row" : "bad-quote",
        ($"found a row that does not fit the header, or a quote out of place: {Quoting.Quoted(record.RawRecord)}", $"行与表头不符，或引号位置有误：{Quoting.Quoted(record.RawRecord)}"),
        ("allowed are as many cells as in the header, quotes around whole cells", "单元格数应与表头一致，引号应括住整个单元格"));

    /// <summary>One row, with the problems of its cells.</summary>
    private sealed class Row(string file, long line, Problems broken)
    {
        private const int AnyNumber = int.MinValue + 1;

        private static readonly Phrase AMoment = ("allowed is an instant with its offset such as 2026-03-30T10:00:00+08:00", "应为带时差的时间，例如 2026-03-30T10:00:00+08:00");

        private bool _isBroken;

        internal Dictionary<string, string> Cells { get; } = new(StringComparer.Ordinal);

        internal SurveyResponse? ToResponse(Survey survey)
        {
            Instant? answeredAt = Moment(AnsweredAt);
            if (answeredAt is null && !_isBroken)
            {
                Refuse(AnsweredAt, AMoment);
            }

            int?[] ratings = [.. survey.RatedQuestions.Select(question => Number(question.Name, AnyNumber))];
            Instant? sentAt = Moment("sent-at");
            double? seconds = Seconds();
            int? version = Number("version", 1);
            int? round = Number("round", 0, 100);
            bool isTest = Truth("test");
            if (_isBroken)
            {
                return null;
            }

            string id = Cell("response") is { Length: > 0 } given ? given : string.Create(CultureInfo.InvariantCulture, $"line {line}");
            try
            {
                SurveyResponse response = new(id, Cell(Ticket), answeredAt!.Value, ratings);
                response = Cell("respondent") is { Length: > 0 } respondent ? response.From(respondent) : response;
                response = Cell("channel") is { Length: > 0 } channel ? response.Via(channel) : response;
                response = sentAt is { } sent ? response.Sent(sent) : response;
                response = seconds is { } time ? response.Taking(Duration.FromSeconds(time)) : response;
                response = version is { } number ? response.ToVersion(number) : response;
                response = round is { } after and > 0 ? response.AfterFollowUp(after) : response;
                response = isTest ? response.AsTest() : response;
                foreach (SurveyQuestion question in survey.Questions.Where(question => question.Kind == QuestionKind.FreeText && Cell(question.Name).Length > 0))
                {
                    response = response.Saying(question.Name, Cell(question.Name));
                }

                return Attributes(survey).Aggregate(response, (with, pair) => with.With(pair.Key, pair.Value));
            }
            catch (ArgumentException error)
            {
                broken.Add(Problem.OfLine(file, line, "", "refused", ("found a row that cannot be an answer", "该行不能成为答卷"), new Phrase(Forms.WithoutParameter(error))));
                return null;
            }
        }

        private IEnumerable<KeyValuePair<string, string>> Attributes(Survey survey) => Cells.Where(pair =>
            pair.Value.Length > 0 && !Known.Contains(pair.Key, StringComparer.Ordinal) && !survey.Questions.Any(question => string.Equals(question.Name, pair.Key, StringComparison.Ordinal)));

        private string Cell(string column) => Cells.GetValueOrDefault(column, "");

        private int? Number(string column, int least, int most = int.MaxValue)
        {
            string cell = Cell(column);
            if (cell.Length == 0)
            {
                return null;
            }

            if (int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most)
            {
                return number;
            }

            (string from, string to) = (least.ToString(CultureInfo.InvariantCulture), most.ToString(CultureInfo.InvariantCulture));
            Phrase range = (least, most) switch
            {
                (AnyNumber, _) => ("", ""),
                (_, int.MaxValue) => ($" from {from}", $"不小于 {from} 的"),
                _ => ($" from {from} to {to}", $" {from} 至 {to} 的"),
            };
            Refuse(column, ($"allowed is a whole number{range.English}, or nothing", $"应为{range.Chinese}整数，或留空"));
            return null;
        }

        private double? Seconds()
        {
            string cell = Cell("seconds");
            if (cell.Length == 0)
            {
                return null;
            }

            if (double.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds is >= 0 and <= 1e9)
            {
                return seconds;
            }

            Refuse("seconds", ("allowed is a number of seconds such as 48.5, or nothing", "应为秒数，例如 48.5，或留空"));
            return null;
        }

        private bool Truth(string column)
        {
            string cell = Cell(column);
            bool isTrue = string.Equals(cell, "true", StringComparison.OrdinalIgnoreCase) || string.Equals(cell, "1", StringComparison.Ordinal);
            if (!isTrue && cell.Length > 0 && !string.Equals(cell, "false", StringComparison.OrdinalIgnoreCase) && !string.Equals(cell, "0", StringComparison.Ordinal))
            {
                Refuse(column, ("allowed is true, false, 1, 0 or nothing", "应为 true、false、1、0，或留空"));
            }

            return isTrue;
        }

        private Instant? Moment(string column)
        {
            string cell = Cell(column);
            if (cell.Length == 0)
            {
                return null;
            }

            foreach (OffsetDateTimePattern pattern in Moments)
            {
                if (pattern.Parse(cell) is { Success: true, Value: { Year: >= TimeText.FirstYear and <= TimeText.LastYear } moment })
                {
                    return moment.ToInstant();
                }
            }

            Refuse(column, AMoment);
            return null;
        }

        private void Refuse(string column, Phrase allowed)
        {
            _isBroken = true;
            broken.Add(Problem.OfLine(file, line, column, "bad-value", ($"found {Quoting.Quoted(Cell(column))}", $"内容为 {Quoting.Quoted(Cell(column))}"), allowed));
        }
    }
}
