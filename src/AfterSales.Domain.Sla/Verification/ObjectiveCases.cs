using AfterSales.Domain.Requests;

namespace AfterSales.Domain.Sla;

/// <summary>Which target each group of requests gets from an objective.</summary>
internal sealed class ObjectiveCases
{
    internal const int OutOfScope = -1;
    internal const int NoTarget = -2;

    private ObjectiveCases(Objective objective, RequestSpace space, int[] targets)
    {
        Objective = objective;
        Space = space;
        Targets = targets;
    }

    internal Objective Objective { get; }

    internal RequestSpace Space { get; }

    /// <summary>Gets the index of the target by group; <see cref="OutOfScope"/> or <see cref="NoTarget"/> where there is none.</summary>
    internal int[] Targets { get; }

    internal static IEnumerable<RequestCondition> Conditions(Objective objective) => objective.Targets.Select(target => target.When).Prepend(objective.AppliesTo);

    internal static ObjectiveCases Of(Objective objective, RequestSpace space, CancellationToken cancellation)
    {
        int[] targets = new int[space.Count];
        int index = 0;
        foreach (ServiceRequest request in space.Requests())
        {
            if (index % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            targets[index++] = TargetOf(objective, request);
        }

        return new ObjectiveCases(objective, space, targets);
    }

    /// <summary>The first request that gets a target; null when none does.</summary>
    internal ServiceRequest? FirstOf(int target) => Array.IndexOf(Targets, target) is >= 0 and var index ? Space.RequestAt(index) : null;

    /// <summary>Which targets take the requests for which a target's own condition holds, and the first such request with the target that takes it.</summary>
    internal (SortedSet<int> Takers, (ServiceRequest Request, Target Taker)? First) TakersOf(int target)
    {
        SortedSet<int> takers = [];
        (ServiceRequest Request, Target Taker)? first = null;
        int index = 0;
        foreach (ServiceRequest request in Space.Requests())
        {
            int taker = Targets[index++];
            if (taker >= 0 && Objective.Targets[target].When.Matches(request))
            {
                first ??= (request, Objective.Targets[taker]);
                takers.Add(taker);
            }
        }

        return (takers, first);
    }

    /// <summary>The pairs of different targets with deadlines that two related groups get, each with the first two requests that show it.</summary>
    internal IEnumerable<(int Less, int More, ServiceRequest LessRequest, ServiceRequest MoreRequest, RequestDimension Dimension)> TargetPairs(bool bothWays)
    {
        int count = Objective.Targets.Count;
        bool[] seen = new bool[count * count];
        foreach ((int less, int more, RequestDimension dimension) in Space.OrderedPairs(bothWays))
        {
            int low = Targets[less];
            int high = Targets[more];
            if (low >= 0 && high >= 0 && low != high && !seen[(low * count) + high])
            {
                seen[(low * count) + high] = true;
                if (Objective.Targets[low].Rule is not null && Objective.Targets[high].Rule is not null)
                {
                    yield return (low, high, Space.RequestAt(less), Space.RequestAt(more), dimension);
                }
            }
        }
    }

    private static int TargetOf(Objective objective, ServiceRequest request)
    {
        if (!objective.AppliesTo.Matches(request))
        {
            return OutOfScope;
        }

        for (int i = 0; i < objective.Targets.Count; i++)
        {
            if (objective.Targets[i].When.Matches(request))
            {
                return i;
            }
        }

        return NoTarget;
    }
}
