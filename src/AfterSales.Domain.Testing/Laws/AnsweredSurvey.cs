using System.Globalization;
using System.Text;
using AfterSales.Domain.Json;
using AfterSales.Domain.Satisfaction;
using NodaTime;
using NodaTime.Text;
using static AfterSales.Domain.Testing.CSharpValues;

namespace AfterSales.Domain.Testing;

/// <summary>A survey and the answers to it.</summary>
/// <remarks>This type is immutable and safe for use by several threads.</remarks>
public sealed class AnsweredSurvey : LawCase
{
    /// <summary>Creates a case.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="responses">The answers.</param>
    /// <exception cref="ArgumentNullException">An argument is null or holds a null.</exception>
    public AnsweredSurvey(Survey survey, IEnumerable<SurveyResponse> responses)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(responses);
        Survey = survey;
        Responses = Array.AsReadOnly<SurveyResponse>([.. responses.Select(one => one ?? throw new ArgumentNullException(nameof(responses)))]);
    }

    /// <summary>Gets the survey.</summary>
    public Survey Survey { get; }

    /// <summary>Gets the answers.</summary>
    public IReadOnlyList<SurveyResponse> Responses { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Documents => [new("survey.json", SurveyDocument.Write(Survey)), new("answers.csv", Csv())];

    /// <inheritdoc/>
    public override string Command => "aftersales score survey.json answers.csv";

    private protected override string Statements() =>
        $"Survey survey = SurveyDocument.Read({Verbatim(SurveyDocument.Write(Survey))}).Value;\n\nSurveyResponse[] responses = {Array1("SurveyResponse", Responses, Of)};\n\nCleanedAnswers answers = survey.Clean(responses);\n";

    private static string Of(SurveyResponse one) => string.Concat(
    [
        $"new SurveyResponse({Text(one.Id)}, {Text(one.Ticket)}, {CSharpValues.Of(one.AnsweredAt)}, {Array1("int?", one.Ratings, rating => rating is { } given ? CSharpValues.Of(given) : "null")})",
        one.Respondent.Length == 0 ? "" : $".From({Text(one.Respondent)})",
        one.Channel.Length == 0 ? "" : $".Via({Text(one.Channel)})",
        one.SentAt is { } sent ? $".Sent({CSharpValues.Of(sent)})" : "",
        one.TimeTaken is { } taken ? $".Taking({CSharpValues.Of(taken)})" : "",
        one.Version is { } version ? $".ToVersion({CSharpValues.Of(version)})" : "",
        one.FollowUpRound == 0 ? "" : $".AfterFollowUp({CSharpValues.Of(one.FollowUpRound)})",
        one.IsTest ? ".AsTest()" : "",
        .. one.Texts.Select(text => $".Saying({Text(text.Key)}, {Text(text.Value)})"),
        .. one.Attributes.Select(attribute => $".With({Text(attribute.Key)}, {Text(attribute.Value)})"),
    ]);

    private string Csv()
    {
        StringBuilder csv = new("response,ticket,answered-at,respondent,sent-at,seconds,channel,version,round,test");
        string[] words = [.. Survey.Questions.Where(question => question.Kind == QuestionKind.FreeText).Select(question => question.Name)];
        string[] attributes = [.. Responses.SelectMany(one => one.Attributes.Keys).Distinct(StringComparer.Ordinal).OrderBy(name => name, StringComparer.Ordinal)];
        csv.Append(string.Concat(Survey.RatedQuestions.Select(question => question.Name).Concat(words).Concat(attributes).Select(name => "," + name))).Append('\n');
        foreach (SurveyResponse one in Responses)
        {
            string?[] cells =
            [
                one.Id, one.Ticket, Moment(one.AnsweredAt), one.Respondent, one.SentAt is { } sent ? Moment(sent) : "",
                one.TimeTaken?.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture), one.Channel, one.Version?.ToString(CultureInfo.InvariantCulture),
                one.FollowUpRound == 0 ? "" : CSharpValues.Of(one.FollowUpRound), one.IsTest ? "1" : "0",
                .. one.Ratings.Select(rating => rating?.ToString(CultureInfo.InvariantCulture)),
                .. words.Select(question => one.Texts.TryGetValue(question, out string? text) ? text : ""),
                .. attributes.Select(attribute => one.Attributes.TryGetValue(attribute, out string? value) ? value : ""),
            ];
            csv.Append(string.Join(",", cells.Select(Cell))).Append('\n');
        }

        return csv.ToString();
    }

    private static string Moment(Instant at) => OffsetDateTimePattern.ExtendedIso.Format(at.WithOffset(Offset.Zero));

    private static string Cell(string? text) => text is null ? "" : text.IndexOfAny([',', '"', '\n', '\r']) < 0 ? text : $"\"{string.Join("\"\"", text.Split('"'))}\"";
}
