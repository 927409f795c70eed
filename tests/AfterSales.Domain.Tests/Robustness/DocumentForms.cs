using System.Text;
using System.Text.Json;
using AfterSales.Domain.Cli;
using AfterSales.Domain.Cli.Mapping;
using AfterSales.Domain.Json;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tests.Kpis;
using AfterSales.Domain.Tests.Satisfaction;
using AfterSales.Domain.Tests.Sla;
using AfterSales.Domain.Tests.Sla.Replay;
using AfterSales.Domain.Tests.Statistics;
using AfterSales.Domain.Tests.Tickets;
using AfterSales.Domain.Tickets;
using FsCheck.Fluent;
using NodaTime;
using ComparisonTests = AfterSales.Domain.Tests.Sla.Replay.ComparisonTests;

namespace AfterSales.Domain.Tests.Robustness;

/// <summary>For each kind of document: texts to break, and what has to hold for one that is read.</summary>
internal static class DocumentForms
{
    private const string Calendar = """
        { "format": "calendar/1", "name": "a", "union": [
          { "name": "b", "zone": "Europe/Berlin", "hours": "Mo-Fr 09:00-17:00; Jul-Aug Mo-Fr 08:00-12:00", "seasons": [ { "name": "s", "everyYear": ["12-20", "01-06"], "hours": "off" } ],
            "holidays": [ "china-2026", { "name": "c", "knownFrom": "2026-01-01", "knownThrough": "2026-12-31", "days": [ { "date": "2026-05-05", "closedFor": "12:00-24:00", "reason": "x" },
              { "date": "2026-05-09", "worksAs": "monday", "reason": "y", "reasonZh": "调休" }, { "date": "2026-05-10", "makeUpHours": "09:00-12:00", "reason": "z" } ] } ] },
          { "name": "d", "zone": "Etc/UTC", "hours": "24/7", "version": 2, "horizon": { "from": "2000-01-01T00:00:00Z", "until": "2050-01-01T00:00:00Z" } } ] }
        """;

    private const string Request = """
        { "format": "service-request/1", "kind": "repair", "severity": "urgent", "priority": "1", "channel": "phone", "locality": "same-city", "warranty": "in-warranty", "feedback-class": "service",
          "tier": "gold", "language": "yue", "region": "浦东", "product-line": "空调", "customer": "C-17", "product": "KF-35", "problem": "does not cool",
          "siteCalendar": "mall", "customerCalendar": "office", "attributes": { "floor": "3" } }
        """;

    private const string Loan = """
        { "format": "lifecycle/1", "name": "loan-device", "terms": { "reopenWindow": "P14D", "majorRemedyAbove": 1234.50 },
          "states": [ { "name": "asked", "category": "waiting-to-start" }, { "name": "lent", "waitsFor": "customer" },
            { "name": "at-customs", "waitsFor": { "name": "customs", "party": "third-party" } }, { "name": "returned", "outcome": "solved" } ],
          "transitions": [ { "from": "asked", "trigger": "lend", "to": "lent", "by": ["agent", "depot"], "when": ["in-warranty"], "needs": ["serial-number"], "does": ["assign"] },
            { "from": "lent", "trigger": "stop", "to": "at-customs" }, { "from": "at-customs", "trigger": "give-back", "to": "returned" } ] }
        """;

