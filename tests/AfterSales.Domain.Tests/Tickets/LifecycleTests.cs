using AfterSales.Domain.Requests;
using AfterSales.Domain.Tickets;
using NodaTime;

namespace AfterSales.Domain.Tests.Tickets;

public class LifecycleTests
{
    private static readonly LifecycleState Start = LifecycleState.Of("start", StateCategory.WaitingToStart);
    private static readonly LifecycleState Work = LifecycleState.Of("work", StateCategory.Active);
    private static readonly LifecycleState Over = LifecycleState.Closed("over", TicketOutcome.Solved);
    private static readonly Trigger Go = Trigger.Named("go");
    private static readonly Lifecycle Small = new("small", [Start, Work, Over], [new("start", Go, "work"), new("work", Go, "over")]);

    [Fact]
    public void A_whole_table_has_no_findings() => Assert.Empty(Small.Verify());

    [Fact]
    public void A_state_to_which_nothing_leads_is_found()
    {
        LifecycleFinding finding = Small.With(LifecycleState.Closed("lost", TicketOutcome.Withdrawn)).Verify().Single();
        Assert.Equal((LifecycleFindingCode.Unreachable, "lost"), (finding.Code, finding.State));
        Assert.Equal("lost cannot be reached from the first state", $"{finding}");
        Assert.Equal("从初始状态无法到达lost", $"{finding:zh}");
    }

    [Fact]
    public void A_state_from_which_no_closed_one_can_be_reached_is_found()
    {
        Lifecycle trap = Small.With(LifecycleState.Of("trap", StateCategory.Active)).With(new Transition("work", Trigger.Named("fall"), "trap"));
        Assert.Equal(["from trap no closed state can be reached"], trap.Verify().Select(finding => finding.ToString()));
    }

    [Fact]
    public void A_waiting_state_without_a_way_out_is_found_even_when_it_can_remind_itself()
    {
        Lifecycle waiting = Small.With(LifecycleState.Waiting("hold", WaitReason.Customer))
            .With(new Transition("work", Trigger.AskCustomer, "hold")).With(new Transition("hold", Trigger.Remind, "hold"));
        Assert.Equal([LifecycleFindingCode.CannotClose, LifecycleFindingCode.WaitsForever], waiting.Verify().Select(finding => finding.Code));
    }

    [Fact]
    public void A_transition_out_of_a_closed_state_is_found_and_never_fires()
    {
        Lifecycle undead = Small.With(new Transition("over", Go, "work"));
        Assert.Equal(["over is closed, yet over –go→ work leaves it"], undead.Verify().Select(finding => finding.ToString()));

        Ticket closed = Enumerable.Range(0, 2).Aggregate(Open(undead), (ticket, i) => Accept(ticket, TicketAction.Of(Go), $"a{i}"));
        RefusedTransition refused = Assert.IsType<RefusedTransition>(closed.Apply(TicketAction.Of(Go), At, TicketWorld.Agent, new ActionId("b")));
        Assert.Equal(RefusalCode.Closed, refused.Reason.Code);
        Assert.Empty(refused.Permitted);
    }

    [Fact]
    public void Two_transitions_that_can_fire_at_once_are_found_unless_roles_or_guards_keep_them_apart()
    {
        Transition first = new("work", Trigger.Finish, "over");
        Transition second = new("work", Trigger.Finish, "start");
        Guard small = Guard.Named("small", GuardScope.Details, context => context.Action.Amount < 10);

        Assert.Equal([LifecycleFindingCode.Ambiguous], Codes(first, second));
        Assert.Equal([LifecycleFindingCode.Ambiguous], Codes(first.By(Role.Agent), second));
        Assert.Equal([LifecycleFindingCode.Ambiguous], Codes(first.When(small), second.When(Guards.InWarranty)));
        Assert.Empty(Codes(first.By(Role.Agent), second.By(Role.Customer)));
        Assert.Empty(Codes(first.When(small), second.When(small.Opposite("large"))));

        static IEnumerable<LifecycleFindingCode> Codes(params Transition[] rows) =>
            rows.Aggregate(Small, (table, row) => table.With(row)).Verify().Select(finding => finding.Code);
    }

    [Fact]
    public void Findings_read_in_both_languages_and_in_no_other()
    {
        Lifecycle bad = new("bad", [Start, LifecycleState.Waiting("hold", WaitReason.Parts), Over],
            [new("start", Go, "hold"), new("start", Go, "hold"), new("over", Go, "start")]);
        IReadOnlyList<LifecycleFinding> findings = bad.Verify();

        Assert.Equal(Enum.GetValues<LifecycleFindingCode>(), findings.Select(finding => finding.Code).Distinct());
        Assert.All(findings, finding => Assert.NotEqual($"{finding:en}", $"{finding:zh}"));
        Assert.All(findings, finding => Assert.Throws<FormatException>(() => $"{finding:fr}"));
    }

