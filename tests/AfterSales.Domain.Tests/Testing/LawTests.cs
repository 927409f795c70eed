using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Satisfaction;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tests.Satisfaction;
using AfterSales.Domain.Tickets;
using FsCheck;
using FsCheck.Fluent;

namespace AfterSales.Domain.Tests.Testing;

/// <summary>The laws of calendars, tickets, routing and surveys that the package offers: they hold for generated rules and for the library's own, and tell when they do not.</summary>
public class LawTests
{
    public static TheoryData<string> CalendarLawNames => [.. CalendarLaws.All.Select(law => law.Name)];

    public static TheoryData<string> LifecycleLawNames => [.. LifecycleLaws.All.Select(law => law.Name)];

    public static TheoryData<string> RoutingLawNames => [.. RoutingLaws.All.Select(law => law.Name)];

    public static TheoryData<string> SurveyLawNames => [.. SurveyLaws.All.Select(law => law.Name)];

    [Theory]
    [MemberData(nameof(CalendarLawNames))]
    public void A_law_of_calendars_holds(string name) => Holds(AfterSalesArbitraries.AskedCalendar(), CalendarLaws.All, name);

    [Theory]
    [MemberData(nameof(LifecycleLawNames))]
    public void A_law_of_tickets_holds(string name) => Holds(AfterSalesArbitraries.TicketWalk(), LifecycleLaws.All, name);

    [Theory]
    [MemberData(nameof(RoutingLawNames))]
    public void A_law_of_routing_holds(string name) => Holds(AfterSalesArbitraries.RoutedBatch(), RoutingLaws.All, name);

    [Theory]
    [MemberData(nameof(SurveyLawNames))]
    public void A_law_of_surveys_holds(string name) => Holds(AfterSalesArbitraries.AnsweredSurvey(), SurveyLaws.All, name);

    [Fact]
    public void The_rules_of_the_example_world_keep_every_law()
    {
        LawRun run = LawRun.Default.WithCases(Math.Min(Law.Cases, 50));
        CalendarLaws.HoldFor(World.ServiceHours, CalendarLaws.All, run);
        CalendarLaws.HoldFor(World.NightDesk.Union(World.Workshop), CalendarLaws.All, run);
        foreach (Lifecycle lifecycle in Lifecycles.All)
        {
            LifecycleLaws.HoldFor(lifecycle, LifecycleLaws.All, run);
            LifecycleLaws.NoFindings(lifecycle);
        }

        RoutingLaws.HoldFor(new RoutingPolicy("field-service", version: 1), RoutingLaws.All, run);
        SurveyLaws.HoldFor(SurveyWorld.AfterRepair, SurveyLaws.All, run);
    }

    [Fact]
    public void A_broken_law_of_calendars_shows_the_calendar()
    {
        Law<AskedCalendar> never = new("nothing is ever done on a Monday", one =>
            one.Calendar.TryAdd(one.At, one.Amount, out NodaTime.Instant end) && end.InZone(one.Calendar.Zone).DayOfWeek == NodaTime.IsoDayOfWeek.Monday ? $"{end}" : null);

        Shows(Assert.Throws<LawBrokenException>(() => CalendarLaws.HoldFor(World.ServiceHours, [never], LawRun.Default)), "calendar", "at", "amount");
    }

    [Fact]
    public void A_broken_law_of_tickets_shows_the_walk()
    {
        Law<TicketWalk> never = new("nobody ever closes a ticket", one => one.Results().OfType<AcceptedTransition>().FirstOrDefault(result => result.Ticket.IsClosed)?.ToString());

        LawBrokenException broken = Assert.Throws<LawBrokenException>(() => LifecycleLaws.HoldFor(Lifecycles.Repair, [never], LawRun.Default));
        TicketWalk smallest = (TicketWalk)broken.Counterexample!;
        object[] made = Shows(broken, "ticket", "results");

        Assert.Single(smallest.Attempts);
        Assert.Equal(((AcceptedTransition)smallest.Results()[0]).Ticket, made[0]);
    }

