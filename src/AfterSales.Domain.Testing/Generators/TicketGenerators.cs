using AfterSales.Domain.Tickets;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AfterSales.Domain.Testing;

/// <summary>Random lifecycles and walks over them.</summary>
/// <remarks>The generators hold no state and are safe for use by several threads.</remarks>
public static class TicketGenerators
{
    /// <summary>Gets the library's lifecycles as they are, with other terms, and with a state or a way out of one more.</summary>
    public static Gen<Lifecycle> Lifecycles { get; } =
        from lifecycle in Gen.Elements(Tickets.Lifecycles.All.ToArray())
        from changes in Gen.Choose(0, 3)
        from row in Gen.Elements(Tickets.Lifecycles.All.SelectMany(one => one.Transitions).ToArray())
        from days in Gen.Choose(1, 30)
        let terms = lifecycle.Terms.ApprovingRemediesAbove(1000).GivingUpAfter(1).RaisedAfterReopening(1).ReopenableFor(Duration.FromDays(days)).ClosedBySilenceAfter(Duration.FromDays(days))
        let own = lifecycle.Named("generated").With(LifecycleState.Of("second-look", StateCategory.Active))
            .With(new Transition(lifecycle.States[0].Name, Trigger.Named("look-again"), "second-look").By(Requests.Role.Agent))
            .With(new Transition("second-look", Trigger.Named("looked"), lifecycle.States[0].Name).By(Requests.Role.Agent))
        select changes switch { 0 => lifecycle, 1 => lifecycle.With(terms), 2 => own, _ => own.With(terms) };

    /// <summary>Gets walks over <see cref="Lifecycles"/>.</summary>
    public static Gen<TicketWalk> Walks { get; } = from lifecycle in Lifecycles from walk in WalksOver(lifecycle) select walk;

    /// <summary>Makes walks over a lifecycle: up to thirty attempts, mostly at what is possible, often at what is not, some reported late.</summary>
    /// <param name="lifecycle">The lifecycle.</param>
    /// <returns>The generator.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lifecycle"/> is null.</exception>
    public static Gen<TicketWalk> WalksOver(Lifecycle lifecycle)
    {
        ArgumentNullException.ThrowIfNull(lifecycle);
        return from length in Gen.Choose(1, 31)
               from numbers in Gen.Choose(0, 9999).ArrayOf(WalkMaker.NumbersPerStep).ArrayOf(length)
               select WalkMaker.Of(lifecycle, numbers);
    }
}
