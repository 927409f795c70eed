using AfterSales.Domain.Tests.Kit;
using AfterSales.Domain.Tickets;

namespace AfterSales.Domain.Tests.Tickets;

/// <summary>
/// One approved table a built-in lifecycle, under Tickets/Approved: state × trigger → state or refusal. Reviewers read it;
/// <c>AFTERSALES_ACCEPT=1 dotnet test --filter LifecycleTable</c> writes the files anew.
/// </summary>
public class LifecycleTableTests
{
    public static TheoryData<string> Names => [.. Lifecycles.All.Select(lifecycle => lifecycle.Name)];

    [Theory]
    [Shows("R16", "R18", "R19", "R20", "R21", "R36")]
    [MemberData(nameof(Names))]
    public void The_table_is_the_approved_one(string name)
    {
        string path = Repository.PathOf("tests", "AfterSales.Domain.Tests", "Tickets", "Approved", $"{name}.txt");
        string actual = Lifecycles.Find(name)!.ToTable();
        if (string.Equals(Environment.GetEnvironmentVariable("AFTERSALES_ACCEPT"), "1", StringComparison.Ordinal))
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "", actual);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_built_in_tables_are_free_of_findings(string name) => Assert.Empty(Lifecycles.Find(name)!.Verify());

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_state_and_trigger_of_a_built_in_table_has_a_chinese_name(string name)
    {
        Lifecycle lifecycle = Lifecycles.Find(name)!;
        Assert.All(lifecycle.Triggers, trigger => Assert.NotEqual(trigger.Name, TicketWordsIn(lifecycle, trigger)));
    }

    [Fact]
    public void Every_guard_of_the_built_in_tables_is_in_the_list_of_guards_under_a_name_of_its_own()
    {
        Assert.Equal(Guards.All.Count, Guards.All.Distinct().Count());
        Assert.All(Lifecycles.All.SelectMany(lifecycle => lifecycle.Transitions).SelectMany(row => row.Guards), guard => Assert.Contains(guard, Guards.All));
    }

    private static string TicketWordsIn(Lifecycle lifecycle, Trigger trigger) =>
        new WordsOf(lifecycle).InChinese(trigger);

    /// <summary>Reads the Chinese word of a trigger out of what a ticket permits.</summary>
    private sealed class WordsOf(Lifecycle lifecycle)
    {
        public string InChinese(Trigger trigger)
        {
            Lifecycle only = new("only", [LifecycleState.Of("start", StateCategory.Active), lifecycle.States.First(state => state.IsClosed)],
                [new Transition("start", trigger, lifecycle.States.First(state => state.IsClosed).Name)]);
            Ticket ticket = Ticket.Open(new TicketId("T-1"), TicketWorld.LeakingPump, only, TicketWorld.At("Fri 2026-03-27 09:00"), TicketWorld.Agent);
            return $"{ticket.Permitted(ticket.OpenedAt).Single():zh}";
        }
    }
}