    [Fact]
    public void A_broken_law_of_routing_shows_crew_and_queue()
    {
        Law<RoutedBatch> never = new("nobody gets anything", one => one.Policy.Assign(one.Items, one.Technicians, one.At).Assigned is [var first, ..] ? first.ToString() : null);

        LawBrokenException broken = Assert.Throws<LawBrokenException>(() => RoutingLaws.HoldFor(new RoutingPolicy("field-service", version: 1), [never], LawRun.Default));
        RoutedBatch smallest = (RoutedBatch)broken.Counterexample!;
        object[] made = Shows(broken, "policy", "technicians", "items");

        Assert.Equal((1, 1), (smallest.Technicians.Count, smallest.Items.Count));
        Assert.Equal(smallest.Policy, made[0]);
        Assert.Equal(smallest.Technicians, (Technician[])made[1]);
        Assert.Equal(smallest.Items, (WorkItem[])made[2]);
    }

    [Fact]
    public void A_broken_law_of_surveys_shows_the_answers()
    {
        Law<AnsweredSurvey> never = new("nobody is ever satisfied", one => one.Survey.Clean(one.Responses).Scores.Question("overall").Satisfied is { Successes: > 0 } share ? $"{share}" : null);

        LawBrokenException broken = Assert.Throws<LawBrokenException>(() => SurveyLaws.HoldFor(SurveyWorld.AfterRepair, [never], LawRun.Default));
        object[] made = Shows(broken, "survey", "responses");

        Assert.Single(((AnsweredSurvey)broken.Counterexample!).Responses);
        Assert.Equal(SurveyWorld.AfterRepair, made[0]);
    }