    [Fact]
    public void A_table_that_names_what_is_not_there_is_refused()
    {
        Assert.Contains("nowhere", Assert.Throws<ArgumentException>(() => Small.With(new Transition("work", Go, "nowhere"))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Small.With(new Transition("nowhere", Go, "work")));
        Assert.Throws<ArgumentException>(() => Small.With(Start));
        Assert.Throws<ArgumentException>(() => Small.Without("start", Trigger.Finish));
        Assert.Throws<ArgumentException>(() => new Lifecycle("none", [], []));
        Assert.Throws<ArgumentException>(() => new Lifecycle("dead", [Over], []));
        Assert.Throws<ArgumentException>(() => new Lifecycle("No Name", [Start], []));
        Assert.Throws<ArgumentNullException>(() => new Lifecycle("null", [Start, null!], []));
        Assert.Throws<ArgumentException>(() => new Lifecycle("many", Enumerable.Range(0, 257).Select(i => LifecycleState.Of($"s{i}", StateCategory.Active)), []));
    }

    [Fact]
    public void Parts_of_a_table_refuse_what_they_cannot_be()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LifecycleState.Of("x", StateCategory.Closed));
        Assert.Throws<ArgumentOutOfRangeException>(() => LifecycleState.Of("x", StateCategory.WaitingForCustomer));
        Assert.Throws<ArgumentOutOfRangeException>(() => LifecycleState.Closed("x", TicketOutcome.Open));
        Assert.Throws<InvalidOperationException>(() => LifecycleState.Waiting("x", default));
        Assert.Throws<ArgumentException>(() => new Transition("a", default, "b"));
        Assert.Throws<ArgumentException>(() => new Transition("a", Trigger.Open, "b"));
        Assert.Throws<InvalidOperationException>(() => new Transition("a", Go, "b").By(default(Role)));
        Assert.Throws<InvalidOperationException>(() => new Transition("a", Go, "b").Needing(default(ActionDetail)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Transition("a", Go, "b").Doing((TransitionEffect)99));
        Assert.Throws<ArgumentOutOfRangeException>(() => Guard.Named("g", (GuardScope)7, _ => true));
        Assert.Throws<ArgumentException>(() => Guard.Named("g", GuardScope.Ticket, _ => true).Saying(" ", "x"));
        Assert.Throws<ArgumentOutOfRangeException>(() => LifecycleTerms.Standard.ReopenableFor(-Duration.Epsilon));
        Assert.Throws<ArgumentOutOfRangeException>(() => LifecycleTerms.Standard.GivingUpAfter(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LifecycleTerms.Standard.AppealedUpTo(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => LifecycleTerms.Standard.ApprovingRemediesAbove(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LifecycleTerms.Standard.ApprovingRemediesFrom(Severity.Unknown));
        Assert.Throws<ArgumentOutOfRangeException>(() => LifecycleTerms.Standard.ApprovingRemediesFrom((Severity)9));
    }

    [Fact]
    public void Every_kind_of_request_has_its_lifecycle()
    {
        Assert.Equal(
            ["inquiry", "inquiry", "repair", "return", "return", "complaint", "service-visit", "service-visit"],
            Enum.GetValues<RequestKind>().Select(kind => Lifecycles.For(kind).Name));
        Assert.Throws<ArgumentOutOfRangeException>(() => Lifecycles.For((RequestKind)99));
        Assert.Null(Lifecycles.Find("Repair"));
    }

    [Fact]
    public void A_host_extends_a_built_in_lifecycle_and_keeps_everything_else()
    {
        Lifecycle ours = Lifecycles.Inquiry.Named("our-inquiry")
            .With(LifecycleState.Waiting("at-the-lawyers", WaitReason.ThirdParty))
            .With(new Transition("open", Trigger.Named("ask-lawyers"), "at-the-lawyers").By(Role.Supervisor).Needing(ActionDetail.Named("file-number")))
            .With(new Transition("at-the-lawyers", Trigger.Reply, "open").By(Role.Agent))
            .Without("new", Trigger.SelfServe)
            .With(LifecycleTerms.Standard.ReopenableFor(Duration.FromDays(14)));

        Assert.Equal(["self-served cannot be reached from the first state"], ours.Verify().Select(finding => finding.ToString()));
        Assert.Equal(Lifecycles.Inquiry.Transitions.Count + 1, ours.Transitions.Count);
        Assert.NotEqual(Lifecycles.Inquiry, ours);

        Ticket open = Accept(Open(ours), TicketAction.Of(Trigger.Accept), "a1");
        TicketAction ask = TicketAction.Of(Trigger.Named("ask-lawyers"));
        RefusedTransition refused = Assert.IsType<RefusedTransition>(open.Apply(ask, At, TicketWorld.Supervisor, new ActionId("a2")));
        Assert.Equal([ActionDetail.Named("file-number")], refused.Missing);
        AcceptedTransition asked = Assert.IsType<AcceptedTransition>(open.Apply(ask.With("file-number", "F-9"), At, TicketWorld.Supervisor, new ActionId("a2")));
        Assert.Equal(WaitReason.ThirdParty, asked.Ticket.Hold!.Value.Reason);
        Assert.Equal("F-9", asked.Event.Action.Text("file-number"));
    }

    [Fact]
    public void Equal_tables_are_equal_and_any_change_makes_them_different()
    {
        Assert.Equal(Small, new Lifecycle("small", [Start, Work, Over], [new("start", Go, "work"), new("work", Go, "over")]));
        Lifecycle[] different =
        [
            Small.Named("other"), Small.With(LifecycleTerms.Standard.GivingUpAfter(9)), Small.With(new Transition("work", Trigger.Finish, "over")),
            Small.Without("work", Go), Small.With(LifecycleState.Of("more", StateCategory.Active)),
            Small.Without("work", Go).With(new Transition("work", Go, "over").By(Role.Agent)),
            Small.Without("work", Go).With(new Transition("work", Go, "over").When(Guards.InWarranty)),
            Small.Without("work", Go).With(new Transition("work", Go, "over").Needing(ActionDetail.Reason)),
            Small.Without("work", Go).With(new Transition("work", Go, "over").Doing(TransitionEffect.Unassign)),
        ];
        Assert.Equal(different.Length, different.Append(Small).Distinct().Count() - 1);
    }

    [Fact]
    public void A_small_table_is_drawn_and_written_as_expected()
    {
        Assert.Equal(
            """
            stateDiagram-v2
                state "start" as s_start
                state "work" as s_work
                state "over" as s_over
                [*] --> s_start
                s_start --> s_work : go
                s_work --> s_over : go
                s_over --> [*]

            """.ReplaceLineEndings("\n"),
            Small.ToMermaid());
        Assert.Equal(
            """
            small: begins in start

            start  [WaitingToStart]
              go -> work
              refused: nothing

            work  [Active]
              go -> over
              refused: nothing

            over  [closed, Solved]
              refused: everything

            """.ReplaceLineEndings("\n"),
            Small.ToTable());
    }

    private static Instant At => TicketWorld.At("Fri 2026-03-27 09:00");

    private static Ticket Open(Lifecycle lifecycle) => Ticket.Open(new TicketId("T-1"), TicketWorld.LeakingPump, lifecycle, At, TicketWorld.Agent);

    private static Ticket Accept(Ticket ticket, TicketAction action, string id) =>
        Assert.IsType<AcceptedTransition>(ticket.Apply(action, At, TicketWorld.Agent, new ActionId(id))).Ticket;

    [Fact]
    public void Findings_about_two_rows_name_both_in_either_language()
    {
        Transition first = new Transition("start", Go, "work").By(Role.Agent, Role.Technician);
        Transition second = new Transition("start", Go, "over").By(Role.Technician);
        LifecycleFinding finding = Assert.Single(new Lifecycle("two", [Start, Work, Over], [first, second, new("work", Go, "over")]).Verify());

        Assert.Equal("in start, start –go→ work (agent, technician) and start –go→ over (technician) can fire at once", $"{finding}");
        Assert.Equal("在start中，start –go→ work (agent, technician)与start –go→ over (technician)可能同时触发", $"{finding:zh}");
        Assert.Equal([first, second], finding.Transitions);
        Assert.Equal(finding, Assert.Single(new Lifecycle("again", [Start, Work, Over], [first, second, new("work", Go, "over")]).Verify()));
        Assert.NotEqual(finding, Assert.Single(new Lifecycle("three", [Start, Work, Over], [first, second.By(Role.Manager), new("work", Go, "over")]).Verify()));
    }

    [Fact]
    public void A_row_that_is_added_stands_after_the_others_and_without_roles_reads_without_brackets()
    {
        Transition row = new("start", Trigger.Named("skip"), "over");

        Assert.Equal(row, Small.With(row).Transitions[^1]);
        Assert.Equal("start –skip→ over", row.ToString());
        Assert.Throws<ArgumentNullException>(() => row.When(Guards.InWarranty, null!));
        Assert.Equal("(no detail)", default(ActionDetail).ToString());
    }
}
