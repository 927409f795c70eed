using System.Text.Json;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Statistics;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Json;

/// <summary>
/// The members of what <see cref="CleaningThresholds"/> have learnt: <c>groups</c> of channel and length, and the <c>answers</c> that stand, each of which names its group by
/// number. What is absent is empty, 0, or for <c>copies</c> 1.
/// </summary>
internal static class CleaningThresholdsForm
{
    internal static CleaningThresholdsSnapshot? Read(ObjectReader thresholds)
    {
        IReadOnlyList<LearntTimes?> groups = thresholds.List("groups", Group);
        IReadOnlyList<LearntAnswer?> answers = thresholds.List("answers", Answer);
        return thresholds.Build(() => new CleaningThresholdsSnapshot(groups!, answers!));
    }

    internal static void WriteMembers(Utf8JsonWriter json, CleaningThresholdsSnapshot thresholds)
    {
        TicketForms.WriteList(json, "groups", thresholds.Groups, Write);
        TicketForms.WriteList(json, "answers", thresholds.Answers, Write);
    }

    private static LearntTimes? Group(DocumentNode node)
    {
        ObjectReader group = new(node);
        string channel = group.Optional("channel", Forms.Text, "");
        int length = group.Required("length", Forms.WholeNumber(0, Survey.MaximumQuestions));
        QuantileSnapshot? times = group.Optional<QuantileSnapshot?>("milliseconds", QuantileForm.ReadPart, new QuantileAccumulator().ToSnapshot());
        return group.Build(() => new LearntTimes(channel, length, times!));
    }

    private static LearntAnswer? Answer(DocumentNode node)
    {
        ObjectReader answer = new(node);
        string ticket = answer.Required("ticket", Forms.NonEmptyText);
        string respondent = answer.Optional("respondent", Forms.Text, "");
        string response = answer.Required("response", Forms.NonEmptyText);
        Instant at = answer.Required("at", Forms.Moment);
        int round = answer.Optional("round", Forms.WholeNumber(0, 100), 0);
        int completeness = answer.Optional("completeness", Forms.WholeNumber(0, 2), 0);
        long? milliseconds = answer.Optional<long?>("milliseconds", one => Forms.Count(one), null);
        int group = answer.Optional("group", Forms.WholeNumber(0, int.MaxValue), 0);
        int copies = answer.Optional("copies", Forms.WholeNumber(1, int.MaxValue), 1);
        return answer.Build(() => new LearntAnswer(ticket, respondent, response, at, round, completeness, milliseconds, group, copies));
    }

    private static void Write(Utf8JsonWriter json, LearntTimes group)
    {
        json.WriteStartObject();
        WriteText(json, "channel", group.Channel);
        json.WriteNumber("length", group.Length);
        if (group.Times.Counts.Count > 0)
        {
            QuantileForm.WritePart(json, "milliseconds", group.Times);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, LearntAnswer answer)
    {
        json.WriteStartObject();
        json.WriteString("ticket", answer.Ticket);
        WriteText(json, "respondent", answer.Respondent);
        json.WriteString("response", answer.Response);
        json.WriteString("at", InstantPattern.ExtendedIso.Format(answer.AnsweredAt));
        json.WriteCount("round", answer.FollowUpRound);
        json.WriteCount("completeness", answer.Completeness);
        if (answer.Milliseconds is { } milliseconds)
        {
            json.WriteNumber("milliseconds", milliseconds);
        }

        json.WriteCount("group", answer.Group);
        if (answer.Copies > 1)
        {
            json.WriteNumber("copies", answer.Copies);
        }

        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        if (text.Length > 0)
        {
            json.WriteString(name, text);
        }
    }
}
