using AfterSales.Domain.Json;
using AfterSales.Domain.Routing;
using NodaTime;
using NodaTime.Text;

namespace AfterSales.Domain.Testing;

/// <summary>A routing policy, a crew, a queue, and the instant to decide for.</summary>
/// <remarks>This type is immutable and safe for use by several threads.</remarks>
public sealed class RoutedBatch : LawCase
{
    /// <summary>Creates a case.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="technicians">The crew.</param>
    /// <param name="items">The queue; at least one item.</param>
    /// <param name="at">The instant to decide for.</param>
    /// <exception cref="ArgumentNullException">An argument is null or holds a null.</exception>
    /// <exception cref="ArgumentException"><paramref name="items"/> is empty.</exception>
    public RoutedBatch(RoutingPolicy policy, IEnumerable<Technician> technicians, IEnumerable<WorkItem> items, Instant at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(technicians);
        ArgumentNullException.ThrowIfNull(items);
        Policy = policy;
        Technicians = Array.AsReadOnly<Technician>([.. technicians.Select(one => one ?? throw new ArgumentNullException(nameof(technicians)))]);
        Items = Array.AsReadOnly<WorkItem>([.. items.Select(one => one ?? throw new ArgumentNullException(nameof(items)))]);
        At = at;
        if (Items.Count == 0)
        {
            throw new ArgumentException("At least one item is needed.", nameof(items));
        }
    }

    /// <summary>Gets the policy.</summary>
    public RoutingPolicy Policy { get; }

    /// <summary>Gets the crew.</summary>
    public IReadOnlyList<Technician> Technicians { get; }

    /// <summary>Gets the queue.</summary>
    public IReadOnlyList<WorkItem> Items { get; }

    /// <summary>Gets the instant to decide for.</summary>
    public Instant At { get; }

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Documents =>
        [new("routing.json", RoutingPolicyDocument.Write(Policy)), new("technicians.json", TechniciansDocument.Write(Technicians)), new("items.json", WorkItemsDocument.Write(Items))];

    /// <inheritdoc/>
    public override string Command => $"aftersales route routing.json technicians.json items.json --why --at {InstantPattern.ExtendedIso.Format(At)}";

    private protected override string Statements() => string.Concat(
        $"RoutingPolicy policy = RoutingPolicyDocument.Read({CSharpValues.Verbatim(RoutingPolicyDocument.Write(Policy))}).Value;\n\n",
        $"Technician[] technicians = {CSharpValues.Array1("Technician", Technicians, CSharpRouting.Of)};\n\n",
        $"WorkItem[] items = {CSharpValues.Array1("WorkItem", Items, CSharpRouting.Of)};\n\n",
        $"Instant at = {CSharpValues.Of(At)};\nBatchPlan plan = policy.Assign(items, technicians, at);\n");
}