    [Fact]
    public void A_broken_law_about_words_and_groups_shows_them_too()
    {
        Law<AnsweredSurvey> never = new(
            "nobody in the east complains",
            one => one.Responses.Any(response => response.Attributes.GetValueOrDefault("region") == "east" && response.Texts.GetValueOrDefault("words")?.Contains("nobody came", StringComparison.Ordinal) is true) ? "somebody does" : null);

        LawBrokenException broken = Assert.Throws<LawBrokenException>(() => SurveyLaws.HoldFor(SurveyWorld.AfterRepair, [never], LawRun.Default));
        SurveyResponse pasted = Assert.Single((SurveyResponse[])Shows(broken, "survey", "responses")[1]);

        Assert.Equal(("east", "twice \"tomorrow\", then nobody came"), (pasted.Attributes["region"], pasted.Texts["words"]));
        Assert.Contains(",words,region\n", broken.Message, StringComparison.Ordinal);
        Assert.Contains(",\"twice \"\"tomorrow\"\", then nobody came\",east\n", broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_contract_or_leave_without_an_end_is_printed_as_such()
    {
        NodaTime.Instant since = RoutingGenerators.Monday;
        Technician[] crew =
        [
            new Technician(new PersonId("a"), Grade.Senior, World.Workshop).OfProvider(new ServiceProvider(new TeamId("p"), new NodaTime.Interval(since, null), quotaLeft: 1)),
            new Technician(new PersonId("b"), Grade.Senior, World.Workshop).OnLeave(new NodaTime.Interval(null, since)),
        ];
        RoutedBatch batch = new(new RoutingPolicy("p", version: 1), crew, [new WorkItem(new WorkItemId("w"), new ServiceRequest(RequestKind.Repair), since, since)], since);

        Assert.Equal(crew, (Technician[])CompiledCSharp.RunAll([batch.ToCSharp()], "technicians")[0][0]);
    }

    /// <summary>Everything that technicians and items can hold is printed so that it compiles to the same.</summary>
    [Fact]
    public void Generated_crews_queues_and_walks_compile_to_themselves()
    {
        RoutedBatch[] queues = AfterSalesArbitraries.RoutedBatch().Generator.Sample(50, new Rnd(3), Math.Min(Law.Cases, 8));
        IReadOnlyList<object[]> made = CompiledCSharp.RunAll([.. queues.Select(one => one.ToCSharp())], "technicians", "items");
        Assert.Equal(string.Concat(queues.Select(one => TechniciansDocument.Write(one.Technicians))), string.Concat(made.Select(one => TechniciansDocument.Write((Technician[])one[0]))));
        Assert.Equal(queues.SelectMany(one => one.Technicians), made.SelectMany(one => (Technician[])one[0]));
        Assert.Equal(queues.SelectMany(one => one.Items), made.SelectMany(one => (WorkItem[])one[1]));

        TicketWalk[] walks = TicketGenerators.Walks.Sample(50, new Rnd(3), Math.Min(Law.Cases, 8));
        IReadOnlyList<object[]> walked = CompiledCSharp.RunAll([.. walks.Select(one => one.ToCSharp())], "results");
        Assert.Equal(walks.SelectMany(one => one.Results()).Select(result => result.ToString()), walked.SelectMany(one => (List<TransitionResult>)one[0]).Select(result => result.ToString()));
    }

    [Fact]
    public void Findings_of_a_lifecycle_are_a_broken_law()
    {
        Lifecycle island = Lifecycles.Inquiry.With(LifecycleState.Of("island", StateCategory.Active));

        LawBrokenException broken = Assert.Throws<LawBrokenException>(() => LifecycleLaws.NoFindings(island, except: LifecycleFindingCode.CannotClose));

        Assert.Contains("Unreachable: ", broken.Violation, StringComparison.Ordinal);
        Assert.Null(broken.Counterexample);
        LifecycleLaws.NoFindings(island, LifecycleFindingCode.CannotClose, LifecycleFindingCode.Unreachable);
    }

    [Fact]
    public void Cases_refuse_what_makes_no_sense()
    {
        Assert.Throws<ArgumentException>(() => new RoutedBatch(new RoutingPolicy("p", version: 1), [], [], RoutingGenerators.Monday));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AskedCalendar(World.Workshop, RoutingGenerators.Monday, RoutingGenerators.Monday, NodaTime.Duration.Zero));
        TicketWalk walk = TicketGenerators.WalksOver(Lifecycles.Repair).Sample(50, new Rnd(1), 20).First(one => one.Results().Any(result => result.IsAccepted));
        Assert.Throws<ArgumentException>(() => new TicketWalk(walk.Results().OfType<AcceptedTransition>().First().Ticket, []));
    }

    private static void Holds<T>(Arbitrary<T> cases, IEnumerable<Law<T>> laws, string name)
        where T : LawCase
    {
        Law<T> law = laws.Single(one => string.Equals(one.Name, name, StringComparison.Ordinal));
        Law.Holds(cases, one => Assert.True(law.Violation(one) is not { } wrong, $"{law.Violation(one)}\n{one}"));
    }

    /// <summary>The program compiles and runs, and the command takes the documents.</summary>
    private static object[] Shows(LawBrokenException broken, params string[] variables)
    {
        LawCase smallest = broken.Counterexample!;
        CompiledCSharp.Compile(smallest.ToCSharp());
        using TemporaryFiles files = new();
        Dictionary<string, string> written = smallest.Documents.ToDictionary(one => one.Key, one => files.Write(one.Key, one.Value), StringComparer.Ordinal);
        ToolRun run = ToolRun.Of([.. smallest.Command.Split(' ').Skip(1).Select(word => written.TryGetValue(word, out string? path) ? path : word)]);
        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.All(smallest.Documents, one => Assert.Contains($"---- {one.Key}\n", broken.Message, StringComparison.Ordinal));
        return CompiledCSharp.RunAll([smallest.ToCSharp()], variables)[0];
    }
}
