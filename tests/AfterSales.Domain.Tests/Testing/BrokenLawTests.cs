using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tests.Sla;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using Alarm = AfterSales.Domain.Sla.Alarm;

namespace AfterSales.Domain.Tests.Testing;

/// <summary>What a law that does not hold tells: the smallest counterexample, as C# that compiles and as documents that the tool takes.</summary>
public class BrokenLawTests
{
    /// <summary>Wrong on purpose: a customer who is waited for pauses the visit of the rapid-response policy.</summary>
    private static readonly Law<TrackedHistory> NothingPauses = new(
        "no clock is ever paused",
        one => one.Track().Objectives.SelectMany(objective => objective.Cycles).FirstOrDefault(cycle => cycle.State is PausedState)?.ToString());

    [Fact]
    public void The_counterexample_is_small_and_is_told_with_seed_and_number()
    {
        LawBrokenException broken = Assert.Throws<LawBrokenException>(() => SlaLaws.HoldFor(RapidResponse.Policy, [NothingPauses], LawRun.Default.WithCases(1000).WithSeed(5)));

        TrackedHistory smallest = Assert.IsType<TrackedHistory>(broken.Counterexample);
        Assert.Equal(3, smallest.History.Events.Count);                                       // opened, something that starts a clock, a wait
        Assert.Equal("no clock is ever paused", broken.Law);
        Assert.StartsWith("The law \"no clock is ever paused\" does not hold: ", broken.Message, StringComparison.Ordinal);
        Assert.Matches("Found by case [0-9]+ of 1000 cases from seed 5, made smaller [0-9]+ times[.] LawRun[.]Default[.]WithCases\\(1000\\)[.]WithSeed\\(5\\) finds it again[.]", broken.Message);
    }

    [Fact]
    public void The_same_seed_finds_the_same_counterexample()
    {
        string[] messages = [.. Enumerable.Range(0, 2).Select(_ => Assert.Throws<LawBrokenException>(() => SlaLaws.HoldFor(RapidResponse.Policy, NothingPauses)).Message)];

        Assert.Equal(messages[0], messages[1]);
    }

    [Fact]
    public void The_printed_program_compiles_and_makes_the_same_case()
    {
        LawBrokenException broken = Assert.Throws<LawBrokenException>(() => SlaLaws.HoldFor(RapidResponse.Policy, NothingPauses));
        TrackedHistory smallest = (TrackedHistory)broken.Counterexample!;
        string program = smallest.ToCSharp();

        Assert.Contains(program, broken.Message, StringComparison.Ordinal);
        CompiledCSharp.Compile(program);
        Assert.NotNull(NothingPauses.Violation(Pasted(program)));
    }

    [Fact]
    public void The_printed_documents_go_into_the_command_that_is_printed()
    {
        LawBrokenException broken = Assert.Throws<LawBrokenException>(() => SlaLaws.HoldFor(RapidResponse.Policy, NothingPauses));
        using TemporaryFiles files = new();
        string message = broken.Message;
        string policy = files.Write("policy.json", Between(message, "---- policy.json\n", "\n\n---- history.json"));
        string history = files.Write("history.json", message[(message.IndexOf("---- history.json\n", StringComparison.Ordinal) + "---- history.json\n".Length)..]);
        string[] command = Between(message, "---- as documents: aftersales ", "\n").Split(' ');

        ToolRun run = ToolRun.Of([.. command.Select(word => word switch { "policy.json" => policy, "history.json" => history, _ => word })]);

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Contains("paused", run.Output, StringComparison.Ordinal);
    }

    /// <summary>Everything that a policy and a history can hold is printed so that it compiles to the same.</summary>
    [Fact]
    public void Generated_policies_and_histories_compile_to_themselves()
    {
        TrackedHistory[] cases =
        [
            .. SlaGenerators.Policies.Sample(50, new Rnd(3), Math.Min(Law.Cases, 25)).SelectMany(policy => SlaGenerators.TrackedHistoriesOf(policy).Sample(50, new Rnd(4), 1)),
        ];
        IReadOnlyList<object[]> made = CompiledCSharp.RunAll([.. cases.Select(one => one.ToCSharp())], "policy", "history", "asOf");
        foreach ((TrackedHistory one, TrackedHistory pasted) in cases.Zip(made.Select(Case)))
        {
            Assert.Equal(one.AsOf, pasted.AsOf);
            Assert.Equal(one.Documents, pasted.Documents);
            Assert.Equal(one.Policy.Objectives, pasted.Policy.Objectives);
            Assert.Equal(one.Policy.Calendars.Select(published => published.Calendar), pasted.Policy.Calendars.Select(published => published.Calendar));
        }
    }

