namespace AfterSales.Domain.Routing;

/// <summary>How a batch was assigned.</summary>
public enum BatchMethod
{
    /// <summary>
    /// To the optimum: the items served are the first in the order of the queue that can all be served at once, and no assignment of them has a higher total score.
    /// </summary>
    Optimal,

    /// <summary>One by one in the order of the queue, each item to its best technician with room: fair, fast, and not optimal.</summary>
    InQueueOrder,
}
