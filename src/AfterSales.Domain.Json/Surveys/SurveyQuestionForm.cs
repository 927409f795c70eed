using System.Globalization;
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
        QuestionKind kind = question.Required("kind", Forms.Word(Kinds));
        bool isRating = kind == QuestionKind.Rating;
        SurveyDimension dimension = isRating ? question.Required("dimension", Dimension) : default;
        AnswerScale? scale = isRating ? question.Required("scale", Scale) : null;
        string wording = question.Optional("wording", Forms.Text, "");
        bool? mandatory = question.Optional<bool?>("mandatory", node => Forms.Truth(node), null);
        double? weight = question.Optional<double?>("weight", node => Weight(node), null);
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

    private static SurveyDimension Dimension(DocumentNode node) => Forms.Name(node) is var name && NameRule.IsName(name) ? SurveyDimension.Named(name) : default;

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

    private static double Weight(DocumentNode node)
    {
        const string allowed = "a number from 0 to 1000000";
        if (node.Kind != NodeKind.Number)
        {
            node.Refuse("wrong-type", allowed);
            return 0;
        }

        if (double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double weight) && weight is >= 0 and <= 1_000_000)
        {
            return weight;
        }

        node.Refuse("bad-value", allowed);
        return 0;
    }
}