    [Fact]
    public void Texts_with_quotes_control_characters_and_half_characters_survive()
    {
        string[] texts = ["\"quoted\"", "back\\slash", "two\nlines\r\n", "NUL\0", "half \ud83d", "whole \ud83d\udd27", "紧急", "a\u2028b", "{0}"];
        ServiceRequest[] requests = [.. texts.Select(text => new ServiceRequest(RequestKind.Repair).WithProblem(text))];
        Instant at = Instant.FromUtc(2026, 3, 27, 8, 0, 1).PlusNanoseconds(7);
        string[] programs = [.. requests.Select(request => new TrackedHistory(RapidResponse.Policy, new SlaHistory([SlaEvent.Opened(new EventId("1"), at, request)])).ToCSharp())];

        TrackedHistory[] pasted = [.. CompiledCSharp.RunAll(programs, "policy", "history", "asOf").Select(Case)];

        Assert.Equal(requests, pasted.Select(one => one.History.Request));
        Assert.All(pasted, one => Assert.Equal(at, one.History.Events[0].At));
    }

    [Fact]
    public void An_exception_in_a_law_is_a_violation_that_names_it()
    {
        Law<TrackedHistory> throws = new("the fifth event is a reply", one => one.History.Events[4].ToString().Length > 0 ? null : "it is not");

        LawBrokenException broken = Assert.Throws<LawBrokenException>(() => SlaLaws.HoldFor(RapidResponse.Policy, throws));

        Assert.StartsWith("ArgumentOutOfRangeException: ", broken.Violation, StringComparison.Ordinal);
        Assert.Single(((TrackedHistory)broken.Counterexample!).History.Events);
    }

    [Fact]
    public void A_run_tells_each_law_and_can_be_cancelled()
    {
        List<string> told = [];
        SlaLaws.HoldFor(RapidResponse.Policy, LawRun.Default.WithCases(1).ReportingTo(new Told(told)));
        Assert.Equal(SlaLaws.All.Select(law => law.Name), told);

        using CancellationTokenSource cancelled = new();
        int cases = 0;
        Law<TrackedHistory> cancels = new("counts", _ =>
        {
            if (++cases == 3)
            {
                cancelled.Cancel();
            }

            return null;
        });
        Assert.Throws<OperationCanceledException>(() => SlaLaws.HoldFor(RapidResponse.Policy, [cancels], LawRun.Default.CancelledBy(cancelled.Token)));
        Assert.Equal(3, cases);
    }

    [Fact]
    public void Runs_and_laws_refuse_what_makes_no_sense()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LawRun.Default.WithCases(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => LawRun.Default.WithCases(LawRun.MaximumCases + 1));
        Assert.Throws<ArgumentException>(() => new Law<TrackedHistory>(" ", _ => null));
        Assert.Throws<ArgumentNullException>(() => SlaLaws.HoldFor(null!));
        Assert.Throws<ArgumentNullException>(() => PolicyLaws.NoFindings(null!));
        Assert.Equal("200 cases from seed 20260327", LawRun.Default.ToString());
    }

    [Fact]
    public void Findings_of_a_policy_are_a_broken_law_with_the_example_of_the_first()
    {
        SlaPolicy policy = new SlaPolicy("desk", 1, Instant.FromUtc(2026, 1, 4, 16, 0),
        [
            new Objective("reply", Signal.Received, Signal.Reply,
                    [new Target("all", RequestCondition.Any, DeadlineRule.IfOpen(DeadlineRule.OpenTime(Duration.FromHours(1)), DeadlineRule.NextTime(new LocalTime(9, 0)))).On(CalendarChoice.Named("service-hours"))])
                .WithAlarms(Alarm.BeforeDue(Duration.FromHours(2))),
        ]).With(World.ServiceHours);

        LawBrokenException broken = Assert.Throws<LawBrokenException>(() => PolicyLaws.NoFindings(policy, except: FindingCode.HolidaysNotKnown));

        Assert.Contains(FindingCode.NonMonotoneCutOff.ToString(), broken.Violation, StringComparison.Ordinal);                                    // R05
        Assert.Contains("---- as documents: aftersales explain policy.json history.json --as-of ", broken.Message, StringComparison.Ordinal);
        CompiledCSharp.Compile(broken.Counterexample!.ToCSharp());
        PolicyLaws.NoFindings(policy, [.. policy.Verify().Select(finding => finding.Code)]);
    }

    private static TrackedHistory Pasted(string program) => Case(CompiledCSharp.RunAll([program], "policy", "history", "asOf")[0]);

    private static TrackedHistory Case(object[] made) => new((SlaPolicy)made[0], (SlaHistory)made[1], (Instant)made[2]);

    private static string Between(string text, string before, string after)
    {
        int start = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }

    private sealed class Told(List<string> told) : IProgress<string>
    {
        public void Report(string value) => told.Add(value);
    }
}
