using AfterSales.Domain.Json;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using FsCheck.Fluent;

namespace AfterSales.Domain.Testing;

/// <summary>The laws of routing, for your own policy in one line: <c>RoutingLaws.HoldFor(ourRouting)</c>.</summary>
/// <remarks>The cases are crews and queues in the words of your policy (<see cref="RoutingGenerators.BatchesOf"/>). The methods are safe for use by several threads.</remarks>
public static class RoutingLaws
{
    /// <summary>Gets every law.</summary>
    public static IReadOnlyList<Law<RoutedBatch>> All { get; } =
    [
        new("the order of technicians and items changes no decision", OrderDoesNotMatter),
        new("the quick pick and the explained decision agree", PicksAgree),
        new("whoever is chosen is at work, not excluded, has room, and keeps what is required", ChosenKeepTheRules),
        new("adding somebody who loses changes no single pick", LosersChangeNothing),
        new("no batch gives anybody more than capacity and intake allow, or a provider more than its quota", BatchesKeepTheLimits),
        new("every decision explains everybody in both languages", EverybodyIsExplained),
        new("policy, technicians and items that are written as JSON and read back are equal", DocumentsSurvive),
    ];

    /// <summary>Tries every law on a policy, each on <see cref="LawRun.Default"/> many crews and queues.</summary>
    /// <param name="policy">The policy.</param>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    /// <exception cref="LawBrokenException">A law does not hold.</exception>
    public static void HoldFor(RoutingPolicy policy) => HoldFor(policy, All, LawRun.Default);

