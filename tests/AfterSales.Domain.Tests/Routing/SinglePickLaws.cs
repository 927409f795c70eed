using System.Globalization;
using AfterSales.Domain.Requests;
using AfterSales.Domain.Routing;
using AfterSales.Domain.Tests.Kit;
using NodaTime;
using static AfterSales.Domain.Tests.Routing.RoutingWorld;

namespace AfterSales.Domain.Tests.Routing;

/// <summary>Laws of one item and many technicians. Those of adding and raising hold for single picks only: in a batch another item may take whoever got better.</summary>
public class SinglePickLaws
{
    [Fact]
    public void The_pick_is_the_one_of_the_slow_model() => Law.Holds(RoutingCase.WithoutPoints, one =>
    {
        RoutingPool pool = one.Policy.Prepare(one.Technicians, Monday);
        foreach (WorkItem item in one.Items)
        {
            Assert.Equal(new RoutingModel(one.Policy, one.Technicians, Monday).Winner(item)?.Id, pool.Best(item)?.Id);
        }
    });

    [Fact]
    public void The_step_in_use_is_the_one_of_the_slow_model() => Law.Holds(RoutingCase.WithoutPoints, one =>
    {
        RoutingDecision decision = one.Policy.Route(one.Item, one.Technicians, Monday);
        Assert.Equal(one.Policy.Steps[new RoutingModel(one.Policy, one.Technicians, Monday).StepInUse(one.Item)], decision.Step);
    });

    [Fact]
    public void The_fast_path_and_the_explanations_agree_on_everybody() => Law.Holds(RoutingCase.Singles, one =>
    {
        RoutingPool pool = one.Policy.Prepare(one.Technicians, Monday);
        RoutingDecision decision = pool.Route(one.Item);
        Assert.Equal(pool.Best(one.Item)?.Id, (decision as AssignedDecision)?.Technician.Id);
        ScoredVerdict[] scored = [.. decision.Verdicts.OfType<ScoredVerdict>().Where(verdict => verdict.Decided.Code != ReasonCode.NoGuide)];
        if (decision is AssignedDecision assigned)
        {
            ScoredVerdict chosen = Assert.Single(scored, verdict => verdict.IsChosen);
            Assert.Equal(assigned.Technician.Id, chosen.Technician);
            Assert.All(scored, other => Assert.True(other.Score <= chosen.Score));
            Assert.Equal(scored.Length == 1, assigned.RunnerUp is null);
        }
        else
        {
            Assert.Empty(scored);
            Assert.NotEmpty(((UnassignedDecision)decision).Missing);
        }
    });

    [Fact]
    public void The_order_of_the_technicians_changes_no_decision() => Law.Holds(RoutingCase.All, one =>
    {
        string given = Told(one.Policy.Route(one.Item, one.Technicians, Monday));
        string shuffled = Told(one.Policy.Route(one.Item, one.Shuffled(one.Technicians), Monday));
        Assert.Equal(given, shuffled);
    });

    [Fact]
    public void Adding_a_loser_changes_no_single_pick() => Law.Holds(RoutingCase.Singles, one =>
    {
        if (one.Technicians.Length < 2 || one.Policy.Prepare(one.Technicians, Monday).Best(one.Item) is not { } winner)
        {
            return;
        }

        foreach (Technician loser in one.Technicians.Where(technician => technician.Id != winner.Id))
        {
            // Without a loser there may be no guide, or a step may be skipped; a decision that stands without him stands with him.
            RoutingDecision without = one.Policy.Route(one.Item, one.Technicians.Where(technician => technician.Id != loser.Id), Monday);
            if (without is AssignedDecision assigned && assigned.Step.Equals(one.Policy.Route(one.Item, one.Technicians, Monday).Step))
            {
                Assert.Equal(winner.Id, assigned.Technician.Id);
            }
        }
    });

    [Fact]
    public void Raising_the_score_of_the_winner_never_makes_him_lose_a_single_pick() => Law.Holds(RoutingCase.Singles, one =>
    {
        if (one.Policy.Prepare(one.Technicians, Monday).Best(one.Item) is not { } winner)
        {
            return;
        }

        Technician[] raises =
        [
            winner.Carrying(Math.Max(0, winner.Load - 1)),
            winner.KnowingProduct(one.Item.Request.ProductLine ?? "chillers", 100),
            one.Item.PreferredLanguages.Aggregate(winner, (better, language) => better.Speaking(language)),
            one.Item.Skills.Aggregate(winner, (better, need) => better.WithSkill(need.Skill, Math.Min(5, Math.Max(winner.LevelOf(need.Skill), need.MinimumLevel) + 1))),
        ];
        Assert.All(raises, raised => Assert.Equal(
            winner.Id,
            one.Policy.Prepare(one.Technicians.Select(technician => technician.Id == winner.Id ? raised : technician), Monday).Best(one.Item)?.Id));
    });

