using System.Text.Json;
using AfterSales.Domain.Satisfaction;
using NodaTime;

namespace AfterSales.Domain.Json;

/// <summary>The members of a survey document.</summary>
internal static class SurveyForm
{
    private static readonly Duration DefaultOpenFor = Duration.FromDays(30);

    internal static Survey? Read(ObjectReader document)
    {
        string name = document.Required("name", Forms.Name);
        int version = document.Required("version", Forms.WholeNumber(1, int.MaxValue));
        Duration openFor = document.Optional("openFor", Forms.Span(Duration.Epsilon), DefaultOpenFor);
        IReadOnlyList<SurveyQuestion?> questions = document.NonEmptyList("questions", SurveyQuestionForm.Read);
        return document.Build(() => new Survey(name, version, questions.Select(question => question!)).OpenForAtMost(openFor));
    }

    internal static SurveyDimension Dimension(DocumentNode node) => Forms.Name(node) is var name && NameRule.IsName(name) ? SurveyDimension.Named(name) : default;

    internal static void WriteMembers(Utf8JsonWriter json, Survey survey)
    {
        json.WriteString("name", survey.Name);
        json.WriteNumber("version", survey.Version);
        if (survey.OpenFor != DefaultOpenFor)
        {
            json.WriteString("openFor", IsoDuration.Write(survey.OpenFor));
        }

        json.WriteStartArray("questions");
        foreach (SurveyQuestion question in survey.Questions)
        {
            SurveyQuestionForm.Write(json, question);
        }

        json.WriteEndArray();
    }
}
