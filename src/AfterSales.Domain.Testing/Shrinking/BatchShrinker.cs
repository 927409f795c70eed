namespace AfterSales.Domain.Testing;

/// <summary>Batches with fewer and smaller technicians and items.</summary>
internal static class BatchShrinker
{
    /// <summary>Under the same policy: it is somebody's own.</summary>
    internal static IEnumerable<RoutedBatch> Smaller(RoutedBatch one) =>
        PartShrinker.Shorter(one.Technicians).Select(technicians => new RoutedBatch(one.Policy, technicians, one.Items, one.At))
            .Concat(PartShrinker.Shorter(one.Items).Where(items => items.Count > 0).Select(items => new RoutedBatch(one.Policy, one.Technicians, items, one.At)))
            .Concat(PartShrinker.OneSmaller(one.Technicians, TechnicianShrinker.Smaller).Select(technicians => new RoutedBatch(one.Policy, technicians, one.Items, one.At)))
            .Concat(PartShrinker.OneSmaller(one.Items, WorkItemShrinker.Smaller).Select(items => new RoutedBatch(one.Policy, one.Technicians, items, one.At)));

    /// <summary>At last the policy becomes smaller, too.</summary>
    internal static IEnumerable<RoutedBatch> SmallerWithPolicy(RoutedBatch one) =>
        Smaller(one).Concat(RoutingPolicyShrinker.Smaller(one.Policy).Select(policy => new RoutedBatch(policy, one.Technicians, one.Items, one.At)));
}
