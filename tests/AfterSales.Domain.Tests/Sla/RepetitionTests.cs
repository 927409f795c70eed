using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla;

public class RepetitionTests
{
    private static readonly DeadlineRule Hour = DeadlineRule.Elapsed(Duration.FromHours(1));

    private static readonly Objective NextReply = new Objective(
            "next-reply", [Signal.Received, Signal.CustomerMessage], [Signal.Reply], [new Target("one hour", RequestCondition.Any, Hour)])
        .FromSecondCycle().EndedOn(Signal.Resolved);

    private static readonly Objective Progress = new Objective(
            "progress", [Signal.TaskReceived, Signal.ProgressTold], [Signal.ProgressTold], [new Target("hourly", RequestCondition.Any, Hour)])
        .Repeating().EndedOn(Signal.Resolved);

    [Fact]
    public void A_conversation_of_ten_messages_keeps_every_cycle_of_the_next_reply()
    {
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Mail)
            .Signal("Tue 2026-03-31 10:00", Signal.Received).Signal("Tue 2026-03-31 10:20", Signal.Reply) // the first response is another objective's
            .Signal("Tue 2026-03-31 10:30", Signal.CustomerMessage).Signal("Tue 2026-03-31 10:40", Signal.CustomerMessage).Signal("Tue 2026-03-31 11:10", Signal.Reply)
            .Signal("Tue 2026-03-31 11:15", Signal.Reply) // an answer to nothing
            .Signal("Tue 2026-03-31 12:00", Signal.CustomerMessage).Signal("Tue 2026-03-31 12:05", Signal.AutomaticReply).Signal("Tue 2026-03-31 13:30", Signal.Reply)
            .Signal("Tue 2026-03-31 14:00", Signal.CustomerMessage).History;

        IReadOnlyList<SlaCycle> cycles = Cycles(NextReply, history, "Tue 2026-03-31 14:30");

