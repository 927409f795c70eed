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

    private const int LargestRow = 1 << 20;

    // Beyond these, zones and delays may leave the range of the calendar.
    private const int FirstYear = 1;
    private const int LastYear = 9900;

    private static readonly string[] Known = ["response", Ticket, AnsweredAt, "respondent", "sent-at", "seconds", "channel", "version", "round", "test"];

    private static readonly OffsetDateTimePattern[] Moments =
    [
        OffsetDateTimePattern.ExtendedIso, OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<G>"),
    ];

    /// <summary>Reads all answers; rows that cannot be read are told and left out.</summary>
    /// <exception cref="BadInputException">The header is wrong, or the file is no CSV.</exception>
    internal static List<SurveyResponse> Read(Stream stream, string name, Survey survey, Problems broken, CancellationToken cancellation)
    {
        using CsvReader csv = CsvReader.Create(stream, new CsvReaderOptions
        {
            TrackLineNumbers = true,
            MaxRecordSize = LargestRow,
            MalformedData = CsvMalformedDataHandling.Skip,
            FieldCountMismatch = CsvFieldCountHandling.Skip,
            OnMalformedRecord = record => broken.Add(Malformed(name, record)),
        });
        string[] header = Step(name, () =>
        {
            csv.ReadHeader();
            return csv.Headers.ToArray();
        });
        CheckHeader(name, survey, header);
        List<SurveyResponse> responses = [];
        while (Step(name, csv.Read))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!Utf8.IsValid(csv.RawRecord))
            {
                broken.Add(Problem.OfLine(name, csv.LineNumber, "", "not-utf8", "found bytes that are no UTF-8", "allowed is UTF-8; convert files in GBK and other encodings first"));
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
        if (header.Length == 0)
        {
            throw new BadInputException(Problem.OfFile(name, "empty-file", "found nothing", "allowed is a header line with the names of the columns, and a row per answered questionnaire"));
        }

        Problems problems = new();
        foreach (IGrouping<string, string> same in header.GroupBy(column => column, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(Problem.OfLine(name, 1, "", "duplicate-column", $"found the column {Quoting.Quoted(same.Key)} {same.Count().ToString(CultureInfo.InvariantCulture)} times", "allowed is each name once"));
        }

        foreach (SurveyQuestion question in survey.Questions.Where(question => Known.Contains(question.Name, StringComparer.Ordinal)))
        {
            problems.Add(Problem.OfLine(name, 1, "", "taken-name", $"the survey has a question {Quoting.Quoted(question.Name)}", "the columns " + string.Join(", ", Known) + " have meanings of their own; name the question otherwise"));
        }

        string[] needed = [Ticket, AnsweredAt, .. survey.RatedQuestions.Select(question => question.Name)];
        foreach (string column in needed.Where(column => !header.Contains(column, StringComparer.Ordinal)))
        {
            problems.Add(Problem.OfLine(name, 1, "", "missing-column", $"found no column {Quoting.Quoted(column)}{NearMiss.Hint(column, header)}", "allowed are " + string.Join(", ", header.Select(one => Quoting.Cut(one)))));
        }

        string[] questions = [.. survey.Questions.Select(question => question.Name)];
        foreach (string column in header.Where(column => !Known.Contains(column, StringComparer.Ordinal) && !questions.Contains(column, StringComparer.Ordinal) && !NameRule.IsName(column)))
        {
            problems.Add(Problem.OfLine(name, 1, "", "bad-column", $"found the column {Quoting.Quoted(column)}", "allowed are names of 1 to 64 characters of a-z, 0-9 and '-'"));
        }

        if (problems.Count > 0)
        {
            throw new BadInputException(problems);
        }
    }

    private static Problem Malformed(string name, CsvMalformedRecord record) => Problem.OfLine(
        name, record.LineNumber, "", record.Reason == CsvMalformedReason.FieldCountMismatch ? "bad-row" : "bad-quote",
        $"found a row that does not fit the header, or a quote out of place: {Quoting.Quoted(record.RawRecord)}", "allowed are as many cells as in the header, quotes around whole cells");

    private static T Step<T>(string name, Func<T> step)
    {
        try
        {
            return step();
        }
        catch (CsvFormatException error)
        {
            throw new BadInputException(Problem.OfLine(
                name, Math.Max(1, error.LineNumber), "", "bad-csv", error.Message, string.Create(CultureInfo.InvariantCulture, $"allowed are rows of at most {LargestRow} bytes; most likely a quote is not closed")));
        }
        catch (IOException error)
        {
            throw new BadInputException(Problem.OfFile(name, "cannot-read", $"it cannot be read on ({error.Message})", "allowed is a file that can be read to its end"));
        }
    }

    /// <summary>One row, with the problems of its cells.</summary>
    private sealed class Row(string file, long line, Problems broken)
    {
        private bool _isBroken;

        internal Dictionary<string, string> Cells { get; } = new(StringComparer.Ordinal);

        internal SurveyResponse? ToResponse(Survey survey)
        {
            Instant? answeredAt = Moment(AnsweredAt);
            if (answeredAt is null && !_isBroken)
            {
                Refuse(AnsweredAt, "an instant with its offset such as 2026-03-30T10:00:00+08:00");
            }

            int?[] ratings = [.. survey.RatedQuestions.Select(question => Number(question.Name, int.MinValue + 1))];
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
                broken.Add(Problem.OfLine(file, line, "", "refused", "found a row that cannot be an answer", Forms.WithoutParameter(error)));
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

            string range = least == int.MinValue + 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" from {least}") + (most == int.MaxValue ? "" : string.Create(CultureInfo.InvariantCulture, $" to {most}"));
            Refuse(column, $"a whole number{range}, or nothing");
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

            Refuse("seconds", "a number of seconds such as 48.5, or nothing");
            return null;
        }

        private bool Truth(string column)
        {
            string cell = Cell(column);
            bool isTrue = string.Equals(cell, "true", StringComparison.OrdinalIgnoreCase) || string.Equals(cell, "1", StringComparison.Ordinal);
            if (!isTrue && cell.Length > 0 && !string.Equals(cell, "false", StringComparison.OrdinalIgnoreCase) && !string.Equals(cell, "0", StringComparison.Ordinal))
            {
                Refuse(column, "true, false, 1, 0 or nothing");
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
                if (pattern.Parse(cell) is { Success: true, Value: { Year: >= FirstYear and <= LastYear } moment })
                {
                    return moment.ToInstant();
                }
            }

            Refuse(column, "an instant with its offset such as 2026-03-30T10:00:00+08:00");
            return null;
        }

        private void Refuse(string column, string allowed)
        {
            _isBroken = true;
            broken.Add(Problem.OfLine(file, line, column, "bad-value", $"found {Quoting.Quoted(Cell(column))}", "allowed is " + allowed));
        }
    }
}
