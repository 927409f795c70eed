using System.Text.Json;
using AfterSales.Domain.Satisfaction;

namespace AfterSales.Domain.Json;

/// <summary>A question: <c>{ "name": "speed", "kind": "rating", "dimension": "response-speed", "scale": { "worst": 1, "best": 5 }, "weight": 2 }</c>.</summary>
internal static class SurveyQuestionForm
{
    private static readonly (string Word, QuestionKind Value)[] Kinds =
    [
        ("rating", QuestionKind.Rating), ("recommendation", QuestionKind.Recommendation), ("effort", QuestionKind.Effort), ("freeText", QuestionKind.FreeText),
    ];

    internal static SurveyQuestion? Read(DocumentNode node)
    {
        ObjectReader question = new(node);
        string name = question.Required("name", Forms.Name);
        QuestionKind? kind = question.Required<QuestionKind?>("kind", Kind);
        SurveyDimension dimension = kind switch
        {
            QuestionKind.Rating => question.Required("dimension", SurveyForm.Dimension),
            null => question.Optional("dimension", SurveyForm.Dimension, default),
            _ => default,
        };
        AnswerScale? scale = kind switch
        {
            QuestionKind.Rating => question.Required("scale", Scale),
            null => question.Optional<AnswerScale?>("scale", Scale, null),
            _ => null,
        };
        string wording = question.Optional("wording", Forms.Text, "");
        bool? mandatory = question.Optional<bool?>("mandatory", node => Forms.Truth(node), null);
        double? weight = question.Optional<double?>("weight", node => Forms.Number(0, 1_000_000)(node), null);
        return question.Build(() =>
        {
            SurveyQuestion made = kind switch
            {
                QuestionKind.Rating => SurveyQuestion.Rating(name, dimension, scale!),
                QuestionKind.Recommendation => SurveyQuestion.Recommendation(name),
                QuestionKind.Effort => SurveyQuestion.Effort(name),
                _ => SurveyQuestion.FreeText(name),
            };
            made = weight is { } one ? made.Weighing(one) : made;
            made = mandatory is { } must ? must ? made.Mandatory() : made.Optional() : made;
            return made.Worded(wording);
        });
    }

    internal static void Write(Utf8JsonWriter json, SurveyQuestion question)
    {
        json.WriteStartObject();
        json.WriteString("name", question.Name);
        json.WriteString("kind", Kinds.Single(kind => kind.Value == question.Kind).Word);
        SurveyQuestion plain = question.Kind == QuestionKind.Rating
            ? SurveyQuestion.Rating(question.Name, question.Dimension, question.Scale!)
            : SurveyQuestion.FreeText(question.Name);
        if (question.Kind == QuestionKind.Rating)
        {
            json.WriteString("dimension", question.Dimension.Name);
            json.WriteStartObject("scale");
            json.WriteNumber("worst", question.Scale!.IsReversed ? question.Scale.Maximum : question.Scale.Minimum);
            json.WriteNumber("best", question.Scale.IsReversed ? question.Scale.Minimum : question.Scale.Maximum);
            if (question.Scale.NotApplicable is { } code)
            {
                json.WriteNumber("notApplicable", code);
            }

            json.WriteEndObject();
            if (!question.Weight.Equals(plain.Weight))
            {
                json.WriteNumber("weight", question.Weight);
            }
        }

        if (question.IsMandatory != (question.Kind != QuestionKind.FreeText))
        {
            json.WriteBoolean("mandatory", question.IsMandatory);
        }

        if (question.Wording.Length > 0)
        {
            json.WriteString("wording", question.Wording);
        }

        json.WriteEndObject();
    }

    /// <summary>The kind, or null when it is none: then nobody can say which other members must be there.</summary>
    private static QuestionKind? Kind(DocumentNode node)
    {
        int before = node.Findings.Count;
        QuestionKind kind = Forms.Word(Kinds)(node);
        return node.Findings.Count == before ? kind : null;
    }

    private static AnswerScale? Scale(DocumentNode node)
    {
        ObjectReader scale = new(node);
        int worst = scale.Required("worst", Forms.WholeNumber(-1000, 1000));
        int best = scale.Required("best", Forms.WholeNumber(-1000, 1000));
        int? notApplicable = scale.Optional<int?>("notApplicable", node => Forms.WholeNumber(-1000, 1000)(node), null);
        return scale.Build(() =>
        {
            AnswerScale made = worst > best ? new AnswerScale(best, worst).Reversed() : new AnswerScale(worst, best);
            return notApplicable is { } code ? made.WithNotApplicable(code) : made;
        });
    }
}
