using System.CommandLine;
using System.Globalization;
using AfterSales.Domain.Cli.Html;
using AfterSales.Domain.Cli.Score;
using AfterSales.Domain.Json;
using AfterSales.Domain.Satisfaction;
using NodaTime;

namespace AfterSales.Domain.Cli.Commands;

/// <summary><c>aftersales score survey.json answers.csv --html report.html</c>: cleans answers and shows every score with its interval and what was left out.</summary>
internal sealed class ScoreCommand : ICommandFile
{
    public Command Make(Session session)
    {
        Argument<string> survey = new("survey") { Description = "a survey document" };
        Argument<string> answers = new("answers")
        {
            Description = $"answers as CSV, plain or gzip, or - for standard input: columns {AnswerFile.Ticket}, {AnswerFile.AnsweredAt} and one per rated question; if there are any, "
                + "response, respondent, sent-at, seconds, channel, version, round, test; all others are attributes",
        };
        Option<string?> by = new("--by") { Description = "an attribute to group by, such as technician" };
        Option<long> minimum = new("--minimum")
        {
            Description = "from how many answers on a group is shown",
            DefaultValueFactory = _ => 5,
            CustomParser = result =>
            {
                // The library's own reading asks the culture what a minus is, and its value is not there when it fails.
                if (long.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out long value))
                {
                    return value;
                }

                result.AddError("--minimum takes a number from 0.");
                return 0;
            },
        };
        Option<DateTimeZone> zone = new("--zone")
        {
            Description = "the zone of months, such as Asia/Shanghai",
            DefaultValueFactory = _ => DateTimeZone.Utc,
            CustomParser = result =>
            {
                if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(result.Tokens[0].Value) is { } known)
                {
                    return known;
                }

                result.AddError($"\"{result.Tokens[0].Value}\" is not allowed for --zone: give a zone of the IANA database such as Asia/Shanghai.");
                return DateTimeZone.Utc;
            },
        };
        Option<string?> html = HtmlOutput.Option();
        Option<bool> skip = new("--skip-bad-rows") { Description = "leave out rows that cannot be read, and count them, instead of refusing the file" };
        Option<string> language = Language.Option();
        Option<string> format = OutputFormat.Option();
        Command command = new("score", "Cleans survey answers and shows every score with its interval and what was left out.") { survey, answers, by, minimum, zone, html, skip, language, format };
        command.SetAction((parsed, cancellation) => RunAsync(session, new Request(
            parsed.GetRequiredValue(survey), parsed.GetRequiredValue(answers), parsed.GetValue(by), parsed.GetValue(minimum), parsed.GetRequiredValue(zone), parsed.GetValue(html),
            parsed.GetValue(skip), parsed.GetRequiredValue(language), OutputFormat.IsJson(parsed)), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Session session, Request request, CancellationToken cancellation)
    {
        Input.AllowStandardOnce(("survey and answers", "调查与答卷"), request.Survey, request.Answers);
        Survey survey = await Input.ReadAsync(session, request.Survey, bytes => SurveyDocument.Read(bytes), cancellation).ConfigureAwait(false);
        string file = Input.NameOf(request.Answers);
        Problems broken = new();
        List<SurveyResponse> responses;
        Stream stream = Input.Open(session, request.Answers);
        await using (stream.ConfigureAwait(false))
        {
            responses = AnswerFile.Read(stream, file, survey, broken, cancellation);
        }

        if (broken.Count > 0 && !request.SkipBadRows)
        {
            throw new BadInputException(broken);
        }

        if (request.By is { } attribute && responses.Count > 0 && !responses.Any(response => response.Attributes.ContainsKey(attribute)))
        {
            string[] known = [.. responses.SelectMany(response => response.Attributes.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            throw new BadInputException(Problem.OfFile(
                file, "unknown-attribute", Phrase.Found($"found no attribute {Quoting.Quoted(attribute)}", $"没有属性 {Quoting.Quoted(attribute)}", attribute, known), Phrase.AllowedIs("--by", known)));
        }

        ScoreReport report = new(survey, file, survey.Clean(responses), broken, request.By, request.Minimum, request.Zone);
        if (request.Html is { } path)
        {
            await HtmlOutput.WriteAsync(path, ScorePage.Of(report, request.Language), cancellation).ConfigureAwait(false);
        }

        if (request.AsJson)
        {
            OutputFormat.WriteObject(session, json => ScoreJson.Write(json, report));
        }
        else
        {
            ScoreText.Write(session, report, request.Language);
        }

        return ExitCode.Fine;
    }

    private sealed record Request(string Survey, string Answers, string? By, long Minimum, DateTimeZone Zone, string? Html, bool SkipBadRows, string Language, bool AsJson);
}
