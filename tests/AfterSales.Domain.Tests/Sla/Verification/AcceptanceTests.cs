using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using NodaTime;
using static AfterSales.Domain.Tests.Sla.Verification.Verified;

namespace AfterSales.Domain.Tests.Sla.Verification;

/// <summary>Which findings a policy may accept, where, and when an acceptance is in vain.</summary>
public class AcceptanceTests
{
    private static readonly Target All = For("all", RequestCondition.Any, OpenHours(4));
    private static readonly SlaPolicy Faulty = Policy(Reply(For("all", RequestCondition.Any, DeadlineRule.WorkingDay(1, new LocalTime(9, 0)))));

    [Theory]
    [InlineData("reply", true)]
    [InlineData("reply / all", true)]
    [InlineData("reply / none", false)]
    [InlineData("Reply", false)]
    [InlineData("all", false)]
    public void An_acceptance_is_for_an_objective_with_all_its_targets_or_for_one_of_them(string where, bool isAccepted)
    {
        SlaPolicy policy = Faulty.Accepting(FindingCode.NoOpenTimeBeforeDue, where, "doors open at nine");

        Assert.Equal(isAccepted, Only(policy, FindingCode.NoOpenTimeBeforeDue).IsAccepted);
        Assert.Equal(isAccepted ? [] : [where], Of(policy, FindingCode.AcceptedButNotFound).Select(one => one.Place.ToString()));
    }

    [Fact]
    public void An_acceptance_of_another_fault_accepts_nothing() =>
        Assert.False(Only(Faulty.Accepting(FindingCode.NonMonotoneCutOff, "reply", "why"), FindingCode.NoOpenTimeBeforeDue).IsAccepted);

    [Fact]
    public void What_was_not_looked_at_was_not_accepted_in_vain()
    {
        SlaPolicy policy = Policy(Reply(All)).Accepting(FindingCode.NeverStops, "reply", "the host writes it later");

        Clean(policy);
        Assert.Equal(FindingCode.AcceptedButNotFound, Assert.Single(policy.Verify(VerificationScope.Everything.Emitting(Signal.Received, Signal.Reply))).Code);
        Assert.True(Assert.Single(policy.Verify(VerificationScope.Everything.Emitting(Signal.Received))).IsAccepted);
        Clean(Policy(Reply(All)).Accepting(FindingCode.EffectiveHole, "reply", "last year it was measured by hand"));
    }

    [Fact]
    public void A_version_accepts_its_own_hole()
    {
        Objective other = new("other", Signal.Received, Signal.Resolved, [All]);
        SlaPolicy Version(int number, params Objective[] objectives) => new SlaPolicy("small", number, Start + Duration.FromDays(number), objectives).With(Office);
        SlaPolicy hole = Version(2, other).Accepting(FindingCode.EffectiveHole, "reply", "nobody wrote");

        Finding finding = Assert.Single(new PolicyHistory([Version(1, Reply(All), other), hole, Version(3, Reply(All), other)]).Verify());

        Assert.Equal("nobody wrote", finding.AcceptedBy?.Reason);
        Assert.Equal(FindingLevel.Warning, finding.Level);
    }

    [Fact]
    public void Every_fault_that_a_policy_can_have_can_be_accepted_and_no_other()
    {
        Assert.Equal(FindingCode.RequestSpaceTooLarge, Assert.Single(Faulty.Accepting(FindingCode.RequestSpaceTooLarge, "reply", "why").Accepted).Code);
        Assert.Equal(FindingCode.EffectiveHole, Assert.Single(Faulty.Accepting(FindingCode.EffectiveHole, "reply", "why").Accepted).Code);
        Assert.Throws<ArgumentOutOfRangeException>("code", () => Faulty.Accepting(FindingCode.AcceptedButNotFound, "reply", "why"));
        Assert.Throws<ArgumentOutOfRangeException>("code", () => Faulty.Accepting(FindingCode.RequestSpaceTooLarge - 1, "reply", "why"));
        Assert.Throws<ArgumentNullException>("where", () => Faulty.Accepting(FindingCode.NeverStops, null!, "why"));
        Assert.Throws<ArgumentException>("where", () => Faulty.Accepting(FindingCode.NeverStops, " ", "why"));
        Assert.Throws<ArgumentException>("reason", () => Faulty.Accepting(FindingCode.NeverStops, "reply", ""));
    }

