using System.Text.Json;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;

namespace AfterSales.Domain.Json;

/// <summary>The members of a document of a survey's scores.</summary>
internal static class SurveyScoresForm
{
    internal static SurveyScoresSnapshot? Read(ObjectReader document)
    {
        IReadOnlyList<KeyValuePair<string, long>> labels = document.Required("labels", Labels) ?? [];
        IReadOnlyList<KeyValuePair<string, long>> followUps = document.Required("followUpLabels", Labels) ?? [];
        IReadOnlyList<QuestionCounts?> valid = document.NonEmptyList("valid", Counts);
        IReadOnlyList<QuestionCounts?> leftOut = document.NonEmptyList("leftOut", Counts);
        ItemMomentsSnapshot? items = document.Required<ItemMomentsSnapshot?>("items", ItemMomentsForm.ReadPart);
        Share recovered = document.Required("recovered", Recovered);
        return document.Build(() => new SurveyScoresSnapshot(labels, followUps, valid.Select(one => one!), leftOut.Select(one => one!), items!, recovered));
    }

    internal static void WriteMembers(Utf8JsonWriter json, SurveyScoresSnapshot snapshot)
    {
        WriteLabels(json, "labels", snapshot.Labels);
        WriteLabels(json, "followUpLabels", snapshot.FollowUpLabels);
        WriteCounts(json, "valid", snapshot.Valid);
        WriteCounts(json, "leftOut", snapshot.LeftOut);
        json.WriteStartObject("items");
        ItemMomentsForm.WriteMembers(json, snapshot.Items);
        json.WriteEndObject();
        json.WriteStartObject("recovered");
        json.WriteNumber("satisfied", snapshot.Recovered.Successes);
        json.WriteNumber("of", snapshot.Recovered.Count);
        json.WriteEndObject();
    }

    private static IReadOnlyList<KeyValuePair<string, long>> Labels(DocumentNode node)
    {
        ObjectReader labels = new(node);
        List<KeyValuePair<string, long>> counts = [];
        foreach (AnswerLabel label in AnswerLabel.All)
        {
            counts.Add(new KeyValuePair<string, long>(label.Code, labels.Optional(label.Code, Forms.Count, 0)));
        }

        return labels.Build(() => counts) ?? [];
    }

    private static QuestionCounts? Counts(DocumentNode node)
    {
        ObjectReader question = new(node);
        IReadOnlyList<long> counts = question.NonEmptyList("counts", Forms.Count);
        long notApplicable = question.Optional("notApplicable", Forms.Count, 0);
        long missing = question.Optional("missing", Forms.Count, 0);
        return question.Build(() => new QuestionCounts(counts, notApplicable, missing));
    }

    private static Share Recovered(DocumentNode node)
    {
        ObjectReader recovered = new(node);
        long satisfied = recovered.Required("satisfied", Forms.Count);
        long count = recovered.Required("of", Forms.Count);
        return recovered.Build(() => new Share(satisfied, count));
    }

    private static void WriteLabels(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, long> labels)
    {
        json.WriteStartObject(name);
        foreach (string code in AnswerLabel.All.Select(label => label.Code))
        {
            if (labels.TryGetValue(code, out long count) && count > 0)
            {
                json.WriteNumber(code, count);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter json, string name, IReadOnlyList<QuestionCounts> questions)
    {
        json.WriteStartArray(name);
        foreach (QuestionCounts question in questions)
        {
            json.WriteStartObject();
            json.WriteNumbers("counts", question.Counts);
            json.WriteCount("notApplicable", question.NotApplicable);
            json.WriteCount("missing", question.Missing);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
