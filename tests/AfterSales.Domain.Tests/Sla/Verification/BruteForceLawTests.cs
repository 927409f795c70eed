using AfterSales.Domain.Calendars;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Sla;
using AfterSales.Domain.Tests.Kit;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Tests.Sla.Verification;

/// <summary>The verifier against the obviously right way: every request, every half minute of two weeks, compared pair by pair.</summary>
public class BruteForceLawTests
{
    private static readonly Instant From = World.At("Mon 2026-03-23 00:00", World.Berlin);
    private static readonly Instant To = From + Duration.FromDays(14);
    private static readonly Severity[] Severities = [Severity.General, Severity.Important, Severity.Urgent, Severity.Unknown];
    private static readonly Locality[] Localities = [Locality.CrossRegion, Locality.SameCity, Locality.Unknown];

    // Berlin's clocks go forward on Sun 2026-03-29, in the middle of the two weeks.
    private static readonly BusinessCalendar[] Calendars =
    [
        BusinessCalendar.Weekly("cal", World.Berlin, WeeklyHours.Parse("Mo-Fr 09:00-12:00,13:30-18:00")),
        BusinessCalendar.Weekly("cal", World.Berlin, World.NightShift).ClosedOn(new LocalDate(2026, 3, 26), "stock-taking"),
        BusinessCalendar.Weekly("cal", World.Berlin, World.IrregularWeek).MakeUpDay(new LocalDate(2026, 3, 29), IsoDayOfWeek.Monday, "make-up day"),
        BusinessCalendar.Weekly("cal", World.Berlin, WeeklyHours.Parse("Mo-Su 00:00-24:00")),
    ];

    [Fact]
    public void On_whole_minute_policies_the_verifier_finds_exactly_what_every_half_minute_shows() =>
        Law.HoldsOnFewer(Policies(), 50, policy =>
        {
            IReadOnlyList<string> expected = BruteForce(policy);
            IReadOnlyList<string> actual = Verified(policy);
            if (!expected.SequenceEqual(actual))
            {
                Assert.Fail($"{string.Join("\n", policy.Objectives)}\n{policy.Calendars[0].Calendar}\nmissing: {string.Join(", ", expected.Except(actual))}\ntoo many: {string.Join(", ", actual.Except(expected))}");
            }
        });