    /// <summary>Tries laws on a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="laws">What has to be true, such as <see cref="All"/>.</param>
    /// <param name="run">How many cases, and which.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="LawBrokenException">A law does not hold.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static void HoldFor(RoutingPolicy policy, IEnumerable<Law<RoutedBatch>> laws, LawRun run)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(laws);
        ArgumentNullException.ThrowIfNull(run);
        LawRunner.Hold(laws, Arb.From(RoutingGenerators.BatchesOf(policy), BatchShrinker.Smaller), run);
    }

    private static string? OrderDoesNotMatter(RoutedBatch one)
    {
        string given = Told(one.Policy.Assign(one.Items, one.Technicians, one.At));
        string turned = Told(one.Policy.Assign(one.Items.Reverse(), one.Technicians.Reverse(), one.At));
        return string.Equals(given, turned, StringComparison.Ordinal) ? null : $"in the given order\n{given}\nthe other way round\n{turned}";
    }

    private static string? PicksAgree(RoutedBatch one)
    {
        RoutingPool pool = one.Policy.Prepare(one.Technicians, one.At);
        foreach (WorkItem item in one.Items)
        {
            RoutingDecision decision = pool.Route(item);
            PersonId? explained = (decision as AssignedDecision)?.Technician.Id;
            if (decision.Staffing is SingleStaffing && pool.Best(item)?.Id != explained)
            {
                return $"{item.Id} goes to {pool.Best(item)?.Id} and is explained as {decision}";
            }
        }

        return null;
    }

    private static string? ChosenKeepTheRules(RoutedBatch one)
    {
        foreach (WorkItem item in one.Items)
        {
            Technician[] chosen = Chosen(one.Policy.Route(item, one.Technicians, one.At));
            foreach (Technician technician in chosen)
            {
                if (!technician.WorksAt(one.At) || item.Excluded.Contains(technician.Id) || technician.Capacity - technician.Load < item.Size
                    || (technician.Provider is { } provider && (!item.MayBeOutsourced || !provider.Contract.Contains(one.At) || provider.QuotaLeft == 0)))
                {
                    return $"{item.Id} goes to {technician}";
                }
            }

            if (chosen.Length > 0
                && (!item.Skills.Where(need => need.DropGroup is null).All(need => chosen.Any(technician => technician.LevelOf(need.Skill) >= need.MinimumLevel))
                    || !item.RequiredLanguages.All(language => chosen.Any(technician => technician.Speaks(language)))))
            {
                return $"{item.Id} goes to {string.Join(", ", chosen.Select(technician => technician.Id))}, who lack what it requires";
            }
        }

        return null;
    }

    private static string? LosersChangeNothing(RoutedBatch one)
    {
        WorkItem item = one.Items[0];
        if (one.Policy.Route(item, one.Technicians, one.At) is not AssignedDecision whole)
        {
            return null;
        }

        foreach (Technician loser in one.Technicians.Where(technician => technician.Id != whole.Technician.Id))
        {
            // Without a loser there may be no guide, or a step may be skipped; a decision that stands without him stands with him.
            if (one.Policy.Route(item, one.Technicians.Where(technician => technician.Id != loser.Id), one.At) is AssignedDecision without
                && without.Step.Equals(whole.Step) && without.Technician.Id != whole.Technician.Id)
            {
                return $"{item.Id} goes to {whole.Technician.Id}, and without {loser.Id} to {without.Technician.Id}";
            }
        }

        return null;
    }

    private static string? BatchesKeepTheLimits(RoutedBatch one)
    {
        IReadOnlyList<RoutingDecision> decisions = one.Policy.Assign(one.Items, one.Technicians, one.At).Decisions;
        (PersonId Who, int Size)[] given = [.. decisions.SelectMany(decision => Chosen(decision).Select(technician => (technician.Id, decision.Item.Size)))];
        foreach (Technician technician in one.Technicians)
        {
            (PersonId, int Size)[] his = [.. given.Where(pair => pair.Who == technician.Id)];
            int recent = one.Policy.Intake is { } limit ? technician.Assignments.Count(at => at <= one.At && at > one.At - limit.Window) : 0;
            if (his.Length > 0 && (technician.Load + his.Sum(pair => pair.Size) > technician.Capacity || (one.Policy.Intake is { } most && recent + his.Length > most.Items)))
            {
                return $"{technician} gets {his.Length} items of {his.Sum(pair => pair.Size)} units";
            }
        }

        foreach (IGrouping<TeamId, Technician> provider in one.Technicians.Where(technician => technician.Provider is not null).GroupBy(technician => technician.Provider!.Id))
        {
            // However many of a team come from one provider, it is one item of its quota.
            int items = decisions.Count(decision => Chosen(decision).Any(technician => provider.Any(his => his.Id == technician.Id)));
            if (items > provider.First().Provider!.QuotaLeft)
            {
                return $"{provider.Key} gets {items} items";
            }
        }

        return null;
    }

    private static string? EverybodyIsExplained(RoutedBatch one)
    {
        foreach (WorkItem item in one.Items)
        {
            RoutingDecision decision = one.Policy.Route(item, one.Technicians, one.At);
            if (decision.Verdicts.Count != one.Technicians.Count
                || decision.Verdicts.Any(verdict => $"{verdict}".Length == 0 || $"{verdict:zh}".Length == 0))
            {
                return $"{decision}: {decision.Verdicts.Count} of {one.Technicians.Count} are explained";
            }
        }

        return null;
    }

    private static string? DocumentsSurvive(RoutedBatch one) =>
        !one.Policy.Equals(RoutingPolicyDocument.Read(RoutingPolicyDocument.Write(one.Policy)).Value) ? "the policy is not"
        : !one.Technicians.SequenceEqual(TechniciansDocument.Read(TechniciansDocument.Write(one.Technicians)).Value) ? "the technicians are not"
        : !one.Items.SequenceEqual(WorkItemsDocument.Read(WorkItemsDocument.Write(one.Items)).Value) ? "the items are not"
        : null;

    private static Technician[] Chosen(RoutingDecision decision) => decision switch
    {
        AssignedDecision single => [single.Technician],
        TeamDecision team => [.. team.Members.Select(member => member.Technician)],
        _ => [],
    };

    private static string Told(BatchPlan plan) => string.Join("\n", plan.Decisions.OrderBy(decision => decision.Item.Id).Select(decision => $"{decision}"));
}