    /// <summary>What has to hold for a text that is read without findings: written back it is read equal. A mapping is never written, so it is only read.</summary>
    private static readonly Dictionary<string, Action<byte[]>> Rereads = new(StringComparer.Ordinal)
    {
        ["calendar"] = Equal(text => CalendarDocument.Read(text), CalendarDocument.Write),
        ["sla-policy"] = Reread(text => SlaPolicyDocument.Read(text), SlaPolicyDocument.Write, AssertSame),
        ["service-request"] = Equal(text => ServiceRequestDocument.Read(text), ServiceRequestDocument.Write),
        ["sla-history"] = Reread(text => SlaHistoryDocument.Read(text), SlaHistoryDocument.Write, (one, again) => Assert.Equal(one.Events.Select(e => e.ToString()), again.Events.Select(e => e.ToString()))),
        ["sla-tracker"] = Reread(text => SlaTrackerDocument.Read(text), snapshot => SlaTrackerDocument.Write(SlaTracker.From(snapshot, PolicyNamed(snapshot))), (one, again) =>
            Assert.Equal((one.Policy, one.PolicyVersion), (again.Policy, again.PolicyVersion))),
        ["survey-scores"] = Reread(text => SurveyScoresDocument.Read(text), SurveyScoresDocument.Write, (one, again) => Assert.NotSame(one, again)),
        ["kpi-tally"] = Reread(text => KpiTallyDocument.Read(text), KpiTallyDocument.Write, (one, again) => Assert.NotSame(one, again)),
        ["mean"] = Reread(text => MeanDocument.Read(text), MeanDocument.Write, (one, again) => Assert.Equal($"{MeanAccumulator.From(one)}", $"{MeanAccumulator.From(again)}")),
        ["quantiles"] = Reread(text => QuantilesDocument.Read(text), QuantilesDocument.Write, (one, again) => Assert.Equal($"{QuantileAccumulator.From(one)}", $"{QuantileAccumulator.From(again)}")),
        ["weighted-share"] = Reread(text => WeightedShareDocument.Read(text), WeightedShareDocument.Write, (one, again) => Assert.Equal($"{WeightedShareAccumulator.From(one)}", $"{WeightedShareAccumulator.From(again)}")),
        ["item-moments"] = Reread(text => ItemMomentsDocument.Read(text), ItemMomentsDocument.Write, (one, again) => Assert.Equal(ItemMoments.From(one).Correlation(0, 0), ItemMoments.From(again).Correlation(0, 0))),
        ["cleaning-thresholds"] = Reread(text => CleaningThresholdsDocument.Read(text), CleaningThresholdsDocument.Write, (one, again) =>
            Assert.Equal(CleaningThresholds.From(SurveyWorld.AfterRepair, CleaningRules.Standard, one).ToSnapshot().Answers, CleaningThresholds.From(SurveyWorld.AfterRepair, CleaningRules.Standard, again).ToSnapshot().Answers)),
        ["replay-tally"] = Reread(text => ReplayTallyDocument.Read(text), ReplayTallyDocument.Write, (one, again) =>
            Assert.Equal(Told(() => ReplayTally.From(RapidResponse.Policy, PastTickets.Plan, one)), Told(() => ReplayTally.From(RapidResponse.Policy, PastTickets.Plan, again)))),
        ["comparison-tally"] = Reread(text => ComparisonTallyDocument.Read(text), ComparisonTallyDocument.Write, (one, again) => Assert.Equal(
            Told(() => ComparisonTally.From(RapidResponse.Policy, ComparisonTests.Stricter, PastTickets.Plan, one)), Told(() => ComparisonTally.From(RapidResponse.Policy, ComparisonTests.Stricter, PastTickets.Plan, again)))),
        ["lifecycle"] = Equal(text => LifecycleDocument.Read(text), LifecycleDocument.Write),
        ["ticket"] = RereadTicket,
        ["ticket-event"] = Equal(text => TicketEventDocument.Read(text), TicketEventDocument.Write),
        ["survey"] = Equal(text => SurveyDocument.Read(text), SurveyDocument.Write),
        ["survey-plan"] = Equal(text => SurveyPlanDocument.Read(text), SurveyPlanDocument.Write),
        ["feedback-rules"] = Equal(text => FeedbackRulesDocument.Read(text), FeedbackRulesDocument.Write),
        ["kpi-goals"] = Equal(text => KpiGoalsDocument.Read(text), KpiGoalsDocument.Write),
        ["routing-policy"] = Equal(text => RoutingPolicyDocument.Read(text), RoutingPolicyDocument.Write),
        ["technicians"] = Equal(text => TechniciansDocument.Read(text), TechniciansDocument.Write),
        ["work-items"] = Equal(text => WorkItemsDocument.Read(text), WorkItemsDocument.Write),
        ["ticket-mapping"] = text => Assert.NotNull(TicketMappingDocument.Read(text).Value),
    };

    private static readonly Lazy<ILookup<string, string>> Texts = new(() => AllTexts().ToLookup(KindOf, StringComparer.Ordinal));