        Assert.Equal(["e4", "e8", "e11"], cycles.Select(cycle => cycle.StartedBy.Value)); // keyed to the oldest message that is unanswered
        Assert.Equal(Duration.FromMinutes(20), Assert.IsType<MetState>(cycles[0].State).Margin);
        Assert.Equal(Duration.FromMinutes(30), Assert.IsType<BreachedState>(cycles[1].State).LateBy);
        Assert.Equal(Duration.FromMinutes(30), Assert.IsType<RunningState>(cycles[2].State).Left);
    }

    [Fact]
    public void A_next_reply_clock_does_not_run_after_resolution()
    {
        Story story = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Mail)
            .Signal("Tue 2026-03-31 10:00", Signal.Received).Signal("Tue 2026-03-31 10:20", Signal.Reply)
            .Signal("Tue 2026-03-31 10:30", Signal.CustomerMessage).Signal("Tue 2026-03-31 10:40", Signal.Resolved)
            .Signal("Tue 2026-03-31 10:50", Signal.CustomerMessage); // "thank you"

        SlaCycle cycle = Assert.Single(Cycles(NextReply, story.History, "Tue 2026-03-31 18:00"));
        Assert.Equal(EndReason.EndSignal, Assert.IsType<EndedState>(cycle.State).Why);

        story.Signal("Wed 2026-04-01 09:00", Signal.Reopened).Signal("Wed 2026-04-01 09:00", Signal.CustomerMessage);
        Assert.Equal(2, Cycles(NextReply, story.History, "Wed 2026-04-01 09:10").Count);
    }

    [Fact]
    [Shows("R13")]
    public void R13_the_customer_is_told_of_progress_regularly_until_it_is_solved()
    {
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Call)
            .Signal("Tue 2026-03-31 10:00", Signal.TaskReceived).Signal("Tue 2026-03-31 10:50", Signal.ProgressTold)
            .Signal("Tue 2026-03-31 13:55", Signal.ProgressTold).Signal("Tue 2026-03-31 14:10", Signal.Resolved).History;

        IReadOnlyList<SlaCycle> cycles = Cycles(Progress, history, "Wed 2026-04-01 09:00");

        Assert.Equal(3, cycles.Count);
        Assert.IsType<MetState>(cycles[0].State);
        Assert.IsType<BreachedState>(cycles[1].State);
        Assert.Equal(3, cycles[1].PeriodsMissed); // 11:50, 12:50 and 13:50
        Assert.Equal(0, cycles[0].PeriodsMissed);
        Assert.IsType<EndedState>(cycles[2].State);
    }

    [Fact]
    [Shows("R16")]
    public void R16_each_team_has_a_clock_of_its_own_by_handing_over()
    {
        Objective ola = new Objective("team", [Signal.Received, Signal.HandedOver], [Signal.HandedOver, Signal.Resolved], [new Target("one hour", RequestCondition.Any, Hour)])
            .For(Party.Internal).Repeating();
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Mail).Signal("Tue 2026-03-31 10:00", Signal.Received)
            .Signal("Tue 2026-03-31 10:30", Signal.HandedOver).Signal("Tue 2026-03-31 12:00", Signal.HandedOver).Signal("Tue 2026-03-31 12:45", Signal.Resolved).History;

        Assert.Equal([typeof(MetState), typeof(BreachedState), typeof(MetState)], Cycles(ola, history, "Tue 2026-03-31 18:00").Select(cycle => cycle.State.GetType()));
    }

    [Fact]
    [Shows("R21")]
    public void R21_reopening_with_a_new_cycle_gives_the_full_allowance()
    {
        SlaHistory history = Resolved().Signal("Tue 2026-03-31 12:00", Signal.Reopened).History;

        IReadOnlyList<SlaCycle> cycles = Cycles(Resolution(ReopenMode.NewCycle), history, "Tue 2026-03-31 12:10");

        Assert.Equal([typeof(MetState), typeof(RunningState)], cycles.Select(cycle => cycle.State.GetType()));
        Assert.Equal("Tue 2026-03-31 13:00:00", World.Text(cycles[1].Due!.Value.At, World.Shanghai));
    }

    [Fact]
    public void Resuming_counts_on_and_the_resolved_time_pauses_it()
    {
        SlaHistory history = Resolved().Signal("Tue 2026-03-31 12:00", Signal.Reopened).History;

        SlaCycle cycle = Assert.Single(Cycles(Resolution(ReopenMode.Resume), history, "Tue 2026-03-31 12:10"));

        Assert.Equal("Tue 2026-03-31 12:30:00", World.Text(cycle.Due!.Value.At, World.Shanghai));
        Assert.Equal("Tue 2026-03-31 10:30:00", World.Text(cycle.FirstStop!.Value, World.Shanghai));
        Assert.IsType<RunningState>(cycle.State);
    }

    [Fact]
    public void Resuming_does_not_revive_a_breached_cycle()
    {
        SlaHistory history = Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Mail).Signal("Tue 2026-03-31 10:00", Signal.Received)
            .Signal("Tue 2026-03-31 11:30", Signal.Resolved).Signal("Tue 2026-03-31 12:00", Signal.Reopened).History;

        Assert.Equal(Duration.FromMinutes(30), Assert.IsType<BreachedState>(Assert.Single(Cycles(Resolution(ReopenMode.Resume), history, "Tue 2026-03-31 13:00")).State).LateBy);
    }

    [Fact]
    public void Ignoring_leaves_the_met_cycle_as_it_is() =>
        Assert.IsType<MetState>(Assert.Single(Cycles(Resolution(ReopenMode.Ignore), Resolved().Signal("Tue 2026-03-31 12:00", Signal.Reopened).History, "Tue 2026-03-31 18:00")).State);

    [Fact]
    public void A_reopening_that_also_starts_and_stops_starts_one_cycle()
    {
        Objective objective = Restarting([Signal.Received, Signal.Reopened], [Signal.Resolved, Signal.Reopened]).Repeating().OnReopen(ReopenMode.NewCycle);
        SlaHistory history = Resolved().Signal("Tue 2026-03-31 12:00", Signal.Reopened).Signal("Tue 2026-03-31 12:20", Signal.Resolved).History;

        IReadOnlyList<SlaCycle> cycles = Cycles(objective, history, "Tue 2026-03-31 18:00");

        Assert.Equal(["e2", "e4"], cycles.Select(cycle => cycle.StartedBy.Value));
        Assert.Equal(Duration.FromMinutes(40), Assert.IsType<MetState>(cycles[1].State).Margin);
    }

    [Fact]
    public void A_cycle_that_a_reopening_stops_is_not_reopened_by_it()
    {
        Objective objective = Restarting([Signal.Received], [Signal.Reopened]).OnReopen(ReopenMode.NewCycle);
        SlaHistory history = Resolved().Signal("Tue 2026-03-31 10:45", Signal.Reopened).History;

        Assert.Equal(Duration.FromMinutes(15), Assert.IsType<MetState>(Assert.Single(Cycles(objective, history, "Tue 2026-03-31 18:00")).State).Margin);
    }

    [Fact]
    public void A_reopening_that_also_stops_lets_a_finished_cycle_resume()
    {
        Objective objective = Restarting([Signal.Received], [Signal.Resolved, Signal.Reopened]).OnReopen(ReopenMode.Resume);
        SlaHistory history = Resolved().Signal("Tue 2026-03-31 12:00", Signal.Reopened).History;

        Assert.Equal(Duration.FromMinutes(20), Assert.IsType<RunningState>(Assert.Single(Cycles(objective, history, "Tue 2026-03-31 12:10")).State).Left);
    }

    [Theory]
    [InlineData(ReopenMode.NewCycle)]
    [InlineData(ReopenMode.Resume)]
    [InlineData(ReopenMode.Ignore)]
    public void A_clock_that_ends_on_a_reopening_is_not_started_by_it_nor_after_it(ReopenMode mode)
    {
        Objective objective = Restarting([Signal.Received, Signal.Reopened, Signal.CustomerMessage], [Signal.Resolved]).Repeating().EndedOn(Signal.Reopened).OnReopen(mode);
        SlaHistory history = Resolved().Signal("Tue 2026-03-31 12:00", Signal.Reopened).Signal("Tue 2026-03-31 12:20", Signal.CustomerMessage).History;

        Assert.IsType<MetState>(Assert.Single(Cycles(objective, history, "Tue 2026-03-31 18:00")).State);
    }

    private static Objective Restarting(Signal[] starts, Signal[] stops) => new("clock", starts, stops, [new Target("one hour", RequestCondition.Any, Hour)]);

    private static Story Resolved() =>
        Story.InShanghai().Opened("Tue 2026-03-31 10:00", RapidResponse.Mail).Signal("Tue 2026-03-31 10:00", Signal.Received).Signal("Tue 2026-03-31 10:30", Signal.Resolved);

    private static Objective Resolution(ReopenMode mode) =>
        new Objective("resolution", Signal.Received, Signal.Resolved, [new Target("one hour", RequestCondition.Any, Hour)]).OnReopen(mode);

    private static IReadOnlyList<SlaCycle> Cycles(Objective objective, SlaHistory history, string asOf) =>
        new SlaPolicy("one", 1, Instant.FromUtc(2026, 1, 1, 0, 0), [objective]).Track(history, World.At(asOf, World.Shanghai))[objective.Name].Cycles;
}