    private static IReadOnlyList<string> Verified(SlaPolicy policy)
    {
        IReadOnlyList<Finding> findings = policy.Verify(VerificationScope.Everything.Between(From, To));
        Assert.All(findings.SelectMany(one => one.Examples), example => Assert.True(
            example.Due is null || Tests.Sla.Verification.Verified.TrackedDue(policy, example) == example.Due, $"{example} is not what the clocks say"));
        return [.. findings.Select(one => $"{one.Code} {one.Place}").Distinct().Order(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<string> BruteForce(SlaPolicy policy)
    {
        SortedSet<string> found = new(StringComparer.Ordinal);
        Dictionary<Target, Instant?[]> dues = [];
        Dictionary<(Instant?[], Instant?[]), bool> compared = [];
        bool AnyLater(Instant?[] late, Instant?[] early) =>
            compared.TryGetValue((late, early), out bool known) ? known : compared[(late, early)] = AnyLaterAtAll(late, early);
        foreach (Objective objective in policy.Objectives)
        {
            foreach (ServiceRequest request in Requests())
            {
                Target? target = TargetOf(objective, request);
                if (target is null)
                {
                    found.Add($"{FindingCode.RequestNotCovered} {objective.Name}");
                    continue;
                }

                Instant?[] own = Dues(policy, target, dues);
                foreach ((ServiceRequest other, bool isMore) in Neighbours(request))
                {
                    if (TargetOf(objective, other) is { } theirs && !ReferenceEquals(theirs, target))
                    {
                        Instant?[] others = Dues(policy, theirs, dues);
                        Add(found, isMore && AnyLater(others, own), FindingCode.LaterWhenMoreDemanding, objective, theirs);
                        Add(found, objective.ReclassifyMode == ReclassifyMode.KeepStart && AnyLater(own, others), FindingCode.BreachOnReclassify, objective, theirs);
                    }
                }

                if (objective.WithinObjective is not null && TargetOf(policy.Objectives[0], request) is { } outer)
                {
                    Add(found, AnyLater(own, Dues(policy, outer, dues)), FindingCode.DoesNotFitWithin, objective, target);
                }
            }

            foreach (Target target in objective.Targets)
            {
                if (Requests().All(request => !ReferenceEquals(TargetOf(objective, request), target)))
                {
                    Add(found, true, FindingCode.TargetNeverReached, objective, target);
                    continue;
                }

                Instant?[] own = Dues(policy, target, dues);
                Add(found, Drops(own), FindingCode.NonMonotoneCutOff, objective, target);
                Add(found, !IsOnTheClock(target.Rule!) && ClosedThroughout(policy, own), FindingCode.NoOpenTimeBeforeDue, objective, target);
            }
        }

        return [.. found];
    }

    private static void Add(SortedSet<string> found, bool isFound, FindingCode code, Objective objective, Target target)
    {
        if (isFound)
        {
            found.Add($"{code} {objective.Name} / {target.Name}");
        }
    }

    private static IEnumerable<ServiceRequest> Requests() =>
        from severity in Severities
        from locality in Localities
        from channel in new[] { Channel.Phone, Channel.Email }
        select new ServiceRequest(RequestKind.Repair).WithSeverity(severity).WithLocality(locality).WithChannel(channel);

    private static IEnumerable<(ServiceRequest Other, bool IsMore)> Neighbours(ServiceRequest request)
    {
        foreach (Severity severity in Severities.Where(one => one != request.Severity))
        {
            yield return (request.WithSeverity(severity), request.Severity != Severity.Unknown && severity > request.Severity);
        }

        foreach (Locality locality in Localities.Where(one => one != request.Locality))
        {
            yield return (request.WithLocality(locality), request.Locality != Locality.Unknown && locality > request.Locality);
        }
    }

    private static Target? TargetOf(Objective objective, ServiceRequest request) => objective.Targets.FirstOrDefault(target => target.When.Matches(request));

    private static Instant?[] Dues(SlaPolicy policy, Target target, Dictionary<Target, Instant?[]> known)
    {
        if (!known.TryGetValue(target, out Instant?[]? dues))
        {
            BusinessCalendar calendar = policy.Calendars[0].Calendar;
            dues = [.. Starts().Select(start => target.Rule!.Due(start, calendar)).Select(due => due.IsSet ? due.At : default(Instant?))];
            known.Add(target, dues);
        }

        return dues;
    }

    private static IEnumerable<Instant> Starts()
    {
        for (Instant at = From; at < To; at += Duration.FromSeconds(30))
        {
            yield return at;
        }
    }

    private static bool AnyLaterAtAll(Instant?[] late, Instant?[] early)
    {
        for (int i = 0; i < late.Length; i++)
        {
            if (late[i] > early[i])
            {
                return true;
            }
        }

        return false;
    }

    private static bool Drops(Instant?[] dues)
    {
        Instant highest = Instant.MinValue;
        foreach (Instant? due in dues)
        {
            if (due < highest)
            {
                return true;
            }

            highest = due > highest ? due.Value : highest;
        }

        return false;
    }

    /// <summary>Clock time has no doors.</summary>
    private static bool IsOnTheClock(DeadlineRule rule) => rule switch
    {
        ElapsedRule => true,
        EarliestRule earliest => earliest.Parts.All(IsOnTheClock),
        LatestRule latest => latest.Parts.All(IsOnTheClock),
        _ => false,
    };

    private static bool ClosedThroughout(SlaPolicy policy, Instant?[] dues)
    {
        BusinessCalendar calendar = policy.Calendars[0].Calendar;
        int index = 0;
        foreach (Instant start in Starts())
        {
            if (dues[index++] is { } due && calendar.WorkingTimeBetween(start, due) == Duration.Zero)
            {
                return true;
            }
        }

        return false;
    }

    private static Gen<SlaPolicy> Policies() =>
        from calendar in Gen.Elements(Calendars)
        from outer in Targets()
        from inner in Targets()
        from mode in Gen.Elements(ReclassifyMode.KeepStart, ReclassifyMode.Restart)
        select new SlaPolicy("random", 1, From,
            [
                new Objective("outer", Signal.Received, Signal.Resolved, outer).OnReclassify(mode),
                new Objective("inner", Signal.Received, Signal.Reply, inner).OnReclassify(ReclassifyMode.Restart).For(Party.Internal).Within("outer"),
            ]).With(calendar);

    private static Gen<Target[]> Targets() =>
        from conditions in Gen.ArrayOf(Conditions(), 2)
        from last in Gen.Frequency((4, Gen.Constant(RequestCondition.Any)), (1, Conditions()))
        from rules in Gen.ArrayOf(Rules(2), 3)
        select conditions.Append(last)
            .Select((condition, i) => new Target("t" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), condition, rules[i]).On(CalendarChoice.Named("cal")))
            .ToArray();

    private static Gen<RequestCondition> Conditions() => Gen.OneOf(
        Gen.Elements(Severities).Select(one => RequestCondition.Severity(one)),
        Gen.Elements(Severities).Select(one => !RequestCondition.Severity(one)),
        Gen.Elements(Localities).Select(one => RequestCondition.Locality(one)),
        Gen.Constant(RequestCondition.Channel(Channel.Phone)),
        from severity in Gen.Elements(Severities)
        from locality in Gen.Elements(Localities)
        select RequestCondition.Severity(severity) & RequestCondition.Locality(locality));

    private static Gen<DeadlineRule> Rules(int depth)
    {
        Gen<DeadlineRule> leaf = Gen.OneOf(
            Gen.Choose(1, 3000).Select(minutes => (DeadlineRule)DeadlineRule.Elapsed(Duration.FromMinutes(minutes))),
            Gen.Choose(1, 1500).Select(minutes => (DeadlineRule)DeadlineRule.OpenTime(Duration.FromMinutes(minutes))),
            Gen.Choose(0, 1439).Select(minute => (DeadlineRule)DeadlineRule.NextTime(LocalTime.FromMinutesSinceMidnight(minute))),
            Gen.Choose(1, 3).Select(days => (DeadlineRule)DeadlineRule.WorkingDay(days)),
            from days in Gen.Choose(1, 3)
            from minute in Gen.Choose(0, 1439)
            select (DeadlineRule)DeadlineRule.WorkingDay(days, LocalTime.FromMinutesSinceMidnight(minute)));
        if (depth == 0)
        {
            return leaf;
        }

        Gen<DeadlineRule> part = Rules(depth - 1);
        Gen<(DeadlineRule Left, DeadlineRule Right)> two = from left in part from right in part select (left, right);
        return Gen.Frequency(
            (4, leaf),
            (1, two.Select(pair => (DeadlineRule)DeadlineRule.IfOpen(pair.Left, pair.Right))),
            (1, two.Select(pair => (DeadlineRule)DeadlineRule.Earliest(pair.Left, pair.Right))),
            (1, two.Select(pair => (DeadlineRule)DeadlineRule.Latest(pair.Left, pair.Right))));
    }
}