    [Fact]
    public void Acceptances_are_equal_when_every_part_is()
    {
        AcceptedFinding Accepted(FindingCode code, string where, string reason) => Assert.Single(Faulty.Accepting(code, where, reason).Accepted);
        AcceptedFinding one = Accepted(FindingCode.NeverStops, "reply", "why");
        AcceptedFinding[] others = [Accepted(FindingCode.UnknownCalendar, "reply", "why"), Accepted(FindingCode.NeverStops, "reply / all", "why"), Accepted(FindingCode.NeverStops, "reply", "because")];

        Assert.True(one.Equals((object)Accepted(FindingCode.NeverStops, "reply", "why")));
        Assert.Equal(one.GetHashCode(), Accepted(FindingCode.NeverStops, "reply", "why").GetHashCode());
        Assert.All(others, other => Assert.False(one.Equals(other)));
        Assert.All(others, other => Assert.NotEqual(one.GetHashCode(), other.GetHashCode()));
        Assert.False(one.Equals(null));
        Assert.False(one.Equals((object)"reply"));
        Assert.Equal("reply: NeverStops is accepted: why", one.ToString());
    }

    [Fact]
    public void Places_are_equal_when_objective_target_and_calendar_are()
    {
        FindingPlace At(SlaPolicy policy, FindingCode code) => Only(policy, code).Place;
        FindingPlace target = At(Faulty, FindingCode.NoOpenTimeBeforeDue);
        FindingPlace objective = At(Policy(Reply(For("urgent", Urgent, OpenHours(1)))), FindingCode.RequestNotCovered);
        FindingPlace other = At(Policy(Reply(For("other", RequestCondition.Any, DeadlineRule.WorkingDay(1, new LocalTime(9, 0))))), FindingCode.NoOpenTimeBeforeDue);
        FindingPlace calendar = At(new SlaPolicy("small", 1, Start, [Reply(All)]).With(BusinessCalendar.Weekly("office", World.Shanghai, WeeklyHours.Closed)), FindingCode.CalendarNeverOpen);
        FindingPlace same = At(Faulty, FindingCode.NoOpenTimeBeforeDue);

        Assert.Equal(("reply", "all", null), (target.Objective, target.Target, target.Calendar));
        Assert.Equal((null, null, "office"), (calendar.Objective, calendar.Target, calendar.Calendar));
        Assert.Equal(["reply / all", "reply", "office"], new[] { target, objective, calendar }.Select(one => one.ToString()));
        Assert.True(target.Equals((object)same));
        Assert.Equal(target.GetHashCode(), same.GetHashCode());
        Assert.All(new[] { objective, other, calendar }, one => Assert.False(target.Equals(one)));
        Assert.All(new[] { objective, other, calendar }, one => Assert.NotEqual(target.GetHashCode(), one.GetHashCode()));
        Assert.False(target.Equals(null));
        Assert.False(target.Equals((object)"reply / all"));
    }

    [Fact]
    public void A_case_reads_as_a_sentence()
    {
        FindingExample due = Assert.Single(Only(Faulty, FindingCode.NoOpenTimeBeforeDue).Examples);
        FindingExample waits = Assert.Single(Only(Policy(Reply(All).PausedBy(Pause.On(WaitReason.Parts))), FindingCode.PausedForOwnReason).Examples);
        FindingExample changed = Assert.Single(Only(Policy(Reply(new Target("urgent", Urgent, Hours(2)), new Target("else", RequestCondition.Any, Hours(24)))), FindingCode.BreachOnReclassify).Examples);

        Assert.Equal($"({due.Request}) from 2026-06-01T10:00:00Z, due 2026-06-02T01:00:00Z", due.ToString());
        Assert.Equal($"({waits.Request}) from 2026-05-31T16:00:00Z, waiting for parts", waits.ToString());
        Assert.Equal($"({changed.Request}) from 2026-05-31T16:00:00Z, due 2026-06-01T16:00:00Z, at 2026-05-31T18:10:00Z ({changed.ChangedTo})", changed.ToString());
    }
}