    /// <summary>Valid documents of a kind: those of docs/samples, and others that show what the samples do not.</summary>
    public static IReadOnlyList<string> Samples(DocumentKind kind) => [.. Texts.Value[kind.Name]];

    /// <summary>The check of documents that are read; null when a new kind has none yet.</summary>
    public static Action<byte[]>? RereadOf(DocumentKind kind) => Rereads.GetValueOrDefault(kind.Name);

    private static IEnumerable<string> AllTexts()
    {
        RandomWalk[] walks = [.. Lifecycles.All.Select(lifecycle => RandomWalk.Seeded(lifecycle, seed: 7))];
        foreach (RandomWalk walk in walks)
        {
            for (int i = 0; i < 60; i++)
            {
                walk.Step();
            }
        }

        return
        [
            .. Directory.EnumerateFiles(Repository.PathOf("docs", "samples"), "*.json", SearchOption.AllDirectories).Where(IsDocument).Order(StringComparer.Ordinal).Select(File.ReadAllText),
            Calendar, Request, Loan,
            .. Lifecycles.All.Select(LifecycleDocument.Write),
            .. walks.Select(walk => TicketDocument.Write(walk.Ticket)),
            .. walks.SelectMany(walk => walk.Events.Take(12)).Select(TicketEventDocument.Write),
            .. SlaGenerators.Policies.Sample(20, new FsCheck.Rnd(7), 20).Select(SlaPolicyDocument.Write),
            .. SlaGenerators.Histories.Sample(20, new FsCheck.Rnd(7), 20).Select(SlaHistoryDocument.Write),
            .. SlaGenerators.Histories.Sample(5, new FsCheck.Rnd(7), 20).Select(Tracked),
            .. SurveyWorld.Responses.Sample(5, new FsCheck.Rnd(7), 20).Select(Scored),
            .. KpiWorld.ManyTickets.Sample(5, new FsCheck.Rnd(7), 20).Select(tickets => KpiTallyDocument.Write(KpiWorld.Tally(KpiWorld.Plan, tickets.Take(6)))),
            .. MeanAccumulatorTests.Doubles.Sample(8, new FsCheck.Rnd(7), 20).Select(Averaged),
            .. QuantileAccumulatorTests.Numbers.ArrayOf().Sample(20, new FsCheck.Rnd(7), 20).SelectMany(numbers => new[] { Counted(numbers, QuantileAccumulator.DefaultDistinctLimit), Counted(numbers, 3) }),
            .. WeightingTests.Answers.Sample(20, new FsCheck.Rnd(7), 20).Select(Weighted),
            .. Gen.Choose(-7, 7).ArrayOf(3).ArrayOf().Sample(20, new FsCheck.Rnd(7), 20).Select(Moments),
            .. SurveyWorld.Responses.Sample(5, new FsCheck.Rnd(7), 20).Select(Learnt),
            .. PastTickets.Some.Sample(5, new FsCheck.Rnd(7), 20).Select(tickets => ReplayTallyDocument.Write(RapidResponse.Policy.Replay(tickets, PastTickets.Plan.Keeping(2)).ToSnapshot())),
            .. PastTickets.Some.Sample(5, new FsCheck.Rnd(7), 20).Select(tickets => ComparisonTallyDocument.Write(RapidResponse.Policy.CompareWith(ComparisonTests.Stricter, tickets, PastTickets.Plan.Keeping(1)).ToSnapshot())),
            .. CalendarGenerators.Calendars.Sample(20, new FsCheck.Rnd(7), 20).Select(CalendarDocument.Write),
        ];
    }

    private static string Tracked(SlaHistory history)
    {
        SlaTracker tracker = new SlaPolicy("desk", version: 1, Instant.MinValue, []).StartTracking();
        foreach (SlaEvent happened in history.Events)
        {
            tracker.Apply(happened);
        }

        return SlaTrackerDocument.Write(tracker);
    }

    private static string Scored(SurveyResponse[] responses)
    {
        SurveyScores scores = new(SurveyWorld.AfterRepair);
        foreach (LabelledAnswer answer in SurveyWorld.AfterRepair.Clean(responses).Answers)
        {
            scores.Add(answer.Response, answer.Label);
        }

        return SurveyScoresDocument.Write(scores.ToSnapshot());
    }

