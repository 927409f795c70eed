using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Statistics;
using NodaTime;

namespace AfterSales.Domain.Tests.Docs;

/// <summary>The code of docs/verification.md.</summary>
public class VerificationGuide
{
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    private static readonly BusinessCalendar ServiceHours = BusinessCalendar
        .Weekly("service-hours", Shanghai, WeeklyHours.Parse("Mo-Fr 09:00-12:00,13:30-18:00"));

    private static SlaPolicy PolicyWith(DeadlineRule reply) => new SlaPolicy("rapid-response", version: 1, Instant.FromUtc(2026, 1, 4, 16, 0),
        [
            new Objective("reply", Signal.Received, Signal.Reply,
                [new Target("mail and chat", RequestCondition.Any, reply).On(CalendarChoice.Named("service-hours"))]),
        ]).With([ServiceHours]);

    [Fact]
    public void Findings()
    {
        SlaPolicy policy = PolicyWith(DeadlineRule.IfOpen(
            DeadlineRule.OpenTime(Duration.FromHours(1)),
            otherwise: DeadlineRule.NextTime(new LocalTime(9, 0))));
        List<string> lines = [];

        foreach (Finding finding in policy.Verify())
        {
            lines.Add($"{finding.Level} {finding.Code}: {finding}");
        }

        Assert.Equal(
            [
                "Warning NonMonotoneCutOff: reply / mail and chat: received Mon 17:50 is due Tue 09:50, received Mon 18:10 is due Tue 09:00",
                "Warning NoOpenTimeBeforeDue: reply / mail and chat: received Mon 00:00 is due Mon 09:00, with no open time in between",
            ],
            lines);

        FindingExample example = policy.Verify()[0].Examples[0];
        SlaReport report = policy.Track(example.History, example.Start);
        DueResult due = report["reply"].Current!.Due!.Value;        // the very instant that the finding names: Tue 09:50

        Assert.Equal(example.Due, due.At);

        SlaPolicy wanted = policy
            .Accepting(FindingCode.NonMonotoneCutOff, "reply / mail and chat", "the regulation says so")
            .Accepting(FindingCode.NoOpenTimeBeforeDue, "reply", "the night shift answers");
        bool isClean = wanted.Verify().All(one => one.IsAccepted);

        Assert.True(isClean);

        VerificationScope scope = VerificationScope.Everything.Emitting(Signal.Received, Signal.Resolved);
        string never = $"{policy.Verify(scope).Single(one => one.Code == FindingCode.NeverStops)}";   // reply: can start but never stops: the host emits no reply

        Assert.Equal("reply: can start but never stops: the host emits no reply", never);
    }

    [Fact]
    public void Replay()
    {
        SlaPolicy policy = PolicyWith(DeadlineRule.OpenTime(Duration.FromHours(1)));
        SlaPolicy stricter = PolicyWith(DeadlineRule.OpenTime(Duration.FromMinutes(30)));
        Instant monday = Instant.FromUtc(2026, 3, 30, 2, 0);
        SlaHistory[] histories = [.. Enumerable.Range(0, 100).Select(i => Mail(i, monday + Duration.FromDays(i % 5), Duration.FromMinutes(i)))];

        ReplayPlan plan = ReplayPlan.AsOf(Instant.FromUtc(2026, 4, 6, 0, 0)).In(Shanghai).By(RequestDimension.Channel).Keeping(3);
        ReplayTally tally = policy.Replay(histories, plan);

        Share attained = tally.ByObjective[0].Attainment;               // 61.0 % (95 % Wilson 51.2–70.0, n = 100)
        AttainmentSlice week = tally.ByWeek[0];                         // 2026-W14
        MissedCycle worst = tally.WorstMisses[0];                       // 39 minutes late, with its history
        Duration late = worst.LateBy;

        Assert.Equal((61, 100), (attained.Successes, attained.Count));
        Assert.Equal("2026-W14", week.Key);
        Assert.Equal(Duration.FromMinutes(39), late);

        ComparisonTally comparison = policy.CompareWith(stricter, histories, plan);
        ComparisonRow row = comparison.ByObjective[0];
        long newlyMissed = row.NewlyMissed;                             // 30: answered after half an hour, within one
        string difference = $"{row.Difference}";                        // with its interval, and whether it is significant

        Assert.Equal(30, newlyMissed);
        Assert.Contains("30.0", difference, StringComparison.Ordinal);
        Assert.True(row.Difference.IsSignificant);

        ReplayTally first = policy.Replay(histories.Take(40), plan);
        ReplayTally rest = policy.Replay(histories.Skip(40), plan);     // on another thread, from another file
        first.Merge(rest);                                              // equals the replay of all

        ReplaySnapshot saved = first.ToSnapshot();                      // rows of counts, the histories of the worst misses, how late they were
        ReplayTally again = ReplayTally.From(policy, plan, saved);      // the same figures, ready for more tickets

        Assert.Equal(tally.ToString(), first.ToString());
        Assert.Equal(tally.ToString(), again.ToString());
    }

    private static SlaHistory Mail(int number, Instant received, Duration answeredAfter) => new(
        [
            SlaEvent.Opened(new EventId($"T-{number}"), received, new ServiceRequest(RequestKind.Inquiry).WithChannel(Channel.Email)),
            SlaEvent.Signalled(new EventId($"{number}-received"), received, Signal.Received),
            SlaEvent.Signalled(new EventId($"{number}-reply"), received + answeredAfter, Signal.Reply),
        ]);
}