    [Fact]
    public void Relaxation_only_widens() => Law.Holds(RoutingCase.Singles, one =>
    {
        HashSet<PersonId> before = [];
        foreach (RelaxationStep step in one.Policy.Steps)
        {
            WorkItem waited = Requeued(one.Item, Monday - step.After);
            HashSet<PersonId> eligible =
            [
                .. one.Technicians
                    .Where(technician => one.Policy.Next(technician, [waited], Monday).Item is not null)
                    .Select(technician => technician.Id),
            ];
            Assert.Superset(before, eligible);
            before = eligible;
        }
    });

    [Fact]
    public void What_is_never_dropped_holds_for_whoever_is_chosen() => Law.Holds(RoutingCase.All, one =>
    {
        RoutingDecision decision = one.Policy.Route(one.Item, one.Technicians, Monday);
        Technician[] chosen = decision switch
        {
            AssignedDecision single => [single.Technician],
            TeamDecision team => [.. team.Members.Select(member => member.Technician)],
            _ => [],
        };
        Assert.All(chosen, technician =>
        {
            Assert.True(technician.WorksAt(Monday));
            Assert.DoesNotContain(technician.Id, one.Item.Excluded);
            Assert.True(technician.Capacity - technician.Load >= one.Item.Size);
            Assert.True(technician.Provider is not { } provider || (one.Item.MayBeOutsourced && provider.Contract.Contains(Monday) && provider.QuotaLeft > 0));
        });
        if (chosen.Length > 0)
        {
            Assert.All(one.Item.Skills.Where(need => need.DropGroup is null), need => Assert.Contains(chosen, technician => technician.LevelOf(need.Skill) >= need.MinimumLevel));
            Assert.All(one.Item.RequiredLanguages, language => Assert.Contains(chosen, technician => technician.Speaks(language)));
        }
    });

    [Fact]
    public void Nobody_is_idle_while_an_item_waits_that_he_can_get_and_he_takes_the_first_of_them() => Law.Holds(RoutingCase.WithoutPoints, one =>
    {
        RoutingModel model = new(one.Policy, one.Technicians, Monday);
        foreach (Technician technician in one.Technicians)
        {
            PullDecision pull = one.Policy.Next(technician, one.Items, Monday);
            Assert.Equal(pull.Queue.FirstOrDefault(item => model.IsEligible(technician, item, model.StepByTime(item)))?.Id, pull.Item?.Id);
        }
    });

    [Fact]
    public void When_spare_capacity_alone_scores_the_counts_differ_by_at_most_one() => Law.Holds(RoutingCase.Singles, one =>
    {
        RoutingPolicy policy = AnyGrade.With(Scoring.None.Weighing(ScorePart.Spare, 1));
        Technician[] crew = [.. Enumerable.Range(0, one.Random.Next(1, 6)).Select(number => Junior($"T-{number}").WithCapacity(50))];
        int items = one.Random.Next(1, 40);
        for (int number = 0; number < items; number++)
        {
            Technician chosen = policy.Prepare(crew, Monday).Best(Item(number.ToString(CultureInfo.InvariantCulture)))!;
            int index = Array.FindIndex(crew, technician => technician.Id == chosen.Id);
            crew[index] = chosen.Carrying(chosen.Load + 1).LastAssignedAs(number + 1);
        }

        Assert.InRange(crew.Max(technician => technician.Load) - crew.Min(technician => technician.Load), 0, 1);
    });

    [Fact]
    public void Every_decision_explains_everybody_in_both_languages() => Law.Holds(RoutingCase.All, one =>
    {
        RoutingDecision decision = one.Policy.Route(one.Item, one.Technicians, Monday);
        Assert.Equal(one.Technicians.Length, decision.Verdicts.Count);
        foreach (IFormattable text in new IFormattable[] { decision }.Concat(decision.Verdicts))
        {
            Assert.DoesNotContain('{', $"{text}");
            Assert.DoesNotContain('{', $"{text:zh}");
            Assert.NotEqual($"{text}", $"{text:zh}");
            Assert.Throws<FormatException>(() => text.ToString("fr", CultureInfo.InvariantCulture));
        }
    });

    private static WorkItem Requeued(WorkItem item, Instant queuedAt)
    {
        WorkItem moved = new(item.Id, item.Request, queuedAt, queuedAt);
        moved = item.Skills.Aggregate(moved, (one, need) => need.DropGroup is { } group ? one.Preferring(need.Skill, need.MinimumLevel, group) : one.Requiring(need.Skill, need.MinimumLevel));
        moved = item.RequiredLanguages.Aggregate(moved, (one, language) => one.RequiringLanguage(language));
        moved = item.Excluded.Aggregate(moved, (one, person) => one.Excluding(person));
        moved = item.MayBeOutsourced ? moved.AllowingProviders() : moved;
        return item.Point is { } point ? moved.At(point) : moved;
    }

    private static string Told(RoutingDecision decision) =>
        $"{decision} {string.Join('\n', decision.Verdicts.Select(verdict => $"{verdict.Technician}: {verdict}"))}";
}
