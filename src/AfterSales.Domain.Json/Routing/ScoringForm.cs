using System.Text.Json;
using AfterSales.Domain.Routing;
using NodaTime;

namespace AfterSales.Domain.Json;

/// <summary>Weights and scales of the score; a part or scale that is absent is as in the default scoring.</summary>
internal static class ScoringForm
{
    private static readonly (string Word, ScorePart Part)[] Parts =
    [
        ("skill-surplus", ScorePart.SkillSurplus),
        ("spare", ScorePart.Spare),
        ("proximity", ScorePart.Proximity),
        ("language", ScorePart.Language),
        ("same-technician", ScorePart.SameTechnician),
        ("product-history", ScorePart.ProductHistory),
        ("grade-fit", ScorePart.GradeFit),
        ("provider", ScorePart.Provider),
        ("slack", ScorePart.Slack),
    ];

    internal static Scoring? Read(DocumentNode node)
    {
        ObjectReader scoring = new(node);
        Scoring? weighed = scoring.Optional<Scoring?>("weights", Weights, Scoring.Default);
        int cap = scoring.Optional("skillSurplusCap", Forms.WholeNumber(0, 4), Scoring.Default.SkillSurplusCap);
        int range = scoring.Optional("proximityRange", Forms.WholeNumber(1, Technician.MaximumTravelRadius), Scoring.Default.ProximityRange);
        int history = scoring.Optional("fullProductHistory", Forms.WholeNumber(1, 1_000_000), Scoring.Default.FullProductHistory);
        Duration slack = scoring.Optional("slackRange", Forms.Span(Duration.FromSeconds(1)), Scoring.Default.SlackRange);
        return scoring.Build(() => weighed!.CappingSkillSurplusAt(cap).MeasuringProximityUpTo(range).CountingProductHistoryUpTo(history).MeasuringSlackUpTo(slack));
    }

    internal static void Write(Utf8JsonWriter json, Scoring scoring)
    {
        json.WriteStartObject("scoring");
        json.WriteStartObject("weights");
        foreach ((string word, ScorePart part) in Parts)
        {
            json.WriteNumber(word, scoring.WeightOf(part));
        }

        json.WriteEndObject();
        json.WriteNumber("skillSurplusCap", scoring.SkillSurplusCap);
        json.WriteNumber("proximityRange", scoring.ProximityRange);
        json.WriteNumber("fullProductHistory", scoring.FullProductHistory);
        json.WriteString("slackRange", IsoDuration.Write(scoring.SlackRange));
        json.WriteEndObject();
    }

    private static Scoring? Weights(DocumentNode node)
    {
        ObjectReader weights = new(node);
        (ScorePart Part, int Weight)[] read =
        [
            .. Parts.Select(pair => (pair.Part, weights.Optional(pair.Word, Forms.WholeNumber(0, Scoring.MaximumWeight), Scoring.Default.WeightOf(pair.Part)))),
        ];
        return weights.Build(() => read.Aggregate(Scoring.Default, (one, pair) => one.Weighing(pair.Part, pair.Weight)));
    }
}