    private static string Averaged(double[] values)
    {
        MeanAccumulator mean = new();
        Array.ForEach(values, mean.Add);
        return MeanDocument.Write(mean.ToSnapshot());
    }

    private static string Counted(long[] values, int limit)
    {
        QuantileAccumulator quantiles = new(limit);
        Array.ForEach(values, quantiles.Add);
        return QuantilesDocument.Write(quantiles.ToSnapshot());
    }

    private static string Weighted((bool IsSuccess, double Weight)[] answers)
    {
        WeightedShareAccumulator share = new();
        Array.ForEach(answers, answer => share.Add(answer.IsSuccess, answer.Weight));
        return WeightedShareDocument.Write(share.ToSnapshot());
    }

    private static string Moments(int[][] rows)
    {
        ItemMoments items = new(3);
        Array.ForEach(rows, row => items.Add(row));
        return ItemMomentsDocument.Write(items.ToSnapshot());
    }

    private static string Learnt(SurveyResponse[] responses)
    {
        CleaningThresholds thresholds = new(SurveyWorld.AfterRepair, responses.Length % 2 == 0 ? CleaningRules.Standard : CleaningRules.Standard.KeepingDuplicates());
        Array.ForEach(responses, thresholds.Learn);
        return CleaningThresholdsDocument.Write(thresholds.ToSnapshot());
    }

    /// <summary>The figures of a tally, or why the snapshot is none of the policy and plan: the exception that <c>From</c> promises, and no other.</summary>
    private static string Told<T>(Func<T> load)
    {
        try
        {
            return $"{load()}";
        }
        catch (ArgumentException refused)
        {
            return refused.Message;
        }
    }

    private static SlaPolicy PolicyNamed(SlaTrackerSnapshot snapshot) => new(snapshot.Policy, snapshot.PolicyVersion, Instant.MinValue, []);

    private static bool IsDocument(string path) =>
        !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}")
        && DocumentKind.Recognise(File.ReadAllBytes(path), DocumentKinds.All).Kind is not null;

    private static string KindOf(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("format").GetString()!.Split('/')[0];
    }

    private static Action<byte[]> Equal<T>(Func<byte[], DocumentReading<T>> read, Func<T, string> write)
        where T : class => Reread(read, write, (one, again) => Assert.Equal(one, again));

    private static Action<byte[]> Reread<T>(Func<byte[], DocumentReading<T>> read, Func<T, string> write, Action<T, T> same)
        where T : class => text =>
        {
            T value = read(text).Value;
            string written = write(value);
            DocumentReading<T> again = read(Encoding.UTF8.GetBytes(written));
            Assert.True(again.Succeeded, $"what was written is not read: {string.Join("; ", again.Findings)}\n{written}");
            same(value, again.Value);
            Assert.Equal(written, write(again.Value));
        };

    private static void AssertSame(SlaPolicy one, SlaPolicy again)
    {
        Assert.Equal((one.Name, one.Version, one.EffectiveFrom), (again.Name, again.Version, again.EffectiveFrom));
        Assert.Equal(one.Objectives, again.Objectives);
        Assert.Equal(one.Accepted, again.Accepted);
        Assert.Equal(one.Calendars.Select(published => (published.Calendar, published.PublishedAt)), again.Calendars.Select(published => (published.Calendar, published.PublishedAt)));
    }

    /// <summary>A snapshot is checked again when it meets its lifecycle, with the exception that its documentation promises.</summary>
    private static void RereadTicket(byte[] text)
    {
        TicketSnapshot snapshot = TicketDocument.Read(text).Value;
        if (Lifecycles.Find(snapshot.Lifecycle) is not { } lifecycle)
        {
            return;
        }

        Ticket ticket;
        try
        {
            ticket = Ticket.From(snapshot, lifecycle);
        }
        catch (ArgumentException refused)
        {
            Assert.NotEmpty(refused.Message);
            return;
        }

        Assert.Equal(ticket, Ticket.From(TicketDocument.Read(TicketDocument.Write(ticket)).Value, lifecycle));
    }
}
